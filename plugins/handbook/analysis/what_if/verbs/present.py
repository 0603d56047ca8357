"""They are there on days that were leave."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from handbook.analysis.what_if.change import BadChange, Edit
from handbook.analysis.what_if.limits import refuse_past
from handbook.analysis.what_if.operands import Days
from handbook.analysis.what_if.scene import Scene
from handbook.analysis.what_if.sentences import called, period
from handbook.records.kinds.person import Leave, Person

FORM = "present PERSON DAYS"

_DAY = timedelta(days=1)


def edit(scene: Scene, person: Person, days: Days) -> Edit:
    """The person with less leave."""
    refuse_past(scene, days)
    counted = [one for one in scene.book.unseen if isinstance(one, Person) and one.id == person.id]
    if not any(_falls(one.leave, days) for one in (person, *counted)):
        span = f"from {days.first} to {days.last}" if days.first < days.last else f"on {days.first}"
        raise BadChange(f"{person.label} has no leave {span}", _leave(scene, person))
    return Edit([_here(person, days)], counted=[_here(one, days) for one in counted])


def sentence(on: date, person: Person, days: Days) -> str:
    """What is changed, for a reader."""
    return f"{called(person)} is not away {period(days, on)}"


def _leave(scene: Scene, person: Person) -> str:
    """The leave to come that these readers may know of."""
    told = [f"{one.from_}..{one.to}" for one in person.leave if one.to >= scene.book.status_date]
    return f"their leave is {', '.join(told)}" if told else "no leave of theirs to come is known"


def _falls(leave: Iterable[Leave], days: Days) -> bool:
    return any(one.from_ <= days.last and days.first <= one.to for one in leave)


def _here(person: Person, days: Days) -> Person:
    return person.model_copy(update={"leave": tuple(_cut(person.leave, days))})


def _cut(leave: Iterable[Leave], days: Days) -> Iterator[Leave]:
    """What is left of leave without some days."""
    for one in leave:
        if one.to < days.first or days.last < one.from_:
            yield one
            continue
        if one.from_ < days.first:
            yield one.model_copy(update={"to": days.first - _DAY})
        if days.last < one.to:
            yield one.model_copy(update={"from_": days.last + _DAY})
