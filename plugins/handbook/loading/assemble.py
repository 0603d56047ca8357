"""Raw records to records: named, stripped of what the reader may not see, validated, with every problem."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from handbook.loading.allowances import Allowance
from handbook.loading.audience import Circles, blank, of_each, stated, strip_restricted
from handbook.loading.faults import Fault
from handbook.loading.layout import Sheet
from handbook.loading.limits import Limits
from handbook.loading.marks import prose_names, restricted
from handbook.loading.naming import Item, adopted, distinct
from handbook.loading.reading import Reading
from handbook.loading.shape import Raw
from handbook.loading.source import SealedSource, Source
from handbook.loading.texts import cut_long, text_problems
from handbook.loading.validate import validated
from handbook.problems import Problem
from handbook.problems.nearest import did_you_mean
from handbook.records.kind import Kind, kinds
from handbook.records.origin import Origin
from handbook.records.record import Record
from handbook.records.types.fault import shown

_UNKNOWN_KEY = "FIELD001"  # takes no field away
_ABOUT_AUDIENCE = frozenset(("audience", "audiences", "default_audience"))


class Kept(NamedTuple):
    """A record as it was written, in plain data, with its project and its place in a file."""

    project: str | None
    file: str
    body: str
    body_line: int
    raw: Raw


class Read(NamedTuple):
    """A sheet, what was found in it, and its bytes."""

    sheet: Sheet
    reading: Reading
    raw: bytes


@dataclass(slots=True)
class Assembly:
    """The book as it grows, one project after the other.

    Records are ``kept`` as they were written, too, if they are to be.
    """

    circles: Circles
    limits: Limits
    records: list[Record] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    impaired: set[str] = field(default_factory=set)
    withheld: set[str] = field(default_factory=set)
    unseen: list[Record] = field(default_factory=list)
    sources: dict[str, Source | SealedSource] = field(default_factory=dict)
    allowances: list[Allowance] = field(default_factory=list)
    keep: bool = False
    kept: list[Kept] = field(default_factory=list)

    def add(self, project: str | None, files: list[Read]) -> None:
        """Add all records of a project, or of the organisation."""
        items = [item for file in files for item in self._opened(file, project)]
        good, bad = distinct(self._bounded(items), project, self.problems)
        self.broken.update(_key(project, item) for item in bad)
        good = adopted(good)
        outer = self._circle_of_project(files, good)
        if project and self.circles.hides(outer):
            self.withheld.update(_key(project, item) for item in good)
            self._forget(files)
            return
        raws = [item.raw for item in good]
        circles = of_each(raws, outer, self.circles) if self.circles.reader else [outer] * len(good)
        for item, circle in zip(good, circles, strict=True):
            self._settle(item, project, self.circles.hides(circle))

    def _forget(self, files: list[Read]) -> None:
        names = {file.sheet.file for file in files}
        self.sources = {name: source for name, source in self.sources.items() if name not in names}
        self.allowances = [allowance for allowance in self.allowances if allowance.file not in names]

    def _opened(self, file: Read, project: str | None) -> list[Item]:
        """The items of a file; its flaws, and what it has lost, are noted."""
        sheet, reading, raw = file
        self.problems += [flaw.problem(sheet.file, project) for flaw in reading.flaws]
        self.broken.update(f"{project or ''}/{name}".casefold() for name in reading.lost)
        self.allowances += (self._allowance(sheet.file, *allowed) for allowed in reading.allowed)
        wrap = kinds()[sheet.kinds[0]].wrap
        # What was refused must never be composed; what has no records needs no places.
        source = Source(sheet.file, raw if reading.raws else b"", reading.body, reading.body_line, wrap)
        locator = source if self.circles.reader is None else SealedSource(sheet.file, {})
        self.sources[sheet.file] = locator
        told = any(flaw.code == "READ015" for flaw in reading.flaws)
        return [Item(found, source, locator, reading.body_line, told) for found in reading.raws]

    def _allowance(self, file: str, code: str, line: int, until: str, reason: str) -> Allowance:
        """A reason stands in a comment, which belongs to no record: only who may read everything is told."""
        told = "withheld" if reason and self.circles.reader else reason
        return Allowance(code, file, line, date.fromisoformat(until) if until else None, told)

    def _bounded(self, items: list[Item]) -> list[Item]:
        room = self.limits.records - len(self.records)
        if len(items) > room and not any(problem.code == "READ013" for problem in self.problems):
            message = f"expected at most {self.limits.records} records in all, found more"
            self.problems.append(Problem("READ013", message, items[room].place, fatal=True))
        return items[:room]

    def _circle_of_project(self, files: list[Read], items: list[Item]) -> str:
        """Who may read what names no circle itself; '' for nobody, if the charter cannot be read."""
        if any(file.reading.lost and file.sheet.kinds == ("project",) for file in files):
            return ""
        charter = next((item.raw for item in items if item.raw.kind == "project"), None)
        own = stated(charter) if charter else None
        return self.circles.default if own is None else own

    def _settle(self, item: Item, project: str | None, is_hidden: bool) -> None:
        """Make the record of an item, or note why there is none."""
        raw, kind = item.raw, kinds()[item.raw.kind]
        data = raw.data
        if data is None:
            self.broken.add(_key(project, item))
            return
        if "audience" in data:
            self._check_audience(item, project)
        is_aside = kind.organisation or kind.aside
        if is_aside and self.circles.reader:
            self._keep_unseen(kind, item, data, is_hidden, project)
        if is_hidden:
            self.withheld.add(_key(project, item))
            if is_aside or (data := blank(kind, data)) is None:
                return
        else:
            self._prepare(kind.model, item, data, project)
        record, faults = validated(kind.model, data, _system(item, project, is_hidden))
        if faults:
            self.problems += [_problem(fault, item, project, is_hidden) for fault in faults]
        if record is None:
            self.broken.add(_key(project, item))
            return
        self.records.append(record)
        self._keep(item, project)
        if any(fault.code != _UNKNOWN_KEY for fault in faults):
            self.impaired.add(_key(project, item))
        if isinstance(item.locator, SealedSource):
            item.locator.places[raw.path] = (raw.line, raw.column)

    def _keep(self, item: Item, project: str | None) -> None:
        if self.keep:
            self.kept.append(Kept(project, item.source.file, item.source.body, item.body_line, item.raw))

    def _keep_unseen(
        self, kind: Kind, item: Item, data: dict[str, Any], is_hidden: bool, project: str | None
    ) -> None:
        """Keep what plans count with of a record, if the reader may not see it or some of its fields."""
        remains = blank(kind, data)
        if remains is None or not (
            is_hidden
            or any(self.circles.hides(self.circles.marked(name)) for _, name in restricted(kind.model))
        ):
            return
        nameless = {name: "" for name in ("name", "title") if name in kind.model.model_fields}
        record, _ = validated(kind.model, remains, _system(item, project, is_hidden=True) | nameless)
        if record is not None:
            self.unseen.append(record)

    def _prepare(self, model: type[Record], item: Item, data: dict[str, Any], project: str | None) -> None:
        """Take away what the reader may not see, then tell what is wrong with the prose that remains."""
        if self.circles.reader:
            strip_restricted(model, data, self.circles)
        if not prose_names(model).isdisjoint(data):
            self.problems += cut_long(model, item, self.limits.prose, project)
            self.problems += text_problems(model, item, project)

    def _check_audience(self, item: Item, project: str | None) -> None:
        own = stated(item.raw)
        if own and not self.circles.knows(own):
            names = self.circles.names
            message = f"expected one of the audiences {', '.join(names)}, found {shown(own)}"
            place = item.source.place((*item.raw.path, "audience"))
            cure = did_you_mean(own, names)
            self.problems.append(Problem("READ017", message, place, cure=cure, project=project, fatal=True))


def _key(project: str | None, item: Item) -> str:
    """How the book keeps the address of a record that it does not hold."""
    return f"{project or ''}/{item.raw.id}".casefold()


def _system(item: Item, project: str | None, is_hidden: bool) -> dict[str, Any]:
    """The fields that no file sets."""
    raw = item.raw
    origin = Origin(item.source.file, raw.path, raw.line, raw.column, item.body_line, item.locator)
    system: dict[str, Any] = {"id": raw.id, "project": project, "origin": origin}
    if raw.parent:
        system["parent"] = raw.parent
    if is_hidden:
        system |= {"withheld": True, "title": ""}
    return system


def _problem(fault: Fault, item: Item, project: str | None, is_hidden: bool) -> Problem:
    """The problem of a fault; where the reader may not see the value, without it."""
    path = (*item.raw.path, *fault.path)
    is_whole = fault.code == "FIELD002" and not fault.path
    place = item.place if is_whole else item.source.place(path, key=fault.is_key)
    message = f"a value of a withheld {item.raw.kind} is wrong" if is_hidden else fault.message
    cure = "" if is_hidden else fault.cure
    fatal = fault.path[:1] != () and fault.path[0] in _ABOUT_AUDIENCE
    record = "" if is_hidden else item.address(project)
    return Problem(fault.code, message, place, cure=cure, project=project, fatal=fatal, record=record)
