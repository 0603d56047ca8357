"""Problems for GitHub: all of them in the log, the worst as annotations beside the changed lines.

GitHub shows ten errors, ten warnings and ten notices of a step and drops the rest silently:
https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from collections.abc import Iterator, Sequence

from handbook.checks.registry import name_of
from handbook.checks.reporters import text
from handbook.checks.reporters._safe import safe
from handbook.checks.summary import summary
from handbook.problems import Problem, Severity

SHOWN = 10

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def report(problems: Sequence[Problem]) -> str:
    """The lines for people, then a workflow command for each of the worst problems."""
    commands = (_command(problem) for problem in _worst(problems))
    return text.report(problems) + "".join(f"{command}\n" for command in commands)


def step_summary(problems: Sequence[Problem]) -> str:
    """Markdown for the summary page of the run: a table of all problems."""
    if not problems:
        return "### Handbook: no problems\n"
    rows = (
        f"| {problem.severity} | {problem.code} | {_cell(str(problem.place))} | {_cell(_told(problem))} |\n"
        for problem in problems
    )
    head = f"### Handbook: {summary(problems)}\n\n| | rule | place | problem |\n|---|---|---|---|\n"
    return head + "".join(rows)


def _worst(problems: Sequence[Problem]) -> Iterator[Problem]:
    for severity in _COMMANDS:
        found = [problem for problem in problems if problem.severity is severity]
        yield from sorted(found, key=lambda problem: not problem.fatal)[:SHOWN]


def _command(problem: Problem) -> str:
    place = problem.place
    title = f"{problem.code} {name_of(problem.code)}".rstrip()
    facts = f"file={_property(place.file)},line={place.line},col={place.column},title={_property(title)}"
    return f"::{_COMMANDS[problem.severity]} {facts}::{_data(_told(problem))}"


def _told(problem: Problem) -> str:
    return f"{problem.message} – {problem.cure}" if problem.cure else problem.message


def _data(value: str) -> str:
    """A value of a workflow command; safe text has no line breaks left that would have to be escaped."""
    return safe(value).replace("%", "%25")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def _cell(value: str) -> str:
    """Text in a cell of a table, with nothing in it that Markdown or HTML would take for more than text."""
    escaped = safe(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(f"\\{c}" if c in "\\`*_[]|~@#!$" else c for c in escaped)
