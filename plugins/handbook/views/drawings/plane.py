"""The plane of a picture of amounts over time: days across, amounts upwards."""

from dataclasses import dataclass
from datetime import date

from handbook.views.drawings.axis import Axis


@dataclass(frozen=True, slots=True)
class Plane:
    """Where days and amounts stand; the end of a day is its right edge."""

    axis: Axis
    top: float
    bottom: float
    most: float

    def x(self, day: date) -> float:
        """Where a day ends."""
        return self.axis.at(day) + self.axis.per_day

    def y(self, amount: float) -> float:
        """The height of an amount."""
        return self.bottom - amount / self.most * (self.bottom - self.top)

    def across(self, amount: float) -> list[tuple[float, float]]:
        """The line at an amount, from end to end."""
        return [(self.axis.left, self.y(amount)), (self.axis.right, self.y(amount))]
