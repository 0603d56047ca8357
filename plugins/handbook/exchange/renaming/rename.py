"""Rename: what is to be written and moved so that a record has another id everywhere."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from posixpath import dirname, splitext
from typing import Any, NamedTuple

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from handbook.exchange.editing.editable import CannotEdit
from handbook.exchange.editing.overlay import Overlay
from handbook.exchange.editing.saving import Change, Move
from handbook.exchange.renaming.files import Desk, OpenFile
from handbook.exchange.renaming.markdown import Markdown, edits_in
from handbook.exchange.renaming.spelling import respelt
from handbook.exchange.renaming.target import Target, target
from handbook.loading.load import load_tree
from handbook.loading.loaded import Loaded
from handbook.loading.marks import prose_names
from handbook.loading.tree import Tree
from handbook.records.book import Book
from handbook.records.kind import kinds
from handbook.records.kinds.baseline import Baseline
from handbook.records.kinds.levelled import Levelled
from handbook.records.origin import Path
from handbook.records.record import Record

_PARTIES = ("person", "role", "team")


class Renaming(NamedTuple):
    """All that is to be done; paths of changes are those after the moves.

    ``names`` are the former paths of files by what they are called now.
    """

    target: Target
    changes: tuple[Change, ...]
    moves: tuple[Move, ...]
    names: Mapping[str, str]


def rename(
    loaded: Loaded,
    tree: Tree,
    old: str,
    new: str,
    *,
    markdown: Markdown,
    pages: Sequence[tuple[str, str | None]] = (),
    project: str | None = None,
    projects: str = "projects",
) -> Renaming:
    """What gives the record ``old`` the id ``new``: in its file, in all references, and in file names.

    ``loaded`` is the handbook in ``tree``, read for nobody in particular. ``pages`` are Markdown files beside
    the records, each with the project it belongs to. Nothing is written. Raises `CannotEdit` if the new id
    cannot be given, if a file cannot be read, or if a reference would not mean afterwards what it meant.
    """
    book = loaded.book
    if fatal := next((problem for problem in loaded.problems if problem.fatal), None):
        raise CannotEdit(f"{fatal.place}: {fatal.message} – a file that cannot be read may name the record")
    meant = target(book, old, new, project)
    edits = _Edits(book, meant, Desk(tree), markdown)
    for record in book.records:
        edits.record(record)
    for file, owner in pages:
        edits.page(file, owner)
    moves = _moves(meant, projects)
    names = {there: here for here, there in edits.names.items()}
    renaming = Renaming(meant, tuple(_changes(edits, moves)), moves, names)
    after = load_tree(Overlay(tree, renaming.changes, moves), projects=projects)
    if lost := _difference(loaded, after, meant):
        raise CannotEdit(f"a reference in {lost} would mean something else – choose another id")
    return renaming


class _Edits:
    """Finds what is to be replaced, file by file."""

    def __init__(self, book: Book, target: Target, desk: Desk, markdown: Markdown) -> None:
        self._book, self._target, self.desk, self._markdown = book, target, desk, markdown
        self.names: dict[str, str] = {}

    def record(self, record: Record) -> None:
        """Its id, its references, its prose."""
        self._id(record)
        for mention in record.mentions():
            new = respelt(mention.text, self._book, self._target, record.project, mention.kinds)
            if new != mention.text:
                self._mention(record, mention.path, mention.text, new)
        for name in prose_names(type(record)):
            text = getattr(record, name, None)
            if isinstance(text, str) and ("[[" in text or "```" in text or "~~~" in text):
                self._prose(record, name)
        if isinstance(record, Baseline):
            self._keys(record, ("entries",), ("task", "milestone"))
        if isinstance(record, Levelled):
            self._levelled(record)
        if record.kind == "settings":
            self._keys(record, ("rules", "projects"), ("project",))

    def page(self, file: str, project: str | None) -> None:
        """The references and fences of a page; one that cannot name the record is not looked at."""
        if self.desk.names(file, self._target.record.id):
            self._body(self.desk.open(file, is_page=True), project)

    def _id(self, record: Record) -> None:
        new, path = self._target.name(record), record.origin.path
        if new == record.id or kinds()[record.kind].single:
            return
        if not path:
            file = record.origin.file
            self.names[file] = f"{dirname(file)}/{new}{splitext(file)[1]}"
            return
        key, _ = self.desk.open(record.origin.file).spot(path)
        outer = record.id[: len(record.id) - len(str(path[-1]))]
        own = new[len(self._outer(record, outer)) :]
        if isinstance(key, ScalarNode) and own != key.value:
            self.desk.open(record.origin.file).replace(key, key.value, own)

    def _outer(self, record: Record, outer: str) -> str:
        """What the id of a record begins with that stands inside another, once that has its new id."""
        scope, old = (record.project or "").casefold(), outer.rstrip(".").casefold()
        renamed = (new for (_, where, id_), new in self._target.names.items() if (where, id_) == (scope, old))
        return f"{next(renamed, outer.rstrip('.'))}." if outer else ""

    def _mention(self, record: Record, path: Path, old: str, new: str) -> None:
        wrap = kinds()[record.kind].wrap
        inside = path[1:] if wrap and path[:1] == (wrap,) else path
        file = self.desk.open(record.origin.file)
        key, value = file.spot((*record.origin.path, *inside))
        if isinstance(value, ScalarNode) and value.value.split() and value.value.split()[0] == old:
            file.replace(value, old, new)
        elif isinstance(key, ScalarNode) and key.value == old:
            file.replace(key, old, new)
        else:
            raise CannotEdit(f"{record.place(*path)}: '{old}' is not where it was read")

    def _keys(self, record: Record, path: Path, wanted: tuple[str, ...]) -> None:
        """Keys that are ids without being references: what was agreed keeps the names of its time."""
        file = self.desk.open(record.origin.file)
        _, node = file.spot((*record.origin.path, *path))
        for key, _ in node.value if isinstance(node, MappingNode) else ():
            for kind in wanted:
                scope = record.project if record.project else key.value
                new = self._target.names.get((kind, scope.casefold(), key.value.casefold()))
                if new and isinstance(key, ScalarNode):
                    file.replace(key, key.value, new)

    def _levelled(self, record: Levelled) -> None:
        """The names of tasks and people in a levelled schedule, so that it holds as it did."""
        file = self.desk.open(record.origin.file)
        _, entries = file.spot((*record.origin.path, "entries"))
        for task, entry in _pairs(entries):
            self._name(file, task, record.project, "task")
            for part, inner in _pairs(entry):
                for name, value in _pairs(inner) if part.value in {"by", "behind"} else ():
                    if part.value == "by":
                        self._name(file, name, None, *_PARTIES)
                        continue
                    self._name(file, name, record.project, "task")
                    for person in value.value if isinstance(value, SequenceNode) else (value,):
                        self._name(file, person, None, *_PARTIES)

    def _name(self, file: OpenFile, node: Node, project: str | None, *kinds_: str) -> None:
        """A name in a file that is an id without being a reference; ``team/web`` is the team ``web``."""
        prefix, slash, id_ = str(node.value).rpartition("/")
        for kind in (prefix,) if slash else kinds_:
            new = self._target.names.get((kind, (project or "").casefold(), id_.casefold()))
            if new and isinstance(node, ScalarNode):
                file.replace(node, node.value, f"{prefix}{slash}{new}")
                return

    def _prose(self, record: Record, name: str) -> None:
        file = self.desk.open(record.origin.file)
        key, node = file.spot((*record.origin.path, name))
        if isinstance(node, ScalarNode) and key is not None and key.value == name:
            self._in_scalar(file, node, record.project)
        elif record.origin.body_line:
            self._body(file, record.project)

    def _body(self, file: OpenFile, project: str | None) -> None:
        start = file.text.end
        for edit in edits_in(file.text.text[start:], self._markdown, self._book, self._target, project):
            file.edits[start + edit.start, start + edit.end] = edit.new

    def _in_scalar(self, file: OpenFile, node: ScalarNode, project: str | None) -> None:
        """References in the text of a scalar, found again in the way it is written."""
        text = node.value
        start, end = (file.text.fields + mark.index for mark in (node.start_mark, node.end_mark))
        for edit in edits_in(text, self._markdown, self._book, self._target, project):
            old = text[edit.start : edit.end]
            form = re.compile(rf"(?<![\w.@/-]){re.escape(old)}(?![\w/-]|\.\w)")
            nth = sum(found.start() < edit.start for found in form.finditer(text))
            places = [found.start() for found in form.finditer(file.text.text, start, end)]
            if nth >= len(places):
                raise CannotEdit(f"'{file.file}' writes '{old}' in another way – change it by hand")
            file.edits[places[nth], places[nth] + len(old)] = edit.new


def _pairs(node: Node | None) -> Sequence[tuple[Node, Node]]:
    """The keys and values of a mapping; nothing of anything else."""
    return node.value if isinstance(node, MappingNode) else ()


def _moves(target: Target, projects: str) -> tuple[Move, ...]:
    if not target.project:
        return ()
    return (Move(f"{projects}/{target.record.id}", f"{projects}/{target.project}"),)


def _changes(edits: _Edits, moves: tuple[Move, ...]) -> Iterator[Change]:
    for name in {*edits.names}:
        edits.desk.open(name)
    for file in edits.desk.files.values():
        here = file.file
        for move in moves:
            if here.startswith(f"{move.old}/"):
                here = move.new + here.removeprefix(move.old)
        if there := edits.names.get(file.file):
            yield Change(there, None, file.edited)
            yield Change(here, file.raw, None)
        elif file.edits:
            yield Change(here, file.raw, file.edited)


def _difference(before: Loaded, after: Loaded, target: Target) -> str:
    """The address of a record that would name something else; '' if there is none."""
    wanted, found = Counter(_facts(before.book, target)), Counter(_facts(after.book, None))
    if lost := next((fact for fact in [*(wanted - found), *(found - wanted)]), None):
        return str(lost[0])
    codes = [Counter(problem.code for problem in loaded.problems) for loaded in (before, after)]
    return "" if codes[0] == codes[1] else target.record.address


def _facts(book: Book, target: Target | None) -> Iterator[tuple[Any, ...]]:
    """Every record, and every reference with what it means; for ``target`` as it is to be afterwards."""

    def address(record: Record) -> str:
        return (target.address(record) if target else record.address).casefold()

    for record in book.records:
        yield address(record), record.kind, record.title
    for record, mention, targets in book.references:
        yield address(record), mention.kinds, len(mention.path), tuple(sorted(map(address, targets)))
