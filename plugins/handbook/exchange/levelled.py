"""A levelled schedule as the text of its file."""

from typing import Any

from handbook.analysis.words import dated
from handbook.exchange.editing.writing import field_lines, record_lines
from handbook.exchange.written import Plain, written
from handbook.records.kinds.levelled import Levelled


def levelled_text(record: Levelled) -> str:
    """The text of a levelled schedule: an entry for each task, in the order of the plan.

    The same schedule gives the same text.
    """
    fields = written(record)
    entries = fields.pop("entries", {})
    proven = fields.pop("proven", None)
    lines = [line for name, value in fields.items() for line in field_lines(name, _text(value))]
    # A truth stands without quotes: nothing else here may be taken for one.
    lines += ["proven: true"] if proven else []
    if isinstance(entries, dict) and entries:
        lines.append("entries:")
        for id_, entry in entries.items():
            lines += record_lines(id_, _text(entry), 2, in_one=True)
    head = f"# Levelled on {dated(record.date)}. Written by `handbook level`, never by hand."
    return "\n".join([head, *lines, ""])


def _text(value: Plain) -> Any:
    """A value whose scalars are all text, as lines of YAML are made of; a list of one is that one."""
    if isinstance(value, dict):
        return {name: _text(item) for name, item in value.items()}
    if isinstance(value, list):
        plain = [_text(item) for item in value]
        return plain[0] if len(plain) == 1 and isinstance(plain[0], str) else plain
    return str(value)
