"""A handbook opened: read for its readers, checked with its pages, and ready to be asked."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from handbook.analysis.portfolio import Portfolio
from handbook.checks.run import run as check
from handbook.loading.limits import Limits
from handbook.loading.load import load_tree
from handbook.loading.loaded import Loaded
from handbook.loading.status_date import Run, status_date
from handbook.loading.tree import Disk, Entry, Tree
from handbook.pages.by_hand import Written, by_hand
from handbook.pages.clashes import clashes
from handbook.pages.dead_links import dead_links
from handbook.pages.left_open import left_open
from handbook.pages.places import with_exact_places
from handbook.pages.site import INDEX, Site, site
from handbook.pages.template import Template
from handbook.pages.templates import our_names, templates
from handbook.pages.texts import unknown_in_texts
from handbook.planning.memory import Memory
from handbook.problems import Problem
from handbook.records.kinds.settings import Settings

_FILE = "handbook.yml"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which handbook is to be opened, for whom, and for which day; what is empty is as the settings say.

    ``root`` is the folder that holds ``projects``; ``limits`` are bounds of reading, by name; ``templates``
    is a folder of page templates that go before ours.
    """

    root: Path
    projects: str = "projects"
    audience: str = ""
    status_date: str | date = ""
    limits: Mapping[str, object] = field(default_factory=dict)
    templates: Path | None = None

    @property
    def folder(self) -> Path:
        """The folder of the projects."""
        return self.root / self.projects


@dataclass(frozen=True, slots=True)
class Opened:
    """A handbook, what its pages are made of, and its problems; ``note`` says if its day was guessed."""

    wanted: Wanted
    tree: Tree
    loaded: Loaded
    portfolio: Portfolio
    templates: tuple[Template, ...]
    written: Written
    problems: tuple[Problem, ...]
    note: str = ""

    @property
    def is_internal(self) -> bool:
        """Whether it is opened for those who keep the records: the default circle, or a narrower one."""
        settings = self.loaded.book.settings
        names = settings.audiences
        reader = self.loaded.book.audience
        if not reader or settings.default_audience not in names or names[0] == settings.default_audience:
            return not reader
        return names.index(reader) >= names.index(settings.default_audience)

    def site(self, home: str = INDEX) -> Site:
        """The site of its pages; ``home`` is the path of the portfolio's page."""
        return site(
            self.portfolio,
            self.templates,
            by_hand=self.written.pages,
            files=self.written.files,
            home=home,
            internal=self.is_internal,
        )


def open_handbook(
    wanted: Wanted, *, today: Callable[[], date], run: Run, memory: Memory | None = None
) -> Opened:
    """Read and check a handbook. Never raises for what stands in it; `ValueError` for limits that are none.

    ``today`` and ``run`` are asked only if the status date is to come from the clock or from git. ``memory``
    gives back plans and forecasts that it knows.
    """
    tree = Disk(wanted.root)
    limits = limits_of(wanted.limits)
    settings = settings_in(wanted)
    day, note = status_date(wanted.status_date or settings.status_date, wanted.folder, today=today, run=run)
    loaded = load_tree(
        tree,
        audience=wanted.audience or settings.default_audience,
        status_date=day,
        limits=limits,
        projects=wanted.projects,
    )
    loaded = with_exact_places(loaded, tree, limits.file_bytes)
    shapes, faults = templates(wanted.templates)
    names = {shape.name for shape in shapes}
    written, loaded = with_pages(loaded, tree, wanted.projects, names, limits)
    loaded = replace(loaded, problems=(*loaded.problems, *faults))
    portfolio = Portfolio(loaded.book, memory=memory)
    return Opened(wanted, tree, loaded, portfolio, shapes, written, check(loaded, portfolio), note)


def with_pages(
    loaded: Loaded,
    tree: Tree,
    projects: str = "projects",
    names: Collection[str] | None = None,
    limits: Limits = Limits(),  # noqa: B008 - immutable
) -> tuple[Written, Loaded]:
    """The pages that the projects wrote, and what was loaded with the problems of pages and texts.

    ``names`` are those of the templates, ours if none are given.
    """
    written = by_hand(tree, projects, loaded.book, limits)
    problems = (
        *loaded.problems,
        *written.problems,
        *clashes(loaded.book, written.pages, our_names() if names is None else names),
        *unknown_in_texts(loaded),
        *dead_links(loaded.book, written.pages, tree, projects),
        *left_open(loaded.book, written.pages),
    )
    return written, replace(loaded, problems=problems)


def settings_in(wanted: Wanted) -> Settings:
    """The settings of a handbook, as far as they can be read: for whom and for which day to read the rest."""
    return load_tree(_OnlySettings(wanted.root), projects=wanted.projects).book.settings


def limits_of(named: Mapping[str, object]) -> Limits:
    """Bounds of reading by name. Raises `ValueError` for a name or a number that is none."""
    known = Limits.__dataclass_fields__
    limits: dict[str, int] = {}
    for name, value in named.items():
        if name not in known:
            raise ValueError(f"expected one of the limits {', '.join(known)}, found '{name}'")
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise ValueError(f"{name}: expected a whole number above 0, found '{value}'")
        limits[name] = value
    return Limits(**limits)


class _OnlySettings(Disk):
    """The folder as if nothing but the settings stood in it."""

    def children(self, folder: str) -> list[Entry]:
        return [entry for entry in super().children(folder) if entry.name == _FILE]
