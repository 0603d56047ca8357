"""A wait: one line of one record that makes it wait for another."""

from typing import NamedTuple

from handbook.planning.breakdown import Item
from handbook.planning.wording import named
from handbook.problems import Place


class Wait(NamedTuple):
    """``successor`` waits for ``target``, by what stands at a position of its ``after``.

    Without a position it waits for those who do the other work.
    """

    successor: Item
    target: Item
    position: int | None

    @property
    def is_shown(self) -> bool:
        """Whether readers may be led to the line."""
        return not self.successor.withheld

    @property
    def place(self) -> Place:
        """Where it is written."""
        if self.position is None:
            return self.successor.origin.place("assigned")
        return self.successor.origin.place("after", self.position)

    def __str__(self) -> str:
        if self.position is None:
            return f"{named(self.successor)} waits for those who do {named(self.target)}"
        text = f"{named(self.successor)} waits for {named(self.target)}"
        is_hidden = self.successor.withheld or self.target.withheld
        return text if is_hidden else f"{text} ({self.successor.after[self.position]})"
