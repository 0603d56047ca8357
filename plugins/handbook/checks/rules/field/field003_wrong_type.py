"""A list, a mapping or a text stands where something else is due.

Each field says what it holds. A single value may stand alone where a list is due; everything else has to be
what the field expects.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  category: [supply, people]  # FIELD003
```

Fails:

```yaml title="apollo/risks.yml"
R-1: The supplier goes out of business  # FIELD003
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  category: supply
  tags: supply
```
"""

from handbook.problems import Severity

CODE = "FIELD003"
NAME = "wrong-type"
SEVERITY = Severity.ERROR
