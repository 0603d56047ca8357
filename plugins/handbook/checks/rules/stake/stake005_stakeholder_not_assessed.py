"""Nobody has assessed a stakeholder.

Without influence and interest they stand nowhere on the grid, and no rule can tell whether they are told
enough.

Fails:

```yaml title="apollo/stakeholders.yml"
S-1:  # STAKE005
  name: Works council
  role: Represents the staff
  influence: 4
```

Passes:

```yaml title="apollo/stakeholders.yml"
S-1:
  name: Works council
  role: Represents the staff
  influence: 2
  interest_level: 4
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.words import listed
from handbook.checks.completeness import is_whole
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.stakeholder import Stakeholder

CODE = "STAKE005"
NAME = "stakeholder-not-assessed"
SEVERITY = Severity.INFO


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Stakeholders without influence or without a level of interest."""
    book = portfolio.book
    for stakeholder in open_records(book, Stakeholder):
        lacking = [name for name in ("influence", "interest_level") if getattr(stakeholder, name) is None]
        if lacking and is_whole(book, stakeholder):
            fields = listed([f"'{name}:'" for name in lacking])
            message = f"expected the influence and interest of {stakeholder.label}, found not both"
            yield Fault.at(stakeholder, message=message, cure=f"write {fields}, from 1 to 5")
