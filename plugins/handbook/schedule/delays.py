"""A delay, tried on a timetable that is known: what is critical, and when all is done if work takes longer.

Deadlines are left out: they make work critical that the end of the project does not wait for, and move only
what is as late as possible. The network is neither checked nor put in order again, and no more of late dates
and floats is computed than what is asked for.
"""

from __future__ import annotations

from handbook.schedule.bounds import bounds
from handbook.schedule.critical_path import passes
from handbook.schedule.floats import total_float
from handbook.schedule.forward import forward
from handbook.schedule.logic import Logic
from handbook.schedule.network import ConstraintType
from handbook.schedule.nodes import Kind
from handbook.schedule.rollup import forecast
from handbook.schedule.timetable import Timetable


def critical_work(table: Timetable) -> list[int]:
    """Indexes of the activities that are critical if no deadline counts, in order; of groups none."""
    made = table.logic
    leaves = [at for at in range(len(table)) if at not in made.tree.children]
    if all(one.deadline is None for one in table.network.activities):
        return [at for at in leaves if table.critical[at]]
    found = passes(made, bounds(made, table.project_start, table.status, deadlines=False))
    slack = total_float(made, found.planned, found.limits)
    return [at for at in leaves if slack[at] <= 0 and not _is_finished(made, at)]


def finishes(table: Timetable, at: int = 0, delay: int = 0) -> tuple[int, ...]:
    """Forecast finishes by activity, as instants, if the one with an index had ``delay`` minutes more to do.

    Raises:
        NoWorkingTime: the calendar of an activity has no time left for its work.
    """
    is_late = any(one.constraint is ConstraintType.ALAP for one in table.network.activities)
    if not delay and not is_late:
        return table.finish
    made = _longer(table.logic, at, delay)
    dated = bounds(made, table.project_start, table.status, deadlines=False)
    planned = passes(made, dated).planned if is_late else forward(made, dated, {})
    return tuple(forecast(made, planned)[1])


def _longer(made: Logic, at: int, delay: int) -> Logic:
    """The same logic, with so much more to do of one activity; what is done of it stays as it is."""
    nodes = made.nodes
    lengths, plain, progress = list(nodes.lengths), list(made.plain), dict(nodes.progress)
    lengths[at] += delay
    if at in progress:
        progress[at] = progress[at]._replace(remaining=progress[at].remaining + delay)
    plain[at] = [
        (source, offset - delay if made.network.links[link].type.to_finish else offset, link)
        for source, offset, link in plain[at]
    ]
    return made._replace(nodes=nodes._replace(lengths=lengths, progress=progress), plain=plain)


def _is_finished(made: Logic, at: int) -> bool:
    return made.nodes.kinds[at] is Kind.BEGUN and made.nodes.progress[at].finished
