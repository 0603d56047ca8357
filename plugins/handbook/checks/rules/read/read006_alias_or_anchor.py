"""A file uses anchors, aliases or merge keys.

With them the text no longer says what a record holds, and a few hundred bytes can stand for gigabytes.
Write the value out where it is used. Text that begins with `&` or `*` goes in quotes.

Fails:

```yaml title="apollo/risks.yml"
R-1: &supplier  # READ006
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
```

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  cause: *supplier  # READ006
```

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  <<: {cause: One supplier only}  # READ006
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  cause: '*one* supplier only, in R&D'
```
"""

from handbook.problems import Severity

CODE = "READ006"
NAME = "alias-or-anchor"
SEVERITY = Severity.ERROR
