"""A comment allows a problem that is not there.

What it allowed was put right, or the comment stands on another line than the problem. Left behind, it would
hide the next problem in its place.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  review_by: 2026-03-20  # handbook: allow RISK005 until 2026-03-31 away until March  # CHECK002
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

CODE = "CHECK002"
NAME = "unused-allowance"
SEVERITY = Severity.WARNING
