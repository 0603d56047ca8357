"""Runs: the simulations of projects, each after those it waits for, with the same number of runs."""

from collections.abc import Hashable
from dataclasses import replace
from typing import TYPE_CHECKING

from handbook.analysis.forecast.cases import Case, Circle
from handbook.analysis.forecast.forecast import Luck
from handbook.planning.draft import lag, lag_calendar
from handbook.planning.ties import Tie
from handbook.records.kinds.milestone import Milestone

if TYPE_CHECKING:
    from handbook.schedule.simulation.simulated import Simulated
    from handbook.schedule.simulation.stream import Ints

Span = tuple["Ints", "Ints"]
"""Starts and finishes by run."""


class Runs:
    """The runs of circles with some luck; of what others wait for, only the dates are kept."""

    def __init__(self, luck: Luck) -> None:
        self._luck = luck
        self._dates: dict[tuple[str, int], Span] = {}

    def of(self, circle: Circle, project: str, target: int | None = None) -> "Simulated":
        """The runs of one project of a circle, with the dates of all its milestones.

        Criticality is to the item with the index ``target``, or to the end of the project.

        Raises:
            ScheduleFault: there are none.
        """
        order = _upstream(circle)
        wanted: dict[str, set[int]] = {}
        for one in (*order, circle):
            for name in one.cases:
                for tie, _, other in one.outer_ties(name):
                    wanted.setdefault(other, set()).add(_place(one.case(other), tie))
        for one in order:
            self._look_up(one, wanted)
        if len(circle.cases) > 1:
            self._look_up(circle, wanted)
        items = circle.cases[project].settled.draft.outline.work.items
        watched = [at for at, item in enumerate(items) if isinstance(item, Milestone)]
        return self._run(circle, project, watched, target)

    def _look_up(self, circle: Circle, wanted: dict[str, set[int]]) -> None:
        """Have the dates of what others wait for in the projects of a circle."""
        places = {name: sorted(wanted.get(name, ())) for name in circle.cases}
        if all((name, at) in self._dates for name, own in places.items() for at in own):
            return
        if len(places) > 1:
            self._begin(circle, places)
        self._in_turns(circle, places)

    def _begin(self, circle: Circle, places: dict[str, list[int]]) -> None:
        """In a circle somebody has to begin: with the dates that others have in the plan."""
        import numpy as np

        for name, own in places.items():
            settled = circle.cases[name].settled
            for at in own:
                row = settled.row(at) or 0
                span = settled.timetable.start[row], settled.timetable.finish[row]
                starts, finishes = (np.full(self._luck.runs, one, dtype=np.int64) for one in span)
                self._dates[name, at] = starts, finishes

    def _in_turns(self, circle: Circle, places: dict[str, list[int]]) -> None:
        """Simulate projects until no run of any of them is given another date.

        As `Plans` plans them: no work waits for itself, so that each turn settles one more link on any way
        through the projects, in all runs at once. What comes to rest is what one network of all of them
        would say.
        """
        given: dict[str, dict[Hashable, Ints]] = {}
        links = sum(1 for name in places for _, _, other in circle.outer_ties(name) if other in places)
        for _ in range(links + 2):
            is_steady = True
            for name, own in places.items():
                dates = self._given(circle, name)
                if name not in given or not _same(given[name], dates):
                    given[name], is_steady = dates, False
                    found = self._run(circle, name, own)
                    self._dates.update({(name, at): (found.starts[at], found.finishes[at]) for at in own})
            if is_steady or len(places) == 1:
                return

    def _run(
        self, circle: Circle, project: str, watched: list[int], target: int | None = None
    ) -> "Simulated":
        from handbook.schedule.simulation.simulate import simulate

        case = circle.cases[project]
        table = case.settled.timetable
        uncertain = replace(case.inputs.uncertain, given=self._given(circle, project))
        runs, seed = self._luck
        return simulate(
            table.network,
            table.project_start,
            table.status,
            uncertain,
            runs=runs,
            seed=seed,
            watched=watched,
            target=target,
        )

    def _given(self, circle: Circle, project: str) -> dict[Hashable, "Ints"]:
        """The dates of what a project waits for elsewhere, with the lags of its links, by run."""
        from handbook.schedule.simulation.clock import Clock

        given: dict[Hashable, Ints] = {}
        draft = circle.cases[project].settled.draft
        for tie, link, other in circle.outer_ties(project):
            starts, finishes = self._dates[other, _place(circle.case(other), tie)]
            at = finishes if tie.dependency.type in {"FS", "FF"} else starts
            clock = Clock(lag_calendar(tie, draft.activities[link.succ], draft.tools))
            given[draft.activities[link.pred].key] = clock.shift(at, lag(tie, draft.tools))
        return given


def _same(some: dict[Hashable, "Ints"], others: dict[Hashable, "Ints"]) -> bool:
    return all(bool((at == others[key]).all()) for key, at in some.items())


def _upstream(circle: Circle) -> list[Circle]:
    """All circles that one waits for, directly or through others, each after those it waits for itself."""
    found: list[Circle] = []
    known = {id(circle)}
    path = [(circle, iter(circle.before.values()))]
    while path:
        one, rest = path[-1]
        before = next((other for other in rest if id(other) not in known), None)
        if before is not None:
            known.add(id(before))
            path.append((before, iter(before.before.values())))
        else:
            path.pop()
            found.append(one)
    return found[:-1]


def _place(case: Case, tie: Tie) -> int:
    """The index in the work of a project of what a tie waits for."""
    return case.place(tie.target.id) or 0
