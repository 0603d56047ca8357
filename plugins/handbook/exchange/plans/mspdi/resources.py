"""The Resources of MSPDI: people, groups of people, and what is no worker."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from handbook.exchange.plans.model import PlanCalendar, PlanResource
from handbook.exchange.plans.mspdi.calendars import Read, whole
from handbook.exchange.plans.mspdi.custom import Custom
from handbook.exchange.plans.mspdi.fields import Fields, names
from handbook.exchange.plans.mspdi.xml import Element
from handbook.exchange.plans.notes import Notes
from handbook.exchange.plans.reading import prose

WORK = 1
_COMPUTED = names(
    """GUID ID IsNull PeakUnits OverAllocated Start Finish Work RegularWork OvertimeWork ActualWork
    RemainingWork ActualOvertimeWork RemainingOvertimeWork PercentWorkComplete Cost OvertimeCost
    ActualCost ActualOvertimeCost RemainingCost RemainingOvertimeCost WorkVariance CostVariance SV CV
    ACWP BCWS BCWP CreationDate TimephasedData StandardRateFormat OvertimeRateFormat Initials CanLevel
    AccrueAt BookingType WorkGroup Baseline"""
)
_USUAL = {"OvertimeRate": "0", "CostPerUse": "0", "MaxUnits": "1"}


@dataclass(slots=True)
class Resources:
    """Those who work, by UID; the names of those that are material or cost; and calendars of their own."""

    workers: dict[str, PlanResource] = field(default_factory=dict)
    others: dict[str, str] = field(default_factory=dict)
    calendars: list[PlanCalendar] = field(default_factory=list)


def read_resources(
    root: Element, calendars: dict[str, Read], usual: str, custom: Custom, notes: Notes
) -> Resources:
    """The resources of a file; ``usual`` is the UID of the project's calendar."""
    found = Resources()
    for element in root.inside("Resources", "Resource"):
        fields = Fields(element, notes, "resource")
        uid, name = fields.text("UID").strip(), fields.line_text("Name")
        fields.what = f"resource '{name}'"
        if uid == "0" or fields.flag("IsNull") or (not name and not fields.text("Code")):
            continue
        if uid in found.workers or uid in found.others:
            notes.add(element.line, f"not read: resource '{name}' – its UID {uid} is taken")
        elif fields.whole("Type", WORK) != WORK or fields.flag("IsCostResource"):
            found.others[uid] = name
            notes.add(
                element.line,
                f"resource '{name}' is no worker: only what it costs is read, as a cost of its tasks",
            )
        else:
            found.workers[uid] = _worker(fields, uid, name, calendars, usual, custom, found)
    return found


def _worker(
    fields: Fields,
    uid: str,
    name: str,
    calendars: dict[str, Read],
    usual: str,
    custom: Custom,
    found: Resources,
) -> PlanResource:
    units, code = _units(fields), fields.line_text("Code")
    kind = _kind(fields, units, code)
    calendar, absences = _time(fields, calendars, usual, found)
    if kind != "person" and (calendar or absences):
        fields.tell("CalendarUID", "not read: its calendar – only people have one")
        calendar, absences = "", ()
    worker = PlanResource(
        key=uid,
        name=name or code,
        kind=kind,
        code=code,
        email=fields.line_text("EmailAddress"),
        group=fields.line_text("Group"),
        units=units,
        rate=_rate(fields),
        calendar=calendar,
        absences=absences,
        notes=custom.notes(fields, prose(fields.text("Notes"))),
        number=int(uid) if uid.isdecimal() else None,
        line=fields.element.line,
    )
    fields.rest("resource", _COMPUTED, _USUAL)
    return worker


def _units(fields: Fields) -> float:
    units = float(fields.number("MaxUnits") or 1)
    if units > 0:
        return units
    fields.tell("MaxUnits", f"not read: {units:g} units at most; one instead")
    return 1.0


def _kind(fields: Fields, units: float, code: str) -> Literal["person", "team", "role"]:
    """One of a kind is a person; what is generic, or has more units than one, is a team or a role."""
    if code.startswith("role/"):
        return "role"
    return "team" if fields.flag("IsGeneric") or units > 1 else "person"


def _rate(fields: Fields) -> Decimal | None:
    found = fields.number("StandardRate")
    return found or None


def _time(
    fields: Fields, calendars: dict[str, Read], usual: str, found: Resources
) -> tuple[str, tuple[tuple[date, date], ...]]:
    """The calendar of a worker, empty for the project's, and days off beside it.

    A calendar that only takes days away from another one is that one, with absences.
    """
    uid = fields.text("CalendarUID").strip()
    own = calendars.get(uid)
    if own is None:
        return "", ()
    if own.base not in calendars:
        return ("" if uid == usual else uid), ()
    if own.week or any(one.hours for one in own.exceptions):
        found.calendars.append(whole(own, calendars))
        return uid, ()
    away = tuple((one.first, one.last) for one in own.exceptions)
    return ("" if own.base == usual else own.base), away
