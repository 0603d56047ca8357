"""An explained date as lines of text, and as plain data."""

from collections.abc import Iterator
from typing import Any

from handbook.analysis.explained.bring_in import BringIn, Gain
from handbook.analysis.explained.explanation import Explanation
from handbook.analysis.explained.wording import besides, cause, days, total, verdict
from handbook.analysis.words import dated, slip
from handbook.cli.columns import in_columns
from handbook.planning.breakdown import Item
from handbook.planning.why.step import Step
from handbook.planning.wording import title

_STEPS = ("from", "to", "days", "work", "what", "besides")
_NUMBERS = frozenset({"days", "float", "gain", "work"})


def lines(found: Explanation) -> Iterator[str]:
    """All that is told of a date, line by line."""
    yield f"what    {title(found.item)} ({found.item.address})"
    yield f"date    {dated(found.why.on)}{_against(found)}"
    yield f"cause   {dated(found.why.cause.on)}: {cause(found.why)}"
    if said := total(found.why, found.status_date):
        yield f"so      {said}"
    yield ""
    yield in_columns(_STEPS, [_step(found, step) for step in found.why], _NUMBERS)
    if len(found.paths) > 1:
        yield f"\nnext to it, by their float to {found.item.id}"
        yield in_columns(("float", "path", "joins"), list(_paths(found)), _NUMBERS)
    if found.bring_in is not None:
        yield from _bring_in(found, found.bring_in)


def data(found: Explanation) -> dict[str, Any]:
    """The same as plain data: dates in ISO 8601, work and float in working days, others calendar days."""
    day = found.day_minutes
    return {
        "address": found.item.address,
        "title": title(found.item),
        "date": found.why.on.isoformat(),
        "promise": _promise(found),
        "cause": {
            "kind": found.why.cause.kind,
            "on": found.why.cause.on.isoformat(),
            "text": found.why.cause.text,
        },
        "days": found.why.days,
        "steps": [_step_data(step) for step in found.why],
        "paths": [
            {
                "float_days": round(path.slack / day, 4),
                "items": [_address(one) for one in path.items],
                "joins": _address(path.joins) if path.joins else None,
            }
            for path in found.paths
        ],
        "bring_in": _bring_in_data(found.bring_in, day) if found.bring_in else None,
    }


def _against(found: Explanation) -> str:
    promise = found.promise
    if promise is None or promise.slip is None or promise.due is None:
        return ""
    return f", {slip(promise.slip)} against {dated(promise.due)}"


def _promise(found: Explanation) -> dict[str, Any] | None:
    promise = found.promise
    if promise is None or promise.due is None:
        return None
    return {"due": promise.due.isoformat(), "slip_days": promise.slip}


def _step(found: Explanation, step: Step) -> tuple[str, ...]:
    name = title(step.item) + (" begins" if step.end == "start" else "")
    if step.item.project != found.item.project and not step.item.withheld:
        name = f"{name} ({step.item.project})"
    return (
        f"{step.first:%Y-%m-%d}",
        f"{step.until:%Y-%m-%d}",
        str(step.days),
        days(step.work, step.day_minutes) if step.work else "",
        name,
        ", ".join(besides(step, found.status_date)),
    )


def _step_data(step: Step) -> dict[str, Any]:
    return {
        "address": _address(step.item),
        "title": title(step.item),
        "leads_to": step.end,
        "since": step.since.isoformat(),
        "until": step.until.isoformat(),
        "days": step.days,
        "worked": step.worked,
        "lag": step.lag,
        "idle": step.idle,
        "free": [
            {
                "reason": one.reason,
                "name": one.name,
                "first": one.first.isoformat(),
                "last": one.last.isoformat(),
                "days": one.days,
            }
            for one in step.free
        ],
        "work_days": round(step.work / step.day_minutes, 4),
        "driver": step.driver.text if step.driver else None,
    }


def _paths(found: Explanation) -> Iterator[tuple[str, ...]]:
    for path in found.paths[1:]:
        way = " > ".join(_named(found, one) for one in path.items)
        yield days(path.slack, found.day_minutes), way, title(path.joins) if path.joins else ""


def _named(found: Explanation, item: Item) -> str:
    """The title of an item, with its project if that is another one."""
    is_far = item.project != found.item.project and not item.withheld
    return f"{title(item)} ({item.project})" if is_far else title(item)


def _bring_in(found: Explanation, bring_in: BringIn) -> Iterator[str]:
    day = found.day_minutes
    wanted = days(bring_in.wanted, day)
    first = " and ".join(f"'{one.change}'" for one in bring_in.released)
    after = f", after {first}" if first else ""
    yield f"\nwhat would bring it in by {wanted}: each alone{after}, as measured by planning again"
    if not bring_in.alone:
        yield "nothing on the way to it gains a day"
    else:
        table = [(days(one.minutes, day), one.change.text, _decides(one)) for one in bring_in.alone]
        yield in_columns(("gain", "what if", "then decides"), table, _NUMBERS)
    yield ""
    yield verdict(bring_in, day)


def _decides(gain: Gain) -> str:
    return title(gain.decides) if gain.decides else ""


def _bring_in_data(bring_in: BringIn, day: int) -> dict[str, Any]:
    def told(gains: tuple[Gain, ...]) -> list[dict[str, Any]]:
        return [
            {
                "change": one.change.text,
                "gain_days": round(one.minutes / day, 4),
                "then_decides": _address(one.decides) if one.decides else None,
            }
            for one in gains
        ]

    return {
        "wanted_days": round(bring_in.wanted / day, 4),
        "first": [one.change.text for one in bring_in.released],
        "alone": told(bring_in.alone),
        "together": told(bring_in.together),
        "reached": bring_in.is_reached,
        "least": bring_in.is_reached and bring_in.is_least,
        "most_days": None if bring_in.is_reached else round(bring_in.most / day, 4),
    }


def _address(item: Item) -> str | None:
    return None if item.withheld else item.address
