"""The points of a delay or of an extra cost are out of order.

The least comes first, then the most likely, then the most; of an opportunity, they are what is gained.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The designer is ill
  cause: One person knows the design
  event: The designer is ill for weeks
  effect: Nobody answers the questions of the builders
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  affects:
    - record: build
      delay: {low: 5d, likely: 10d, high: 1d}  # RISK015
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The designer is ill
  cause: One person knows the design
  event: The designer is ill for weeks
  effect: Nobody answers the questions of the builders
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  affects:
    - record: build
      delay: {low: 1d, likely: 5d, high: 10d}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.ranges import disorder
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.kinds.risk import Risk

CODE = "RISK015"
NAME = "range-out-of-order"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Delays and extra costs whose points do not ascend."""
    for project in portfolio.book.projects:
        for risk in portfolio.book.of(Risk, project.id):
            for at, effect in enumerate(risk.affects):
                for field in ("delay", "extra_cost"):
                    found = getattr(effect, field)
                    if found and (wrong := disorder(found, portfolio.plan(project.id))):
                        place = ("affects", at, field, wrong[0])
                        yield Fault.at(risk, *place, message=wrong[1], cure="order them low, likely, high")
