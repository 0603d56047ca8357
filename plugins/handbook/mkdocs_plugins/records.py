"""The plugin ``handbook/records``: reads and checks the records before anything is written."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority

from handbook.mkdocs_plugins.memory import memory
from handbook.mkdocs_plugins.telling import log, stop_if_faulty, tell
from handbook.pages.opening import Opened, Wanted, open_handbook
from handbook.publish.command import output_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

    from handbook.planning.memory import Memory

FIRST = 100


class RecordsConfig(base.Config):  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
    """Options of the plugin in ``mkdocs.yml``."""

    projects = c.Type(str, default="projects")
    """The folder that holds the projects, beside ``mkdocs.yml``."""
    audience = c.Type(str, default="")
    """The circle of readers that the site is for; the settings' ``default_audience`` if not given."""
    status_date = c.Type((str, date), default="")
    """The day the site speaks of: a date, ``commit`` or ``today``; as the settings say if not given."""
    limits = c.Type(dict, default={})
    """Bounds of reading, by name: ``file_bytes``, ``depth``, ``records``, ``prose``."""
    templates = c.Optional(c.Dir(exists=True))
    """A folder with page templates of the site's own; one that is called as one of ours goes before it."""


class RecordsPlugin(BasePlugin[RecordsConfig]):  # type: ignore[no-untyped-call]  # as above
    """Opens the handbook once for each build; other plugins find it here.

    What took time to compute is kept from one build of a served site to the next.
    """

    opened: Opened | None = None
    memory: Memory | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Do nothing: a plugin that listens to this stays the same through all builds of a served site."""

    @event_priority(FIRST)
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check; a handbook with errors stops the build while the last site is still there."""
        self.memory = self.memory or memory(root_of(config))
        self.memory.let_go()
        self.opened = opened(wanted(self.config, config), self.memory)
        if self.opened.note:
            log.info("note: %s", self.opened.note)
        tell(self.opened.problems)
        stop_if_faulty(self.opened.problems, strict=config.strict)

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Build again when a record changes."""
        server.watch(str(wanted(self.config, config).folder))
        return server


def wanted(options: RecordsConfig, config: MkDocsConfig) -> Wanted:
    """What the options ask for; the folder of projects is beside the configuration file."""
    return Wanted(
        root=root_of(config),
        projects=options.projects,
        audience=options.audience,
        status_date=_day(options.status_date),
        limits=options.limits,
        templates=Path(options.templates) if options.templates else None,
    )


def _day(said: object) -> str | date:
    """A date, or one of the words that stand for one. Raises `PluginError` for anything else."""
    try:
        if isinstance(said, date) or said in {"", "commit", "today"}:
            return said
        return date.fromisoformat(str(said))
    except ValueError as error:
        expected = "expected a date like 2026-03-31, 'commit' or 'today'"
        raise PluginError(f"handbook/records: {expected} as 'status_date', found '{said}'") from error


def root_of(config: MkDocsConfig) -> Path:
    """The folder of the configuration file."""
    return Path(config.config_file_path).resolve().parent if config.config_file_path else Path.cwd()


def opened(wanted: Wanted, memory: Memory | None = None) -> Opened:
    """The handbook. Raises `PluginError` for options that mean nothing."""
    try:
        return open_handbook(wanted, today=date.today, run=output_of, memory=memory)
    except ValueError as error:
        raise PluginError(f"handbook/records: {error}") from error


def opened_in(config: MkDocsConfig) -> Opened:
    """The handbook of this build. Raises `PluginError` if the site has no plugin that opens one."""
    for plugin in config.plugins.values():
        if isinstance(plugin, RecordsPlugin) and plugin.opened:
            return plugin.opened
    raise PluginError("handbook/pages: expected the plugin handbook/records beside it, found none")
