"""Risk: whether threats that are greater than the handbook accepts are answered.

Judged are open threats with a score above the appetite of the settings.

- red: one of them has no response: neither a response with an open action nor the acceptance of the sponsor
- amber: there are some, and all have a response
- green: no threat is above the appetite
- none: no risk was ever recorded, or no open threat is on the scale
"""

from handbook.analysis.case import Case
from handbook.analysis.exposure import Exposure, exposure
from handbook.analysis.health import Verdict
from handbook.analysis.words import figure


def judge(case: Case) -> Verdict:
    """The colour of risk."""
    if not case.risks:
        return Verdict("none", "no risks recorded")
    appetite = case.book.settings.scales.appetite
    rule = f"red: a threat above the appetite of {appetite} has no response; amber: one is above it"
    found = exposure(case.risks)
    if not found.above_appetite:
        return _within(found, rule)
    above = f"{figure(found.above_appetite, 'threat')} above appetite"
    if found.unanswered:
        some = f"{found.unanswered} " if found.above_appetite > 1 else ""
        return Verdict("red", f"{above}, {some}without response", rule)
    return Verdict("amber", f"{above}, {'all ' if found.above_appetite > 1 else ''}with response", rule)


def _within(found: Exposure, rule: str) -> Verdict:
    """No threat is known to be above the appetite; one that is not on the scale says nothing."""
    if not found.threats:
        return Verdict("green", "no open threat", rule)
    unrated = f"{figure(found.unrated, 'threat')} not on the scale"
    if found.unrated == found.threats:
        return Verdict("none", unrated, rule)
    known = f"{figure(found.threats - found.unrated, 'threat')} within appetite"
    return Verdict("green", f"{known}, {unrated}" if found.unrated else known, rule)
