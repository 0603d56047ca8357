"""An action is overdue.

Somebody relied on it being done. If nobody asks, the next one will be late too.

Fails:

```yaml title="apollo/actions.yml"
A-1: {text: Ask for the runbook, owner: tom, due: 2026-02-20}  # ACTION001
```

Passes:

```yaml title="apollo/actions.yml"
A-1: {text: Ask for the runbook, owner: tom, due: 2026-02-20, done: 2026-02-19}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_written
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.action import Action

CODE = "ACTION001"
NAME = "overdue-action"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Actions of open projects that are not done on the day after they were due."""
    day = portfolio.status_date
    for action in open_records(portfolio.book, Action):
        if action.is_open and action.due < day and not is_written(action, "done"):
            message = f"expected it to be done by {action.due}, found it open"
            cure = "write 'done:' and the day, or agree on a new date"
            yield Fault.at(action, "due", message=message, cure=cure)
