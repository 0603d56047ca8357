"""A comment that is to allow a problem does not say which one, until when, or why.

It needs all three, in this order: the code of a rule, or its beginning; `until` and a date; a reason. Until
it has them it allows nothing.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  review_by: 2026-02-20  # handbook: allow RISK005 it can wait  # CHECK003
```

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  review_by: 2026-02-20  # handbook: allow RISK999 until 2026-03-31 it can wait  # CHECK003
```

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  review_by: 2026-02-20  # handbook: allow RISK005 until 2026-03-31  # CHECK003
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  review_by: 2026-02-20  # handbook: allow RISK005 until 2026-03-31 away until March
```
"""

from handbook.problems import Severity

CODE = "CHECK003"
NAME = "malformed-allowance"
SEVERITY = Severity.ERROR
