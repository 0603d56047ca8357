"""Yes or no, written ``true`` or ``false``."""

from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from handbook.records.types.fault import wrong
from handbook.records.types.meaning import Meaning

_WORDS = {"true": True, "false": False}
_MEANT = {"yes": "true", "on": "true", "no": "false", "off": "false"}


def read_flag(found: object) -> bool:
    """Whether ``found`` says yes. Raises FIELD004 for anything but ``true`` and ``false``."""
    if isinstance(found, bool):
        return found
    word = found.casefold() if isinstance(found, str) else ""
    if word in _WORDS:
        return _WORDS[word]
    cure = f"write {_MEANT[word]}" if word in _MEANT else ""
    raise wrong("FIELD004", "true or false", found, cure)


Flag = Annotated[
    bool,
    BeforeValidator(read_flag),
    WithJsonSchema({"type": "boolean"}),
    Meaning("true or false", ("true", "false")),
]
