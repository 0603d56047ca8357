"""A risk is greater than what is accepted, and nothing is done about it.

The settings say which score is accepted without a response (`scales: appetite`). A risk above it needs an
action that is open, or somebody with authority who accepts it as it is.

Fails:

```yaml title="apollo/risks.yml"
R-1:  # RISK002
  title: The supplier goes out of business
  owner: ana
  probability: high
  impact: severe
  status: monitoring
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: high
  impact: severe
  status: monitoring
  response: reduce
  actions: [{text: Find a second supplier, due: 2026-04-01}]
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_written
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity
from handbook.records.kinds.risk import Risk

CODE = "RISK002"
NAME = "above-appetite"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Open threats of open projects above the appetite that nobody answers, and nobody says to accept."""
    limit = portfolio.book.settings.scales.appetite
    for project in open_projects(portfolio.book):
        for rated in portfolio.risks(project.id):
            risk = rated.risk
            if rated.above_appetite and not (rated.answered or risk.accepted_by or _is_unread(risk)):
                message = f"expected a response to a score above {limit}, found none open to {rated.score}"
                cure = "write 'response:' and 'actions:', or 'accepted_by:' and 'reason:'"
                yield Fault.at(risk, message=message, cure=cure)


def _is_unread(risk: Risk) -> bool:
    """Whether a response is written that could not be read."""
    fields = (field for field in ("response", "actions") if not getattr(risk, field))
    return any(is_written(risk, field) for field in fields)
