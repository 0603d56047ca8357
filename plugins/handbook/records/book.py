"""The book: all records of all projects."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from handbook.records.changed import Changed
from handbook.records.evidence import Evidence
from handbook.records.kinds.project import Project
from handbook.records.kinds.settings import Settings
from handbook.records.origin import Path
from handbook.records.record import Record
from handbook.records.references import Mention

R = TypeVar("R", bound=Record)


class Resolved(NamedTuple):
    """A reference with what it may mean: one target if it is good, none if unknown, several if ambiguous."""

    record: Record
    mention: Mention
    targets: tuple[Record, ...]


class Citation(NamedTuple):
    """One record naming another: the record that names, and what and where it names."""

    record: Record
    mention: Mention

    @property
    def path(self) -> Path:
        """The path of the reference in the record that names."""
        return self.mention.path


@dataclass(frozen=True)
class Book:
    """All records of all projects, with look-up by kind, project and address. Immutable.

    ``records`` are in order of their files and of their places in them. ``broken`` holds the addresses, in
    lower case, of records that could not be read: they exist, but nothing is known of them (``apollo/*`` if
    not even their ids are known). ``impaired`` holds those of records that were read without a field that was
    wrong. ``withheld`` holds those of records above the audience the book was read
    for; of tasks and milestones above it a blank remains (``withheld`` is set on the record), so that the
    plan stays true; what plans count with of people, teams, roles and calendars above it, and forecasts of
    risks, is in ``unseen``, which nothing else reads. ``status_date`` is the day the book speaks of.
    ``evidence`` tells what stands at each path that a link or a criterion of a record names. ``changed``
    holds the records that say something else than when others were reviewed against them, as far as a
    history was handed in.

    A book may hold a part of a handbook. ``folders`` are the ids of all its projects, and ``elsewhere`` holds
    those, in lower case, that were not read; ``asked`` gathers which of these somebody asked for, who should
    then read them too; ``crossed`` gathers which project asked for what is in which other one. ``inbound``
    are references from elsewhere to records of the book, by their addresses.
    """

    records: tuple[Record, ...]
    settings: Settings = field(default_factory=Settings)
    status_date: date = date.min
    audience: str = ""
    broken: frozenset[str] = frozenset()
    impaired: frozenset[str] = frozenset()
    withheld: frozenset[str] = frozenset()
    unseen: tuple[Record, ...] = ()
    evidence: Mapping[str, Evidence] = field(default_factory=lambda: MappingProxyType({}))
    changed: tuple[Changed, ...] = ()
    folders: tuple[str, ...] = ()
    elsewhere: frozenset[str] = frozenset()
    asked: set[str] = field(default_factory=set, compare=False, repr=False)
    crossed: set[tuple[str, str]] = field(default_factory=set, compare=False, repr=False)
    inbound: tuple[tuple[str, Citation], ...] = ()

    @cached_property
    def projects(self) -> tuple[Project, ...]:
        """The charters, in order of their ids."""
        return tuple(sorted(self.of(Project), key=lambda project: project.id.casefold()))

    @cached_property
    def project_ids(self) -> tuple[str, ...]:
        """The ids of all projects of the handbook, in order, with those that are not in this book."""
        return tuple(sorted({*self.folders, *(project.id for project in self.projects)}))

    def of(self, model: type[R], project: str | None = None) -> tuple[R, ...]:
        """All records of one kind, of one project if it is named, in the order they were written."""
        if project is None:
            return self._by_kind.get(model.kind, ())  # type: ignore[return-value]
        key = (self._looked_into(project.casefold()), model.kind)
        return self._by_project.get(key, ())  # type: ignore[return-value]

    def get(self, model: type[R], id_: str, project: str | None = None) -> R | None:
        """The record of a kind with an id, in a project or the organisation; None if there is none."""
        scope = self._looked_into((project or "").casefold())
        for record in self._by_name.get(scope, _NONE).get(id_.casefold(), ()):
            if isinstance(record, model):
                return record
        return None

    def project(self, id_: str) -> Project | None:
        """The charter of a project."""
        return self.get(Project, id_, id_)

    def resolve(
        self, address: str, project: str | None = None, kinds: Iterable[str] = ()
    ) -> tuple[Record, ...]:
        """The records that ``address`` may mean when it stands in ``project``, of ``kinds`` if any are named.

        One for a good reference, none for an unknown one, several for an ambiguous one. Records of the
        project go before the organisation's. Rows of a responsibility matrix bear the ids of what they are
        about: they are meant only where their kind is asked for.
        """
        key = (address, project, tuple(kinds))
        known = self._resolved.get(key)
        if known is None:
            known = self._resolved[key] = self._resolve(*key)
        return known

    def _resolve(self, address: str, project: str | None, wanted: tuple[str, ...]) -> tuple[Record, ...]:
        own = (project or "").casefold()
        for scope, name in _readings(address, project):
            if scope and scope != own and (scope in self._by_name or scope in self.elsewhere):
                self.crossed.add((own, scope))
            found = self._by_name.get(self._looked_into(scope), _NONE).get(name, ())
            chosen = tuple(r for r in found if (r.kind in wanted if wanted else r.kind != "raci"))
            if chosen:
                return chosen
        return ()

    def find(self, address: str, project: str | None = None, kinds: Iterable[str] = ()) -> Record | None:
        """The one record that ``address`` means; None if it is unknown or ambiguous."""
        found = self.resolve(address, project, kinds)
        return found[0] if len(found) == 1 else None

    def counted(self, address: str, kinds: Iterable[str]) -> Record | None:
        """The record of the organisation that a plan counts with.

        As `find`, but of a record that is not for this audience what remains of it.
        """
        wanted = tuple(kinds)
        for scope, name in _readings(address, None):
            for kind in wanted if not scope else ():
                if (kind, name) in self._unseen:
                    return self._unseen[kind, name]
        return self.find(address, None, wanted)

    def is_hidden(self, address: str, project: str | None = None) -> bool:
        """Whether ``address`` names a record that exists but could not be read or is withheld."""
        for scope, name in _readings(address, project):
            keys = (f"{self._looked_into(scope)}/{name}", f"{scope}/*")
            if any(key in hidden for key in keys for hidden in (self.broken, self.withheld)):
                return True
        return False

    def _looked_into(self, scope: str) -> str:
        """The project that is looked into, or '' for the organisation; it is noted if it is not here."""
        if scope in self.elsewhere:
            self.asked.add(scope)
        return scope

    def citations(self, record: Record) -> tuple[Citation, ...]:
        """Which records name ``record``, in order."""
        return self._citations.get(record.address.casefold(), ())

    @cached_property
    def references(self) -> tuple[Resolved, ...]:
        """Every reference of every record, in order."""
        return tuple(
            Resolved(record, mention, self.resolve(mention.text, record.project, mention.kinds))
            for record in self.records
            for mention in record.mentions()
        )

    def references_in(self, project: str | None) -> tuple[Resolved, ...]:
        """The references of the records of a project, or of the organisation's for None."""
        return self._references_by_project.get(project, ())

    @cached_property
    def _references_by_project(self) -> Mapping[str | None, tuple[Resolved, ...]]:
        return _grouped((reference.record.project, reference) for reference in self.references)

    @cached_property
    def _resolved(self) -> dict[tuple[str, str | None, tuple[str, ...]], tuple[Record, ...]]:
        """What references were found to mean: the same few stand in many records."""
        return {}

    @cached_property
    def _unseen(self) -> Mapping[tuple[str, str], Record]:
        return {(record.kind, record.id.casefold()): record for record in self.unseen}

    @cached_property
    def _by_kind(self) -> Mapping[str, tuple[Record, ...]]:
        return _grouped((record.kind, record) for record in self.records)

    @cached_property
    def _by_project(self) -> Mapping[tuple[str, str], tuple[Record, ...]]:
        return _grouped(
            ((record.project.casefold(), record.kind), record) for record in self.records if record.project
        )

    @cached_property
    def _by_name(self) -> Mapping[str, Mapping[str, tuple[Record, ...]]]:
        scopes: dict[str, dict[str, tuple[Record, ...]]] = {}
        for record in self.records:
            names = scopes.setdefault((record.project or "").casefold(), {})
            name = record.id.casefold()
            names[name] = (*names.get(name, ()), record)
        return scopes

    @cached_property
    def _citations(self) -> Mapping[str, tuple[Citation, ...]]:
        found = [
            (targets[0].address.casefold(), Citation(record, mention))
            for record, mention, targets in self.references
            if len(targets) == 1
        ]
        if self.inbound:
            found += self.inbound
            found.sort(key=lambda one: (one[1].record.project or "").casefold())
        return _grouped(found)

    def __str__(self) -> str:
        return "\n".join(map(str, self.records))


_NONE: Mapping[str, tuple[Record, ...]] = MappingProxyType({})
_ORGANISATION = ("person", "team", "role", "calendar")

K = TypeVar("K")
V = TypeVar("V")


def _grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _readings(address: str, project: str | None) -> Iterator[tuple[str, str]]:
    """What ``address`` may mean, the nearest first: pairs of a scope (a project, or '' for all) and an id."""
    text = address.casefold()
    if text.startswith("@"):
        yield "", text[1:]
        return
    scope, slash, name = text.rpartition("/")
    if slash:
        yield ("" if scope in _ORGANISATION else scope), name.removeprefix("plan.")
        return
    if project:
        yield project.casefold(), text.removeprefix("plan.")
    yield "", text
    yield text, text
