"""A stakeholder is less engaged than the project needs, and nothing is done about it.

The gap was found, and the assessment ends there. What closes it is an action with an owner and a day: one of
the stakeholder, or one that says it comes from them.

Fails:

```yaml title="apollo/stakeholders.yml"
S-1:
  name: Works council
  role: Represents the staff
  engagement: {current: resistant, desired: supportive}  # STAKE003
```

Passes:

```yaml title="apollo/stakeholders.yml"
S-1:
  name: Works council
  role: Represents the staff
  engagement: {current: resistant, desired: supportive}
```

```yaml title="apollo/actions.yml"
A-1: {text: Show the draft of the shift plan, owner: ana, due: 2026-03-20, from: S-1}
```

Passes:

```yaml title="apollo/stakeholders.yml"
S-1:
  name: Works council
  role: Represents the staff
  engagement: {current: resistant, desired: supportive}
  actions: [{text: Show the draft of the shift plan, due: 2026-03-20}]
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_complete, is_whole
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.book import Book
from handbook.records.kinds.action import Action
from handbook.records.kinds.stakeholder import ENGAGEMENTS, Stakeholder

CODE = "STAKE003"
NAME = "engagement-gap-without-action"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Stakeholders below the engagement that is desired, without an open action."""
    book = portfolio.book
    for stakeholder in open_records(book, Stakeholder):
        gap = stakeholder.engagement
        if gap is None or ENGAGEMENTS.index(gap.current) >= ENGAGEMENTS.index(gap.desired):
            continue
        is_known = is_whole(book, stakeholder) and is_complete(book, stakeholder.project, Action)
        if is_known and not _has_action(book, stakeholder):
            message = f"expected an open action from {gap.current} to {gap.desired}, found none"
            yield Fault.at(
                stakeholder, "engagement", message=message, cure="write 'actions:' and what is done"
            )


def _has_action(book: Book, stakeholder: Stakeholder) -> bool:
    named = (one.record for one in book.citations(stakeholder))
    return any(one.done is None for one in stakeholder.actions) or any(
        isinstance(one, Action) and one.is_open for one in named
    )
