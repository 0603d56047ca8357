"""How sure promises are before and after a scenario: P80 and the chance to keep them.

Both forecasts are made with the same seed, and each task and risk has a stream of chance of its own: the
runs differ in nothing but what the scenario changes (common random numbers: Law, "Simulation Modeling and
Analysis", chapter 11).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.analysis.forecast.forecast import Outlook
from handbook.analysis.what_if.comparison import Kept, Outcome, Shift


@dataclass(frozen=True, slots=True)
class Prospect:
    """A promise with its outlook before and after."""

    kept: Kept
    before: Outlook
    after: Outlook


def prospects(outcome: Outcome, shift: Shift) -> Iterator[Prospect]:
    """The promises of one project that move, with their chances; none where nothing is uncertain."""
    if not shift.promises:
        return
    before = outcome.scenario.before.forecast(shift.project.id)
    after = outcome.scenario.after.forecast(shift.project.id)
    if before is None or after is None:
        return
    for kept in shift.promises:
        old, new = before.of(kept.after.milestone.address), after.of(kept.after.milestone.address)
        if old is not None and new is not None:
            yield Prospect(kept, old, new)
