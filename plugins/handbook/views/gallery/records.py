"""A table of any records: one kind, the fields to show, which ones, in which order.

`where` takes a field and a value: records are shown whose field is that value, or has it in its list.
A value that begins with `~` is looked for anywhere in the field, one that begins with `!` must not be there.

    ```handbook
    view: records
    kind: task
    columns: [title, owner, deadline, progress]
    where: {owner: ana, title: ~firewall}
    sort: deadline
    most: 20
    ```
"""

from collections.abc import Mapping, Sequence
from typing import Self

from pydantic import Field, model_validator

from handbook.analysis.words import capital
from handbook.problems.nearest import did_you_mean
from handbook.records.kind import kinds
from handbook.records.record import SYSTEM_FIELDS, Record
from handbook.records.types.fault import fault
from handbook.records.types.many import Many
from handbook.records.types.text import Line
from handbook.views import view
from handbook.views.block.block import Block, Column, Row, Table
from handbook.views.block.inline import Phrase
from handbook.views.naming import titled, worded
from handbook.views.values import comparable, shown, sortable
from handbook.views.view import Ground

SCOPE: view.Scope = "any"


class Options(view.Options):
    """What is asked for."""

    kind: Line = Field(description="The kind of record: risk, task, person or another.")
    columns: Many[Line] = Field(("title",), description="Fields to show, in order.")
    where: Mapping[Line, Line] = Field({}, description="Values that fields must have; ~ contains, ! has not.")
    sort: Line = Field("", description="The field to sort by; with a minus before it, the greatest first.")
    most: int = Field(200, ge=1, le=5000, description="The greatest number of rows.")

    @model_validator(mode="after")
    def _known(self) -> Self:
        """Kind and fields must be there. Raises FIELD004 otherwise, with the nearest that is."""
        if self.kind not in kinds():
            raise _unknown("kind of record", self.kind, list(kinds()))
        fields = _fields(self.kind)
        for name in (*self.columns, *self.where, *filter(None, [self.sort.removeprefix("-")])):
            if name not in fields:
                raise _unknown(f"field of a {self.kind}", name, list(fields))
        return self


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """One table; nothing if no record is meant."""
    found = [record for record in _of_kind(ground, options) if _is_meant(record, options)]
    if options.sort:
        name = _fields(options.kind)[options.sort.removeprefix("-")]
        backwards = options.sort.startswith("-")
        found.sort(key=lambda record: sortable(getattr(record, name)), reverse=backwards)
        found.sort(key=lambda record: sortable(getattr(record, name))[0] == _NOTHING)
    if not found:
        return ()
    columns = [Column(capital(worded(name.replace("_", " ")))) for name in options.columns]
    rows = [_row(ground, record, options) for record in found[: options.most]]
    return (Table(columns, rows, capital(options.kind), sortable=True, filterable=len(rows) > 12),)


_NOTHING = 3


def _fields(kind: str) -> Mapping[str, str]:
    """The names that a file uses for the fields of a kind, with those of the model; and the id."""
    fields = kinds()[kind].model.model_fields
    known = {field.alias or name: name for name, field in fields.items() if name not in SYSTEM_FIELDS}
    return {"id": "id", "project": "project", **known}


def _of_kind(ground: Ground, options: Options) -> Sequence[Record]:
    kind = kinds()[options.kind]
    if kind.organisation:
        return ground.book.of(kind.model)
    return [one for charter in ground.charters(options) for one in ground.book.of(kind.model, charter.id)]


def _is_meant(record: Record, options: Options) -> bool:
    fields = _fields(options.kind)
    tests = ((getattr(record, fields[name]), wanted) for name, wanted in options.where.items())
    return not record.withheld and all(_has(value, wanted) for value, wanted in tests)


def _has(value: object, wanted: str) -> bool:
    """Whether a value is what is wanted, or contains it."""
    if wanted.startswith("!"):
        return not _has(value, wanted[1:])
    texts = comparable(value)
    if wanted.startswith("~"):
        return any(wanted[1:].casefold() in text for text in texts)
    return wanted.casefold().removeprefix("@") in {text.removeprefix("@") for text in texts}


def _row(ground: Ground, record: Record, options: Options) -> Row:
    fields = _fields(options.kind)
    return Row([_cell(ground, record, fields[name]) for name in options.columns])


def _cell(ground: Ground, record: Record, field: str) -> Phrase:
    if field in {"title", "name"}:
        return titled(ground, record)
    return shown(ground, record, field)


def _unknown(what: str, found: str, known: Sequence[str]) -> Exception:
    cure = did_you_mean(found, known) or f"known are {', '.join(sorted(known))}"
    return fault("FIELD004", f"expected a {what}, found '{found}'", cure)
