"""``handbook render``: the pages as plain Markdown, for any generator."""

from datetime import date
from pathlib import Path

import click

from handbook.cli.opening import asks_for_handbook
from handbook.cli.site import opened_site


@click.command()
@click.argument("out", type=click.Path(path_type=Path))
@asks_for_handbook
@click.option(
    "--templates",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of page templates that go before ours.",
)
@click.pass_context
def command(
    ctx: click.Context,
    out: Path,
    root: Path,
    audience: str | None,
    status_date: str | date | None,
    templates: Path | None,
) -> None:
    """Write the pages of the handbook in ROOT as Markdown files into the folder OUT.

    OUT is replaced whole, or left as it was: when there are errors (exit status 1), and when it holds files
    that this command has not written (exit status 2).
    """
    from handbook.pages.folder import NotOurs
    from handbook.pages.render import render

    handbook = opened_site(root, audience, status_date, templates)
    try:
        count = render(handbook, out)
    except NotOurs as error:
        raise click.UsageError(str(error), ctx) from error
    click.echo(f"{count} pages written to {out}")
