"""An action is done in the future, or was done before it was agreed.

One of the dates is wrong. Until it is put right nobody knows whether the action is done.

Fails:

```yaml title="apollo/actions.yml"
A-1: {text: Ask for the runbook, owner: tom, due: 2026-03-20, done: 2026-03-12}  # ACTION003
```

Passes:

```yaml title="apollo/actions.yml"
A-1: {text: Ask for the runbook, owner: tom, raised: 2026-02-02, due: 2026-03-20, done: 2026-02-12}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.action import Action

CODE = "ACTION003"
NAME = "action-done-out-of-order"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Actions of open projects done after the status date, or before they were agreed."""
    day = portfolio.status_date
    for action in open_records(portfolio.book, Action):
        if action.done and action.done > day:
            message = f"expected a day up to {day}, found {action.done}"
            yield Fault.at(action, "done", message=message, cure="write when it was done, or leave it open")
        elif action.done and action.raised and action.done < action.raised:
            message = f"expected a day after it was agreed on {action.raised}, found {action.done}"
            yield Fault.at(action, "done", message=message, cure="put the wrong one of the two dates right")
