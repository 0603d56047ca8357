"""Who has more work than time after a scenario and had not before, week by week."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.staffing import shows_people
from handbook.analysis.what_if.comparison import Outcome
from handbook.analysis.workload import Party, loads, shares

_OVER = {"completed", "cancelled"}
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Overload:
    """Somebody with weeks, by their Mondays, that are too full now; ``most`` is the share of the fullest."""

    party: Party
    weeks: tuple[date, ...]
    most: float


def overloads(outcome: Outcome) -> Iterator[Overload]:
    """Everybody with too full weeks that were not too full before; nobody for readers who may not know."""
    scenario = outcome.scenario
    if not shows_people(scenario.after.book):
        return
    before = {address: weeks for address, (_, weeks) in _full(scenario.before).items()}
    for address, (party, weeks) in _full(scenario.after).items():
        new = {monday: share for monday, share in weeks.items() if monday not in before.get(address, {})}
        if new and not party.withheld:
            yield Overload(party, tuple(sorted(new)), max(new.values()))


def _full(portfolio: Portfolio) -> dict[str, tuple[Party, dict[date, float]]]:
    """The weeks of people and teams in which more is planned than they have time for, with their shares."""
    open_ = (project for project in portfolio.book.projects if project.status not in _OVER)
    found = [one for project in open_ for one in shares(portfolio, project.id, portfolio.plan(project.id))]
    return {
        load.party.address: (
            load.party,
            {week.monday: week.share for week in load.weeks if week.share > 1 + _ROUNDING},
        )
        for load in loads(portfolio.book, found)
    }
