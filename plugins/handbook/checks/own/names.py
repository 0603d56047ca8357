"""The names that an expression knows of a record: its fields, computed facts, and what is around it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache, partial
from typing import Any

from handbook.analysis.portfolio import Portfolio
from handbook.checks.own.expression import Grammar, Type
from handbook.checks.own.facts import FACTS
from handbook.checks.own.values import Units, plain, type_of
from handbook.planning.plan import Plan
from handbook.records.kind import kinds
from handbook.records.kinds.project import Project
from handbook.records.record import SYSTEM_FIELDS, Record
from handbook.records.references import part_names

AROUND: Mapping[str, tuple[Type, str]] = {
    "id": ("text", "the id of the record"),
    "kind": ("text", "the kind of the record; of a risk, the field of that name"),
    "project": ("map", "the charter of its project, with its id: `project.status`, `project.id`"),
    "status_date": ("text", "the day the handbook speaks of"),
    "today": ("text", "the same day"),
}
"""What every expression knows beside fields and facts, with its type and meaning."""

Find = Callable[[Record], object]
"""Finds what a name stands for in a record."""


@cache
def grammar(kind: str) -> Grammar:
    """What an expression may say about records of a kind."""
    around = {name: type_ for name, (type_, _) in AROUND.items()}
    facts: dict[str, Type] = dict.fromkeys(FACTS.get(kind, {}), "any")
    fields = kinds()[kind].model.model_fields
    written = {name: type_of(fields[key].annotation) for name, key in attributes(kind).items()}
    return Grammar({**around, **facts, **written})


@cache
def attributes(kind: str) -> Mapping[str, str]:
    """The attributes of records of a kind, by the names that files use."""
    fields = kinds()[kind].model.model_fields
    return {info.alias or name: name for name, info in fields.items() if name not in SYSTEM_FIELDS}


def inner_names(kind: str) -> Iterable[str]:
    """The names of fields inside the fields of a kind, and of those of a charter."""
    return {"id", *part_names(kinds()[kind].model), *attributes(Project.kind)}


class Finder:
    """Finds what names stand for in the records of a portfolio."""

    def __init__(self, portfolio: Portfolio) -> None:
        self._portfolio = portfolio
        self._book = portfolio.book
        self._day = portfolio.status_date.isoformat()
        self._units: dict[str, Units] = {}
        self._charters: dict[object, Mapping[str, object]] = {}

    def finds(
        self, kind: str, names: Iterable[str], words: frozenset[str] | None = None
    ) -> list[tuple[str, Find]]:
        """How to find each of ``names`` in records of a kind.

        Of groups of fields only those are told that are among ``words``: all an expression can ask for.
        """
        return [(name, self._find(kind, name, words)) for name in names]

    def _find(self, kind: str, name: str, words: frozenset[str] | None) -> Find:
        if attribute := attributes(kind).get(name):
            return partial(self._field, attribute, words)
        if fact := FACTS.get(kind, {}).get(name):
            return partial(fact.find, self._portfolio)
        around: Mapping[str, Find] = {
            "id": lambda record: record.id,
            "kind": lambda record: record.kind,
            "project": partial(self._charter, words),
        }
        return around.get(name, lambda record: self._day)

    def _field(self, attribute: str, words: frozenset[str] | None, record: Record) -> object:
        value: Any = getattr(record, attribute)
        return value if type(value) is str or value is None else plain(value, self._units_of(record), words)

    def _units_of(self, record: Record) -> Units:
        """What amounts of a record are counted in."""
        project = record.project or ""
        if project not in self._units:
            charter = self._book.project(project)
            currency = (charter.currency if charter else None) or self._book.settings.currency
            self._units[project] = Units(currency, partial(self._working_time, project))
        return self._units[project]

    def _working_time(self, project: str) -> tuple[int, int]:
        """The minutes of a day and a week; in the organisation those of a normal one."""
        plan = self._portfolio.plan(project) if self._book.project(project) else Plan("", date.min)
        return plan.day_minutes, plan.week_minutes

    def _charter(self, words: frozenset[str] | None, record: Record) -> Mapping[str, object]:
        """The fields of a charter; none for the organisation."""
        key = (record.project, words)
        if key not in self._charters:
            charter = self._book.project(record.project or "")
            names = [name for name in attributes(Project.kind) if words is None or name in words]
            finds = self.finds(Project.kind, names, words) if charter else []
            told = {name: find(charter) for name, find in finds} if charter else {}
            self._charters[key] = {"id": charter.id if charter else "", **told}
        return self._charters[key]
