"""The paths next to a driving chain, and what would bring its date in, as tables."""

from handbook.analysis.explained.bring_in import BringIn, Gain
from handbook.analysis.explained.explanation import Explanation, NearPath
from handbook.analysis.explained.wording import days, verdict
from handbook.planning.breakdown import Item
from handbook.planning.wording import title
from handbook.views.block.block import Block, Column, Fold, Heading, Paragraph, Row, Table
from handbook.views.block.inline import Inline, Muted, Phrase, Ref
from handbook.views.naming import WITHHELD, joined

_PATHS = (Column("Path"), Column("Float", "right"), Column("Joins"))
_GAINS = (Column("Change"), Column("Gain", "right"), Column("Then decides"))


def paths(found: Explanation) -> tuple[Block, ...]:
    """The paths that come next, with their float to the date; nothing if there is only one."""
    if len(found.paths) < 2:
        return ()
    rows = [_path(found, path) for path in found.paths[1:]]
    caption = f"Next to it, by their float to {title(found.item)}"
    return (Heading(("Paths next to it",), 3), Table(_PATHS, rows, caption))


def gains(found: Explanation) -> tuple[Block, ...]:
    """What would bring the date in: the answer, and what each measure gains alone."""
    if found.bring_in is None:
        return ()
    wanted = days(found.bring_in.wanted, found.day_minutes)
    head = Heading((f"What would bring it in by {wanted}",), 3)
    answer = Paragraph((f"{verdict(found.bring_in, found.day_minutes)}.",))
    table = _measured(found, found.bring_in)
    return (head, answer, table) if table else (head, answer)


def _path(found: Explanation, path: NearPath) -> Row:
    return Row(
        (
            joined(((_name(one),) for one in path.items), " → "),
            (days(path.slack, found.day_minutes).replace(" ", "\u00a0"),),
            (_name(path.joins),) if path.joins else (),
        )
    )


def _measured(found: Explanation, bring_in: BringIn) -> Block | None:
    if not bring_in.alone:
        return None
    rows = [_gain(found, one) for one in bring_in.alone]
    table = Table(_GAINS, rows, "What each change alone gains, as planned again").filled()
    return Fold((f"What each of {len(rows)} changes gains alone",), (table,))


def _gain(found: Explanation, gain: Gain) -> Row:
    gained: Phrase = (days(gain.minutes, found.day_minutes).replace(" ", "\u00a0"),)
    return Row(((gain.change,), gained, (_name(gain.decides),) if gain.decides else ()))


def _name(item: Item) -> Inline:
    return Muted(WITHHELD) if item.withheld else Ref(item.address, item.label)
