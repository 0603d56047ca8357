"""The levelled schedule does not fit the plan any more.

It says who does what when, so that nobody is needed twice at once. Since it was made, work has come or gone,
is to be done by others, or is late. The plan follows what still fits, but somebody may have too much to do.
The file is never mended by hand: level again.

Fails:

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design the service, duration: 10d, assigned: {tom: 100%}, started: 2026-02-23}
  build:
    title: Build the service
    duration: 20d
    assigned: {tom: 100%}
    after: [design]
```

```yaml title="apollo/levelled.yml"
date: 2026-02-16
entries:
  design: {start: 2026-02-16, finish: 2026-02-27, by: {tom: 100%}}
  build: {start: 2026-03-02, finish: 2026-03-27, by: {tom: 100%}}  # RES008
```

Passes:

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design the service, duration: 10d, assigned: {tom: 100%}, started: 2026-02-23}
  build:
    title: Build the service
    duration: 20d
    assigned: {tom: 100%}
    after: [design]
```

```yaml title="apollo/levelled.yml"
date: 2026-03-02
entries:
  design: {start: 2026-02-23, finish: 2026-03-13, by: {tom: 100%}}
  build: {start: 2026-03-16, finish: 2026-04-10, by: {tom: 100%}}
```
"""

from collections.abc import Iterator

from handbook.analysis.misfits import misfits
from handbook.analysis.portfolio import Portfolio
from handbook.analysis.words import dated, listed
from handbook.checks.rule import Fault
from handbook.checks.standing import planned_projects
from handbook.problems import Severity
from handbook.records.kinds.levelled import Levelled

CODE = "RES008"
NAME = "levelled-schedule-out-of-date"
SEVERITY = Severity.WARNING

_MOST_NAMED = 3


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Levelled schedules of open projects with entries that do not fit, where the first of these stands."""
    for project in planned_projects(portfolio.book):
        for record in portfolio.book.of(Levelled, project.id):
            found = [] if record.withheld else list(misfits(portfolio, record))
            if found:
                named = listed([str(one) for one in found[:_MOST_NAMED]])
                more = f", and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
                message = (
                    f"expected a plan as it was levelled on {dated(record.date)}, found that {named}{more}"
                )
                first = next((one.id for one in found if one.id in record.entries), None)
                path = () if first is None else ("entries", first)
                cure = f"run 'handbook level {project.id} --write'"
                yield Fault.at(record, *path, message=message, cure=cure)
