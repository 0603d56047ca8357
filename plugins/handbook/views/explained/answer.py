"""The answer to why a date is what it is, in a few sentences."""

from datetime import date

from handbook.analysis.explained.wording import cause, total
from handbook.analysis.promise import Promise
from handbook.analysis.words import capital, day, slip
from handbook.planning.why.step import Why
from handbook.planning.wording import title
from handbook.views.block.block import Paragraph
from handbook.views.block.inline import Strong


def answer(why: Why, promise: Promise | None, status_date: date, *, is_named: bool = True) -> Paragraph:
    """When it is and how late, what that goes back to, and how the days between are spent.

    What and when is left out if it is not to be named, because it stands above already.
    """
    late = slip(promise.slip) if promise and promise.slip is not None else ""
    first = f"It goes back to {day(why.cause.on, status_date)}: {cause(why)}. "
    sums = total(why, status_date)
    rest = (first, f"{sums}." if sums else "")
    if not is_named:
        return Paragraph((f"{capital(late)}. ", *rest) if late else rest)
    said = Strong(f"{capital(title(why.item))}: {day(why.on, status_date)}")
    return Paragraph((said, f", {late}. " if late else ". ", *rest))
