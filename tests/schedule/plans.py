"""Plans written in few words, and timetables read back in few words.

A line is `key [duration] [words]`. Durations are `3d` (of 8 hours), `4h`, `30m`, or elapsed with an `e`
in front (`e2d`, days of 24 hours). A key `g.a` is inside the group `g`, which needs a line of its own. Words:

    after x, y SS+1d      links; the type is FS unless said
    SNET 03-04T08         a constraint, its date in 2026; `ALAP` has none
    by 03-06T17           deadline
    started 03-02T08  finished 03-03T17  left 2d  50%

The week starts on Monday 2026-03-02; work is from 8 to 12 and 13 to 17.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from handbook.schedule import (
    Activity,
    ConstraintType,
    Link,
    LinkType,
    Network,
    Timetable,
    WorkingCalendar,
    timetable,
)
from handbook.schedule.instants import instant, moment

DAY = ((8 * 60, 12 * 60), (13 * 60, 17 * 60))
OFFICE = WorkingCalendar((DAY,) * 5 + ((),) * 2)
UNITS = {"d": 8 * 60, "h": 60, "m": 1}
DATED = {"by": "deadline", "started": "actual_start", "finished": "actual_finish"}


def at(text: str) -> int:
    """An instant of 2026 from ``03-02T08`` or ``03-02T08:30``; other years in full."""
    text = text if text.count("-") > 1 else f"2026-{text}"
    return instant(datetime.fromisoformat(text))


START = at("03-02T08")


def network(text: str, calendar: WorkingCalendar = OFFICE, **calendars: WorkingCalendar) -> Network:
    """The network of some lines; `calendars` are those of single activities, by key with `.` as `_`."""
    rows = [line.split(maxsplit=1) for line in text.strip().splitlines()]
    index = {key: number for number, (key, *_) in enumerate(rows)}
    activities, links = [], []
    for key, *rest in rows:
        words, _, waits = "".join(rest).partition("after ")
        waits, *more = re.split(
            r" (?=[A-Z]{3,4}\b(?! *[,+-])|by |started |finished |left |\d+%)", waits, maxsplit=1
        )
        fields = _fields(f"{words} {''.join(more)}")
        fields["parent"] = index.get(key.rpartition(".")[0])
        fields["calendar"] = calendars.get(key.replace(".", "_"))
        activities.append(Activity(key, **fields))
        links += [_link(index, key, wait) for wait in filter(None, waits.split(", "))]
    return Network(tuple(activities), tuple(links), calendar)


def _fields(text: str) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    words = iter(text.split())
    for word in words:
        if word in DATED:
            fields[DATED[word]] = at(next(words))
        elif word == "left":
            fields["remaining"] = _minutes(next(words))
        elif word.endswith("%"):
            fields["percent"] = float(word[:-1])
        elif word in ConstraintType.__members__:
            fields["constraint"] = ConstraintType[word]
            if word not in {"ASAP", "ALAP"}:
                fields["constraint_at"] = at(next(words))
        else:
            fields["duration"], fields["elapsed"] = _minutes(word), word.startswith("e")
    return fields


def _link(index: dict[str, int], key: str, text: str) -> Link:
    found = re.fullmatch(r"(\S+)(?: (FS|SS|FF|SF))?(?: ?([+-])(e?\d+[dhm]))?", text.strip())
    assert found, text
    pred, kind, sign, lag = found.groups()
    minutes = _minutes(lag or "0m") * (-1 if sign == "-" else 1)
    return Link(index[pred], index[key], LinkType[kind or "FS"], minutes, elapsed_lag="e" in (lag or ""))


def _minutes(text: str) -> int:
    count, unit = int(text.strip("edhm")), text[-1]
    return count * (24 * 60 if text.startswith("e") and unit == "d" else UNITS[unit])


def plan(
    text: str, status: str | None = None, until: str | None = None, **calendars: WorkingCalendar
) -> Timetable:
    """The timetable of some lines."""
    dates = (None if date is None else at(date) for date in (status, until))
    return timetable(network(text, **calendars), START, *dates)


def dates(found: Timetable, *kinds: str) -> str:
    """One line for each activity: start and finish (of each kind: ``early``, ``late``, or the forecast)."""
    lines = []
    for row in found:
        spans = []
        for kind in kinds or ("",):
            start, finish = (getattr(row, f"{kind}_{end}".strip("_")) for end in ("start", "finish"))
            spans.append(f"{short(start)} {short(finish)}")
        lines.append(f"{row.key}: {' | '.join(spans)}")
    return "\n".join(lines)


def floats(found: Timetable) -> str:
    """``a 0/0*, b 2/1``: total and free float in days, a star if critical."""
    figures = [
        f"{row.key} {row.total_float / 480:g}/{row.free_float / 480:g}{'*' * row.critical}" for row in found
    ]
    return ", ".join(figures)


def short(when: int) -> str:
    """``03-02T08``, with minutes if there are any."""
    return moment(when).strftime("%m-%dT%H:%M").removesuffix(":00")
