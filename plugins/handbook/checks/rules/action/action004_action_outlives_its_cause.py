"""An action is open, and what it came from is closed.

Either the action is no longer needed, or the record was closed too early.

Fails:

```yaml title="apollo/issues.yml"
I-1: {title: The test machine is too slow, status: closed, resolved: 2026-02-20}
```

```yaml title="apollo/actions.yml"
A-1: {text: Order a faster machine, owner: tom, due: 2026-03-20, from: I-1}  # ACTION004
```

Passes:

```yaml title="apollo/issues.yml"
I-1: {title: The test machine is too slow, owner: tom}
```

```yaml title="apollo/actions.yml"
A-1: {text: Order a faster machine, owner: tom, due: 2026-03-20, from: I-1}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.action import Action
from handbook.records.kinds.change import Change
from handbook.records.kinds.issue import Issue
from handbook.records.kinds.risk import Risk
from handbook.records.record import Record

CODE = "ACTION004"
NAME = "action-outlives-its-cause"
SEVERITY = Severity.INFO


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Open actions of open projects that came from a closed issue or risk, or from a rejected change."""
    book = portfolio.book
    for action in open_records(book, Action):
        cause = book.find(action.from_, action.project) if action.from_ and action.is_open else None
        if cause is not None and (state := _closed(cause)):
            message = f"expected {cause.id} to be open as long as the action is, found it {state}"
            yield Fault.at(action, "from", message=message, cure="finish the action, or drop it")


def _closed(record: Record) -> str:
    """The word for the state of a record that asks for nothing any more; empty for any other."""
    if isinstance(record, (Issue, Risk)):
        return "" if record.is_open else record.status
    return "rejected" if isinstance(record, Change) and record.decision == "rejected" else ""
