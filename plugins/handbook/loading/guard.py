"""What YAML may not do in records, refused before anything is built: aliases, tags, great depth.

libyaml builds nodes by recursion, so that deep nesting ends the process where no exception can be caught;
aliases make a few hundred bytes into gigabytes. Its stream of events does neither.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from yaml import YAMLError, events
from yaml._yaml import CParser

from handbook.loading.flaw import Unreadable
from handbook.loading.syntax import broken
from handbook.records.types.fault import shown

_DEEPEST_PREFIX = 11
_BLOCK_LEVELS = 2 * _DEEPEST_PREFIX  # a mapping, and a list that begins in the same column, in each column

_QUOTE = "put text that begins with & * or ! in quotes"
_SPELL_OUT = "write the value out where it is used, or put the text in quotes"

_INDICATOR = re.compile(r"(?:^|[\s\[\]{},:?\-\"'])[&*!]", re.MULTILINE)
_PREFIX = rf"[ \t\-?:]{{{_DEEPEST_PREFIX}}}"
_INDENTED_FIRST = re.compile(_PREFIX)
_INDENTED = re.compile(rf"\n{_PREFIX}")
_OPENING = re.compile(r"[\[{]")
_TEXT = r"[^\[\]{}\"'#\n]*+"  # nothing is tried twice: a hostile line costs one look
_INNER = rf"{_TEXT}(?:(?:\[{_TEXT}\]|\{{{_TEXT}\}}){_TEXT})*+"
_CLOSED_LINE = re.compile(rf"{_TEXT}(?:(?:\[{_INNER}\]|\{{{_INNER}\}}){_TEXT})*+(?=\n|\Z)")


def guard(text: str, depth: int) -> None:
    """Refuse ``text`` if it nests deeper than ``depth`` or uses what records may not use.

    Raises `Unreadable`: READ005, READ006 or READ007 at the place, or what the parser raises for broken
    syntax. Most texts are proved harmless by looking for a few characters; the rest are read as events.
    """
    if not _is_evidently_harmless(text, depth):
        _walk(text, depth)


def _is_evidently_harmless(text: str, depth: int) -> bool:
    if ("&" in text or "*" in text or "!" in text) and _INDICATOR.search(text):
        return False
    if "<<" in text or _INDENTED_FIRST.match(text) or _INDENTED.search(text):
        return False
    # A line that closes its brackets may hold two levels of them; elsewhere each bracket counts as a level.
    spare = depth - _BLOCK_LEVELS - 2
    return spare >= 0 and sum(1 for _ in islice(_unclosed(text), spare + 1)) <= spare


def _unclosed(text: str) -> Iterator[int]:
    """The positions of opening brackets on lines that are not proved to close what they open.

    Proved is a line without quotes and comments whose brackets match: whatever of it YAML takes for plain
    text, what it opens it closes.
    """
    proved_to = 0
    for opening in _OPENING.finditer(text):
        if opening.start() < proved_to:
            continue
        if closed := _CLOSED_LINE.match(text, text.rfind("\n", 0, opening.start()) + 1):
            proved_to = closed.end()
        else:
            yield opening.start()


def _walk(text: str, depth: int) -> None:
    level = 0
    for event in _events(text):
        _refuse_marks(event)
        if isinstance(event, events.CollectionStartEvent):
            level += 1
            if level > depth:
                found = f"expected at most {depth} levels of lists and mappings, found more"
                raise Unreadable("READ005", found, *position(event), "nest less deeply")
        elif isinstance(event, events.CollectionEndEvent):
            level -= 1


def _events(text: str) -> Iterator[events.Event]:
    parser = CParser(text)
    try:
        while event := parser.get_event():
            yield event
    except YAMLError as error:
        raise broken(error, text) from None


def _refuse_marks(event: events.Event) -> None:
    """Raise `Unreadable` for an alias, an anchor, a merge key or a tag."""
    if isinstance(event, events.AliasEvent):
        raise Unreadable("READ006", f"found the alias '*{event.anchor}'", *position(event), _SPELL_OUT)
    if not isinstance(event, events.NodeEvent):
        return
    if event.anchor:
        raise Unreadable("READ006", f"found the anchor '&{event.anchor}'", *position(event), _QUOTE)
    if isinstance(event, events.ScalarEvent) and event.value == "<<" and not event.style:
        raise Unreadable("READ006", "found the merge key '<<'", *position(event), _SPELL_OUT)
    if tag := getattr(event, "tag", None):
        written = tag.replace("tag:yaml.org,2002:", "!!", 1)
        raise Unreadable("READ007", f"found the tag {shown(written)}", *position(event), _QUOTE)


def position(marked: Any) -> tuple[int, int]:
    """Line and column, from 1, at which an event or a node begins."""
    return marked.start_mark.line + 1, marked.start_mark.column + 1
