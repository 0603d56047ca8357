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

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.words import dated, listed
from handbook.checks.rule import Fault
from handbook.checks.standing import planned_projects
from handbook.planning.plan import Entry, Plan
from handbook.planning.staffing import Staffing
from handbook.problems import Severity
from handbook.records.kinds.levelled import Levelled, LevelledEntry
from handbook.records.kinds.task import Task

CODE = "RES008"
NAME = "levelled-schedule-out-of-date"
SEVERITY = Severity.WARNING

_MOST_NAMED = 3


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Levelled schedules of open projects with entries that do not fit, where the first of these stands."""
    for project in planned_projects(portfolio.book):
        for record in portfolio.book.of(Levelled, project.id):
            found = [] if record.withheld else list(_misfits(portfolio, record))
            if found:
                named = listed([why for _, why in found[:_MOST_NAMED]])
                more = f", and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
                message = (
                    f"expected a plan as it was levelled on {dated(record.date)}, found that {named}{more}"
                )
                first = next((id_ for id_, _ in found if id_ in record.entries), None)
                path = () if first is None else ("entries", first)
                cure = f"run 'handbook level {project.id} --write'"
                yield Fault.at(record, *path, message=message, cure=cure)


def _misfits(portfolio: Portfolio, record: Levelled) -> Iterator[tuple[str, str]]:
    """The ids of tasks with which something is not as it was levelled, and what."""
    plan = portfolio.plan(record.project or "")
    staffing = portfolio.settled(plan.project).draft.tools.staffing
    entries = {id_.casefold(): (id_, entry) for id_, entry in record.entries.items()}
    for name, (id_, _) in entries.items():
        if ("task", name) not in plan.by_id:
            yield id_, f"'{id_}' is not in the plan"
    for one in plan:
        task = one.record
        if not isinstance(task, Task) or one.summary or one.state != "open" or task.withheld:
            continue
        if (known := entries.get(task.id.casefold())) is None:
            if one.work and any(staffing.is_known(party) for party in one.doers):
                yield task.id, f"'{task.id}' is not levelled"
        elif why := _misfit(portfolio, plan, one, task, known[1], staffing):
            yield known[0], f"'{task.id}' {why}"


def _misfit(
    portfolio: Portfolio, plan: Plan, one: Entry, task: Task, entry: LevelledEntry, staffing: Staffing
) -> str:
    """What of an open task is not as it was levelled; empty if all is."""
    if entry.by and staffing.chosen(task) is None:
        return "is to be done by others"
    tolerance = portfolio.book.settings.schedule.levelling.tolerance
    late = plan.working_days(entry.start.date(), one.start.date())
    most = tolerance.minutes(plan.day_minutes, plan.week_minutes) / plan.day_minutes
    return f"starts {late} working days late" if late > most else ""
