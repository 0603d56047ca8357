"""Risk: whether threats that are greater than the handbook accepts are answered.

Judged are open threats with a score above the appetite of the settings.

- red: one of them has no response: neither a response with an open action nor the acceptance of the sponsor
- amber: there are some, and all have a response
- green: no threat is above the appetite
- none: no risk was ever recorded
"""

from handbook.analysis.case import Case
from handbook.analysis.exposure import exposure
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
        known = f"{figure(found.threats, 'threat')} within appetite" if found.threats else "no open threat"
        return Verdict("green", known, rule)
    above = f"{figure(found.above_appetite, 'threat')} above appetite"
    if found.unanswered:
        return Verdict("red", f"{above}, {found.unanswered} without response", rule)
    return Verdict(
        "amber",
        f"{above}, all with response" if found.above_appetite > 1 else f"{above}, with response",
        rule,
    )
