"""Trials: the dates of some projects with a few records changed, made again from what changes on.

A plan is made from records, with calendars, floats and words. Whoever asks what one change does to one date
needs none of these anew: the numbers of what changed are made again, and a forward pass goes on from there.
Where that would not be exact – work as late as possible, done work without a date, calendars that ran out –
the project is settled in full.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from typing import NamedTuple

from handbook.planning.breakdown import Item
from handbook.planning.draft import Draft, Span
from handbook.planning.order import planning_order
from handbook.planning.plans import Plans
from handbook.planning.redraft import (
    with_dates_abroad,
    with_item,
    with_levelled,
    with_nothing_abroad,
    with_people,
)
from handbook.planning.settled import Settled, finished, first_opening, settled
from handbook.planning.upstream import Spot, spot_of, upstream
from handbook.records.kinds.levelled import Levelled
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.person import Person
from handbook.records.kinds.task import Task
from handbook.records.record import Record
from handbook.schedule import NoWorkingTime
from handbook.schedule.dates import Dates
from handbook.schedule.network import ConstraintType, Network
from handbook.schedule.revision import Early, early, is_early

_MOST_TURNS = 30


@dataclass(frozen=True)
class Tried:
    """A project on trial: its draft with its dates; ``known`` is the pass that made them, if it is."""

    draft: Draft
    timetable: Dates
    known: Early | None = None

    def row(self, item: int) -> int | None:
        """The index in the timetable of an item of the work breakdown; None if it has no dates."""
        return self.timetable.network.index.get(item)

    @cached_property
    def finished(self) -> tuple[bool, ...]:
        """By activity, whether nothing of it is left to do."""
        return finished(self.timetable.network)

    @cached_property
    def early(self) -> Early | None:
        """The forward pass that the dates come from; None if it took more than that."""
        if self.known is not None or not _is_quick(self):
            return self.known
        return early(self.timetable.network, self.timetable.project_start, self.timetable.status)


class Frame(NamedTuple):
    """What all trials of one date share.

    ``order`` has those projects first that others wait for; such as wait for each other stand together.
    ``eased`` are, by project, the activities that are planned as late as possible and that the date does not
    depend on: they are tried as early as possible.
    """

    order: Sequence[Sequence[str]]
    eased: Mapping[str, frozenset[int]]
    status_date: date


class Trial:
    """The dates of a project and of all that it waits for, with some records changed. Immutable."""

    def __init__(self, parts: Mapping[str, Tried], frame: Frame) -> None:
        """``parts`` are by project, in lower case."""
        self._parts = parts
        self._frame = frame

    def settled(self, project: str) -> Tried | None:
        """The dates of a project; None for one that is not on trial."""
        return self._parts.get(project.casefold())

    def changed(self, records: Iterable[Record], counted: Iterable[Record] = ()) -> "Trial":
        """The trial with other records of tasks, milestones, people, or of a levelled schedule.

        Those of people who are not for the audience are ``counted``, and go before those that are shown.
        """
        drafts = {key: part.draft for key, part in self._parts.items()}
        people: dict[str, Person] = {}
        for record in (*records, *counted):
            key = (record.project or "").casefold()
            if isinstance(record, Person):
                people[record.id] = record
            elif isinstance(record, Task | Milestone) and key in drafts:
                drafts[key] = with_item(drafts[key], record)
            elif isinstance(record, Levelled) and key in drafts:
                drafts[key] = with_levelled(drafts[key], record)
        if people:
            drafts = {key: with_people(draft, people.values()) for key, draft in drafts.items()}
        return self._again(drafts)

    def _again(self, drafts: Mapping[str, Draft]) -> "Trial":
        parts = dict(self._parts)
        left = {key: _eased(draft, self._frame.eased[key]) for key, draft in drafts.items()}
        for group in self._frame.order:
            here = {key: with_dates_abroad(left[key], partial(_span, parts)) for key in group}
            if len(group) > 1 and any(draft is not parts[key].draft for key, draft in here.items()):
                self._settle_in_turns(parts, here)
            elif here[group[0]] is not parts[group[0]].draft:
                parts[group[0]] = self._dated(parts[group[0]], here[group[0]])
        return Trial(parts, self._frame)

    def _settle_in_turns(self, parts: dict[str, Tried], left: dict[str, Draft]) -> None:
        """Settle projects that wait for each other as `Plans` does, until no date changes.

        What is as late as possible may hold itself late through another project: then they start over, as if
        they did not know of each other.
        """
        known = set(left) if all(map(_is_early, left.values())) else set[str]()
        if not known:
            for key, draft in left.items():
                start = parts[key].timetable.project_start
                left[key] = with_nothing_abroad(draft, left.keys(), start)
        for _ in range(_MOST_TURNS + sum(len(draft.outline.far_ties) for draft in left.values())):
            is_steady = True
            for key in tuple(left):
                open_ = left.keys() - known
                draft = with_dates_abroad(left[key], partial(_span, parts, open_=open_))
                if key not in known or draft is not parts[key].draft:
                    left[key], parts[key], is_steady = draft, self._dated(parts[key], draft), False
                    known.add(key)
            if is_steady:
                break

    def _dated(self, old: Tried, draft: Draft) -> Tried:
        """The dates of a project with another draft."""
        pairs = enumerate(zip(draft.activities, old.draft.activities, strict=True))
        changes = {at: new for at, (new, before) in pairs if new is not before}
        pass_ = old.early
        if pass_ is not None and draft.links == old.draft.links and self._opens_alike(old, draft):
            try:
                found = pass_.revised(changes) if changes else pass_
            except NoWorkingTime:
                pass
            else:
                return Tried(draft, found.dates, found)
        status = None if old.timetable.status is None else self._frame.status_date
        return Tried(draft, settled(draft, status).timetable)

    def _opens_alike(self, old: Tried, draft: Draft) -> bool:
        """Whether project start and status date stay the same instants in the calendars that are in use."""
        used = {id(one.calendar) for one in draft.activities}
        if used == {id(one.calendar) for one in old.draft.activities}:
            return True
        network = Network(draft.activities, draft.links, draft.tools.calendar)
        times = old.timetable
        return first_opening(network, draft.outline.project.start) == times.project_start and (
            times.status is None or first_opening(network, self._frame.status_date) == times.status
        )


def trial(plans: Plans, item: Item, status_date: date) -> Trial:
    """The trial of the date of an item, with nothing changed yet."""
    order = planning_order((item.project or "").casefold(), plans.needs)
    parts = {key: _part(plans.settled(key)) for group in order for key in group}
    late = {key: frozenset(_late(part)) for key, part in parts.items()}
    if not any(late.values()):
        return Trial(parts, Frame(order, late, status_date))
    ahead = upstream(parts, item)
    eased = {key: frozenset(row for row in rows if Spot(key, row) not in ahead) for key, rows in late.items()}
    return Trial(parts, Frame(order, eased, status_date)).changed(())


def _part(found: Settled) -> Tried:
    return Tried(found.draft, found.timetable)


def _late(part: Tried) -> Iterator[int]:
    """The activities that are, by themselves or with their group, as late as possible."""
    for row, activity in enumerate(part.draft.activities):
        if activity.constraint is ConstraintType.ALAP:
            yield row
            yield from part.timetable.logic.tree.children.get(row, ())


def _eased(draft: Draft, rows: frozenset[int]) -> Draft:
    """The draft without what makes some activities late."""
    if not any(draft.activities[row].constraint is ConstraintType.ALAP for row in rows):
        return draft
    activities = list(draft.activities)
    for row in rows:
        if activities[row].constraint is ConstraintType.ALAP:
            activities[row] = replace(activities[row], constraint=ConstraintType.ASAP)
    return draft._replace(activities=tuple(activities))


def _span(parts: Mapping[str, Tried], item: Item, open_: Collection[str] = ()) -> Span | None:
    """When an item of another project is planned; None if that is not known, or still open."""
    spot = spot_of(parts, item)
    if spot is None or spot.project in open_:
        return None
    dates = parts[spot.project].timetable
    return dates.start[spot.row], dates.finish[spot.row]


def _is_early(draft: Draft) -> bool:
    return all(one.constraint is not ConstraintType.ALAP for one in draft.activities)


def _is_quick(part: Tried) -> bool:
    """Whether a forward pass over the activities of a draft gives the dates of its project."""
    activities = part.draft.activities
    return (
        is_early(part.timetable.network)
        and not any(
            one.percent >= 100 and not one.remaining and one.actual_finish is None for one in activities
        )
        and part.timetable.network.activities == activities
    )
