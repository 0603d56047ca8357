"""Import all modules of a room, so that dropping a file in is all it takes to add a thing."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


@cache
def modules_in(package: str) -> tuple[ModuleType, ...]:
    """The modules of ``package`` and of the packages in it, imported, in order of their dotted names.

    Modules whose name begins with an underscore are private to their room and left out. `ImportError` is not
    caught: a module that does not import is a programming fault, and half a room would be worse than none.
    """
    found: list[ModuleType] = []
    for info in sorted(iter_modules(import_module(package).__path__), key=lambda module: module.name):
        name = f"{package}.{info.name}"
        if info.name.startswith("_"):
            continue
        if info.ispkg:
            found.extend(modules_in(name))
        else:
            found.append(import_module(name))
    return tuple(found)
