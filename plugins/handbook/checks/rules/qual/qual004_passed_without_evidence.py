"""A criterion has passed, and nothing shows it.

Whoever decides at the gate must be able to look: at a report, a record of the review, a signed page. What
cannot be shown has to be believed.

Fails:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    criteria:
      load: {text: 500 orders a minute, result: pass, by: tom, on: 2026-02-24}  # QUAL004
```

Passes:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    criteria:
      load:
        text: 500 orders a minute
        evidence: https://example.org/load
        result: pass
        by: tom
        on: 2026-02-24
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.gates import criteria
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "QUAL004"
NAME = "passed-without-evidence"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Criteria that passed without evidence."""
    for criterion in criteria(portfolio.book):
        if criterion.result == "pass" and not criterion.evidence:
            cure = "write 'evidence:' and a link or the path of a file"
            yield Fault.at(criterion, message="expected evidence of what passed, found none", cure=cure)
