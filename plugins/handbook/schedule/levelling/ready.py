"""A levelling made ready: its ways, its grid, first plans, and what the last published plan wishes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from handbook.schedule.critical_path import timetable
from handbook.schedule.levelling.grid import Grid
from handbook.schedule.levelling.gridding import grid
from handbook.schedule.levelling.heuristic import Draft, Drafting, drafted
from handbook.schedule.levelling.pieces import Cut, cut
from handbook.schedule.levelling.placing import Placed, place
from handbook.schedule.levelling.problem import Levelling
from handbook.schedule.levelling.solver import Wish
from handbook.schedule.levelling.ways import Way, Ways, ways, with_ways
from handbook.schedule.levelling.windows import least, windows
from handbook.schedule.progress import progress

AFTER = 14 * 24 * 60
"""Minutes beyond the first plan in which calendars are looked at."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A levelling made ready.

    Attributes:
        asked: the levelling as it came.
        cut: the same with paused jobs as chains.
        found: its ways.
        first: a plan on the calendar.
        grid, drafts: its grid, and plans on it; a wish is kept in the last, if there are wishes.
        previous: node -> instant at which the last published plan starts it, where it can be kept.
        wishes: the same on the grid.
        slack: cost that keeping wishes may add.
    """

    asked: Levelling
    cut: Cut
    found: Ways
    first: Placed
    grid: Grid
    drafts: tuple[Draft, ...]
    previous: Mapping[int, int]
    wishes: dict[int, Wish]
    slack: int

    @property
    def problem(self) -> Levelling:
        """What is levelled."""
        return self.cut.problem

    @property
    def least(self) -> int:
        """The cost that links alone make necessary."""
        return least(self.grid, windows(self.grid, 0))

    def moved(self, placed: Placed) -> tuple[int, ...]:
        """Activities that a plan does not start, or do, as the last published plan does."""
        found = []
        for at, job in sorted(self.asked.jobs.items()):
            if at not in placed.chosen or job.previous_start is None:
                continue
            way, start = placed.chosen[at], placed.found.instants[2 * at]
            is_late = way.calendar.position(start) != way.calendar.position(job.previous_start)
            if is_late or job.previous_choice not in {None, way.choice}:
                found.append(at)
        return tuple(found)


def ready(problem: Levelling, tolerance: int, seed: int) -> Ready:
    """Make a levelling ready. Arguments and errors as of `level`."""
    pinned = _pinned(problem)
    parts = cut(pinned, ways(pinned).open)
    found = ways(parts.problem)
    first, free = _first(parts.problem, found)
    horizon = max(first.finish, problem.project_start) + 3 * tolerance + AFTER
    previous = {
        at: job.previous_start
        for at, job in parts.problem.jobs.items()
        if at in found.open and job.previous_start is not None
    }
    marks = tuple(previous.values())
    made = grid(parts.problem, found, free, parts.leaders, horizon, marks)
    best = drafted(made, seed)
    if best is None:
        made = grid(parts.problem, found, first, parts.leaders, horizon, marks)
        best = drafted(made, seed)
    drafts = [_draft(made, first)] if best is None else [best]
    wishes = _wishes(made, parts.problem, found, previous)
    if wishes:
        drafts += _kept(made, drafts[0], wishes)
    slack = -(-tolerance // made.unit) * sum(weight for weight, _ in made.ends)
    return Ready(problem, parts, found, first, made, tuple(drafts), previous, wishes, slack)


def _pinned(problem: Levelling) -> Levelling:
    """Work that was reported without a start stands where the plan without levelling has it."""
    begun = [(at, progress(one)) for at, one in enumerate(problem.network.activities)]
    loose = {at for at, far in begun if far is not None and far.start is None and far.finish is None}
    if not loose:
        return problem
    plan = timetable(problem.network, problem.project_start, problem.status)
    parents = {one.parent for one in problem.network.activities}
    activities = tuple(
        replace(one, actual_start=plan.start[at]) if at in loose and at not in parents else one
        for at, one in enumerate(problem.network.activities)
    )
    return replace(problem, network=replace(problem.network, activities=activities))


def _first(problem: Levelling, found: Ways) -> tuple[Placed, Placed]:
    """A first plan, and the plan of links alone."""
    chosen = {at: _usual(problem, at, fitting) for at, fitting in found.open.items()}
    plan = timetable(with_ways(problem.network, chosen), problem.project_start, problem.status)
    late = sorted(range(len(plan.late_start)), key=lambda at: (plan.late_start[at], at))
    weighty = sorted(late, key=lambda at: -problem.jobs[at].priority if at in problem.jobs else -1001)
    plans = [place(problem, found, chosen, order) for order in (late, weighty)]
    nobody = {at: replace(way, demands=()) for at, way in chosen.items()}
    free = place(problem, found, nobody, late)
    return min(plans, key=lambda one: (one.faults, one.finish)), replace(free, chosen=chosen)


def _usual(problem: Levelling, at: int, fitting: tuple[Way, ...]) -> Way:
    """The way of the last published plan, or the preferred one."""
    previous = problem.jobs[at].previous_choice
    return next((way for way in fitting if way.choice == previous), fitting[0])


def _draft(made: Grid, placed: Placed) -> Draft:
    """A plan on the calendar as one on the grid."""
    starts = {node: made.at(placed.found.instants[2 * node]) for node in made.order}
    finishes = {node: made.at(placed.found.instants[2 * node + 1]) for node in made.order}
    taken = {}
    for node, options in made.options.items():
        choice = placed.chosen[node].choice if node in placed.chosen else 0
        taken[node] = next((at for at, option in enumerate(options) if option.way == choice), 0)
    return Draft(starts, finishes, taken, made.cost(finishes))


def _wishes(made: Grid, problem: Levelling, found: Ways, previous: Mapping[int, int]) -> dict[int, Wish]:
    """What can be kept of the last published plan."""
    early = windows(made, 0).early
    wishes = {}
    for at, start in previous.items():
        time = made.at(start)
        choice = problem.jobs[at].previous_choice
        ways_of = [
            option for option in range(len(made.options[at])) if _is_choice(made, found, at, option, choice)
        ]
        if time >= early[at] and ways_of:
            wishes[at] = Wish(time, None if choice is None else ways_of[0])
    return wishes


def _is_choice(made: Grid, found: Ways, at: int, option: int, choice: int | None) -> bool:
    return choice is None or found.open[at][made.options[at][option].way].choice == choice


def _kept(made: Grid, draft: Draft, wishes: dict[int, Wish]) -> list[Draft]:
    """A plan in the order of the last published one, which starts nothing earlier than that did."""
    held = {node: wish.start for node, wish in wishes.items()}
    wanted = {node: wish.way for node, wish in wishes.items() if wish.way is not None}
    order = {node: held.get(node, draft.starts[node]) for node in made.order}
    kept = Drafting(made).place(lambda node: (order[node], node not in held), wanted, held)
    return [kept] if kept is not None else []
