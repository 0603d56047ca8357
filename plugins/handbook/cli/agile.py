"""What is known of a project's iterations and backlog, as lines of text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from handbook.analysis.agile.backlog_forecast import SHARES, BacklogForecast, backlog_forecast
from handbook.analysis.agile.chance import percent
from handbook.analysis.agile.cycle_time import SHARES as CYCLE_SHARES
from handbook.analysis.agile.cycle_time import cycle_times
from handbook.analysis.agile.littles_law import LittlesLaw, littles_law
from handbook.analysis.agile.targets import Target, targets
from handbook.analysis.agile.velocity import Velocity, velocity
from handbook.analysis.agile.velocity_forecast import VelocityForecast
from handbook.analysis.agile.work import Work
from handbook.analysis.portfolio import Portfolio
from handbook.analysis.words import dated, figure
from handbook.cli.columns import in_columns
from handbook.records.kinds.project import Project

Line = tuple[str, str]


@dataclass(frozen=True)
class Question:
    """What is asked: of a number of items, an amount of work, a day; how far back, and with which chance."""

    items: int | None = None
    amount: float | None = None
    by: date | None = None
    last: int = 6
    trials: int = 10_000
    seed: int = 1


@dataclass(frozen=True)
class Agile:
    """The answers: what is not recorded is None."""

    charter: Project
    question: Question
    day: date
    velocity: Velocity | None
    work: Work | None = None
    forecast: BacklogForecast | None = None
    growing: BacklogForecast | None = None
    targets: tuple[Target, ...] = ()

    @property
    def by_velocity(self) -> VelocityForecast | None:
        """The forecast of the amount that is asked for; None if none is."""
        asked = self.question
        if asked.amount is None:
            return None
        return VelocityForecast(asked.amount, self.day, self.velocity, asked.trials, asked.seed)


def agile(portfolio: Portfolio, charter: Project, asked: Question) -> Agile:
    """All that is known of a project's iterations and backlog."""
    work, speed = portfolio.backlog(charter.id), velocity(portfolio.iterations(charter.id), asked.last)
    if work is None:
        return Agile(charter, asked, portfolio.status_date, speed)
    plain = backlog_forecast(work, number=asked.items, trials=asked.trials, seed=asked.seed)
    growing = replace(plain, growing=True)
    found = targets(portfolio.book, work, portfolio.plan, asked.trials, asked.seed)
    return Agile(charter, asked, portfolio.status_date, speed, work, plain, growing, found)


def text(found: Agile) -> str:
    """The figures under each other, then the forecasts as tables."""
    lines = [("project", f"{found.charter.title} ({found.charter.id})"), ("status date", dated(found.day))]
    lines += [*_velocity(found), *(_flow(found.work) if found.work else ()), *_forecast(found)]
    wide = max(len(name) for name, _ in lines)
    told = "\n".join(f"{name.ljust(wide)}  {value}" for name, value in lines)
    return "\n\n".join((told, *_tables(found)))


def _velocity(found: Agile) -> Iterator[Line]:
    speed = found.velocity
    if speed is None:
        yield "velocity", "no iteration has ended of which it is known what was completed"
        return
    if speed.deviation is None:
        yield "velocity", f"{speed.mean:g}, of one iteration"
    else:
        middle = f"mean {speed.mean:.1f}, median {speed.median:.1f}, standard deviation {speed.deviation:.1f}"
        of = figure(len(speed.results), "iteration")
        yield "velocity", f"{middle}, from {speed.least:g} to {speed.most:g}, of {of}"
    if speed.reliability is not None:
        kept, all_ = speed.kept
        yield "reliability", f"{speed.reliability:.0%} of what was committed, {kept} of {all_} in full"


def _flow(work: Work) -> Iterator[Line]:
    times, law = cycle_times(work), littles_law(work, work.backlog.weeks)
    if times.days:
        told = ", ".join(
            f"{share:.0%} at most {figure(times.at(share) or 0, 'day')}" for share in CYCLE_SHARES
        )
        yield "cycle time", f"{told}, of {figure(len(times.days), 'item')}"
    wanted = work.backlog.expectation
    kept = times.share_within(wanted.days) if wanted else None
    if wanted and kept is not None:
        yield "expectation", f"{wanted.share:.0%} within {figure(wanted.days, 'day')}, kept by {kept:.0%}"
    limit = f" of at most {work.backlog.wip_limit}" if work.backlog.wip_limit else ""
    oldest = f", the oldest for {figure(times.ageing[0].age, 'day')}" if times.ageing else ""
    yield "in progress", f"{len(work.in_progress)}{limit}{oldest}"
    if law and law.expected is not None:
        yield "little's law", _law(law)


def _law(law: LittlesLaw) -> str:
    seen = f", {law.cycle_time:.1f} seen" if law.cycle_time is not None else ""
    pace = f"{law.in_progress:.1f} in progress, {7 * law.per_day:.1f} finished a week"
    return f"{pace}: {law.expected or 0:.1f} days an item expected{seen}"


def _forecast(found: Agile) -> Iterator[Line]:
    forecast = found.forecast
    if forecast is None or found.work is None:
        yield "backlog", "none is recorded"
        return
    if forecast.weeks:
        done = ", ".join(f"{week.done}" for week in forecast.weeks)
        added = sum(week.added for week in forecast.weeks)
        yield "throughput", f"{done} in the last {figure(len(forecast.weeks), 'week')}; {added} came in"
    yield "to finish", figure(forecast.remaining, "item")
    if forecast.why and forecast.remaining:
        yield "no forecast", forecast.why
    elif forecast.caution:
        yield "caution", forecast.caution


def _tables(found: Agile) -> Iterator[str]:
    forecast, growing, by = found.forecast, found.growing, found.by_velocity
    if forecast and growing and forecast.days:
        rows = [
            (f"{share:.0%}", _day(forecast.date_at(share)), _day(growing.date_at(share))) for share in SHARES
        ]
        yield in_columns(("chance", "all done by", "if items keep coming in"), rows)
        if found.question.by:
            day = found.question.by
            amounts = [(f"{share:.0%}", f"{forecast.items_by(day, share)}") for share in SHARES]
            yield in_columns(("chance", f"items done by {dated(day)}"), amounts)
    if any(target.chance is not None for target in found.targets):
        heads = ("for", "items left", "needed by", "chance", "85% by")
        yield in_columns(heads, [_target(one) for one in found.targets], {"items left", "chance"})
    if by:
        yield f"no forecast of {by.amount:g}: {by.why}" if by.why else _by_velocity(by)


def _by_velocity(by: VelocityForecast) -> str:
    rows = [(f"{share:.0%}", _day(by.date_at(share))) for share in SHARES]
    return in_columns(("chance", f"{by.amount:g} done by"), rows)


def _target(one: Target) -> Sequence[str]:
    name = "withheld" if one.record.withheld else one.record.id
    needed = f"{dated(one.needed)} {'promised' if one.due else 'planned'}" if one.needed else ""
    chance = percent(one.chance) if one.chance is not None else ""
    return name, f"{one.open}", needed, chance, _day(one.forecast.date_at(0.85))


def _day(day: date | None) -> str:
    return dated(day) if day else "not in ten years"
