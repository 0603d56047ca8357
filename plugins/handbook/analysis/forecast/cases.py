"""Cases: what is simulated of each project, and which projects are simulated together."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from handbook.analysis.forecast.inputs import Inputs
from handbook.planning.memory import key_of
from handbook.planning.order import planning_order
from handbook.planning.settled import Settled
from handbook.planning.ties import Tie
from handbook.records.book import Book
from handbook.schedule.network import Link

_OVER = {"completed", "cancelled"}


@dataclass(frozen=True)
class Case:
    """What is simulated of one project: its plan and its uncertainty."""

    settled: Settled
    inputs: Inputs

    @property
    def facts(self) -> tuple[object, ...]:
        """All that its runs depend on beside other projects."""
        uncertain = self.inputs.uncertain
        told = (repr(uncertain.spreads), repr(uncertain.events), uncertain.correlation)
        money = (sorted(map(repr, uncertain.rates.items())), uncertain.fixed_cost)
        return (self.settled.digest, told, money)

    def place(self, item: str) -> int | None:
        """The index in the work of the project of a task or milestone by its id."""
        return self.settled.draft.outline.work.index.get(item.casefold())


@dataclass(frozen=True)
class Circle:
    """Projects that wait for each other, and are simulated together; most projects are alone in theirs.

    ``cases`` are by the ids of projects in lower case; ``before`` are the circles of other projects that
    these wait for, by the ids of those.
    """

    cases: Mapping[str, Case]
    before: Mapping[str, "Circle"]

    @cached_property
    def digest(self) -> str:
        """The same for two circles whose runs are the same."""
        own = sorted((name, case.facts) for name, case in self.cases.items())
        return key_of("runs", own, sorted((name, one.digest) for name, one in self.before.items()))

    def outer_ties(self, project: str) -> Iterator[tuple[Tie, Link, str]]:
        """The ties of one of its projects to others that are simulated, with their links."""
        draft = self.cases[project].settled.draft
        for tie, link in zip(draft.ties, draft.links, strict=False):
            other = (tie.target.project or "").casefold()
            if tie.inside is None and (other in self.cases or other in self.before):
                yield tie, link, other

    def case(self, project: str) -> Case:
        """The case of one of its projects, or of one that they wait for."""
        return self.cases[project] if project in self.cases else self.before[project].cases[project]


class Cases:
    """The cases of a book, each made once.

    ``settled`` gives the plan of a project, ``is_uncertain`` tells whether a quick look finds anything
    uncertain in it, ``ask`` gives its inputs.
    """

    def __init__(
        self,
        book: Book,
        settled: Callable[[str], Settled],
        is_uncertain: Callable[[str], bool],
        ask: Callable[[str, Settled], Inputs],
    ) -> None:
        self._book = book
        self._settled = settled
        self._is_uncertain = is_uncertain
        self._ask = ask
        self._made: dict[str, Circle | None] = {}

    def circle(self, project: str) -> Circle | None:
        """The circle of a project; None if the project is over, or nothing can move its dates."""
        name = project.casefold()
        if name not in self._made:
            for group in planning_order(name, self._needs):
                if group[0] not in self._made:
                    self._made.update(dict.fromkeys(group, self._circle(group)))
        return self._made[name]

    def _circle(self, group: list[str]) -> Circle | None:
        """The circle of some projects, after those of all that they need."""
        if any(self._is_over(name) for name in group):
            return None
        needed = frozenset().union(*map(self._needs, group)) - frozenset(group)
        found = ((other, self._made.get(other)) for other in sorted(needed))
        before = {other: circle for other, circle in found if circle is not None}
        if not before and not any(map(self._is_uncertain, group)):
            return None
        settled = {name: self._settled(name) for name in group}
        made = Circle({name: Case(one, self._ask(name, one)) for name, one in settled.items()}, before)
        made.digest  # noqa: B018  # told now, while those before it are known: a chain may be long
        can_move = before or any(case.inputs.moves_dates for case in made.cases.values())
        return made if can_move else None

    def _is_over(self, name: str) -> bool:
        charter = self._book.project(name)
        return charter is None or charter.status in _OVER

    def _needs(self, name: str) -> frozenset[str]:
        """The projects that one waits for."""
        return frozenset() if self._is_over(name) else self._settled(name).draft.outline.needs
