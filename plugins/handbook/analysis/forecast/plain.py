"""A forecast as plain data that JSON can say, and back."""

from dataclasses import fields
from datetime import date
from typing import Any

from handbook.analysis.forecast.forecast import CostOutlook, Forecast, Influence, Luck, Outlook
from handbook.planning.memory import Form


def to_dict(found: Forecast) -> dict[str, Any]:
    """The plain data of a forecast: dates as text, tuples as lists."""
    return {
        "project": found.project,
        "status_date": found.status_date.isoformat(),
        "runs": found.luck.runs,
        "seed": found.luck.seed,
        "finish": _plain(found.finish),
        "milestones": [_plain(one) for one in found.milestones],
        "influences": [_plain(one) for one in found.influences],
        "criticality": dict(found.criticality),
        "cost": None if found.cost is None else _plain(found.cost),
        "open": found.open,
        "ranged": found.ranged,
        "covered": found.covered,
        "risks": found.risks,
        "waits": list(found.waits),
        "target": found.target,
    }


def from_dict(data: dict[str, Any]) -> Forecast:
    """The forecast that `to_dict` told. Raises `KeyError`, `TypeError` or `ValueError` for other data."""
    cost = data["cost"]
    return Forecast(
        project=data["project"],
        status_date=date.fromisoformat(data["status_date"]),
        luck=Luck(data["runs"], data["seed"]),
        finish=_outlook(data["finish"]),
        milestones=tuple(_outlook(one) for one in data["milestones"]),
        influences=tuple(Influence(**one) for one in data["influences"]),
        criticality=dict(data["criticality"]),
        cost=None if cost is None else _cost(cost),
        open=data["open"],
        ranged=data["ranged"],
        covered=data["covered"],
        risks=data["risks"],
        waits=tuple(data["waits"]),
        target=data["target"],
    )


FORM: Form[Forecast | None] = Form(
    lambda found: {"forecast": None if found is None else to_dict(found)},
    lambda data: None if data["forecast"] is None else from_dict(data["forecast"]),
)
"""How a memory keeps a forecast, or that there is none."""


def _plain(part: Outlook | Influence | CostOutlook) -> dict[str, Any]:
    return {field.name: _value(getattr(part, field.name)) for field in fields(part)}


def _value(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    return value


def _outlook(data: dict[str, Any]) -> Outlook:
    dated = {name: _day(data[name]) for name in ("due", "planned", "p10", "p50", "p80", "p90", "mean")}
    days = tuple((date.fromisoformat(day), share) for day, share in data["days"])
    low, high = map(date.fromisoformat, data["p80_between"])
    return Outlook(**{**data, **dated, "p80_between": (low, high), "days": days})


def _cost(data: dict[str, Any]) -> CostOutlook:
    points = tuple((date.fromisoformat(day), sum_) for day, sum_ in data["points"])
    sums = tuple((sum_, share) for sum_, share in data["sums"])
    day, sum_ = data["safe"]
    safe = date.fromisoformat(day), sum_
    return CostOutlook(**{**data, "by": _day(data["by"]), "safe": safe, "points": points, "sums": sums})


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
