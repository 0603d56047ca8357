"""What comes of a scenario as plain data."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from handbook.analysis.misfits import Misfit
from handbook.analysis.staffing import shows_people
from handbook.analysis.what_if.bills import Bill, Sums, added, bills
from handbook.analysis.what_if.comparison import Kept, Moved, Outcome, Shift
from handbook.analysis.what_if.overloads import overloads
from handbook.analysis.what_if.prospects import Odds, Prospect, Turn, prospects, turns
from handbook.analysis.what_if.scenario import Relevelled
from handbook.analysis.what_if.unfit import Unfit, unfit


def data(outcome: Outcome, *, forecast: bool = False) -> dict[str, Any]:
    """A scenario as plain data: dates in ISO 8601, days in working days, sums to the cent.

    ``cost`` is None for readers who may not see any; ``forecast`` tells how sure all promises are.
    """
    return {
        "changes": [change.text for change in outcome.scenario.changes],
        "breaks": outcome.breaks,
        "projects": [_shift_data(outcome, shift) for shift in outcome],
        "overloads": [
            {
                "address": one.party.address,
                "weeks": [monday.isoformat() for monday in one.weeks],
                "most": round(one.most, 4),
            }
            for one in overloads(outcome)
        ],
        "levelled": _levelled(outcome.scenario.relevelled),
        "misfits": [_misfit(outcome, found, one) for found in unfit(outcome) for one in found.misfits],
        "forecast": [_turn(one) for one in turns(outcome)] if forecast else None,
        "cost": _cost(list(bills(outcome))),
    }


def _levelled(found: Relevelled | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "projects": list(found.projects),
        "for_the_first_time": list(found.fresh),
        "proven": found.proven,
        "bound": found.bound and found.bound.isoformat(),
        "notes": list(found.notes),
    }


def _misfit(outcome: Outcome, found: Unfit, one: Misfit) -> dict[str, Any]:
    is_told = one.entry is not None and shows_people(outcome.scenario.after.book)
    return {
        "project": found.project.id,
        "task": one.id,
        "why": one.why,
        "levelled": one.levelled and one.levelled.isoformat(),
        "starts": one.entry and one.entry.start.date().isoformat(),
        "later_days": one.days,
        "by": dict(one.entry.doers) if one.entry and is_told else {},
    }


def _turn(one: Turn) -> dict[str, Any]:
    return {
        "project": one.project.id,
        "address": one.milestone.address if one.milestone else "",
        "due": one.due and one.due.isoformat(),
        "before": _odds(one.before),
        "after": _odds(one.after),
    }


def _odds(one: Odds | None) -> dict[str, Any] | None:
    if one is None:
        return None
    return {"p50": one.p50.isoformat(), "p80": one.p80.isoformat(), "chance": one.chance}


def _cost(found: Sequence[Bill]) -> dict[str, Any] | None:
    if not found:
        return None
    return {
        "projects": [
            {
                "project": bill.project.id,
                "currency": bill.currency,
                "labour": _sides(bill.labour),
                "other": _sides(bill.other),
                "estimate_at_completion": bill.estimate and [float(one) for one in bill.estimate],
                "approved": None if bill.approved is None else float(bill.approved),
                "without_rate": list(bill.unrated),
                "change": _sums(bill.change),
            }
            for bill in found
        ],
        "change": _sums(added(bill.change for bill in found)),
    }


def _sides(sides: tuple[Sums, Sums]) -> dict[str, Any]:
    return {"before": _sums(sides[0]), "after": _sums(sides[1])}


def _sums(sums: Sums) -> dict[str, float]:
    return {currency: float(amount) for currency, amount in sums.items()}


def _shift_data(outcome: Outcome, shift: Shift) -> dict[str, Any]:
    before, after = shift.finish
    shown = shift.taken if shows_people(outcome.scenario.after.book) else ()
    return {
        "project": shift.project.id,
        "finish": {"before": _day(before), "after": _day(after), "later_days": shift.days},
        "promises": [_promise(one) for one in shift.promises],
        "prospects": [_prospect(one) for one in prospects(outcome, shift)],
        "deadlines_missed": [one.after.record.address for one in shift.missed],
        "critical": [entry.record.address for entry in shift.critical],
        "faults": [{"kind": fault.kind, "text": fault.text} for fault in shift.faults],
        "gone": [entry.record.address for entry in shift.gone],
        "taken_over": [_taken(one) for one in shown],
        "moved": [_moved(one) for one in shift.moved],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _promise(one: Kept) -> dict[str, Any]:
    return {
        "address": one.after.milestone.address,
        "due": _day(one.after.due),
        "slip_before_days": one.before.slip,
        "slip_after_days": one.after.slip,
        "breaks": one.breaks,
    }


def _prospect(one: Prospect) -> dict[str, Any]:
    return {
        "address": one.after.address,
        "p80_before": one.before.p80.isoformat(),
        "p80_after": one.after.p80.isoformat(),
        "chance_before": one.before.chance,
        "chance_after": one.after.chance,
    }


def _taken(one: Moved) -> dict[str, Any]:
    return {
        "address": one.after.record.address,
        "by": dict(one.after.doers),
        "instead_of": dict(one.before.doers),
    }


def _moved(one: Moved) -> dict[str, Any]:
    return {
        "address": one.after.record.address,
        "start_before": one.before.start.isoformat(timespec="minutes"),
        "start_after": one.after.start.isoformat(timespec="minutes"),
        "finish_before": one.before.finish.isoformat(timespec="minutes"),
        "finish_after": one.after.finish.isoformat(timespec="minutes"),
        "later_days": one.finish,
    }
