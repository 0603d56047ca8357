"""How a type says that a value is wrong."""

from pydantic_core import PydanticCustomError

_SHOWN = 60


def wrong(code: str, expected: str, found: object, cure: str = "") -> PydanticCustomError:
    """The fault ``expected …, found '…'`` of rule ``code``, to be raised by the reader of a type."""
    return fault(code, f"expected {expected}, found {shown(found)}", cure)


def fault(code: str, message: str, cure: str = "") -> PydanticCustomError:
    """A fault of rule ``code`` with a message of its own."""
    return PydanticCustomError(code, "{message}", {"message": message, "cure": cure})


def shown(found: object) -> str:
    """``found`` as messages show it: text in quotes, cut, hidden characters spelt out; else its shape."""
    if isinstance(found, str):
        text = found if len(found) <= _SHOWN else found[: _SHOWN - 1] + "…"
        return f"'{text if text.isprintable() else ''.join(map(_visible, text))}'"
    if found is None:
        return "nothing"
    if isinstance(found, dict):
        return "a mapping"
    return "a list" if isinstance(found, (list, tuple)) else str(found)


def _visible(character: str) -> str:
    if character == "\n":
        return " "
    return character if character.isprintable() else f"\\u{ord(character):04X}"
