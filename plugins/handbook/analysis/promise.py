"""Promises: what was promised of each milestone, what is expected, and by how much it slips."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from handbook.records.kinds.milestone import Milestone
from handbook.records.parts import Colour

Outcome = Literal["reached", "open", "unplanned"]


@dataclass(frozen=True, slots=True)
class Promise:
    """One milestone with its promise.

    ``expected`` is the forecast of the plan (or the one given by hand), or the actual date of one that is reached;
    None if neither plan nor record gives one. ``slip`` is in working days after the promise, negative if early, None
    without promise or date. ``colour`` follows the thresholds; ``none`` without a promise. ``by_hand`` tells that the
    forecast was typed, not computed. ``critical``: its delay delays the project.
    """

    milestone: Milestone
    due: date | None
    expected: date | None
    reached: date | None
    slip: int | None
    colour: Colour | Literal["none"]
    outcome: Outcome
    by_hand: bool = False
    critical: bool = False
