"""``handbook assets``: what the site needs and the package does not bring."""

from pathlib import Path

import click


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path("docs/assets"))
def command(folder: Path) -> None:
    """Put the script that draws diagrams into FOLDER, docs/assets if none is named; npm fetches it.

    Its version is fixed and its checksum is compared. Without it diagrams stand as lists. Exits with 1 if it
    cannot be fetched.
    """
    from handbook.publish.script import NotFetched, fetch

    try:
        script = fetch(folder)
    except NotFetched as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{script} written")
