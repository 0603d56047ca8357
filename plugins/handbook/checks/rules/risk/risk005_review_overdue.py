"""A risk was to be looked at again and was not.

It was assessed in another time. What `review_by` says has passed, or the cadence of the settings (`review:
risks`).

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  review_by: 2026-02-20  # RISK005
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  review_by: 2026-03-20
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity

CODE = "RISK005"
NAME = "review-overdue"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Open risks of open projects whose review is overdue."""
    for project in open_projects(portfolio.book):
        for rated in portfolio.risks(project.id):
            risk = rated.risk
            if risk.is_open and rated.review_overdue:
                seen = risk.reviewed or risk.raised
                found = f"the last one on {seen}" if seen else "none"
                when = f" by {risk.review_by}" if risk.review_by else ""
                message = f"expected a review{when}, found {found}"
                cure = "look at it, then write 'reviewed:' and the next 'review_by:'"
                yield Fault.at(risk, "review_by", message=message, cure=cure)
