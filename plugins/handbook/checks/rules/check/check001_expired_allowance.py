"""A comment allows a problem until a day that has passed.

An allowance buys time. When the time is over, what it allowed is a problem again, and so is the allowance.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  review_by: 2026-02-20  # handbook: allow RISK005 until 2026-02-28 away until March  # CHECK001
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

CODE = "CHECK001"
NAME = "expired-allowance"
SEVERITY = Severity.ERROR
