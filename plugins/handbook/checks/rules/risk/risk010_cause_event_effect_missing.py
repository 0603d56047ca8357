"""A risk does not tell cause, event and effect apart.

What is true today, what may happen, and what that would do are three things: the first can be changed, the
second watched, the third prepared for (ISO Guide 73).

Fails:

```yaml title="apollo/risks.yml"
R-1:  # RISK010
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  cause: One factory makes the part
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  cause: One factory makes the part
  event: The factory closes
  effect: The launch moves by months
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_written
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.risk import Risk

CODE = "RISK010"
NAME = "cause-event-effect-missing"
SEVERITY = Severity.WARNING

_PARTS = ("cause", "event", "effect")


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Open risks that lack one of the three."""
    for risk in open_records(portfolio.book, Risk):
        if risk.is_open and not (risk.cause and risk.event and risk.effect):
            missing = [part for part in _PARTS if not getattr(risk, part) and not is_written(risk, part)]
            if missing:
                message = f"expected cause, event and effect, found no {' and no '.join(missing)}"
                cure = "write what is true today, what may happen, and what that would do"
                yield Fault.at(risk, message=message, cure=cure)
