"""Problems for GitHub: all of them in the log, the worst as annotations beside the changed lines.

GitHub shows ten errors, ten warnings and ten notices of a step, fifty of a job, and drops the rest silently.
The summary of a step is dropped as a whole if it is larger than 1 MiB:
https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from handbook.checks.registry import name_of
from handbook.checks.reporters import text
from handbook.checks.reporters._safe import safe
from handbook.checks.reporters._telling import told, worst_first
from handbook.checks.summary import summary
from handbook.problems import Problem, Severity

SHOWN = 10
MOST_BYTES = 1024 * 1024

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def report(problems: Sequence[Problem]) -> str:
    """The lines for people, then a workflow command for each of the worst problems."""
    commands = (_command(problem) for problem in _worst(problems))
    return text.report(problems) + "".join(f"{command}\n" for command in commands)


def step_summary(problems: Sequence[Problem], taken: int = 0) -> str:
    """Markdown for the summary page of the run: a table of all problems, or of the worst if not all fit.

    ``taken`` is the number of bytes that the step has written to its summary before.
    """
    if not problems:
        return "### Handbook: no problems\n"
    head = f"### Handbook: {summary(problems)}\n\n| | rule | place | problem |\n|---|---|---|---|\n"
    room = MOST_BYTES - taken - _bytes(head) - _ENDING
    rows = [_row(problem) for problem in problems]
    if sum(map(_bytes, rows)) <= room:
        return head + "".join(rows)
    rows = list(_fitting(map(_row, worst_first(problems)), room))
    left_out = f"\n{len(problems) - len(rows):,} more did not fit here; the log has them.\n"
    return (head + "".join(rows) if rows else "") + left_out


_ENDING = 100  # bytes that tell how many did not fit


def _row(problem: Problem) -> str:
    place = _cell(str(problem.place))
    return f"| {problem.severity} | {problem.code} | {place} | {_cell(told(problem))} |\n"


def _fitting(rows: Iterable[str], room: int) -> Iterator[str]:
    for row in rows:
        room -= _bytes(row)
        if room < 0:
            return
        yield row


def _bytes(text: str) -> int:
    return len(text.encode())


def _worst(problems: Sequence[Problem]) -> Iterator[Problem]:
    first = worst_first(problems)
    for severity in _COMMANDS:
        yield from islice((problem for problem in first if problem.severity is severity), SHOWN)


def _command(problem: Problem) -> str:
    place = problem.place
    title = f"{problem.code} {name_of(problem.code)}".rstrip()
    facts = f"file={_property(place.file)},line={place.line},col={place.column},title={_property(title)}"
    return f"::{_COMMANDS[problem.severity]} {facts}::{_data(told(problem))}"


def _data(value: str) -> str:
    """A value of a workflow command; safe text has no line breaks left that would have to be escaped."""
    return safe(value).replace("%", "%25")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def _cell(value: str) -> str:
    """Text in a cell of a table, with nothing in it that Markdown or HTML would take for more than text."""
    escaped = safe(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(f"\\{c}" if c in "\\`*_[]|~@#!$" else c for c in escaped)
