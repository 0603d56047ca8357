"""They have that share of full time for projects."""

from datetime import date

from handbook.analysis.what_if.change import Edit
from handbook.analysis.what_if.limits import refuse_share
from handbook.analysis.what_if.scene import Scene
from handbook.analysis.what_if.sentences import called
from handbook.records.kinds.person import Person
from handbook.records.kinds.team import Team

FORM = "capacity TEAM SHARE"


def edit(scene: Scene, party: Person | Team, share: float) -> Edit:
    """The person or team with another capacity."""
    refuse_share(share, party, f"say 'leave {party.address} DAYS' for the time, or 'unassign TASK PARTY'")
    counted = [one for one in scene.book.unseen if (one.kind, one.id) == (party.kind, party.id)]
    fields = {"capacity": share}
    return Edit([party.model_copy(update=fields)], counted=[one.model_copy(update=fields) for one in counted])


def sentence(_on: date, party: Person | Team, share: float) -> str:
    """What is changed, for a reader."""
    return f"{called(party)} has {share:.0%} of full time for projects"
