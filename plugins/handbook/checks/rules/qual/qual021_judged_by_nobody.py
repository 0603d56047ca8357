"""A criterion was judged, and it does not say by whom or when.

A verdict is worth what the one who gives it knows, and what they knew that day. Without a name there is
nobody to ask.

Fails:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    criteria:
      load: {text: 500 orders a minute, result: fail, by: tom}  # QUAL021
```

Passes:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    criteria:
      load: {text: 500 orders a minute, result: fail, by: tom, on: 2026-02-24}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.words import listed
from handbook.checks.gates import criteria
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "QUAL021"
NAME = "judged-by-nobody"
SEVERITY = Severity.INFO


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Criteria that passed or failed without a name or a day."""
    for criterion in criteria(portfolio.book):
        lacking = [name for name in ("by", "on") if not getattr(criterion, name)]
        if lacking and criterion.result in ("pass", "fail"):
            words = {"by": "who found it", "on": "the day on which it was found"}
            message = f"expected {listed([words[name] for name in lacking])}, found none"
            fields = listed([f"'{name}:'" for name in lacking])
            cure = f"write {fields} beside the result"
            yield Fault.at(criterion, "result", message=message, cure=cure)
