"""``handbook init``: a new handbook that checks and builds at once."""

from datetime import datetime
from pathlib import Path

import click

from handbook.cli.opening import asked


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path())
@click.option("--title", default="Project handbook", show_default=True, help="What the handbook is called.")
@click.option("--manager", metavar="NAME", help="Who leads the first project; you, as git knows you.")
def command(folder: Path, title: str, manager: str | None) -> None:
    """Make a new handbook in FOLDER: configuration, one small project, workflows, settings of editors.

    Files that are there already are left alone and named; then nothing is written, and the exit status is 1.
    """
    from handbook.exchange.starter.starter import starter

    name = manager or asked(["git", "config", "user.name"], Path()).strip() or "Your Name"
    texts = starter(title, name, datetime.now().astimezone().date())
    if taken := [path for path in texts if (folder / path).exists()]:
        raise click.ClickException(f"there is already {', '.join(taken[:5])}: choose another folder")
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    click.echo(f"a new handbook in {folder.resolve().name}, {len(texts)} files")
    click.echo("next: write the charter in projects/first-project/project.yml, then run 'handbook check'")
