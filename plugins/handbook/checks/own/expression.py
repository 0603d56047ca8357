"""Expressions in CEL, the Common Expression Language: read once, asked of many records.

The language has no loops and no way to define anything (https://github.com/google/cel-spec). What could grow
without end is taken out: joining texts, and the macro ``map``. The engine bounds depth and steps.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, Literal, NamedTuple

Type = Literal["text", "list", "map", "any"]
"""What a name may stand for; ``any`` for numbers and for what may be missing."""

LONGEST = 1000

_SCOPE = "record"  # names live in a scope of their own, so that a field may be called like a type of CEL
_SUBSET = """
stdlib:
  exclude_macros: [map]
  exclude_functions:
    - {name: _+_, overloads: [{id: add_string}, {id: add_bytes}]}
"""
_TOO_MANY = "Iteration budget"
_NO_MAP = "undeclared reference to 'map'"
_ERROR = re.compile(r"ERROR: <input>:(-?\d+):(-?\d+): (.*)")
_WORD = re.compile(r"[A-Za-z_]\w*")
_NAME = re.compile(r"(?<![.\w])[A-Za-z_]\w*")
_TEXT = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")


class Unfit(Exception):
    """An expression cannot be used: why, in the engine's words, and the line and column of it, from 1."""

    def __init__(self, said: str, line: int = 1, column: int = 1) -> None:
        super().__init__(said)
        self.said, self.line, self.column = said, line, column


class Failed(Exception):
    """An expression has no result for a record; the argument tells why, in the engine's words."""


class Exhausted(Failed):
    """An expression took too many steps; for other records it would take as many."""


class Expression(NamedTuple):
    """A condition on records: the names in it, all its words, and the program of the engine."""

    names: tuple[str, ...]
    words: frozenset[str]
    program: Any

    def holds(self, values: Mapping[str, object]) -> bool:
        """Whether it is true of the values of its names. Raises `Failed` if it is neither true nor false."""
        try:
            result = self.program.eval(data={f"{_SCOPE}.{name}": value for name, value in values.items()})
        except RuntimeError as error:
            raise (Exhausted if _TOO_MANY in str(error) else Failed)(str(error)) from None
        found = result.value()
        if isinstance(found, bool):
            return found
        raise Failed(str(found) if result.type().name() == "ERROR" else "expected true or false")


class Grammar:
    """What expressions may say about records of one kind: names with their types."""

    def __init__(self, types: Mapping[str, Type]) -> None:
        self.types = types
        self._read: dict[str, Expression] = {}

    def read(self, text: str) -> Expression:
        """The expression that ``text`` is. Raises `Unfit`; `ImportError` without the engine."""
        if len(text) > LONGEST:
            raise Unfit(f"longer than {LONGEST} characters")
        if text not in self._read:
            self._read[text] = self._compiled(text)
        return self._read[text]

    def any_of(self, texts: Sequence[str]) -> Expression:
        """The expression that is true if any of some is. Raises `Unfit` if they are too much together."""
        return self._compiled(" || ".join(f"({text}\n)" for text in texts))

    def _compiled(self, text: str) -> Expression:
        bare = _TEXT.sub("''", text)
        names = tuple(name for name in dict.fromkeys(_NAME.findall(bare)) if name in self.types)
        try:
            program = _environment(tuple((name, self.types[name]) for name in names)).compile(text)
        except RuntimeError as error:
            raise _unfit(str(error)) from None
        if (kind := program.return_type().name()) not in ("BOOL", "DYN"):
            raise Unfit(f"result {kind}")
        return Expression(names, frozenset(_WORD.findall(bare)), program)


@cache
def _environment(types: Sequence[tuple[str, Type]]) -> Any:
    from cel_expr_python import cel  # type: ignore[import-untyped]  # it has no types

    kinds = {
        "text": cel.Type.STRING,
        "list": cel.Type.List(cel.Type.DYN),
        "map": cel.Type.Map(cel.Type.STRING, cel.Type.DYN),
        "any": cel.Type.DYN,
    }
    text = cel.Type.STRING
    days = cel.Overload("days_between", return_type=cel.Type.INT, parameters=[text, text], impl=_days)
    return cel.NewEnv(
        config=cel.NewEnvConfigFromYaml(_SUBSET),
        container=_SCOPE,
        variables={f"{_SCOPE}.{name}": kinds[type_] for name, type_ in types},
        functions=[cel.FunctionDecl("days", [days])],
    )


def _days(earlier: str, later: str) -> int:
    """The days from one date to another, negative if the later comes first."""
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def _unfit(said: str) -> Unfit:
    """What the engine said first, with its place; without one, of the whole expression.

    Of a macro that is not there it complains last, after all the names that the macro would have brought.
    """
    found = [match for match in _ERROR.finditer(said) if int(match[1]) > 0]
    first = next((match for match in found if _NO_MAP in match[3]), found[0] if found else None)
    return Unfit(first[3], int(first[1]), int(first[2])) if first else Unfit(said)
