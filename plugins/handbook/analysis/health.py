"""Health: the colour of each dimension of a project, with the rule that gave it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from handbook.records.kinds.project import StatedColour
from handbook.records.parts import Colour

Dimension = Literal["scope", "time", "cost", "quality", "risk"]
DIMENSIONS: tuple[Dimension, ...] = ("time", "cost", "scope", "quality", "risk")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The colour of one dimension.

    ``reason`` is one short line for a reader; ``rule`` the threshold that gave the colour. ``none`` means
    that there is nothing to judge by; it is never shown as green. ``stated`` is a colour that somebody states
    beside it and that has not expired.
    """

    colour: Colour | Literal["none"]
    reason: str
    rule: str = ""
    stated: StatedColour | None = None

    def __str__(self) -> str:
        stated = f" (stated {self.stated.colour}: {self.stated.reason})" if self.stated else ""
        return f"{self.colour}: {self.reason}{stated}"


@dataclass(frozen=True, slots=True)
class Health:
    """The colours of a project; ``overall`` is the worst of them (none counts for nothing)."""

    overall: Verdict
    dimensions: Mapping[Dimension, Verdict]

    def __str__(self) -> str:
        lines = [f"{name} {verdict}" for name, verdict in self.dimensions.items()]
        return "\n".join([f"overall {self.overall}", *lines])
