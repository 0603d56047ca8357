"""What would bring a date in: the answer in a sentence, and each change with what it gains alone."""

from collections.abc import Iterator, Sequence

from handbook.analysis.explained.bring_in import BringIn, Gain
from handbook.analysis.explained.explanation import Explanation
from handbook.analysis.explained.wording import days, measure
from handbook.analysis.words import capital
from handbook.planning.wording import spoken, title
from handbook.records.types.duration import Duration
from handbook.views.block.block import Block, Column, Fold, Heading, Paragraph, Row, Table
from handbook.views.block.inline import Inline, Muted, Phrase, Ref, Strong
from handbook.views.naming import WITHHELD, joined

_COLUMNS = (Column("Change"), Column("Gain", "right"), Column("Then decides"))
_WEEK = "1 week"
_NAMED = 3


def sooner(found: Explanation, by: Duration | None) -> tuple[Block, ...]:
    """What would bring the date in by as much as is wanted; nothing if that was not asked."""
    if found.bring_in is None or by is None:
        return ()
    wanted = "a week" if spoken(by) == _WEEK else spoken(by)
    head = Heading((f"What would bring it in by {wanted}",), 3)
    answer = Paragraph((*_answer(found, found.bring_in, wanted), *_levelled(found.bring_in)))
    return (head, answer, *_each(found, found.bring_in))


def _answer(found: Explanation, bring_in: BringIn, wanted: str) -> Phrase:
    """The sentence that answers."""
    if not bring_in.is_reached:
        return _short(found, bring_in, wanted)
    enough = bring_in.enough
    if len(enough) > 1:
        named = _listed(found, enough[:_NAMED], " or ")
        many = f"Any one of {len(enough)} changes would do" if len(enough) > _NAMED else "One change would do"
        return (Strong(many), ", such as " if len(enough) > _NAMED else ": ", *named, ".")
    steps = [one for one in bring_in.together if one.change.verb.name != "advance"]
    if len(steps) < 2:
        only = steps or bring_in.together
        return (Strong("One change would do"), ": ", *_listed(found, only, " and "), ".")
    fewer = " Fewer changes would not do." if bring_in.is_least else ""
    named = _listed(found, steps, " and ")
    return (Strong(f"{capital(_number(len(steps)))} changes together would do"), ": ", *named, f".{fewer}")


def _short(found: Explanation, bring_in: BringIn, wanted: str) -> Phrase:
    """The sentence that says that it cannot be done, and what can."""
    if not bring_in.together:
        return (Strong("Nothing that can be changed on the way to it would gain a day"), ".")
    gained = max(bring_in.gained, bring_in.most)
    lead = Strong(f"It cannot be brought in by {wanted}")
    if gained > bring_in.gained:
        return (lead, f": all changes on the way together gain {days(gained, found.day_minutes)}.")
    steps = [one for one in bring_in.together if one.change.verb.name != "advance"]
    gain = days(gained, found.day_minutes)
    return (lead, f". The most that can be gained is {gain}: ", *_listed(found, steps, " and "), ".")


def _levelled(bring_in: BringIn) -> Iterator[Inline]:
    """That accepted starts hold until the schedule is levelled anew."""
    if any(one.change.verb.name == "advance" for one in bring_in.together):
        yield " What comes after keeps its accepted dates until the schedule is levelled again."


def _each(found: Explanation, bring_in: BringIn) -> Iterator[Block]:
    if not bring_in.alone:
        return
    rows = [_row(found, one) for one in bring_in.alone]
    table = Table(_COLUMNS, rows, "What each change alone gains, as planned again").filled()
    many = f"each of {len(rows)} changes gains" if len(rows) > 1 else "the change gains"
    yield Fold((f"What {many} alone",), (table,))


def _row(found: Explanation, gain: Gain) -> Row:
    gained: Phrase = (days(gain.minutes, found.day_minutes).replace(" ", "\u00a0"),)
    return Row((_told(found, gain), gained, _decides(gain)))


def _decides(gain: Gain) -> Phrase:
    item = gain.decides
    if item is None:
        return ()
    return (Muted(WITHHELD) if item.withheld else Ref(item.address, title(item)),)


def _listed(found: Explanation, gains: Sequence[Gain], last: str) -> Iterator[Inline]:
    """Changes with commas between them, and a word before the last."""
    phrases = [_told(found, one) for one in gains]
    yield from joined(phrases[:-1], ", ")
    if phrases[:-1]:
        yield last
    yield from phrases[-1] if phrases else ()


def _told(found: Explanation, gain: Gain) -> Phrase:
    item, told = measure(gain.change, found.status_date)
    return (capital(told),) if item is None else (Ref(item.address, title(item)), f" {told}")


def _number(count: int) -> str:
    return {2: "two", 3: "three"}.get(count, str(count))
