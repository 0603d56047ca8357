"""A part of a handbook checked: some projects, with all that they look into."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple, TypeVar

from handbook.analysis.portfolio import Portfolio
from handbook.checks.memory.digest import digest_of
from handbook.checks.memory.plain import plain
from handbook.checks.memory.witness import Witness
from handbook.checks.own.search import FAILED
from handbook.checks.run import BROKEN_DOWN, far_rules, found_near
from handbook.checks.selection import Selection
from handbook.loading.assemble import Kept
from handbook.loading.history import Blob, Commit, History, with_history
from handbook.loading.load import load_files, load_tree
from handbook.loading.loaded import Loaded
from handbook.loading.source import SealedSource, Source
from handbook.loading.tree import Disk
from handbook.loading.uncollected import uncollected
from handbook.pages.opening import with_pages
from handbook.pages.units.unit import ORGANISATION, Edge, Unit, Wanted, owner
from handbook.records.book import Book, Citation
from handbook.records.kinds.project import Project
from handbook.records.kinds.waiver import Waiver

T = TypeVar("T")

_MOST_ROUNDS = 3
_TOLD_ONCE = (BROKEN_DOWN, FAILED)


class Part(NamedTuple):
    """What is to be checked: some units of a handbook, with the references to them from others.

    ``all_folders`` are those of all projects, ``folders`` those of the units.
    """

    wanted: Wanted
    all_folders: tuple[str, ...]
    folders: tuple[str, ...]
    cited: tuple[Sequence[Any], ...] = ()


def check_part(part: Part, rounds: int = _MOST_ROUNDS) -> list[Unit] | None:
    """The units of a part; None if it does not pay, or is not right, to look at them apart.

    Read is what belongs to the part, then whatever was asked for and is elsewhere, until nothing is missing,
    or until it was read so many ``rounds``.
    """
    only = {folder for folder in part.folders if folder != ORGANISATION}
    with uncollected():
        for _ in range(rounds):
            opened = _opened(part, only)
            found = [] if opened.book.asked else _found(part, opened.with_history(part.wanted))
            if not opened.book.asked:
                return found
            only |= {folder for folder in opened.book.folders if folder.casefold() in opened.book.asked}
    return None


class _Opened(NamedTuple):
    """A part that was read, with ``only`` these projects in it, and what was asked beside it."""

    loaded: Loaded
    witness: Witness
    only: frozenset[str]

    commit: str = ""

    @property
    def book(self) -> Book:
        return self.loaded.book

    def with_history(self, wanted: Wanted) -> "_Opened":
        """The same with what has changed since it was reviewed, and the last commit if anything was."""
        if wanted.history is None:
            return self
        noted = _Noted(wanted.history)
        loaded = with_history(self.loaded, noted)
        return self._replace(loaded=loaded, commit=wanted.commit if noted.was_asked else "")


class _Noted:
    """A history that knows whether it was asked."""

    def __init__(self, history: History) -> None:
        self._history = history
        self.was_asked = False

    def commits(self) -> Sequence[Commit]:
        """See `History`."""
        self.was_asked = True
        return self._history.commits()

    def blobs(self, files: Collection[tuple[str, str]]) -> Mapping[tuple[str, str], Blob]:
        """See `History`."""
        return self._history.blobs(files)

    def contents(self, blobs: Collection[Blob]) -> Mapping[str, bytes]:
        """See `History`."""
        return self._history.contents(blobs)


def _opened(part: Part, only: set[str]) -> _Opened:
    witness = Witness(
        Disk(part.wanted.root), partial(_is_covered, part.wanted.projects, {*part.all_folders} - only)
    )
    loaded = load_tree(
        witness, projects=part.wanted.projects, status_date=part.wanted.day, only=only, keep=True
    )
    book = replace(loaded.book, inbound=tuple(_citations(part, loaded.book, only)))
    _, loaded = with_pages(replace(loaded, book=book), witness, part.wanted.projects)
    _ = book.references  # asks for all that they name
    return _Opened(loaded, witness, frozenset(only))


def _is_covered(projects: str, elsewhere: set[str], path: str) -> bool:
    """Whether a path lies in the folder of projects, but not in that of a project which is elsewhere."""
    top, _, rest = path.partition("/")
    return top == projects and rest.partition("/")[0] not in elsewhere


def _citations(part: Part, book: Book, only: set[str]) -> Iterator[tuple[str, Citation]]:
    """The references from projects that are elsewhere, with the addresses of what they name."""
    edges = [edge for edge in map(Edge._make, part.cited) if edge.citing not in only]
    files = {edge.file for edge in edges}
    records = load_files(Disk(part.wanted.root), files, book.settings, part.wanted.projects) if files else ()
    by_name = {(record.origin.file, record.kind, record.id): record for record in records}
    for edge in edges:
        record = by_name.get((edge.file, edge.kind, edge.id))
        for mention in record.mentions() if record else ():
            if record and list(mention.path) == edge.path:
                yield edge.address, Citation(record, mention)


def _found(part: Part, opened: _Opened) -> list[Unit] | None:
    """All rules run once over what was read; then what they found is dealt out to the units.

    None if something was found that is told once for the whole handbook.
    """
    loaded, book = opened.loaded, opened.book
    portfolio = Portfolio(book)
    selection = Selection(book.settings.rules, part.wanted.select, part.wanted.ignore)
    whose = partial(owner, projects=part.wanted.projects, folders=frozenset(part.all_folders))
    near = found_near(loaded, portfolio, selection)
    if any(problem.code in _TOLD_ONCE for problem in near):
        return None
    problems = _by(near, lambda problem: whose(problem.place.file))
    allowances = _by(loaded.allowances, lambda allowance: whose(allowance.file))
    kept = {folder: list(_kept(folder, loaded)) for folder in part.folders}
    lost = {name: _by(getattr(book, name), _scope) for name in ("broken", "impaired")}
    edges = [edge for edge in _edges(loaded) if edge.target in part.folders or edge.citing in part.folders]
    records = Counter(record.project or ORGANISATION for record in book.records)
    far = far_rules(book.settings, selection)
    return [
        Unit(
            folder,
            reached=_reached(folder, part, opened),
            cited=_cited(folder, part, edges),
            citing=[list(edge) for edge in edges if edge.citing == folder],
            around=opened.witness.answers,
            problems=plain(problems[folder]),
            allowances=[[*one[:3], str(one.until or ""), one.reason] for one in allowances[folder]],
            gathered={one.code: one.gather(portfolio, folder or None) for one in far if one.gather},
            kept=[[*one[:4], list(one.raw)] for one in kept[folder]],
            broken=sorted(lost["broken"][folder.casefold()]),
            impaired=sorted(lost["impaired"][folder.casefold()]),
            records=records[folder],
            commit=opened.commit,
        )
        for folder in part.folders
    ]


def _by(things: Iterable[T], of: Callable[[T], str]) -> Mapping[str, list[T]]:
    groups: dict[str, list[T]] = defaultdict(list)
    for thing in things:
        groups[of(thing)].append(thing)
    return groups


def _scope(address: str) -> str:
    """The project of an address as the book keeps it, in lower case; '' for the organisation."""
    return address.partition("/")[0]


def _kept(folder: str, loaded: Loaded) -> Iterator[Kept]:
    """What rules look at that look far: charter and waivers of a project, and what these are for."""
    by_name = {(one.project, one.raw.kind, one.raw.id): one for one in loaded.kept}
    found: dict[int, Kept] = {}
    for record in (*loaded.book.of(Project, folder), *loaded.book.of(Waiver, folder)) if folder else ():
        targets = loaded.book.resolve(record.record, folder) if isinstance(record, Waiver) else ()
        for one in (record, *(target for target in targets if target.project)):
            kept = by_name[one.project, one.kind, one.id]
            found[id(kept)] = kept
    return iter(found.values())


def _edges(loaded: Loaded) -> Iterator[Edge]:
    """The references of the book from one project to another."""
    digests: dict[str, str] = {}
    for record, mention, targets in loaded.book.references:
        target = targets[0] if len(targets) == 1 else record
        if record.project and target.project not in (None, record.project):
            file = record.origin.file
            if file not in digests:
                digests[file] = _digest(loaded.sources[file])
            where = (file, record.kind, record.id, list(mention.path), digests[file])
            yield Edge(record.project, target.project or "", target.address.casefold(), *where)


def _digest(source: Source | SealedSource) -> str:
    return digest_of((source.raw,)) if isinstance(source, Source) else ""


def _cited(folder: str, part: Part, edges: list[Edge]) -> list[list[Any]]:
    """The references to a unit that it was checked with: those that were read, and those that were given."""
    found = [list(edge) for edge in edges if edge.target == folder]
    given = [list(edge) for edge in map(Edge._make, part.cited) if edge.target == folder]
    return sorted([*found, *(edge for edge in given if edge not in found)], key=str)


def _reached(folder: str, part: Part, opened: _Opened) -> list[str]:
    """The other projects that a unit looks into, directly or through others.

    What was asked for by nobody in particular may have been asked for by any unit.
    """
    names = {name.casefold(): name for name in part.all_folders}
    ahead = _by(opened.book.crossed, lambda crossing: crossing[0])
    named = {other for _, other in opened.book.crossed}
    extra = {name.casefold() for name in opened.only.difference(part.folders)} - named
    waiting, seen = [folder.casefold(), *extra], set[str]()
    while waiting:
        scope = waiting.pop()
        if scope not in seen:
            seen.add(scope)
            waiting += [other for _, other in ahead.get(scope, ())]
    return sorted(names[scope] for scope in seen if scope in names and names[scope] != folder)
