"""What the engine of expressions says, in the words of those who write rules."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from handbook.checks.own.expression import LONGEST, Unfit
from handbook.problems.nearest import did_you_mean

FUNCTIONS = (
    *("size", "has", "days", "exists", "exists_one", "all", "filter"),
    *("contains", "startsWith", "endsWith", "matches", "int", "double", "string"),
)
"""The functions that expressions are told of."""

_LITERALS = ("true", "false", "null")
_FORM = "a condition says && for and, || for or, ! for not, == for is"
_NESTED = "make two rules of it"
_TYPES = {
    "string": "text",
    "int": "a whole number",
    "int64": "a whole number",
    "double": "a number with decimals",
    "bool": "true or false",
    "null": "nothing",
    "null_type": "nothing",
    "dyn": "any value",
}


class Told(NamedTuple):
    """A message and a cure."""

    message: str
    cure: str = ""


class _Met(NamedTuple):
    """What an expression met: the names it knows, the values they had, the names of fields inside them."""

    names: Iterable[str] = ()
    values: Mapping[str, object] = {}
    parts: Iterable[str] = ()


_Teller = Callable[[re.Match[str], _Met], Told]


def why_unfit(unfit: Unfit, names: Iterable[str]) -> Told:
    """Why an expression cannot be used that might use ``names``."""
    return _told(unfit.said, _Met(names))


def why_failed(said: str, values: Mapping[str, object], parts: Iterable[str]) -> Told:
    """Why an expression has no answer for the ``values`` of a record, whose fields have ``parts``."""
    return _told(said, _Met((), values, parts))


def _told(said: str, met: _Met) -> Told:
    for pattern, teller in _TELLERS:
        if found := pattern.search(said):
            return teller(found, met)
    plain = said.splitlines()[0].removesuffix(" [INVALID_ARGUMENT]")
    return Told(f"expected a CEL expression: {plain[:1].lower()}{plain[1:]}", _FORM)


def _unknown(found: re.Match[str], met: _Met) -> Told:
    known = (*met.names, *FUNCTIONS, *_LITERALS)
    cure = (
        did_you_mean(found[1], known)
        or "the names are the fields of the record, and the facts that the manual lists"
    )
    return Told(f"unknown name '{found[1]}'", cure)


def _misfit(found: re.Match[str], met: _Met) -> Told:
    """An operation on values that do not go together, or on one that is missing."""
    missing = next((name for name, value in met.values.items() if value is None), "…")
    if "null_type" in found[2] and missing != "…":
        return Told(f"'{missing}' is not given", f"ask first: {missing} != null && …")
    operation = found[1].strip().strip("_").replace("_", "") or found[1]
    types = " and ".join(map(_type, re.split(r", ?(?![^(]*\))", found[2])))
    cure = "ask first: … != null && …" if "null_type" in found[2] else "compare values of one kind"
    return Told(f"'{operation}' does not take {types}", cure)


def _type(word: str) -> str:
    if word.startswith(("list", "map")):
        return "a list" if word.startswith("list") else "a mapping"
    return _TYPES.get(word, word)


def _syntax(found: re.Match[str], met: _Met) -> Told:
    at = "the end of the expression" if found[1] == "<EOF>" else f"'{found[1].strip()}'"
    return Told(f"expected a CEL expression, found {at} where it cannot stand", _FORM)


def _no_condition(found: re.Match[str], met: _Met) -> Told:
    kind = _type(found[1].lower())
    return Told(f"expected a condition, true or false, found {kind}", "compare it, as in size(actions) == 0")


def _no_key(found: re.Match[str], met: _Met) -> Told:
    return Told(f"unknown name '{found[1]}'", did_you_mean(found[1], met.parts) or "ask first: has(…)")


def _bad_pattern(found: re.Match[str], met: _Met) -> Told:
    return Told(f"expected a regular expression in matches(…): {found[1]}", "write it as RE2 has it")


def _fixed(message: str, cure: str) -> _Teller:
    return lambda found, met: Told(message, cure)


_TELLERS: tuple[tuple[re.Pattern[str], _Teller], ...] = (
    (
        re.compile("undeclared reference to 'map'"),
        _fixed("there is no 'map'", "ask with exists, all or filter"),
    ),
    (re.compile(r"undeclared reference to '([^']*)'"), _unknown),
    (re.compile(r"no matching overload for '([^']+)' applied to '\((.*)\)'"), _misfit),
    (re.compile(r"No matching overloads found : ([^(]+)\((.*)\)"), _misfit),
    (re.compile(r"(?:mismatched|extraneous) input '([^']*)'"), _syntax),
    (re.compile(r"(?:token recognition error at:|no viable alternative at input) '([^']*)'"), _syntax),
    (re.compile(r"^result (\w+)"), _no_condition),
    (re.compile(r'Key not found in map : "([^"]*)"'), _no_key),
    (re.compile("^longer than"), _fixed(f"expected at most {LONGEST} characters, found more", _NESTED)),
    (re.compile("recursion"), _fixed("the expression is nested too deeply", _NESTED)),
    (re.compile("Iteration budget"), _fixed("it takes too many steps", "look at fewer lists in one another")),
    (re.compile("isoformat"), _fixed("days(…) takes dates like '2026-03-31'", "give it two dates")),
    (re.compile("invalid regular expression: (.*)"), _bad_pattern),
    (re.compile("SELECT"), _fixed("expected a mapping before the point", "ask first: … != null && …")),
    (re.compile("divide by zero"), _fixed("it divides by nothing", "ask first: … != 0 && …")),
    (re.compile("^expected true or false"), _fixed("expected true or false", "compare it")),
)
"""What the engine may say, and how each is told; the first that fits counts."""
