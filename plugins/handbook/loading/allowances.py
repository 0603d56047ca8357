"""Comments that allow a fault: ``# handbook: allow RISK004 until 2027-01-31 reason``."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from handbook.loading.flaw import Flaw
from handbook.records.types.fault import shown

_WORDS = "handbook: allow"
_COMMENT = re.compile(
    r"(?:(?:^|(?<=[ \t]))\#|(?P<html><!--))[ \t]*handbook:[ \t]*allow\b"
    r"(?:[ \t]+(?P<code>[A-Za-z]+[0-9]*))?(?:[ \t]+until[ \t]+(?P<until>\S+))?(?P<reason>[^\n]*)",
    re.MULTILINE,
)
_WHOLE_LINE_COMMENT = re.compile(r"[ \t]*(?:#|<!--.*-->[ \t]*$|$)")


class Allowance(NamedTuple):
    """One fault that somebody has allowed: the rule, the line it covers, the last day it holds, and why."""

    code: str
    file: str
    line: int
    until: date | None = None
    reason: str = ""

    def __str__(self) -> str:
        until = f" until {self.until}" if self.until else ""
        return f"{self.file}:{self.line}: allow {self.code}{until} {self.reason}".rstrip()


def allowances(text: str, body_line: int, flaws: list[Flaw]) -> Iterator[tuple[str, int, str, str]]:
    """The code, line, last day (ISO, may be empty) and reason of each allowance in ``text``.

    A comment at the end of a line covers that line, one on a line of its own the next line that is neither
    blank nor a comment. From ``body_line`` on, if it is not 0, only ``<!-- … -->`` is a comment. A last day
    that is no date is told in ``flaws``, and the allowance is none.
    """
    if _WORDS not in text:
        return
    lines = text.split("\n")
    for found in _COMMENT.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        if body_line and line >= body_line and not found["html"]:
            continue
        until = found["until"] or ""
        if until and not _is_date(until):
            column = found.start("until") - text.rfind("\n", 0, found.start())
            message = f"expected a date like 2026-03-31 after 'until', found {shown(until)}"
            flaws.append(
                Flaw("FIELD005", message, line, column, "write year, month and day with hyphens: YYYY-MM-DD")
            )
            continue
        reason = found["reason"].strip().removesuffix("-->") if found["html"] else found["reason"]
        yield found["code"] or "", _covered(lines, line, found), until, reason.strip()


def _covered(lines: list[str], line: int, comment: re.Match[str]) -> int:
    start = comment.start() - comment.string.rfind("\n", 0, comment.start()) - 1
    if lines[line - 1][:start].strip():
        return line
    following = (number for number in range(line, len(lines)) if not _WHOLE_LINE_COMMENT.match(lines[number]))
    return next(following, line - 1) + 1


def _is_date(text: str) -> bool:
    try:
        return len(text) == len("2026-03-31") and bool(date.fromisoformat(text))
    except ValueError:
        return False
