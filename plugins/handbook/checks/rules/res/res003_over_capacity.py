"""Somebody is planned for more work in a week than they have time for.

Some of it will be late, and nobody decided which. Work of all projects counts together, in the hours in which
it is planned; leave and holidays count neither as work nor as time. `handbook level` finds dates that fit.

Fails:

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 20d
    assigned: {tom: 80%}
  write:
    title: Write the manual
    duration: 10d
    assigned: {tom: 50%}  # RES003
```

Passes:

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 20d
    assigned: {tom: 50%}
  write:
    title: Write the manual
    duration: 10d
    assigned: {tom: 50%}
```
"""

from collections.abc import Iterator
from itertools import chain

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.words import listed
from handbook.analysis.workload import Share, loads
from handbook.checks.load import shares
from handbook.checks.rule import Fault, Gathered
from handbook.problems import Severity
from handbook.records.record import Part
from handbook.records.types.percent import Units

CODE = "RES003"
NAME = "over-capacity"
SEVERITY = Severity.WARNING
SCOPE = "portfolio"

_ROUNDING = 1e-6


class Options(Part):
    """How full a week may be."""

    most: Units = Field(1.0, description="The greatest share of their time that may be planned.")


def gather(portfolio: Portfolio, project: str | None) -> list[Share]:
    """What the work ahead of a project asks of everybody in each week."""
    return shares(portfolio, project) if project else []


def check(portfolio: Portfolio, options: Options, gathered: Gathered) -> Iterator[Fault]:
    """The fullest week of everybody with too full ones, in the place of the assignment begun last."""
    found = chain.from_iterable(gathered.get(project.id, ()) for project in portfolio.book.projects)
    for load in loads(portfolio.book, found):
        full = [week for week in load.weeks if week.share > options.most + _ROUNDING]
        if full:
            worst = max(full, key=lambda week: week.share)
            work = listed([piece.task for piece in worst.pieces])
            more = f", and {len(full) - 1} more such weeks" if len(full) > 1 else ""
            limit = f"at most {options.most:.0%} of '{load.party.id}' in the week of {worst.monday}"
            message = f"expected {limit}, found {worst.share:.0%} with {work}{more}"
            last = worst.pieces[-1]
            cure = "run 'handbook level', lower a share, or assign somebody else"
            place = portfolio.place(last.spot, *last.path)
            yield Fault(place, message, cure, last.spot.project)
