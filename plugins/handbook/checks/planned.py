"""What planning found wrong, told as a problem: with all links that take part."""

from handbook.planning.plan import PlanFault
from handbook.problems import Note


def notes(fault: PlanFault) -> tuple[Note, ...]:
    """The links that make a fault together, each in its place; a link to itself is told by the fault."""
    if fault.kind == "cycle" and len(fault.waits) == 1:
        return ()
    return tuple(Note(wait.place, str(wait)) for wait in fault.waits if wait.is_shown)
