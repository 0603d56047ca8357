"""One element being read: what is asked for is read, and what nobody asks for is told."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from typing import TypeVar

from handbook.exchange.plans.mspdi import values
from handbook.exchange.plans.mspdi.xml import Element
from handbook.exchange.plans.notes import Notes
from handbook.exchange.plans.reading import line_of_text, number_in

T = TypeVar("T")


def names(text: str) -> frozenset[str]:
    """The names of elements in a text."""
    return frozenset(text.split())


class Fields:
    """The elements inside another one, by name; ``what`` calls it in notes: ``'Foundations'``."""

    def __init__(self, element: Element, notes: Notes, what: str) -> None:
        self.element = element
        self.notes = notes
        self.what = what
        self._asked: set[str] = set()
        self._first: dict[str, Element] = {}
        for child in reversed(element.children):
            self._first[child.name] = child

    def line(self, name: str) -> int:
        """The line of an element inside, or of this one."""
        found = self._first.get(name)
        return found.line if found else self.element.line

    def text(self, name: str) -> str:
        """The text of an element; empty if it is not there."""
        self._asked.add(name)
        found = self._first.get(name)
        return found.text if found else ""

    def line_text(self, name: str) -> str:
        """The text of an element on one line."""
        return line_of_text(self.text(name))

    def moment(self, name: str) -> datetime | None:
        """A date with hours."""
        return self._value(name, values.moment, "a date like 2026-03-02T08:00:00")

    def minutes(self, name: str) -> int | None:
        """A length in minutes."""
        return self._value(name, values.minutes, "a length like PT40H0M0S")

    def number(self, name: str) -> Decimal | None:
        """A number."""
        return self._value(name, number_in, "a number")

    def whole(self, name: str, otherwise: int | None = None) -> int | None:
        """A whole number."""
        found = self.number(name)
        return otherwise if found is None else int(found)

    def sum(self, name: str) -> Decimal | None:
        """A sum of money, which files write in hundredths; None for nothing."""
        found = self.number(name)
        return found / 100 if found else None

    def flag(self, name: str) -> bool:
        """Whether an element says yes."""
        return self.text(name).strip().lower() in ("1", "true")

    def each(self, *path: str) -> Iterator[Element]:
        """The elements at the end of a path of names."""
        self._asked.add(path[0])
        return self.element.inside(*path)

    def tell(self, name: str, text: str) -> None:
        """Note something about an element inside."""
        self.notes.add(self.line(name), f"{self.what}: {text}")

    def rest(self, things: str, computed: Collection[str], usual: Mapping[str, str]) -> None:
        """Note what nobody asked for, unless it is ``computed`` from the rest, or says what is ``usual``."""
        told: set[str] = set()
        for child in self.element.children:
            name, found = child.name, child.text.strip()
            if name in self._asked or name in computed or name in told or (not found and not child.children):
                continue
            if found != usual.get(name, "0"):
                told.add(name)
                self.notes.common(child.line, f"not read: {name}", things)

    def _value(self, name: str, read: Callable[[str], T | None], expected: str) -> T | None:
        text = self.text(name).strip()
        if not text or text == "NA":
            return None
        found = read(text)
        if found is None:
            self.tell(name, f"not read: {name} – expected {expected}, found '{line_of_text(text, 40)}'")
        return found
