"""A record has a key that no field has.

Mostly a key is misspelt, and what stands behind it would be lost. The cure names the nearest key that is
known.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  raisd: 2026-02-01  # FIELD001
```

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  actions:
    - text: Find a second supplier
      until: 2026-04-01  # FIELD001
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  raised: 2026-02-01
```
"""

from handbook.problems import Severity

CODE = "FIELD001"
NAME = "unknown-key"
SEVERITY = Severity.ERROR
