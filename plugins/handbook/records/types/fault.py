"""How a type says that a value is wrong."""

from pydantic_core import PydanticCustomError

_SHOWN = 60


def wrong(code: str, expected: str, found: object, cure: str = "") -> PydanticCustomError:
    """The fault ``expected …, found '…'`` of rule ``code``, to be raised by the reader of a type."""
    return fault(code, f"expected {expected}, found {shown(found)}", cure)


def fault(code: str, message: str, cure: str = "") -> PydanticCustomError:
    """A fault of rule ``code`` with a message of its own."""
    return PydanticCustomError(code, "{message}", {"message": message, "cure": cure})  # type: ignore[arg-type]


def shown(found: object) -> str:
    """``found`` as a message shows it: text in quotes and cut to a readable length, anything else by its shape."""
    if isinstance(found, str):
        text = found if len(found) <= _SHOWN else found[: _SHOWN - 1] + "…"
        return f"'{text}'".replace("\n", " ")
    return (
        "a mapping"
        if isinstance(found, dict)
        else "a list"
        if isinstance(found, (list, tuple))
        else str(found)
    )
