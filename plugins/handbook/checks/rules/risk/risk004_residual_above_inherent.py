"""A risk is greater after the response than before it.

What is done to avoid, reduce or transfer a risk makes it smaller. One of the two assessments is wrong.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  response: reduce
  residual: {probability: high, impact: minor}  # RISK004
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  response: reduce
  residual: {probability: very-low, impact: minor}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity

CODE = "RISK004"
NAME = "residual-above-inherent"
SEVERITY = Severity.ERROR

_LOWERING = ("avoid", "reduce", "transfer")


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Risks whose residual score is above the inherent one although the response lowers it."""
    for project in open_projects(portfolio.book):
        for rated in portfolio.risks(project.id):
            before, after = rated.score, rated.residual_score
            if rated.risk.response in _LOWERING and before and after and after > before:
                message = f"expected a residual score of at most {before}, found {after}"
                cure = "assess again what is, and what remains when the response has worked"
                yield Fault.at(rated.risk, "residual", key=True, message=message, cure=cure)
