"""The plain form of YAML, read line by line.

Large files of records hold little but keys, texts of one line, and short lists. libyaml makes an object with
two positions of each word of them, which takes three times as long as reading them here. Whatever is not
evidently in the plain form – a text of several lines, a character that may mean something – is left to
libyaml, and a test holds both to the same result.
"""

import re
from sys import intern
from typing import Any

# Indentation, hyphen, key, then a text in which nothing can mean anything, or anything.
_LINE = re.compile(
    r"( *)(- )?(?:([A-Za-z_][\w.-]{0,79}):(?: |(?=\n)))?(?:(\w(?:[^:#\t\n]*[^:#\t\n ])?)|([^\n]*))\n",
    re.ASCII,
)
_TEXT = re.compile(r"\w(?:[^:#\s]|:(?=\S)|(?<=\S)#| (?=\S))*")
_QUOTED = re.compile(r"'[^']*'|\"[^\"\\]*\"")
_WORD = r"\w(?:[\w .%/-]*[\w.%/-])?"
_BRACES = re.compile(rf"\{{\w+: {_WORD}(?:, \w+: {_WORD})*\}}", re.ASCII)
_BRACKETS = re.compile(rf"\[{_WORD}(?:, {_WORD})*\]", re.ASCII)

Record = tuple[str, int, dict[str, Any] | None]
"""The id of a record, its line, and its fields; None if nothing stands below the id."""


class _Unclear(Exception):
    """Something is not evidently in the plain form."""


def plain_records(text: str, depth: int) -> list[Record] | None:
    """The records of a mapping from ids to records; None if ``text`` is not evidently one in the plain form.

    ``depth`` is the greatest number of lists and mappings inside each other.
    """
    try:
        return _Reader(depth).read(text if text.endswith("\n") else f"{text}\n") or None
    except _Unclear:
        return None


class _Reader:
    """Builds nested mappings and lists from lines.

    ``_stack`` holds the open collections, each with its column; ``_fields`` is the innermost if it is a
    mapping that takes keys in ``_column``, else None. A key without a value waits for the next line.
    """

    def __init__(self, depth: int) -> None:
        self._root: dict[str, Any] = {}
        self._stack: list[tuple[int, Any]] = [(0, self._root)]
        self._column = 0
        self._fields: dict[str, Any] | None = None
        self._waiting: tuple[int, dict[str, Any], str] | None = None
        self._depth = depth

    def read(self, text: str) -> list[Record]:
        """The records in the lines of ``text``."""
        lines: list[int] = []
        for number, (blank, hyphen, key, word, other) in enumerate(_LINE.findall(text), 1):
            fields = self._fields
            if word and key and fields is not None and len(blank) == self._column and not hyphen:
                if key in fields or word == "null":
                    raise _Unclear
                fields[intern(key)] = word
            elif hyphen:
                self._take_item(len(blank), key, word, other)
            elif key:
                self._take_key(len(blank), key, word, other)
                if not blank:
                    lines.append(number)
            elif word or (other and other[0] != "#"):
                raise _Unclear
        if any(isinstance(found, list) for found in self._root.values()):
            raise _Unclear
        return [(id_, line, found) for (id_, found), line in zip(self._root.items(), lines, strict=True)]

    def _take_key(self, column: int, key: str, word: str, other: str) -> None:
        """A line with a key: of a mapping that is open, or of a new one for the key that waits."""
        if self._waiting and column > self._waiting[0]:
            self._open(column, {})
        self._waiting = None
        stack = self._stack
        while stack[-1][0] > column or isinstance(stack[-1][1], list):
            stack.pop()
        at, fields = stack[-1]
        if at != column or (fields is self._root and (word or other)):
            raise _Unclear
        self._put(column, fields, key, word, other)

    def _take_item(self, column: int, key: str, word: str, other: str) -> None:
        """A line with a hyphen: of a list that is open, or of a new one for the key that waits."""
        if self._waiting and column >= self._waiting[0]:
            self._open(column, [])
        self._waiting = None
        stack = self._stack
        while stack[-1][0] > column:
            stack.pop()
        at, items = stack[-1]
        if at != column or not isinstance(items, list):
            raise _Unclear
        self._fields = None
        if not key:
            items.append(_value(word, other))
            return
        items.append({})
        self._push(column + 2, items[-1])
        self._put(column + 2, items[-1], key, word, other)

    def _put(self, column: int, fields: dict[str, Any], key: str, word: str, other: str) -> None:
        """A key with its value in a mapping; without a value, it waits."""
        if key in fields:
            raise _Unclear
        self._column, self._fields = column, fields
        if word or other:
            fields[intern(key)] = _value(word, other)
        else:
            fields[intern(key)] = None
            self._waiting = (column, fields, key)
            self._fields = None

    def _open(self, column: int, collection: Any) -> None:
        """A new collection as the value of the key that waits."""
        if self._waiting:
            _, fields, key = self._waiting
            fields[key] = collection
            self._push(column, collection)

    def _push(self, column: int, collection: Any) -> None:
        if len(self._stack) + 1 >= self._depth:  # braces may stand inside
            raise _Unclear
        self._stack.append((column, collection))


def _value(word: str, other: str) -> Any:
    """The value that stands behind a key or a hyphen; raises `_Unclear` if it may be something else."""
    if word:
        return None if word == "null" else word
    if other == "~":
        return None
    if _TEXT.fullmatch(other):
        return other
    if _QUOTED.fullmatch(other):
        return other[1:-1]
    if _BRACKETS.fullmatch(other):
        return [_value(item, "") for item in other[1:-1].split(", ")]
    if _BRACES.fullmatch(other):
        pairs = [pair.split(": ") for pair in other[1:-1].split(", ")]
        found = {name: _value(value, "") for name, value in pairs}
        if len(found) == len(pairs):
            return found
    raise _Unclear
