"""Little's law: work in progress, throughput and cycle time are three sides of one thing."""

from dataclasses import dataclass
from datetime import date, timedelta

from handbook.analysis.agile.cycle_time import cycle_time
from handbook.analysis.agile.spread import mean
from handbook.analysis.agile.throughput import weeks
from handbook.analysis.agile.work import Work


@dataclass(frozen=True, slots=True)
class LittlesLaw:
    """Means over some whole weeks: items in progress on a day, items finished a day, days an item took.

    ``cycle_time`` is that of the items finished in that time; None if none was.
    """

    in_progress: float
    per_day: float
    cycle_time: float | None

    @property
    def expected(self) -> float | None:
        """The mean cycle time that follows from the other two, L = λW; None if nothing was finished.

        Little, "A proof for the queuing formula L = λW", Operations Research 9 (1961). It holds for a time in
        which work is begun as fast as it is finished. Where it says much more than was observed, work has
        been begun that is not being finished.
        """
        return self.in_progress / self.per_day if self.per_day else None


def littles_law(work: Work, most: int | None = None) -> LittlesLaw | None:
    """The three means over the last ``most`` whole weeks; None without a whole week of work."""
    found = weeks(work, most)
    if not found:
        return None
    first, number = found[0].first, 7 * len(found)
    took = [
        days
        for item in work.done
        if item.finished and item.finished >= first and (days := cycle_time(item)) is not None
    ]
    at_work = mean([_in_progress(work, first + timedelta(days=at)) for at in range(number)])
    return LittlesLaw(at_work, sum(week.done for week in found) / number, mean(took) if took else None)


def _in_progress(work: Work, day: date) -> int:
    """How many items were worked on during a day: those finished on it are among them."""
    return sum(
        item.started is not None
        and item.started <= day
        and not (item.finished and item.finished < day)
        and not (item.removed and item.removed <= day)
        for item in work.items
    )
