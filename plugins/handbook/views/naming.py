"""Records by the names that readers know: titles of things, names of people."""

from collections.abc import Iterable

from handbook.records.record import Record
from handbook.views.block.block import Prose
from handbook.views.block.inline import Inline, Muted, Note, Phrase, Ref
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


def titled(ground: Ground, record: Record) -> Phrase:
    """The title of a record as a link, with its project beneath where several projects are shown together."""
    project = ground.book.project(record.project) if record.project and not ground.project else None
    return (ref(ground, record), *((Note(label(project)),) if project else ()))


def prose(ground: Ground, record: Record, markdown: str, heading_level: int = 4) -> Prose:
    """A text of a record, with what it refers to."""
    return Prose(markdown, heading_level, ground.refs(markdown, record.project), record.origin.file)
