"""The page of a kind of record: what it is, where it is kept, an example, and its fields."""

import inspect
import sys
from collections.abc import Iterator

from handbook.checks.manual import File, files_in
from handbook.pages.reference.tables import own_fields, part_tables, table
from handbook.records.kind import Kind, Nest, kinds
from handbook.records.record import Link, Record, address_of

EXAMPLE = "Example:"
_IDS = {"id": "R-7", "date": "2026-03-31", "period": "2026-03"}


def kind_page(kind: Kind) -> str:
    """The page of a kind, as Markdown."""
    found = own_fields(kind.model)
    parts = [
        f"# {title(kind)}",
        _doc(kind),
        _kept(kind),
        *(_shown(file) for file in example(kind)),
        "## Fields",
        table(found) + "".join(map(_nest_row, kind.nests)),
        f"The [fields of every record](index.md#fields-of-every-record) come on top. {_STAR}",
        part_tables(found),
    ]
    return "\n\n".join(part for part in parts if part).rstrip() + "\n"


def kinds_index() -> str:
    """The list of all kinds, with the fields that every record has, as Markdown."""
    rows = "".join(
        f"| [{title(kind)}]({kind.name}.md) | {_file(kind)} | {_summary(kind)} |\n"
        for kind in sorted(kinds().values(), key=lambda kind: kind.name)
    )
    common = own_fields(Record)
    return (
        "# Record reference\n\n"
        "Every kind of record with its files and fields.\n\n"
        f"| kind | kept in | what it is |\n|---|---|---|\n{rows}\n"
        f"## Fields of every record\n\n{table(common)}\n{_STAR}\n\n"
        f"### Link\n\n{table(own_fields(Link))}"
    )


def example(kind: Kind) -> list[File]:
    """The files of the example in the docstring of a kind's module."""
    text = inspect.cleandoc(sys.modules[kind.model.__module__].__doc__ or "")
    return list(files_in(text.partition(f"\n{EXAMPLE}\n")[2].splitlines()))


def title(kind: Kind) -> str:
    """The kind as a heading."""
    return "RACI" if kind.name == "raci" else kind.name.replace("-", " ").capitalize()


_STAR = "A star marks what must be there."


def _summary(kind: Kind) -> str:
    return _doc(kind).partition("\n")[0].partition(". ")[0].rstrip(".")


def _doc(kind: Kind) -> str:
    """What the model's docstring says, as Markdown."""
    return inspect.cleandoc(kind.model.__doc__ or "").replace("``", "`")


def _kept(kind: Kind) -> str:
    """Where the records of a kind stand, and how they are called."""
    if kind.single:
        lines = [f"Kept in {_file(kind)}, which is one record without a key."]
    else:
        lines = [f"Kept in {_file(kind)}."]
        naming = (
            "Its id is its date" if kind.naming == "date" else "Its id is its key or the name of its file"
        )
        id_ = _IDS[kind.naming]
        address = address_of(kind.name, id_, None if kind.organisation else "apollo")
        if not kind.organisation:
            lines.append(f"{naming}; from elsewhere it is named like `{address}`.")
    return " ".join(lines)


def _file(kind: Kind) -> str:
    """The files of a kind as code: ``risks.yml`` or ``risks/``; or what it stands under."""
    under = f"`{kind.under}` of " if kind.under else ""
    own = [f"{under}`{kind.file}`"] if kind.file else []
    own += [f"`{kind.folder}/`"] if kind.folder else []
    own += [f"`{nest.key}` of a {holder.name}" for holder, nest in _holders(kind) if holder.name != kind.name]
    return ", or ".join(own)


def _holders(kind: Kind) -> Iterator[tuple[Kind, Nest]]:
    return ((holder, nest) for holder in kinds().values() for nest in holder.nests if nest.kind == kind.name)


def _nest_row(nest: Nest) -> str:
    kind = kinds()[nest.kind]
    return f"| `{nest.key}` | id: [{title(kind).lower()}]({kind.name}.md) | Records inside it |\n"


def _shown(file: File) -> str:
    return f"`{file.path}`:\n\n```{file.language}\n{file.text}\n```"
