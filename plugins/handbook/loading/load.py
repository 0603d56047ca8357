"""Load a handbook: a folder of files to a book, with every problem in it."""

from collections.abc import Collection, Iterator
from concurrent.futures import Executor
from dataclasses import replace
from datetime import date
from itertools import chain, groupby
from pathlib import Path

from handbook.loading.assemble import Assembly, Read
from handbook.loading.audience import Circles
from handbook.loading.evidence import evidence_of
from handbook.loading.flaw import Flaw
from handbook.loading.layout import SETTINGS_ID, Sheet, survey, unreadable
from handbook.loading.limits import Limits
from handbook.loading.loaded import Loaded
from handbook.loading.reading import Reading
from handbook.loading.sharing import readings
from handbook.loading.source import Source
from handbook.loading.tree import Disk, NotRegular, TooLarge, Tree
from handbook.loading.uncollected import uncollected
from handbook.loading.validate import validated
from handbook.problems import Place, Problem
from handbook.problems.nearest import did_you_mean
from handbook.records.book import Book
from handbook.records.kinds.settings import Settings
from handbook.records.origin import Origin
from handbook.records.record import Record
from handbook.records.types.fault import shown


def load(
    root: Path,
    *,
    audience: str | None = None,
    status_date: date | None = None,
    limits: Limits = Limits(),  # noqa: B008 - immutable
    executor: Executor | None = None,
    projects: str = "projects",
) -> Loaded:
    """Read the handbook in the folder ``projects`` of ``root``. Never raises for what stands in it.

    ``audience`` is the circle of readers the book is for: what is above it is not in the book, nor anywhere
    else in the result; None reads everything. ``status_date`` goes before a date in the settings; without
    either it is the first day there is. Files are read by the ``executor``, if one is given and there is
    enough to share; the result is alike.
    """
    return load_tree(
        Disk(root),
        audience=audience,
        status_date=status_date,
        limits=limits,
        executor=executor,
        projects=projects,
    )


def load_tree(
    tree: Tree,
    *,
    audience: str | None = None,
    status_date: date | None = None,
    limits: Limits = Limits(),  # noqa: B008 - immutable
    executor: Executor | None = None,
    projects: str = "projects",
    only: Collection[str] | None = None,
    keep: bool = False,
) -> Loaded:
    """Read a handbook from any tree of files; see `load`.

    Of its projects ``only`` those in some folders are read, if any are named: the book knows of the others
    that they are elsewhere. To ``keep`` is to have the records as they were written, too.
    """
    with uncollected():
        found = survey(tree, projects, only)
        groups = _grouped(_read(tree, found.sheets, limits, executor))
        organisation = next(groups, [])
        settings = _settings(organisation)
        assembly = Assembly(
            Circles(settings.audiences, settings.default_audience, audience), limits, keep=keep
        )
        assembly.broken |= found.lost
        assembly.problems += [*found.problems, *_unknown_audience(settings, audience, projects)]
        if audience is None or audience in settings.audiences:
            for files in chain([organisation], groups):
                assembly.add(files[0].sheet.project if files else None, files)
        loaded = _loaded(assembly, settings, status_date)
        book = loaded.book
        if audience is None:  # the name of a project may be more than a reader may know
            left = frozenset() if only is None else frozenset(map(str.casefold, {*found.folders} - {*only}))
            book = replace(book, folders=tuple(found.folders), elsewhere=left)
        return replace(loaded, book=replace(book, evidence=evidence_of(book, tree, projects, limits)))


def load_files(
    tree: Tree,
    files: Collection[str],
    settings: Settings,
    projects: str = "projects",
    limits: Limits = Limits(),  # noqa: B008 - immutable
) -> tuple[Record, ...]:
    """The records in some files of projects, whatever is wrong in or beside them."""
    with uncollected():
        found = survey(tree, projects, {file.split("/")[1] for file in files})
        sheets = [sheet for sheet in found.sheets if sheet.file in files]
        assembly = Assembly(Circles(settings.audiences, settings.default_audience), limits)
        for group in _grouped(_read(tree, sheets, limits, None)):
            assembly.add(group[0].sheet.project if group else None, group)
        return tuple(assembly.records)


