"""The Calendars of a file: those of the plan, and one for each person who has days of their own."""

from collections.abc import Iterator, Mapping

from handbook.exchange.plans.model import Hours, OtherDays, PlanCalendar, PlanFile, PlanResource
from handbook.exchange.plans.mspdi.numbering import numbers
from handbook.exchange.plans.mspdi.values import written_time
from handbook.exchange.plans.mspdi.xml_text import Inside


def calendars(plan: PlanFile) -> tuple[Mapping[str, int], Inside]:
    """The UIDs of calendars by their keys, with those of people, and the elements."""
    people = [one for one in plan.resources if one.calendar or one.absences]
    uids = numbers(
        [*((one.key, one.number) for one in plan.calendars), *((of_person(one), None) for one in people)]
    )
    found = [("Calendar", _base(one, uids)) for one in plan.calendars]
    for one in people:
        base = uids[one.calendar or plan.calendar]
        away = [OtherDays(first, last) for first, last in one.absences]
        inside: Inside = [
            ("UID", f"{uids[of_person(one)]}"),
            ("Name", one.name),
            ("IsBaseCalendar", "0"),
            ("BaseCalendarUID", f"{base}"),
            *_exceptions(away),
        ]
        found.append(("Calendar", inside))
    return uids, found


def of_person(one: PlanResource) -> str:
    """The key of the calendar that a person has for days of their own."""
    return f"of {one.key}"


def _base(one: PlanCalendar, uids: Mapping[str, int]) -> Inside:
    # Sunday is the first day here.
    days = [("WeekDay", _day(at, one.week[(at - 2) % 7])) for at in range(1, 8)]
    return [
        ("UID", f"{uids[one.key]}"),
        ("Name", one.name),
        ("IsBaseCalendar", "1"),
        ("BaseCalendarUID", "-1"),
        ("WeekDays", days),
        *_exceptions(list(one.exceptions)),
    ]


def _day(number: int, hours: Hours) -> Inside:
    return [("DayType", f"{number}"), *_hours(hours)]


def _hours(hours: Hours) -> Iterator[tuple[str, "str | Inside"]]:
    yield "DayWorking", "1" if hours else "0"
    if hours:
        yield (
            "WorkingTimes",
            [
                ("WorkingTime", [("FromTime", written_time(start)), ("ToTime", written_time(end))])
                for start, end in hours
            ],
        )


def _exceptions(found: list[OtherDays]) -> Inside:
    return [("Exceptions", [("Exception", _exception(one)) for one in found])] if found else []


def _exception(one: OtherDays) -> Inside:
    period = [("FromDate", f"{one.first}T00:00:00"), ("ToDate", f"{one.last}T23:59:00")]
    return [
        ("EnteredByOccurrences", "0"),
        ("TimePeriod", period),
        ("Occurrences", f"{(one.last - one.first).days + 1}"),
        *([("Name", one.name)] if one.name else []),
        ("Type", "1"),
        *_hours(one.hours),
    ]
