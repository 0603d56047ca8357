"""Nobody keeps in touch with a stakeholder.

What everybody could ask nobody asks. One person who knows them hears of trouble before it is written down.

Fails:

```yaml title="apollo/stakeholders.yml"
S-1:  # STAKE004
  name: Works council
  role: Represents the staff
```

Passes:

```yaml title="apollo/stakeholders.yml"
S-1:
  name: Works council
  role: Represents the staff
  relationship_owner: ana
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_whole
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.stakeholder import Stakeholder

CODE = "STAKE004"
NAME = "stakeholder-without-contact"
SEVERITY = Severity.INFO


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Stakeholders with neither a relationship owner nor an owner."""
    book = portfolio.book
    for stakeholder in open_records(book, Stakeholder):
        if not (stakeholder.relationship_owner or stakeholder.owner) and is_whole(book, stakeholder):
            message = f"expected somebody who keeps in touch with {stakeholder.label}, found nobody"
            yield Fault.at(stakeholder, message=message, cure="write 'relationship_owner:' and a name")
