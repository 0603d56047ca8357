"""An action for a stakeholder is overdue.

They stay where they were, and by now they may have noticed that nobody came.

Fails:

```yaml title="apollo/stakeholders.yml"
S-1:
  name: Works council
  role: Represents the staff
  actions:
    - {text: Show the draft of the shift plan, due: 2026-02-20}  # STAKE006
```

Passes:

```yaml title="apollo/stakeholders.yml"
S-1:
  name: Works council
  role: Represents the staff
  actions:
    - {text: Show the draft of the shift plan, due: 2026-02-20, done: 2026-02-19}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_whole
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.stakeholder import Stakeholder

CODE = "STAKE006"
NAME = "engagement-action-overdue"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Actions of stakeholders that are not done on the day after they were due."""
    day = portfolio.status_date
    for stakeholder in open_records(portfolio.book, Stakeholder):
        for at, action in enumerate(stakeholder.actions):
            if (
                action.due
                and action.due < day
                and action.done is None
                and is_whole(portfolio.book, stakeholder)
            ):
                message = f"expected '{action.text}' to be done by {action.due}, found it open"
                cure = "write 'done:' and the day, or agree on a new date"
                yield Fault.at(stakeholder, "actions", at, "due", message=message, cure=cure)
