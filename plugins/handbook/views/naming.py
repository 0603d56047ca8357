"""Records by the names that readers know: titles of things, names of people."""

import re
from collections.abc import Iterable
from posixpath import dirname, join

from handbook.records.kinds.project import Project
from handbook.records.record import Record
from handbook.views.block.block import Missing, Prose
from handbook.views.block.inline import Id, Inline, Muted, Note, Phrase, Ref
from handbook.views.state import state
from handbook.views.view import Ground

WITHHELD = "withheld"


def label(record: Record) -> str:
    """The title or name of a record; of one that this audience may not read, only that it is there."""
    return WITHHELD if record.withheld else record.label


def ref(ground: Ground, record: Record, text: str = "") -> Inline:
    """A link to the home of a record, with its state; only a word for one that is withheld."""
    if record.withheld:
        return Muted(WITHHELD)
    return Ref(record.address, text or record.label, state(ground.portfolio, record))


def titled(ground: Ground, record: Record, single: bool = True) -> Phrase:
    """The title of a record with its id; where several projects are shown, with its project beneath."""
    if record.withheld:
        return (Muted(WITHHELD),)
    charter = None if single or not record.project else ground.book.project(record.project)
    project = (Note(label(charter)),) if charter else ()
    return (ref(ground, record), " ", Id(record.address, record.id), *project)


def heading(record: Record) -> Phrase:
    """The title of a record with its id, over what it says: the title leads nowhere."""
    return (label(record), " ", Id(record.address, record.id))


def named(ground: Ground, address: str, project: str | None, kinds: Iterable[str] = ()) -> Inline:
    """The record that ``address`` means where it stands in ``project``; the address if there is none."""
    record = ground.book.find(address, project, kinds)
    if record is not None:
        return ref(ground, record)
    return Muted(WITHHELD if ground.book.is_hidden(address, project) else address)


def all_named(ground: Ground, addresses: Iterable[str], project: str | None) -> Phrase:
    """Several records with commas between them."""
    return joined(((named(ground, address, project),) for address in addresses), ", ")


def owner(ground: Ground, record: Record) -> Phrase:
    """The owner of a record; nothing if it has none."""
    return (named(ground, record.owner, record.project),) if record.owner else ()


def joined(phrases: Iterable[Phrase], between: str) -> Phrase:
    """Phrases as one, with text between them; empty ones leave no gap."""
    pieces: list[Inline] = []
    for phrase in filter(None, phrases):
        pieces += [between, *phrase] if pieces else phrase
    return tuple(pieces)


def worded(value: str) -> str:
    """A word of a record as a reader knows it: ``response-planned`` is response planned."""
    return value.replace("-", " ")


_TITLE = re.compile(r"\s*#\s+(.*?)\s*#*\s*(?:\n|$)")


def prose(ground: Ground, record: Record, markdown: str, heading_level: int = 4) -> Prose:
    """A text of a record, with what it refers to; a heading that only says its title again is left out."""
    heading = _TITLE.match(markdown)
    if heading and heading[1].casefold() == record.label.casefold():
        markdown = markdown[heading.end() :]
    return Prose(markdown, heading_level, ground.refs(markdown, record.project), record.origin.file)


def missing(charter: Project, text: str, file: str) -> Missing:
    """What a project does not have, and the file of its folder in which to add it."""
    return Missing(text, join(dirname(charter.origin.file), file))
