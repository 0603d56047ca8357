"""Lists in which one value may stand alone."""

from typing import Annotated, TypeVar

from pydantic import BeforeValidator

Item = TypeVar("Item")


def as_many(found: object) -> object:
    """A single scalar or mapping as a list of one; a list as it is."""
    return found if isinstance(found, (list, tuple)) else [found]


Many = Annotated[tuple[Item, ...], BeforeValidator(as_many)]
"""``owner: ana`` and ``owner: [ana, tom]`` are both lists of people."""
