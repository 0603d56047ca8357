"""They are away from one day to another."""

from datetime import date

from handbook.analysis.what_if.change import Edit
from handbook.analysis.what_if.limits import refuse_past
from handbook.analysis.what_if.operands import Days
from handbook.analysis.what_if.scene import Scene
from handbook.analysis.what_if.sentences import called, period
from handbook.records.kinds.person import Leave, Person

FORM = "leave PERSON DAYS"


def edit(scene: Scene, person: Person, days: Days) -> Edit:
    """The person with more leave."""
    refuse_past(scene, days)
    more = Leave.model_validate({"from": days.first, "to": days.last})
    return Edit([_away(person, more)], counted=[_away(one, more) for one in _counted(scene, person)])


def sentence(on: date, person: Person, days: Days) -> str:
    """What is changed, for a reader."""
    return f"{called(person)} is away {period(days, on)}"


def _away(person: Person, more: Leave) -> Person:
    return person.model_copy(update={"leave": (*person.leave, more)})


def _counted(scene: Scene, person: Person) -> list[Person]:
    """What the plan counts with of somebody of whom this audience may not see all."""
    return [one for one in scene.book.unseen if isinstance(one, Person) and one.id == person.id]
