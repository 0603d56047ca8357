"""What can be asked of people: shares that somebody can give, and days that are to come."""

from handbook.analysis.what_if.change import BadChange
from handbook.analysis.what_if.operands import Days
from handbook.analysis.what_if.scene import Scene
from handbook.records.kinds.person import Person
from handbook.records.record import Record

_MOST_OF_ONE = 2.0
_MOST_OF_MANY = 100.0
_SURELY_PERCENT = 10


def refuse_share(share: float, party: Record | None, instead: str) -> None:
    """Raise `BadChange` for a share of nothing, and for one that was surely meant in percent.

    ``instead`` is what to write for nothing.
    """
    name = party.address if party else "somebody"
    if not share:
        raise BadChange(f"0% of {name} is nothing", instead)
    if share > (_MOST_OF_ONE if isinstance(party, Person) else _MOST_OF_MANY):
        cure = f"write {share:g}%" if share > _SURELY_PERCENT else "nobody has more than two full times"
        raise BadChange(f"{share:.0%} is more than {name} can give", cure)


def refuse_past(scene: Scene, days: Days) -> None:
    """Raise `BadChange` for days that have all passed: what was is not changed by what if."""
    today = scene.book.status_date
    if days.last < today:
        raise BadChange(f"{days.last} has passed: what was cannot change", f"name days from {today} on")
