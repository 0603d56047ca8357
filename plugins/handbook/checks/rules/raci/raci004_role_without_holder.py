"""A role has duties, but nobody holds it.

A matrix names roles so that people can change. A duty of a role that nobody holds is done by nobody.

Fails:

```yaml title="roles.yml"
lead: {title: Project lead, holder: ana}
tester: {title: Tester}  # RACI004
sponsor: {title: Sponsor, holder: eve}
```

```yaml title="apollo/raci.yml"
build: {lead: A/R, tester: C}
```

Passes:

```yaml title="roles.yml"
lead: {title: Project lead, holder: ana}
tester: {title: Tester, holder: tom}
sponsor: {title: Sponsor, holder: eve}
```

```yaml title="apollo/raci.yml"
build: {lead: A/R, tester: C}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_written
from handbook.checks.rule import Fault, Gathered
from handbook.checks.standing import has_left, open_projects
from handbook.problems import Severity
from handbook.records.kinds.person import Person
from handbook.records.kinds.raci import Responsibility
from handbook.records.kinds.role import Role

CODE = "RACI004"
NAME = "role-without-holder"
SEVERITY = Severity.WARNING
SCOPE = "portfolio"


def gather(portfolio: Portfolio, project: str | None) -> list[str]:
    """The ids of the roles in the matrix of a project that has not ended."""
    book = portfolio.book
    if not project or not any(open_projects(book, project)):
        return []
    found = (
        targets
        for record, _, targets in book.references_in(project)
        if isinstance(record, Responsibility) and len(targets) == 1
    )
    return sorted({target.id for (target,) in found if isinstance(target, Role)})


def check(portfolio: Portfolio, gathered: Gathered) -> Iterator[Fault]:
    """Roles in the matrices of open projects whose holder is missing or has left."""
    book, day = portfolio.book, portfolio.status_date
    used = set[str]().union(*gathered.values())
    for role in book.of(Role):
        if role.id not in used:
            continue
        holder = book.find(role.holder, None, ("person",)) if role.holder else None
        if role.holder is None and not is_written(role, "holder"):
            message = f"expected a holder of the role '{role.id}', found none"
            yield Fault.at(role, message=message, cure="write 'holder:' and who fills it")
        elif isinstance(holder, Person) and has_left(holder, day):
            message = (
                f"expected a holder of the role '{role.id}', found {holder.name}, who left on {holder.to}"
            )
            yield Fault.at(role, "holder", message=message, cure="write who fills it now")
