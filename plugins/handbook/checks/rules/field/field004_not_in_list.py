"""A value is not one of those that the field knows.

Such fields are counted, coloured and filtered by, so their words are fixed. The message lists them all.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitored  # FIELD004
```

Fails:

```yaml title="apollo/raci.yml"
build: {ana: A, tom: X}  # FIELD004
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

CODE = "FIELD004"
NAME = "not-in-list"
SEVERITY = Severity.ERROR
