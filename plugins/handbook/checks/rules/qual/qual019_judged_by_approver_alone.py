"""Who passed a gate has judged all of its criteria alone.

A gate is worth something because somebody looks who did not decide to go on. If the approver has found
everything good that the approver then approves, nobody else has looked.

Fails:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    decision: go  # QUAL019
    decided: 2026-02-27
    criteria:
      load: {text: 500 orders a minute, result: pass, by: eve, on: 2026-02-24}
```

Passes:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    decision: go
    decided: 2026-02-27
    criteria:
      load: {text: 500 orders a minute, result: pass, by: tom, on: 2026-02-24}
```
"""

from collections.abc import Iterator

from handbook.analysis.parties import is_same, label
from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_complete
from handbook.checks.gates import gates
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.kinds.criterion import Criterion

CODE = "QUAL019"
NAME = "judged-by-approver-alone"
SEVERITY = Severity.INFO


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Passed gates whose criteria were all judged, and by nobody but the approver."""
    book = portfolio.book
    for gate, criteria in gates(book):
        judged = [one.by for one in criteria if one.by]
        is_alone = (
            judged
            and len(judged) == len(criteria)
            and all(is_same(book, one, gate.approver) for one in judged)
        )
        if gate.is_passed and is_alone and is_complete(book, gate.project, Criterion):
            who = label(book, gate.approver)
            message = f"expected somebody else than {who} to judge a criterion, found nobody"
            yield Fault.at(gate, "decision", message=message, cure="let another look before the next gate")
