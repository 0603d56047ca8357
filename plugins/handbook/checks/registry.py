"""All rules, found by their file names; a module is imported when its rule is asked for."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import PurePath
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from handbook.checks.rule import Rule

ROOM = "handbook.checks.rules"

FOUND_BY_OTHERS = (
    "CHECK",
    "FIELD",
    "PAGE",
    "READ",
    "TEXT001",
    "TEXT002",
    "TEXT004",
    "WAIVER002",
    "WAIVER003",
)
"""Families, and rules, that search for nothing: their faults are met while records are read, or while others
search.
"""


@cache
def modules() -> Mapping[str, str]:
    """The modules of all rules by code, in order: RISK002 is in ``risk/risk002_above_appetite.py``."""
    found = {}
    for top in import_module(ROOM).__path__:
        for family in iter_modules([top]):
            for module in iter_modules([str(PurePath(top, family.name))]):
                code = module.name.partition("_")[0].upper()
                found[code] = f"{ROOM}.{family.name}.{module.name}"
    return dict(sorted(found.items()))


@cache
def rule(code: str) -> "Rule":
    """The rule with a code; `KeyError` if there is none."""
    from handbook.checks.rule import rule_of

    return rule_of(import_module(modules()[code]))


def name_of(code: str) -> str:
    """The name of the rule with a code, from its file name; empty if there is no such rule."""
    return modules().get(code, "").rpartition(".")[2].partition("_")[2].replace("_", "-")


def rules() -> "tuple[Rule, ...]":
    """All rules, in order of their codes."""
    return tuple(rule(code) for code in modules())
