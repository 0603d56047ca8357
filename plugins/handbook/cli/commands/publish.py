"""``handbook publish``: the site as a version in a branch."""

from datetime import date
from pathlib import Path

import click

from handbook.cli.opening import day
from handbook.cli.site import opened_site


@click.command()
@click.argument("version", required=False)
@click.option("--title", default="", help="What the version menu shows; the version itself if not given.")
@click.option("--alias", "aliases", multiple=True, help="Another name for it; 'latest' if none is given.")
@click.option("--branch", default="gh-pages", show_default=True, help="The branch that holds the versions.")
@click.option("--push", is_flag=True, help="Push the branch.")
@click.option("--remote", default="origin", show_default=True, help="Where it is pushed to.")
@click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=Path("mkdocs.yml"),
    help="The configuration of the site.",
)
@click.option("--audience", metavar="NAME", help="Check it as this circle of readers sees it.")
@click.option("--status-date", type=day, metavar="DAY", help="The day after which it is called.")
def command(
    version: str | None,
    title: str,
    aliases: tuple[str, ...],
    branch: str,
    push: bool,
    remote: str,
    config: Path,
    audience: str | None,
    status_date: str | date | None,
) -> None:
    """Check the records, build the site, and put it into a branch as VERSION.

    VERSION is the month of the status date if none is named, as in 2026-06. Exits with 1 if the check, the
    build or git fails; the branch is then as it was.
    """
    from handbook.publish.build import BuildFailed
    from handbook.publish.deploy import Berth, Refused
    from handbook.publish.git import Git, GitFailed
    from handbook.publish.publish import publish
    from handbook.publish.release import Release, WrongName, version_of

    handbook = opened_site(config.resolve().parent, audience, status_date)
    named = version or version_of(handbook.portfolio.status_date)
    try:
        names = aliases or (("latest",) if named != "latest" else ())
        release = Release(named, title, names, handbook.loaded.book.settings.versions)
        commit = publish(config, release, Berth(Git(config.resolve().parent), branch, remote if push else ""))
    except WrongName as error:
        raise click.UsageError(str(error)) from error
    except (BuildFailed, GitFailed, Refused) as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{release} published on {branch} ({commit[:7]}){f' and pushed to {remote}' if push else ''}")
