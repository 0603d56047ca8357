"""What is known of a project's iterations and backlog, as plain data."""

from typing import Any

from handbook.analysis.agile.backlog_forecast import SHARES, BacklogForecast
from handbook.analysis.agile.cycle_time import SHARES as CYCLE_SHARES
from handbook.analysis.agile.cycle_time import cycle_times
from handbook.analysis.agile.littles_law import littles_law
from handbook.analysis.agile.targets import Target
from handbook.analysis.agile.velocity import Velocity
from handbook.analysis.agile.velocity_forecast import VelocityForecast
from handbook.analysis.agile.work import Work
from handbook.cli.agile import Agile, Question


def data(found: Agile) -> dict[str, Any]:
    """All of it: dates in ISO 8601, shares from 0 to 1, times in days."""
    return {
        "project": found.charter.id,
        "status_date": found.day.isoformat(),
        "velocity": _velocity_data(found.velocity),
        "flow": _flow_data(found.work) if found.work else None,
        "forecast": _forecast_data(found.forecast, found.question) if found.forecast else None,
        "forecast_growing": _dates(found.growing) if found.growing else None,
        "targets": [_target_data(one) for one in found.targets],
        "by_velocity": _by_velocity_data(found.by_velocity) if found.by_velocity else None,
    }


def _velocity_data(speed: Velocity | None) -> dict[str, Any] | None:
    if speed is None:
        return None
    return {
        "iterations": [
            {"id": one.iteration.id, "committed": one.committed, "completed": one.completed}
            for one in speed.results
            if not one.iteration.withheld
        ],
        "mean": round(speed.mean, 4),
        "median": round(speed.median, 4),
        "standard_deviation": None if speed.deviation is None else round(speed.deviation, 4),
        "least": speed.least,
        "most": speed.most,
        "reliability": None if speed.reliability is None else round(speed.reliability, 4),
    }


def _flow_data(work: Work) -> dict[str, Any]:
    times, law = cycle_times(work), littles_law(work, work.backlog.weeks)
    return {
        "cycle_time_days": {f"{share:.0%}": times.at(share) for share in CYCLE_SHARES},
        "finished_items": len(times.days),
        "in_progress": [
            {"item": one.item.address, "age_days": one.age} for one in times.ageing if not one.item.withheld
        ],
        "wip_limit": work.backlog.wip_limit,
        "mean_in_progress": None if law is None else round(law.in_progress, 4),
        "mean_finished_per_day": None if law is None else round(law.per_day, 4),
    }


def _forecast_data(found: BacklogForecast, asked: Question) -> dict[str, Any]:
    by = asked.by
    return {
        "items": found.remaining,
        "weeks": [
            {"to": week.last.isoformat(), "done": week.done, "added": week.added} for week in found.weeks
        ],
        "trials": found.trials,
        "seed": found.seed,
        "why": found.why if found.remaining else "",
        "done_by": _dates(found),
        "items_by": {
            "day": by.isoformat(),
            "chances": {f"{share:.0%}": found.items_by(by, share) for share in SHARES},
        }
        if by
        else None,
    }


def _dates(found: BacklogForecast | VelocityForecast) -> dict[str, str | None]:
    days = {f"{share:.0%}": found.date_at(share) for share in SHARES}
    return {share: day.isoformat() if day else None for share, day in days.items()}


def _target_data(one: Target) -> dict[str, Any]:
    return {
        "record": None if one.record.withheld else one.record.address,
        "items": one.open,
        "items_up_to_its_last": one.forecast.remaining,
        "due": one.due.isoformat() if one.due else None,
        "planned": one.planned.isoformat() if one.planned else None,
        "chance": None if one.chance is None else round(one.chance, 4),
        "done_by": _dates(one.forecast),
    }


def _by_velocity_data(by: VelocityForecast) -> dict[str, Any]:
    return {"amount": by.amount, "why": by.why, "done_by": _dates(by)}
