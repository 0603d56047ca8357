"""The words of a change: a verb and what it is about, read by the forms of the verbs.

The verbs are an open room: each file in `verbs` has a `FORM`, a docstring, an `edit`, a `sentence`, and
perhaps a `judge`. Words in capitals in a form stand for what `operands` reads; those in brackets may be left
out.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from handbook.analysis.what_if.change import BadChange, Edit
from handbook.analysis.what_if.operands import EXAMPLES, OPERANDS
from handbook.analysis.words import capital
from handbook.discovery import modules_in
from handbook.problems.nearest import did_you_mean
from handbook.records.book import Book
from handbook.records.types.fault import shown

ROOM = "handbook.analysis.what_if.verbs"


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb: its form, what it does in a line, and what makes the edit.

    ``sentence`` tells a reader what is changed, by the status date and what the verb is about. ``judge``, if
    there is one, is told the scenes before and after, and raises `BadChange` if what came of it cannot be.
    """

    name: str
    form: str
    meaning: str
    edit: Callable[..., Edit]
    sentence: Callable[..., str]
    judge: Callable[..., None] | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A change that was read: its text, its verb, and what the verb is about."""

    text: str
    verb: Verb
    operands: tuple[Any, ...]

    def __str__(self) -> str:
        return self.text

    def sentence(self, status_date: date) -> str:
        """What is changed, for a reader: ``Interface takes 3 working days longer``; without full stop."""
        return capital(self.verb.sentence(status_date, *self.operands))


@cache
def verbs() -> dict[str, Verb]:
    """All verbs by name, in alphabetical order."""
    found = {}
    for module in modules_in(ROOM):
        name = module.__name__.rpartition(".")[2]
        meaning = (module.__doc__ or "").partition("\n")[0]
        judge = getattr(module, "judge", None)
        found[name] = Verb(name, module.FORM, meaning, module.edit, module.sentence, judge)
    return found


def read_change(book: Book, text: str, project: str | None = None) -> Change:
    """The change that a text says where it stands in a project, if in one.

    Raises:
        BadChange: no such verb, too few or too many words, or one that means nothing here.
    """
    words = text.split()
    if not words:
        raise BadChange("expected a change, found nothing", _forms())
    verb = verbs().get(words[0].casefold())
    if verb is None:
        near = did_you_mean(words[0], verbs())
        raise BadChange(f"unknown change {shown(words[0])}", f"{near} {_forms()}" if near else _forms())
    return Change(text, verb, tuple(_operands(book, project, verb, words[1:])))


def _operands(book: Book, project: str | None, verb: Verb, words: Sequence[str]) -> list[Any]:
    found: list[Any] = []
    rest = list(words)
    for part in verb.form.split()[1:]:
        name = part.strip("[]")
        if not rest:
            if part.startswith("["):
                break
            raise BadChange(f"'{verb.name}' lacks {_what(name)}", f"write '{verb.form}'")
        if name == "LINK":
            word, rest = " ".join(rest), []
        else:
            word = rest.pop(0)
        if name in OPERANDS:
            found.append(OPERANDS[name](book, project, word))
        elif word.casefold() != name:
            raise BadChange(f"expected '{name}', found {shown(word)}", f"write '{verb.form}'")
    if rest:
        raise BadChange(f"'{verb.name}' has too many words: {shown(' '.join(rest))}", f"write '{verb.form}'")
    return found


def _what(name: str) -> str:
    return f"{name} ({EXAMPLES[name]})" if name in EXAMPLES else f"'{name}'"


def _forms() -> str:
    return "the changes are: " + "; ".join(verb.form for verb in verbs().values())
