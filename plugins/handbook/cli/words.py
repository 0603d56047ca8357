"""The words of the command: found by their file names, imported when they are asked for."""

from importlib import import_module
from keyword import iskeyword
from pkgutil import iter_modules

import click

from handbook import __version__
from handbook.loading.uncollected import uncollected
from handbook.problems.nearest import did_you_mean

ROOM = "handbook.cli.commands"


class Words(click.Group):
    """All words; of these only the one that is run is imported, for starting up is most of a short run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The words, in alphabetical order."""
        names = (module.name for module in iter_modules(import_module(ROOM).__path__))
        return sorted(_word(name) for name in names if not name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The word called ``cmd_name``; None if there is none."""
        if cmd_name not in self.list_commands(ctx):
            return None
        name = cmd_name.replace("-", "_")
        with uncollected():  # modules live as long as the process
            command: click.Command = import_module(
                f"{ROOM}.{name}_" if iskeyword(name) else f"{ROOM}.{name}"
            ).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, but the message for an unknown word names the nearest one."""
        known = self.list_commands(ctx)
        if args and args[0] not in known and not args[0].startswith("-"):
            cure = did_you_mean(args[0], known) or f"the words are {', '.join(known)}"
            raise click.UsageError(f"unknown word '{args[0]}' – {cure}", ctx)
        return super().resolve_command(ctx, args)


def _word(module: str) -> str:
    """The word of a module: ``import_`` is called like a word of Python's own without the line at its end."""
    return module.rstrip("_").replace("_", "-")


@click.command("handbook", cls=Words, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="handbook", message="%(prog)s %(version)s")
def words() -> None:
    """Project records in Markdown and YAML, checked like code."""
