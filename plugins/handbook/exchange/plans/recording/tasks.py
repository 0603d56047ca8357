"""The tasks of a plan as records of tasks and milestones."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from pydantic_core import PydanticCustomError

from handbook.exchange.plans.model import ON_FINISH, PlanFile, PlanTask
from handbook.exchange.plans.notes import Notes
from handbook.exchange.plans.recording.ids import TaskIds
from handbook.exchange.plans.recording.lengths import dependency, length, money, percent, share
from handbook.exchange.plans.recording.people import Parties
from handbook.exchange.plans.working import day_begun, day_ended, working
from handbook.planning.week import Measure
from handbook.records.types.money import is_currency
from handbook.records.types.web import read_url
from handbook.schedule import WorkingCalendar

Fields = dict[str, Any]


class TaskRecords:
    """The fields of each task by its key; milestones are those that a milestone of a record can be."""

    def __init__(
        self,
        plan: PlanFile,
        calendars: Mapping[str, str],
        parties: Parties,
        usual: WorkingCalendar,
        measure: Measure,
        notes: Notes,
    ) -> None:
        self._plan = plan
        self._currency = plan.currency if is_currency(plan.currency) else ""
        self._calendars = calendars
        self._parties = parties
        self._usual = usual
        self._measure = measure
        self._notes = notes
        self._times = {one.key: working(one) for one in plan.calendars}
        self._own = {one.key: one.calendar for one in plan.resources if one.calendar}
        self.milestones = frozenset(task.key for task in plan.tasks if self._is_milestone(task))
        self.ids = TaskIds(plan.tasks, self.milestones)
        self.fields = {
            task.key: self._milestone(task) if task.key in self.milestones else self._task(task)
            for task in plan.tasks
        }

    def calendar(self, task: PlanTask) -> WorkingCalendar:
        """When a task is worked on: its own time, else that of whoever does it, else the project's."""
        own = next((self._own[key] for key, _ in task.assigned if key in self._own), "")
        return self._times.get(task.calendar) or self._times.get(own) or self._usual

    def _is_milestone(self, task: PlanTask) -> bool:
        if task.kind != "milestone" or task.calendar or task.assigned or task.cost:
            return False
        if task.bound is not None and not self._is_forecast(task):
            return False
        is_told = bool(task.links) or task.finished is not None or task.bound is not None
        return is_told and (task.finished is not None or not task.percent)

    def _is_forecast(self, task: PlanTask) -> bool:
        """Whether a constraint is a forecast by hand: the end of a day, of what waits for nothing."""
        if task.bound is None or task.bound.at is None or task.links or task.bound.kind != "SNET":
            return False
        return day_ended(task.bound.at, self._usual) == (task.bound.at.date(), True)

    def _milestone(self, task: PlanTask) -> Fields:
        fields = self._after(task, {"title": self._title(task)})
        if task.deadline:
            fields["due"] = self._ended(task, task.deadline, "deadline")
            what = "a deadline is read as the promise ('due'), which does not lower the float"
            self._notes.common(task.line, what, "milestone")
        if task.bound and task.bound.at:
            fields["expected"] = self._ended(task, task.bound.at, "date")
        if task.finished:
            fields["reached"] = self._ended(task, task.finished, "date")
        return self._common(task, fields)

    def _task(self, task: PlanTask) -> Fields:
        fields: Fields = {"title": self._title(task)}
        if task.kind == "milestone":
            fields["duration"] = "0d"
            self._tell(task, "a milestone that a record cannot be is read as a task of no length")
        elif task.work is not None:
            fields["effort"] = length(task.work, self._measure)
        elif task.duration is not None:
            fields["duration"] = length(task.duration, self._measure)
        if task.assigned:
            fields["assigned"] = {self._parties.addresses[key]: share(units) for key, units in task.assigned}
        self._after(task, fields)
        self._bind(task, fields)
        if task.deadline:
            fields["deadline"] = self._ended(task, task.deadline, "deadline")
        if task.calendar:
            fields["calendar"] = self._calendars[task.calendar]
        if task.priority != 500:
            fields["priority"] = f"{task.priority}"
        self._progress(task, fields)
        if task.cost:
            fields["cost"] = money(task.cost, self._currency)
        return self._common(task, fields)

    def _after(self, task: PlanTask, fields: Fields) -> Fields:
        found = [dependency(link, self.ids.ids[link.predecessor], self._measure) for link in task.links]
        if found:
            fields["after"] = found
        return fields

    def _bind(self, task: PlanTask, fields: Fields) -> None:
        if task.bound is None:
            return
        fields["constraint"] = {"type": task.bound.kind}
        if task.bound.at is not None:
            read = self._ended if task.bound.kind in ON_FINISH else self._begun
            fields["constraint"]["date"] = read(task, task.bound.at, f"constraint {task.bound.kind}")

    def _progress(self, task: PlanTask, fields: Fields) -> None:
        if task.started:
            fields["started"] = self._begun(task, task.started, "start")
        if task.finished:
            fields["finished"] = self._ended(task, task.finished, "finish")
        elif task.percent:
            fields["progress"] = percent(task.percent)
            span = task.duration
            if span is not None and task.remaining is not None:
                left = span.minutes - int(span.minutes * float(task.percent) / 100 + 0.5)
                if abs(left - task.remaining) > 1:
                    fields["remaining"] = length(span._replace(minutes=task.remaining), self._measure)

    def _common(self, task: PlanTask, fields: Fields) -> Fields:
        notes = [task.notes] if task.notes else []
        links = []
        if owner := self._parties.called(task.owner):
            fields["owner"] = owner
        elif task.owner:
            notes.append(f"Contact: {task.owner}")
        for address, title in task.web:
            try:
                links.append({"url": read_url(address), **({"title": title} if title else {})})
            except PydanticCustomError:
                notes.append(f"Link: {title} {address}".replace("  ", " "))
        if links:
            fields["links"] = links
        if notes:
            fields["notes"] = "\n".join(notes)
        if task.number is not None:
            fields["known_as"] = {self._plan.origin: f"{task.number}"}
        return fields

    def _title(self, task: PlanTask) -> str:
        if not task.name:
            self._tell(task, "it has no name")
        return task.name or f"Task {task.key}"

    def _begun(self, task: PlanTask, at: datetime, what: str) -> str:
        return self._day(task, at, what, day_begun, "beginning")

    def _ended(self, task: PlanTask, at: datetime, what: str) -> str:
        return self._day(task, at, what, day_ended, "end")

    def _day(
        self,
        task: PlanTask,
        at: datetime,
        what: str,
        read: Callable[[datetime, WorkingCalendar], tuple[Any, bool]],
        edge: str,
    ) -> str:
        day, is_exact = read(at, self.calendar(task))
        if not is_exact:
            self._tell(task, f"its {what} {at:%Y-%m-%d %H:%M} is read as the {edge} of {day}")
        return f"{day}"

    def _tell(self, task: PlanTask, text: str) -> None:
        self._notes.add(task.line, f"'{task.name or task.key}': {text}")
