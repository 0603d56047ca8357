"""``handbook check``: all problems of a handbook. The gate in CI, whatever builds the site."""

import os
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

import click

from handbook.checks.reporters import github, text
from handbook.checks.reporting import formats, reporter
from handbook.cli.checking import Asked, checked
from handbook.cli.memory import memory
from handbook.cli.opening import asks_for_handbook, from_here
from handbook.cli.writing import write
from handbook.problems import Problem, Severity

_UNUSABLE = {
    "CHECK009",
    "READ012",
    "READ017",
}  # a rule broke down, there are no projects, nobody is that audience
_WITH = "expected --baseline-problems and a file beside --update-baseline, found none"
_WITHOUT = "expected --update-baseline without --audience, --select and --ignore – it writes all problems"
_COLOURS = {"error": "red", "warning": "yellow", "info": "blue", "place": "bright_black", "cure": "green"}


def _codes(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Prefixes of codes, given one by one or with commas between them."""
    return tuple(part.strip().upper() for text in value for part in text.split(",") if part.strip())


@click.command()
@asks_for_handbook
@click.option(
    "--format", "format_", type=click.Choice(formats()), default="text", help="How problems are told."
)
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the report into this file, and tell the problems as text.",
)
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option(
    "--select", multiple=True, callback=_codes, metavar="CODE", help="Only these rules, or families."
)
@click.option(
    "--ignore", multiple=True, callback=_codes, metavar="CODE", help="Not these rules, or families."
)
@click.option(
    "--baseline-problems",
    "known",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Hide the problems that this file knows.",
)
@click.option(
    "--update-baseline",
    "update_known",
    is_flag=True,
    help="Write all problems of today into that file first.",
)
@click.option("--no-cache", is_flag=True, help="Look at everything anew, and remember nothing.")
@click.pass_context
def command(
    ctx: click.Context,
    root: Path,
    audience: str | None,
    status_date: str | date | None,
    format_: str,
    output: Path | None,
    strict: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    known: Path | None,
    update_known: bool,
    no_cache: bool,
) -> None:
    """Find all problems of the handbook in ROOT, the folder that holds 'projects'.

    Exits with 0 if there are none that count, with 1 if there are errors (with --strict also warnings), and
    with 2 if it could not be checked: wrong option, no such folder, no project in it, a rule that broke down.
    """
    is_whole = not (audience or select or ignore)
    if update_known and not (known and is_whole):
        raise click.UsageError(_WITHOUT if known else _WITH)
    asked = Asked(root, audience, status_date, select, ignore)
    problems = checked(asked, memory(root, wanted=not no_cache))
    if known and not _is_unusable(problems):
        from handbook.cli.known import unknown

        problems = unknown(known, problems, update=update_known, is_whole=is_whole)
    here = from_here(root)
    _tell([here(problem) for problem in problems], format_, output)
    ctx.exit(_exit_code(problems, strict=strict))


def _tell(problems: Sequence[Problem], format_: str, output: Path | None) -> None:
    if output:
        write(output, reporter(format_)(problems))
    in_log = "text" if output else format_
    is_painted = in_log == "text" and "NO_COLOR" not in os.environ
    report = partial(text.report, paint=_paint) if is_painted else reporter(in_log)
    click.echo(report(problems), nl=False)  # click leaves colours out unless it is a terminal
    if format_ == "github" and (page := os.environ.get("GITHUB_STEP_SUMMARY")):
        _summarise(problems, Path(page))


def _summarise(problems: Sequence[Problem], page: Path) -> None:
    taken = page.stat().st_size if page.exists() else 0
    with page.open("a", encoding="utf-8") as file:
        file.write(github.step_summary(problems, taken))


def _paint(told: str, what: str) -> str:
    return click.style(told, fg=_COLOURS[what], bold=what == "error")


def _is_unusable(problems: Sequence[Problem]) -> bool:
    return any(problem.code in _UNUSABLE for problem in problems)


def _exit_code(problems: Sequence[Problem], *, strict: bool) -> int:
    if _is_unusable(problems):
        return 2
    limit = Severity.WARNING if strict else Severity.ERROR
    return int(any(problem.severity >= limit for problem in problems))
