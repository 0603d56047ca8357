"""``handbook new``: a record with the next id, in its file, with all it must have."""

import re
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from handbook.cli.opening import PROJECTS, day, opened
from handbook.cli.seen import seen_from_here

if TYPE_CHECKING:
    from handbook.exchange.starting.start import Started, Wanted
    from handbook.loading.loaded import Loaded
    from handbook.records.book import Book


def _fields(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> dict[str, Any]:
    """Fields given as ``name=value``; a value in brackets or braces is a list or mapping."""
    from handbook.exchange.editing.editable import CannotEdit
    from handbook.exchange.editing.nodes import composed, data_of

    found: dict[str, Any] = {}
    for text in value:
        name, sign, written = text.partition("=")
        if not sign or not name.strip():
            raise click.BadParameter(f"expected field=value, found '{text}'")
        try:
            is_nested = written.startswith(("[", "{"))
            found[name.strip()] = data_of(composed(written)) if is_nested else written
        except CannotEdit as error:
            raise click.BadParameter(f"{name}: {error}") from None
    return found


@click.command()
@click.argument("kind")
@click.argument("names", nargs=-1, metavar="[PROJECT] [ROOT]")
@click.option(
    "--id", "id_", default="", metavar="ID", help="Its id; the next one of the register if not given."
)
@click.option("--in", "parent", default="", metavar="ID", help="The record it goes into: a task, a gate.")
@click.option(
    "--owner", default="", metavar="ID", help="Who answers for it; you, if your mail address is known."
)
@click.option(
    "--set", "fields", multiple=True, callback=_fields, metavar="FIELD=VALUE", help="The value of a field."
)
@click.option("--form", type=click.Choice(["md", "yml"]), help="A Markdown file, or the register.")
@click.option(
    "--status-date", type=day, metavar="DAY", help="The day it is written: commit, today, or a date."
)
def command(
    kind: str,
    names: tuple[str, ...],
    id_: str,
    parent: str,
    owner: str,
    fields: dict[str, Any],
    form: str | None,
    status_date: str | date | None,
) -> None:
    """Write a new record of a KIND in PROJECT of the handbook in ROOT, and print its place and id.

    People, teams, roles and calendars belong to no project: only ROOT may follow their kind. What must be
    there is there: given by --set, likely, or a line that begins with TODO, for which 'handbook check' asks.
    """
    from handbook.exchange.editing.editable import CannotEdit
    from handbook.exchange.editing.saving import save
    from handbook.exchange.starting.start import Wanted, kind_called, start
    from handbook.loading.tree import Disk

    try:
        project, root = _named(kind_called(kind).organisation, kind, names)
        loaded = opened(root, None, status_date)
        wanted = Wanted(kind, project, id_, parent, form or "", owner, _mail(root), fields)
        if sys.stdin.isatty() and sys.stdout.isatty():
            wanted = _asked(loaded.book, wanted)
        started = start(loaded, Disk(root), wanted, was_used=lambda one: _was_used(one, root, project))
        _refuse_unknown(loaded, started)
        save(root, [started.change])
    except CannotEdit as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"nothing is written: {error.strerror} ({error.filename})") from None
    place = started.record.place()
    click.echo(f"{seen_from_here(place.file, root)}:{place.line} {started.record.address}")


def _named(is_organisation: bool, kind: str, names: tuple[str, ...]) -> tuple[str, Path]:
    """The project and the folder that are named."""
    if not is_organisation and not names:
        raise click.UsageError(f"expected the project of the {kind}, found none")
    project, rest = ("", names) if is_organisation else (names[0], names[1:])
    if len(rest) > 1:
        raise click.UsageError(f"expected one folder, found {' and '.join(rest)}")
    root = Path(rest[0] if rest else ".")
    if not root.is_dir():
        raise click.UsageError(f"the folder '{root}' does not exist")
    return project, root


def _asked(book: "Book", wanted: "Wanted") -> "Wanted":
    """What is wanted, with what the one at the terminal says about each field that must be there."""
    from dataclasses import replace

    from handbook.exchange.starting.start import fields_of, kind_called
    from handbook.exchange.starting.values import TODO, choices
    from handbook.loading.marks import fields as known
    from handbook.loading.marks import required

    kind = kind_called(wanted.kind)
    said = dict(wanted.fields)
    for name, likely in fields_of(book, wanted).items():
        if name in said or name not in required(kind.model) or not isinstance(likely, str):
            continue
        words = choices(kind, name)
        what = (known(kind.model)[name].description or "").rstrip(".")
        said[name] = click.prompt(
            f"{name} ({what})",
            default="" if likely.startswith(TODO) else likely,
            show_default=not likely.startswith(TODO),
            type=click.Choice(words) if words else str,
        )
    return replace(wanted, fields={name: value for name, value in said.items() if value != ""})


def _refuse_unknown(before: "Loaded", started: "Started") -> None:
    """Refuse a record that names what is not there, in the words of the check."""
    from handbook.analysis.portfolio import Portfolio
    from handbook.checks.registry import rule

    for code in ("REF001", "REF002"):
        old, new = (list(rule(code).faults(Portfolio(one.book))) for one in (before, started.after))
        known = Counter(fault.message for fault in old)
        for fault in new:
            known[fault.message] -= 1
            if known[fault.message] < 0:
                raise click.UsageError(f"{fault.message}{f' – {fault.cure}' if fault.cure else ''}")


def _mail(root: Path) -> str:
    """The mail address that git signs commits with; '' if it knows none."""
    from handbook.publish.command import output_of

    return (output_of(("git", "config", "user.email"), root) or "").strip()


def _was_used(id_: str, root: Path, project: str) -> bool:
    """Whether the history of a project's folder knows an id that no file has now."""
    from handbook.publish.command import output_of

    form = rf"(^|[^A-Za-z0-9_.-]){re.escape(id_)}($|[^A-Za-z0-9_])"
    folder = f"{PROJECTS}/{project}" if project else PROJECTS
    log = ("git", "log", "--all", "-1", "--format=%h")
    in_text = output_of((*log, "--pickaxe-regex", f"-S{form}", "--", folder), root)
    return bool(in_text or output_of((*log, "--", f":(glob){folder}/**/{id_}.*"), root))
