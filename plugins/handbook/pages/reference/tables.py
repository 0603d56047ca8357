"""The table of the fields of a kind, or of a group of fields in it."""

from collections.abc import Iterator

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from handbook.loading.marks import fields
from handbook.pages.reference.values import parts_in, spoken, value_of
from handbook.records.record import Link, Record
from handbook.records.types.audience import Audience

_HEAD = "| field | value | meaning |\n|---|---|---|\n"
_COMMON = frozenset(fields(Record))


def own_fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields that a kind adds to those of every record, or has of its own, by their names in files."""
    own = model.__annotations__.keys()
    names = {field.alias or name: name for name, field in model.model_fields.items()}
    found = fields(model)
    if not issubclass(model, Record):
        return dict(found)
    return {key: field for key, field in found.items() if names[key] in own or key not in _COMMON}


def table(found: dict[str, FieldInfo]) -> str:
    """A Markdown table with a row for each field; a star marks those that must be there."""
    return _HEAD + "".join(_row(name, field) for name, field in found.items())


def part_tables(found: dict[str, FieldInfo]) -> str:
    """A section for each group of fields inside the fields, each group once."""
    return "\n".join(_section(part) for part in _parts(found, set()))


def _parts(found: dict[str, FieldInfo], seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    for field in found.values():
        for part in parts_in(field.annotation):
            if part not in seen and part is not Link:
                seen.add(part)
                yield part
                yield from _parts(dict(fields(part)), seen)


def _section(part: type[BaseModel]) -> str:
    return f"### {spoken(part)}\n\n{_first_paragraph(part.__doc__)}\n\n{table(dict(fields(part)))}"


def _row(name: str, field: FieldInfo) -> str:
    star = " \\*" if field.is_required() else ""
    return f"| `{name}`{star} | {value_of(field)} | {_cell(_meaning(field))} |\n"


def _meaning(field: FieldInfo) -> str:
    """The description, with what holds if nothing is written and who may see it."""
    told = (field.description or "").rstrip(".")
    default = field.get_default()
    if isinstance(default, (str, int, float)) and default != "" and not isinstance(default, bool):
        shown = f"{default:.0%}" if isinstance(default, float) else str(default)
        told += f"; `{shown}` if not given"
    circle = next((mark.name for mark in field.metadata if isinstance(mark, Audience)), None)
    return f"{told}; seen from the {circle} circle on" if circle else told


def _first_paragraph(text: str | None) -> str:
    return " ".join((text or "").strip().partition("\n\n")[0].split()).replace("``", "`")


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")
