"""A driving chain in a reader's words, the same on terminals and on pages."""

from collections.abc import Iterator
from datetime import date

from handbook.analysis.explained.bring_in import BringIn
from handbook.analysis.what_if.words import Change
from handbook.analysis.words import capital, day, figure, listed
from handbook.planning.breakdown import Item
from handbook.planning.why.step import Free, Step, Why
from handbook.planning.wording import month, spoken, title
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Task


def days(minutes: int, day_minutes: int) -> str:
    """Working minutes as days, with at most one decimal: ``4.5 days``."""
    number = round(minutes / day_minutes, 1) + 0.0
    return f"{number:g} {'day' if number == 1 else 'days'}"


def besides(step: Step, status_date: date) -> list[str]:
    """What a step holds besides work: lag, weekends, holidays and leave by name, what is shared.

    How it follows on the step before it is told first, where that is not plainly after it.
    """
    said = [step.driver.text] if step.driver and _is_told(step) else []
    if step.lag > 0:
        said.append(f"{figure(step.lag, 'day')} of lag")
    elif step.lag < 0:
        said.append(f"{figure(-step.lag, 'day')} of lead")
    if weekends := step.off("weekend"):
        said.append(figure(weekends, "weekend day"))
    said += [_free(one, status_date) for one in step.free if one.reason in {"holiday", "leave"}]
    if off := step.off("off"):
        said.append(f"{figure(off, 'day')} not worked")
    if step.idle:
        said.append(f"{figure(step.idle, 'day')} without work")
    return [*said, *_shared(step)]


def cause(why: Why) -> str:
    """What a chain begins with, and in which work: ``Design, begun on 2 March 2026``."""
    first = why.steps[0].item
    return why.cause.text if why.cause.kind == "start" else f"{title(first)}, {why.cause.text}"


def total(why: Why, status_date: date) -> str:
    """The sum of a chain: ``277 days from 1 June to 4 March 2027: 190 worked, 80 at weekends``."""
    if not why.days:
        return ""
    said = f"{figure(why.days, 'day')} from {day(why.cause.on, status_date)} to {day(why.on, status_date)}"
    return f"{said}: {listed(list(_parts(why)))}"


def verdict(bring_in: BringIn, day: int) -> str:
    """Whether a date can be brought in by as much as is wanted, and by what."""
    wanted = days(bring_in.wanted, day)
    if not bring_in.together:
        return f"{wanted} cannot be gained"
    way = ", then ".join(f"'{one.change}'" for one in bring_in.together)
    if not bring_in.is_reached:
        return f"{wanted} cannot be gained: {way} together gain {days(bring_in.gained, day)}"
    first = bring_in.together[-1]
    until = f"; from there {title(first.decides)} decides" if first.decides else ""
    least = "; no fewer changes do" if bring_in.is_least and len(bring_in.together) > 1 else ""
    return f"{capital(wanted)} would be gained by {way}{until}{least}"


def measure(change: Change, status_date: date) -> tuple[Item | None, str]:
    """A measure for a reader: the task that it is about, if it is about one, and what becomes of it."""
    subject, *more = change.operands
    item = subject if isinstance(subject, Task | Milestone) else None
    match change.verb.name:
        case "shorten":
            return item, f"{spoken(more[0])} shorter".replace(" ", "\u00a0", 1)
        case "link":
            return item, f"at once after {title(more[0].target)}"
        case "present":
            return item, f"{subject.label} not away {_on(more[0].first, more[0].last, status_date)}"
        case "assign":
            return item, "with one more person, full time"
        case "constraint":
            return item, "without its fixed date"
        case _:
            return item, f"{subject.label} levelled again"


def _on(first: date, last: date, status_date: date) -> str:
    days = span(first, last, status_date)
    return f"on {days}" if first == last or "–" in days else f"from {days}"


def _parts(why: Why) -> Iterator[str]:
    sums = {
        "worked": sum(step.worked for step in why),
        "of lag": sum(step.lag for step in why),
        "at weekends": sum(step.off("weekend") for step in why),
        "of holidays": sum(step.off("holiday") for step in why),
        "of leave": sum(step.off("leave") for step in why),
        "not worked": sum(step.off("off") for step in why),
        "without work": sum(step.idle for step in why),
    }
    yield from (f"{number} {name}" for name, number in sums.items() if number)


def _free(free: Free, status_date: date) -> str:
    when = span(free.first, free.last, status_date)
    if free.reason == "leave":
        return f"{figure(free.days, 'day')} of leave of {free.name} ({when})"
    return f"{free.name or 'holiday'} ({when})"


def _is_told(step: Step) -> bool:
    """Whether a step is anything but the next one after the one before."""
    link = step.dependency
    is_resource = step.driver is not None and step.driver.kind == "resource"
    return link is not None and (is_resource or link.lead or link.type != "FS")


def span(first: date, last: date, status_date: date) -> str:
    """``12 May``, ``6–10 April``, ``30 March to 3 April``."""
    if first == last:
        return day(first, status_date)
    if (first.year, first.month) == (last.year, last.month):
        year = "" if last.year == status_date.year else f" {last.year}"
        return f"{first.day}–{last.day} {month(last)}{year}"
    return f"{day(first, status_date)} to {day(last, status_date)}"


def _shared(step: Step) -> Iterator[str]:
    """That work is an effort that some people share."""
    task = step.item
    is_shared = isinstance(task, Task) and task.effort and not (task.duration or task.estimate)
    if isinstance(task, Task) and task.effort and is_shared and step.worked and not task.withheld:
        units = sum(task.assigned.values()) or 1.0
        yield f"{spoken(task.effort)} of effort at {units:.0%}"
