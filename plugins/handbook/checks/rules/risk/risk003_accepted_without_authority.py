"""A risk above the appetite was accepted by somebody who may not.

How much risk is worth taking is for the one to decide who wants the project and pays for it: its sponsor.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: high
  impact: severe
  status: monitoring
  response: accept
  accepted_by: tom  # RISK003
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: high
  impact: severe
  status: monitoring
  response: accept
  accepted_by: eve
  reason: The launch is worth it
```
"""

from collections.abc import Iterator

from handbook.analysis.parties import is_same, label
from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity

CODE = "RISK003"
NAME = "accepted-without-authority"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Open threats above the appetite that somebody else than the sponsor of the project accepted."""
    book = portfolio.book
    for project in open_projects(book):
        for rated in portfolio.risks(project.id):
            by = rated.risk.accepted_by
            if rated.above_appetite and by and not is_same(book, by, project.sponsor):
                found = label(book, by)
                message = f"expected a score of {rated.score} to be accepted by the sponsor, found {found}"
                cure = f"ask {label(book, project.sponsor)}, or respond to it"
                yield Fault.at(rated.risk, "accepted_by", message=message, cure=cure)
