"""A link, a device or a pipe stands where a file is due.

A link out of the folder would publish what nobody meant to publish. Links to files inside it are followed,
links to folders never are.

Fails:

```yaml title="apollo/risks.yml" link="/etc/hosts"
the hosts of this machine  # READ008
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
```
"""

from handbook.problems import Severity

CODE = "READ008"
NAME = "not-a-regular-file"
SEVERITY = Severity.ERROR
