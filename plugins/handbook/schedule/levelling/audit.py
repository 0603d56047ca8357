"""The plan checked again, by other means than it was made: pieces, calendars, links, dates, people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from handbook.schedule.calendar import CONTINUOUS, WorkingCalendar, intersection
from handbook.schedule.levelling.levelled import Levelled, Overload
from handbook.schedule.levelling.placing import Hold
from handbook.schedule.levelling.problem import Choice, Levelling
from handbook.schedule.network import ConstraintType, Link
from handbook.schedule.progress import progress

_LOWER = {ConstraintType.SNET, ConstraintType.MSO}
_LOWER_FINISH = {ConstraintType.FNET, ConstraintType.MFO}
_HARD = {ConstraintType.SNLT, ConstraintType.FNLT, ConstraintType.MSO, ConstraintType.MFO}


def audit(problem: Levelling, plan: Levelled) -> tuple[str, ...]:
    """What is wrong with a plan, as text for whoever mends the program; nothing for a sound one."""
    return tuple(_Audit(problem, plan).faults())


def overloads(problem: Levelling, holds: Iterable[Hold]) -> tuple[Overload, ...]:
    """Where people are asked for more than there is."""
    found = []
    listed = list(holds)
    for number, resource in enumerate(problem.resources):
        loads = [
            (hold.start, hold.finish, units, hold.activity)
            for hold in listed
            for one, units in hold.demands
            if one == number
        ]
        away = [(one.start, one.finish, one.units) for one in resource.absences]
        times = sorted(
            {time for load in loads for time in load[:2]} | {time for one in away for time in one[:2]}
        )
        for start, finish in pairwise(times):
            if resource.calendar.between(start, finish) <= 0:
                continue
            active = [load for load in loads if load[0] <= start < load[1]]
            missing = sum(units for first, last, units in away if first <= start < last)
            there = max(0, resource.capacity - missing)
            used = sum(load[2] for load in active)
            if used > there:
                keys = tuple(dict.fromkeys(problem.network.activities[load[3]].key for load in active))
                found.append(Overload(resource.key, start, finish, used, there, keys))
    return tuple(found)


class _Audit:
    """The audit under way."""

    def __init__(self, problem: Levelling, plan: Levelled) -> None:
        self.problem = problem
        self.plan = plan
        self.activities = problem.network.activities
        self.children: dict[int, list[int]] = {}
        for at, one in enumerate(self.activities):
            if one.parent is not None:
                self.children.setdefault(one.parent, []).append(at)
        self.denied = {conflict.activity for conflict in plan.conflicts}
        self.calendar = cache(self._calendar)

    def faults(self) -> Iterator[str]:
        """All faults."""
        for at in range(len(self.activities)):
            if at not in self.children:
                yield from self._work(at)
                yield from self._dates(at)
        for link in self.problem.network.links:
            yield from self._link(link)
        yield from self._people()

    def _choice(self, at: int) -> Choice | None:
        number = self.plan.choice.get(at)
        return None if number is None else self.problem.jobs[at].choices[number]

    def _begun(self, at: int) -> bool:
        return progress(self.activities[at]) is not None

    def _calendar(self, at: int) -> WorkingCalendar:
        """When an activity is worked on."""
        one, choice = self.activities[at], self._choice(at)
        own = one.calendar or self.problem.network.calendar
        if choice is not None and not self._begun(at) and choice.calendar is not None:
            return choice.calendar
        if one.elapsed:
            return CONTINUOUS
        if choice is None or self._begun(at):
            return own
        return intersection(
            own, *(self.problem.resources[resource].calendar for resource, _ in choice.demands)
        )

    def _work(self, at: int) -> Iterator[str]:
        """It takes as long as it does, in its working time, in pieces that are not too small."""
        one, plan = self.activities[at], self.plan
        start, finish = plan.start[at], plan.finish[at]
        if self._begun(at):
            if one.actual_start not in {None, start} or one.actual_finish not in {None, finish}:
                yield f"{one.key}: moved though it has begun"
            return
        calendar, choice = self.calendar(at), self._choice(at)
        wanted = one.duration if one.remaining is None else one.remaining
        wanted = wanted if choice is None else choice.duration
        pieces = plan.pieces.get(at, ((start, finish),))
        if (pieces[0][0], pieces[-1][1]) != (start, finish):
            yield f"{one.key}: its pieces are not from its start to its finish"
        lengths = [calendar.between(*piece) for piece in pieces]
        if sum(lengths) != wanted:
            yield f"{one.key}: {sum(lengths)} of {wanted} min"
        for first, last in pieces if wanted else ():
            if calendar.next_working(first) != first or calendar.previous_working(last) != last:
                yield f"{one.key}: begins or ends outside its working time"
        least = self.problem.jobs[at].minimum_piece if at in self.problem.jobs else None
        if len(pieces) > 1 and (least is None or min(lengths) < least):
            yield f"{one.key}: cut into pieces of {lengths} min"
        if any(after[0] < before[1] for before, after in pairwise(pieces)):
            yield f"{one.key}: pieces overlap"

    def _dates(self, at: int) -> Iterator[str]:
        """Its dates keep its constraint and the status date."""
        one, calendar = self.activities[at], self.calendar(at)
        if self._begun(at):
            return
        start, finish = (calendar.position(end) for end in (self.plan.start[at], self.plan.finish[at]))
        if self.problem.status is not None and start < calendar.position(self.problem.status):
            yield f"{one.key}: starts before the status date"
        if one.constraint_at is None or one.key in self.denied:
            return
        wanted = calendar.position(one.constraint_at)
        is_late = (one.constraint in _LOWER and start < wanted) or (
            one.constraint in _LOWER_FINISH and finish < wanted
        )
        late_start = one.constraint in {ConstraintType.SNLT, ConstraintType.MSO} and start > wanted
        late_finish = one.constraint in {ConstraintType.FNLT, ConstraintType.MFO} and finish > wanted
        after_status = self.problem.status is not None and start == calendar.position(self.problem.status)
        if is_late or ((late_start or late_finish) and not after_status):
            yield f"{one.key}: not where its constraint {one.constraint.value} wants it"

    def _link(self, link: Link) -> Iterator[str]:
        """The successor is where the link wants it."""
        ends = self.plan.finish if link.type.from_finish else self.plan.start
        lags = CONTINUOUS if link.elapsed_lag else self._lag_calendar(link.succ)
        bound = lags.shift(ends[link.pred], link.lag)
        if link.succ in self.children and link.type.to_finish:
            late = self.plan.finish[link.succ] < bound and self._open(link.succ)
            members = [link.succ] if late else []
        elif link.succ in self.children:
            members = [at for at in self._inside(link.succ) if self._is_before(at, bound, to_finish=False)]
        else:
            members = [link.succ] if self._is_before(link.succ, bound, to_finish=link.type.to_finish) else []
        for at in members:
            yield f"{self.activities[at].key}: too early for link {link}"

    def _lag_calendar(self, at: int) -> WorkingCalendar:
        if at in self.children or self.activities[at].elapsed:
            return self.activities[at].calendar or self.problem.network.calendar
        return self.calendar(at)

    def _open(self, group: int) -> bool:
        return any(not self._begun(at) for at in self._inside(group))

    def _is_before(self, at: int, bound: int, *, to_finish: bool) -> bool:
        """Whether an end of an activity is too early, and could be elsewhere."""
        one, calendar = self.activities[at], self.calendar(at)
        end = self.plan.finish[at] if to_finish else self.plan.start[at]
        is_fixed = self._begun(at) or (one.constraint in _HARD and one.key in self.denied)
        return not is_fixed and calendar.position(end) < calendar.position(bound)

    def _inside(self, group: int) -> Iterator[int]:
        for at in self.children[group]:
            if at in self.children:
                yield from self._inside(at)
            else:
                yield at

    def _people(self) -> Iterator[str]:
        """Nobody has more to do than there is of them, unless by what cannot be moved."""
        holds = []
        for at, pieces in self.plan.pieces.items():
            choice = self._choice(at)
            for start, finish in pieces if choice is not None else ():
                if start < finish and not (self._begun(at) and self.activities[at].actual_finish is not None):
                    holds.append(Hold(at, start, finish, choice.demands if choice else ()))
        index = self.problem.network.index
        for overload in overloads(self.problem, holds):
            fixed = [
                key
                for key in overload.activities
                if self._begun(index[key]) or self.activities[index[key]].constraint in _HARD
            ]
            if not fixed:
                yield f"too much at once: {overload}"
