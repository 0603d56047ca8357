"""A criterion was judged, or a gate decided, on a day that is yet to come.

What is planned is no result. The day of a gate that lies ahead is that of its milestone.

Fails:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    decision: hold
    decided: 2026-03-27  # QUAL020
    criteria:
      load:
        text: 500 orders a minute
        evidence: https://example.org/load
        result: pass
        by: tom
        on: 2026-03-20  # QUAL020
```

Passes:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    decision: hold
    decided: 2026-03-02
    criteria:
      load:
        text: 500 orders a minute
        evidence: https://example.org/load
        result: pass
        by: tom
        on: 2026-03-02
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.gates import gates
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "QUAL020"
NAME = "judged-in-the-future"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Days of criteria and gates after the status date."""
    for gate, criteria in gates(portfolio.book):
        for record, field, day in (
            (gate, "decided", gate.decided),
            *((one, "on", one.on) for one in criteria),
        ):
            if day is not None and day > portfolio.status_date:
                message = f"expected a day up to the status date, {portfolio.status_date}, found {day}"
                yield Fault.at(record, field, message=message, cure=f"remove '{field}' until it has happened")
