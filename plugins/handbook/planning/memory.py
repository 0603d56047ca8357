"""A memory: results that cost time, kept under a hash of all that they depend on.

Who calls the core decides what it remembers. A memory without a shelf lasts as long as it is held, from one
build of a served site to the next; one with a shelf hands to it what can be told as plain data. What is on a
shelf is never trusted: a form reads it, and what it cannot read is made anew.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from typing import Any, Generic, NamedTuple, Protocol, TypeVar, cast

T = TypeVar("T")

_UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError)


class Shelf(Protocol):
    """Keeps plain data (what JSON can say) under a name, longer than this process."""

    def get(self, name: str) -> Any:
        """What is kept under a name; None if there is nothing, or nothing that can be trusted."""

    def put(self, name: str, data: Any) -> None:
        """Keep data under a name, if that is possible."""


class Form(NamedTuple, Generic[T]):
    """How a result is told as plain data, and read from it; ``read`` raises for data that is no such result.

    Of errors, ``ValueError``, ``TypeError``, ``LookupError``, ``AttributeError`` and ``ArithmeticError``
    mean that.
    """

    plain: Callable[[T], Any]
    read: Callable[[Any], T]


class Memory:
    """Results by key. Each is made once, and the same object is given to all who ask."""

    def __init__(self, shelf: Shelf | None = None) -> None:
        self._shelf = shelf
        self._held: dict[str, object] = {}
        self._asked: set[str] = set()

    def once(self, key: str, make: Callable[[], T], form: Form[T] | None = None) -> T:
        """The result under a key, made if it is not known. With a ``form`` it goes to the shelf, too.

        ``key`` must tell all that the result depends on, and what it is: see `key_of`.
        """
        self._asked.add(key)
        if key not in self._held:
            if form is None or self._shelf is None:
                self._held[key] = make()
            else:
                self._held[key] = _kept(self._shelf, key, make, form)
        return cast(T, self._held[key])

    def let_go(self) -> None:
        """Forget, in this process, what nobody has asked for since this was last said."""
        self._held = {key: found for key, found in self._held.items() if key in self._asked}
        self._asked = set()


def key_of(what: str, *facts: object) -> str:
    """A key that is the same if, and only if, ``what`` and all facts are the same.

    Facts are plain data; anything else, such as dates and decimals, counts by its text. Raises `ValueError`
    for numbers that are none.
    """
    text = json.dumps((what, facts), sort_keys=True, default=str, allow_nan=False, separators=(",", ":"))
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _kept(shelf: Shelf, key: str, make: Callable[[], T], form: Form[T]) -> T:
    """The result on a shelf; made, and put there, if there is none that can be read."""
    data = shelf.get(key)
    if data is not None:
        with suppress(*_UNREADABLE):
            return form.read(data)
    made = make()
    shelf.put(key, form.plain(made))
    return made
