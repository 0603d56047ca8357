"""Runs: the simulations of projects, each after those it waits for, with the same number of runs."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from handbook.analysis.forecast.forecast import Luck
from handbook.analysis.forecast.inputs import Inputs, is_uncertain
from handbook.planning.draft import lag, lag_calendar
from handbook.planning.memory import key_of
from handbook.planning.order import planning_order
from handbook.planning.settled import Settled
from handbook.planning.ties import Tie
from handbook.records.book import Book
from handbook.records.kinds.milestone import Milestone
from handbook.schedule.network import Link

if TYPE_CHECKING:
    from handbook.schedule.simulation.simulated import Simulated
    from handbook.schedule.simulation.stream import Ints

_OVER = {"completed", "cancelled"}


@dataclass(frozen=True)
class Case:
    """What is simulated of one project: its plan, its uncertainty, and the cases of projects it waits for."""

    settled: Settled
    inputs: Inputs
    before: Mapping[str, "Case"]

    @property
    def is_uncertain(self) -> bool:
        """Whether any date can move."""
        return self.inputs.moves_dates or bool(self.before)

    @cached_property
    def digest(self) -> str:
        """The same for two cases whose runs are the same."""
        uncertain = self.inputs.uncertain
        told = (repr(uncertain.spreads), repr(uncertain.events), uncertain.correlation)
        money = (sorted(map(repr, uncertain.rates.items())), uncertain.fixed_cost)
        before = sorted((name, case.digest) for name, case in self.before.items())
        return key_of("runs", self.settled.digest, told, money, before)

    def place(self, item: str) -> int | None:
        """The index in the work of the project of a task or milestone by its id."""
        return self.settled.draft.outline.work.index.get(item.casefold())

    @property
    def outer_ties(self) -> Iterator[tuple[Tie, Link, "Case"]]:
        """The ties to projects that are simulated too, with their links."""
        for tie, link in zip(self.settled.draft.ties, self.settled.draft.links, strict=False):
            case = self.before.get((tie.target.project or "").casefold()) if tie.inside is None else None
            if case is not None:
                yield tie, link, case


class Cases:
    """The cases of a book, each made once."""

    def __init__(
        self, book: Book, settled: Callable[[str], Settled], ask: Callable[[str, Settled], Inputs]
    ) -> None:
        self._book = book
        self._settled = settled
        self._ask = ask
        self._made: dict[str, Case | None] = {}

    def case(self, project: str) -> Case | None:
        """The case of a project; None if it is over, or nothing can move its dates.

        Projects that wait for each other take each other's dates as sure.
        """
        name = project.casefold()
        if name not in self._made:
            for group in planning_order(name, self._needs):
                for one in group:
                    if one not in self._made:
                        self._made[one] = self._case(one, frozenset(group))
        return self._made[name]

    def _case(self, name: str, group: frozenset[str]) -> Case | None:
        """The case of a project, after those of all that it needs and that is not in its own group."""
        if self._is_over(name):
            return None
        found = ((other, self._made.get(other)) for other in sorted(self._needs(name) - group))
        before = {other: case for other, case in found if case is not None}
        if not before and not is_uncertain(self._book, name):
            return None
        settled = self._settled(name)
        made = Case(settled, self._ask(name, settled), before)
        made.digest  # noqa: B018  # told now, while those before it are known: a chain may be long
        return made if made.is_uncertain else None

    def _is_over(self, name: str) -> bool:
        charter = self._book.project(name)
        return charter is None or charter.status in _OVER

    def _needs(self, name: str) -> frozenset[str]:
        """The projects that one waits for."""
        return frozenset() if self._is_over(name) else self._settled(name).draft.outline.needs


class Runs:
    """The runs of the cases with some luck; of what others wait for, only the dates are kept."""

    def __init__(self, luck: Luck) -> None:
        self._luck = luck
        self._dates: dict[tuple[int, Hashable], tuple[Ints, Ints]] = {}

    def of(self, case: Case, target: int | None = None) -> "Simulated":
        """The runs of a case, with the dates of all its milestones.

        Criticality is to the item with the index ``target``, or to the end of the project.

        Raises:
            ScheduleFault: there are none.
        """
        order = _upstream(case)
        wanted: dict[int, set[int]] = {}
        for one in (*order, case):
            for tie, _, before in one.outer_ties:
                wanted.setdefault(id(before), set()).add(_place(before, tie))
        for one in order:
            self._look_up(one, sorted(wanted.get(id(one), ())))
        items = case.settled.draft.outline.work.items
        return self._run(case, [at for at, item in enumerate(items) if isinstance(item, Milestone)], target)

    def _look_up(self, case: Case, wanted: list[int]) -> None:
        """Have the dates of what others wait for in one project."""
        if all((id(case), at) in self._dates for at in wanted):
            return
        found = self._run(case, wanted)
        for at in wanted:
            self._dates[id(case), at] = found.starts[at], found.finishes[at]

    def _run(self, case: Case, watched: list[int], target: int | None = None) -> "Simulated":
        from handbook.schedule.simulation.simulate import simulate

        table = case.settled.timetable
        uncertain = replace(case.inputs.uncertain, given=self._given(case))
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

    def _given(self, case: Case) -> dict[Hashable, "Ints"]:
        """The dates of what a project waits for elsewhere, with the lags of its links, by run."""
        from handbook.schedule.simulation.clock import Clock

        given: dict[Hashable, Ints] = {}
        activities, tools = case.settled.draft.activities, case.settled.draft.tools
        for tie, link, before in case.outer_ties:
            starts, finishes = self._dates[id(before), _place(before, tie)]
            at = finishes if tie.dependency.type in {"FS", "FF"} else starts
            clock = Clock(lag_calendar(tie, activities[link.succ], tools))
            given[activities[link.pred].key] = clock.shift(at, lag(tie, tools))
        return given


def _upstream(case: Case) -> list[Case]:
    """All cases that one waits for, directly or through others, each after those it waits for itself."""
    found: list[Case] = []
    known = {id(case)}
    path = [(case, iter(case.before.values()))]
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
