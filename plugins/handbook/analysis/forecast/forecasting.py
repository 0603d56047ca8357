"""Forecasting: the way from a book to the forecasts of its projects, each made once."""

from collections.abc import Callable

from handbook.analysis.cost import Cost
from handbook.analysis.forecast.cases import Case, Cases, Circle
from handbook.analysis.forecast.forecast import Forecast, Luck
from handbook.analysis.forecast.inputs import Inputs, inputs, is_uncertain
from handbook.analysis.forecast.plain import FORM
from handbook.analysis.forecast.pricing import pricing
from handbook.analysis.forecast.runs import Runs
from handbook.analysis.forecast.spending import Spending, spending
from handbook.analysis.forecast.threats import Threats
from handbook.planning.memory import Memory, key_of
from handbook.planning.plans import Plans
from handbook.planning.settled import Settled
from handbook.records.book import Book
from handbook.records.kinds.milestone import Milestone
from handbook.schedule import ScheduleFault

_MOST_DRAWS = 20_000_000
"""Records may come from anyone: no plan may take all of the memory."""


class Forecasting:
    """The forecasts of a book.

    A forecast costs time, so it is kept in the memory under all that it depends on; numpy is imported only if
    one has to be made.
    """

    def __init__(self, book: Book, plans: Plans, cost: Callable[[str], Cost | None], memory: Memory) -> None:
        self._book, self._plans, self._cost, self._memory = book, plans, cost, memory
        self._threats = Threats(book)
        self._cases = Cases(
            book, plans.settled, lambda name: is_uncertain(book, self._threats, name), self._inputs
        )
        self._runs: dict[Luck, Runs] = {}
        self._money: dict[str, Spending | None] = {}

    def forecast(self, project: str, luck: Luck | None = None, of: str = "") -> Forecast | None:
        """The forecast of a project; None if it is over, or nothing of it is uncertain.

        ``of`` is the id of a milestone whose drivers are wanted, instead of those of the finish; None, too,
        if the reader does not see it, or it is reached or has no date.
        """
        circle = self._cases.circle(project)
        case = circle.cases[project.casefold()] if circle else None
        target = _target(case, of) if case and of else None
        if circle is None or case is None or (of and target is None):
            return None
        settings = self._book.settings.schedule.forecast
        chosen = _bounded(luck or Luck(settings.runs, settings.seed), case)
        key = key_of(
            *("forecast", circle.digest, chosen, project.casefold()),
            *(self._told(case), self._book.status_date, of.casefold()),
        )
        return self._memory.once(key, lambda: self._made(circle, case, chosen, target), FORM)

    def _made(self, circle: Circle, case: Case, luck: Luck, target: Milestone | None) -> Forecast | None:
        from handbook.analysis.forecast.figures import Figures

        name = case.settled.draft.outline.project.id
        runs = self._runs.setdefault(luck, Runs(luck))
        try:
            found = runs.of(circle, name.casefold(), case.place(target.id) if target else None)
        except ScheduleFault:
            return None
        waits = {other: self._plans[other].project for _, _, other in circle.outer_ties(name.casefold())}
        figures = Figures(case, self._plans[name], found, tuple(waits[at] for at in sorted(waits)), target)
        return figures.forecast(self._spending(name, case.settled))

    def _told(self, case: Case) -> tuple[object, ...]:
        """What a forecast tells of beside its runs: names, promises, money."""
        outline = case.settled.draft.outline
        named = [
            (item.address, item.withheld, isinstance(item, Milestone) and (item.due, item.reached))
            for item in outline.work.items
        ]
        money = self._spending(outline.project.id, case.settled)
        told = money and (money.currency, money.basis, money.budget, money.spent, money.planned, money.priced)
        return (
            named,
            case.inputs.tasks,
            case.inputs.risks,
            case.inputs.covered,
            case.inputs.hides_money,
            outline.project.finish,
            told,
        )

    def _inputs(self, project: str, settled: Settled) -> Inputs:
        return inputs(self._book, self._threats, settled, self._spending(project, settled))

    def _spending(self, project: str, settled: Settled) -> Spending | None:
        name = project.casefold()
        if name not in self._money:
            cost = self._cost(project)
            found = spending(cost, settled) if cost else None
            self._money[name] = found or pricing(self._book, settled)
        return self._money[name]


def _target(case: Case, milestone: str) -> Milestone | None:
    """The milestone with an id, if it is shown, open, and has a date."""
    place = case.place(milestone)
    item = None if place is None else case.settled.draft.outline.work.items[place]
    if not isinstance(item, Milestone) or item.withheld or item.reached:
        return None
    return None if place is None or case.settled.row(place) is None else item


def _bounded(luck: Luck, case: Case) -> Luck:
    """The luck, with fewer runs if the plan is so large that they would not fit into a usual machine."""
    drawn = len(case.inputs.tasks) + len(case.inputs.risks) + 1
    return luck._replace(runs=min(luck.runs, max(_MOST_DRAWS // drawn, 100)))
