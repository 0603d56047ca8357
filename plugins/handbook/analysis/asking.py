"""The last sentence of the headline: what asks for somebody's attention."""

from handbook.analysis.case import Case
from handbook.analysis.exposure import exposure
from handbook.analysis.sentence import Clause
from handbook.analysis.words import count, listed, number


def asking(case: Case) -> Clause | None:
    """Threats above appetite without a response, and decisions that wait; None if there are neither."""
    said = [part for part in (_unanswered(case), _waiting(case)) if part]
    return (", and ".join(said),) if said else None


def _unanswered(case: Case) -> str:
    found = exposure(case.risks).unanswered
    if not found:
        return ""
    return f"{count(found, 'threat')} above appetite {'has' if found == 1 else 'have'} no response"


def _waiting(case: Case) -> str:
    total = len(case.waiting)
    if not total:
        return ""
    said = f"{count(total, 'decision')} {'is' if total == 1 else 'are'} waiting"
    notes = []
    if sponsored := sum(one.for_sponsor for one in case.waiting):
        notes.append(
            "for the sponsor" if sponsored == total else f"{number(sponsored)} of them for the sponsor"
        )
    if overdue := sum(one.is_overdue for one in case.waiting):
        notes.append("overdue" if overdue == total == 1 else f"{number(overdue)} of them overdue")
    if total > 1 and notes[:1] == ["for the sponsor"]:
        said, notes = f"{said} for the sponsor", notes[1:]
    separator = " " if notes[:1] == ["for the sponsor"] else ", "
    return said + separator + listed(notes) if notes else said