def _grouped(files: Iterator[Read]) -> Iterator[list[Read]]:
    """The files of the organisation, which may be none, then those of each project."""
    groups = groupby(files, lambda file: file.sheet.project)
    first, held = next(groups, (None, iter(())))
    if first is not None:
        yield []
    yield list(held)
    for _, held in groups:
        yield list(held)


def _unknown_audience(settings: Settings, audience: str | None, projects: str) -> Iterator[Problem]:
    """The problem of a book that is read for a circle nobody has named, and of a default that nobody has."""
    names = settings.audiences
    for name, path in ((audience, ("audiences",)), (settings.default_audience, ("default_audience",))):
        if name is not None and name not in names:
            place = settings.place(*path) if settings.origin.file != "<built>" else Place(projects)
            message = f"expected one of the audiences {', '.join(names)}, found {shown(name)}"
            yield Problem("READ017", message, place, cure=did_you_mean(name, names), fatal=True)


def _loaded(assembly: Assembly, settings: Settings, status_date: date | None) -> Loaded:
    stated = settings.status_date if isinstance(settings.status_date, date) else date.min
    book = Book(
        records=tuple(assembly.records),
        settings=settings,
        status_date=status_date or stated,
        audience=assembly.circles.reader or "",
        broken=frozenset(assembly.broken),
        impaired=frozenset(assembly.impaired),
        withheld=frozenset(assembly.withheld),
        unseen=tuple(assembly.unseen),
    )
    problems = sorted(_once(assembly.problems), key=lambda problem: problem.sort_key)
    return Loaded(book, tuple(problems), assembly.sources, tuple(assembly.allowances), tuple(assembly.kept))


def _once(problems: list[Problem]) -> Iterator[Problem]:
    """The problems without hidden characters in lines whose value was refused for them."""
    refused = {problem.place[:2] for problem in problems if problem.code == "FIELD013"}
    return (problem for problem in problems if problem.code != "READ015" or problem.place[:2] not in refused)


def _read(tree: Tree, sheets: list[Sheet], limits: Limits, executor: Executor | None) -> Iterator[Read]:
    """All sheets in order, each with what was found in it."""
    fetched = [_fetch(tree, sheet, limits) for sheet in sheets]
    read = [(sheet, raw) for sheet, raw in zip(sheets, fetched, strict=True) if isinstance(raw, bytes)]
    found = readings(read, limits, executor)
    for sheet, raw in zip(sheets, fetched, strict=True):
        yield Read(sheet, raw, b"") if isinstance(raw, Reading) else Read(sheet, next(found), raw)


def _fetch(tree: Tree, sheet: Sheet, limits: Limits) -> bytes | Reading:
    """The bytes of a sheet, or a reading that tells why there are none."""
    lost = (sheet.id or "*",)
    try:
        return tree.read(sheet.file, limits.file_bytes)
    except TooLarge as error:
        message = f"expected at most {limits.file_bytes} bytes, found {error.args[0]}"
        return Reading(flaws=(Flaw("READ004", message, cure="split the file", fatal=True),), lost=lost)
    except NotRegular as error:
        message = f"expected a regular file, found {error.args[0]}"
        return Reading(
            flaws=(Flaw("READ008", message, cure="put the file itself here", fatal=True),), lost=lost
        )
    except OSError as error:
        problem = unreadable(sheet.file, error, sheet.project)
        return Reading(flaws=(Flaw(problem.code, problem.message, fatal=True),), lost=lost)


def _settings(files: list[Read]) -> Settings:
    """The settings among the organisation's files, without what is wrong in them; that is told later."""
    for sheet, reading, bytes_ in files:
        for raw in reading.raws:
            if raw.kind == Settings.kind and raw.data is not None:
                origin = Origin(sheet.file, raw.path, raw.line, raw.column, 0, Source(sheet.file, bytes_))
                record, _ = validated(Settings, raw.data, {"id": SETTINGS_ID, "origin": origin})
                return record if isinstance(record, Settings) else Settings()
    return Settings()
