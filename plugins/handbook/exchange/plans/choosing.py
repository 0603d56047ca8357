"""Which format of plans a file has."""

from types import ModuleType

from handbook.discovery import modules_in
from handbook.exchange.tables.table import CannotRead

ROOM = "handbook.exchange.plans.formats"


def plan_formats() -> dict[str, ModuleType]:
    """All formats by their names."""
    return {module.__name__.rpartition(".")[2]: module for module in modules_in(ROOM)}


def format_of(raw: bytes, ending: str, named: str = "") -> ModuleType | None:
    """The format that is ``named``, else the one that knows the file; None if it is no plan.

    A file whose ending only one format has is of that format: its reader tells what is wrong. Raises
    `CannotRead` for a name that no format has.
    """
    known = plan_formats()
    if named:
        if named not in known:
            raise CannotRead(f"expected a format of {', '.join(known)}, found '{named}'")
        return known[named]
    fitting = [module for module in known.values() if ending in module.ENDINGS]
    sure = [module for module in fitting if module.knows(raw)]
    if sure:
        return sure[0]
    return fitting[0] if len(fitting) == 1 and (ending,) == fitting[0].ENDINGS else None
