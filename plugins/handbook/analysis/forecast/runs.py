"""Runs: the simulations of projects, each after those it waits for, with the same number of runs."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from handbook.analysis.forecast.forecast import Luck
from handbook.analysis.forecast.inputs import Inputs, is_uncertain
from handbook.planning.draft import lag, lag_calendar
from handbook.planning.memory import key_of
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
        """The case of a project; None if it is over, or nothing can move its dates."""
        return self._case(project.casefold(), frozenset())

    def _case(self, name: str, behind: frozenset[str]) -> Case | None:
        """The case of a project; projects in a circle of waiting take each other's dates as sure."""
        charter = self._book.project(name)
        if charter is None or charter.status in _OVER:
            return None
        if name not in self._made:
            needs = self._needs(name)
            if not needs and not is_uncertain(self._book, name):
                self._made[name] = None
                return None
            found = ((other, self._case(other, behind | {name})) for other in sorted(needs))
            before = {other: case for other, case in found if case is not None}
            settled = self._settled(name)
            made = Case(settled, self._ask(name, settled), before)
            self._made[name] = made if made.is_uncertain else None
        return self._made[name]

    def _needs(self, name: str) -> frozenset[str]:
        """The projects that one waits for and that do not wait for it, directly or through others."""
        direct = self._direct(name)
        return frozenset(other for other in direct if name not in self._reached(other))

    def _direct(self, name: str) -> frozenset[str]:
        if self._book.project(name) is None:
            return frozenset()
        return self._settled(name).draft.outline.needs

    def _reached(self, name: str) -> set[str]:
        reached, waiting = {name}, [name]
        while waiting:
            for other in self._direct(waiting.pop()):
                if other not in reached:
                    reached.add(other)
                    waiting.append(other)
        return reached


class Runs:
    """The runs of the cases with some luck; of what others wait for, only the dates are kept."""

    def __init__(self, luck: Luck) -> None:
        self._luck = luck
        self._dates: dict[tuple[int, Hashable], tuple[Ints, Ints]] = {}

    def of(self, case: Case) -> "Simulated":
        """The runs of a case, with the dates of all its milestones. Raises `ScheduleFault` if it has none."""
        items = case.settled.draft.outline.work.items
        return self._run(case, [at for at, item in enumerate(items) if isinstance(item, Milestone)])

    def _run(self, case: Case, watched: list[int]) -> "Simulated":
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
        )

    def _given(self, case: Case) -> dict[Hashable, "Ints"]:
        """The dates of what a project waits for elsewhere, with the lags of its links, by run."""
        from handbook.schedule.simulation.clock import Clock

        wanted: dict[int, list[tuple[Tie, Link, Case]]] = {}
        for one in case.outer_ties:
            wanted.setdefault(id(one[2]), []).append(one)
        given: dict[Hashable, Ints] = {}
        for ties in wanted.values():
            self._look_up(ties)
            for tie, link, before in ties:
                starts, finishes = self._dates[id(before), _place(before, tie)]
                at = finishes if link.type.from_finish or tie.dependency.type in {"FS", "FF"} else starts
                activities, tools = case.settled.draft.activities, case.settled.draft.tools
                clock = Clock(lag_calendar(tie, activities[link.succ], tools))
                given[activities[link.pred].key] = clock.shift(at, lag(tie, tools))
        return given

    def _look_up(self, ties: list[tuple[Tie, Link, Case]]) -> None:
        """Have the dates of what is waited for in one project."""
        before = ties[0][2]
        wanted = {_place(before, tie) for tie, _, _ in ties}
        if all((id(before), at) in self._dates for at in wanted):
            return
        found = self._run(before, sorted(wanted))
        for at in wanted:
            self._dates[id(before), at] = found.starts[at], found.finishes[at]


def _place(case: Case, tie: Tie) -> int:
    """The index in the work of a project of what a tie waits for."""
    return case.settled.draft.outline.work.index.get(tie.target.id.casefold()) or 0
