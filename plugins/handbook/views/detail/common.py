"""What every kind of record may say at its end: its texts, its links, its tags."""

from collections.abc import Iterable, Iterator

from handbook.analysis.words import capital
from handbook.records.parts import FollowUp
from handbook.records.record import Link, Record
from handbook.views.block.block import Block, Heading, Items, Pairs
from handbook.views.block.inline import Muted, Out, Phrase, Tag
from handbook.views.dates import due
from handbook.views.naming import joined, named, prose
from handbook.views.view import Ground

Fact = tuple[str, Phrase]


def pairs(facts: Iterable[Fact]) -> tuple[Block, ...]:
    """The facts that are known, as terms with what holds for them."""
    known = tuple((term, phrase) for term, phrase in facts if phrase)
    return (Pairs(known),) if known else ()


def text(words: str) -> Phrase:
    """Words, or nothing."""
    return (words,) if words else ()


def ending(ground: Ground, record: Record, heading_level: int) -> Iterator[Block]:
    """The description of a record, then notes, links and tags."""
    if record.description.strip():
        yield prose(ground, record, record.description, heading_level)
    if record.notes.strip():
        yield Heading(("Notes",), heading_level)
        yield prose(ground, record, record.notes, min(heading_level + 1, 6))
    links = joined((_link(ground, record, link) for link in record.links), ", ")
    tags = joined(((Tag(tag),) for tag in record.tags), " ")
    yield from pairs((("Links", links), ("Tags", tags)))


def _link(ground: Ground, record: Record, link: Link) -> Phrase:
    kind = (Muted(f" ({link.type})"),) if link.type else ()
    if link.record:
        return (named(ground, link.record, record.project), *kind)
    return (out(record, link.url or "", link.title), *kind)


def out(record: Record, url: str, text: str = "") -> Out:
    """A link of a field: a path is seen from the root, or from the record's file if it begins with a dot."""
    return Out(url, text or url, record.origin.file if url.startswith(("./", "../")) else "")


def spoken(ground: Ground, record: Record, term: str, markdown: str, heading_level: int) -> Iterator[Block]:
    """A text of a record behind a word that says what it is; nothing without text."""
    if markdown.strip():
        yield prose(ground, record, f"**{term}:** {markdown.strip()}", heading_level)


def points(term: str, lines: Iterable[str]) -> Iterator[Block]:
    """Lines of text as a list under a term; nothing without lines."""
    phrases = [(line,) for line in lines if line]
    if phrases:
        yield Pairs(((term, ()),))
        yield Items(phrases)


def follow_up(ground: Ground, record: Record, action: FollowUp, otherwise: str | None = None) -> Phrase:
    """What is to be done, by whom and by when; with a mark once it is done.

    ``otherwise`` does it if neither the action nor the record names anybody.
    """
    who = action.owner or record.owner or otherwise
    person = (", ", named(ground, who, record.project)) if who else ()
    if action.done:
        return ("☑ ", action.text, *person)
    by = due(action.due, ground.status_date)
    return ("☐ ", capital(action.text), *person, *((", by ", *by) if by else ()))
