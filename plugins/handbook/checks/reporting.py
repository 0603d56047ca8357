"""Reporting: the formats a list of problems can be told in, found by their file names."""

from collections.abc import Callable, Sequence
from importlib import import_module
from pkgutil import iter_modules

from handbook.problems import Problem

ROOM = "handbook.checks.reporters"


def formats() -> tuple[str, ...]:
    """The names of all formats, in alphabetical order."""
    names = (module.name for module in iter_modules(import_module(ROOM).__path__))
    return tuple(sorted(name for name in names if not name.startswith("_")))


def reporter(format_: str) -> Callable[[Sequence[Problem]], str]:
    """The function that tells problems in a format; `ModuleNotFoundError` for an unknown one."""
    report: Callable[[Sequence[Problem]], str] = import_module(f"{ROOM}.{format_}").report
    return report
