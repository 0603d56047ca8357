"""How sure the dates of milestones are, on a timeline and in its table."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TypedDict

from handbook.analysis.forecast.forecast import Forecast
from handbook.views.block.block import Column, Table
from handbook.views.dates import dated
from handbook.views.drawings.marks import Bar
from handbook.views.plans.lines import Line


class Whisker(TypedDict, total=False):
    """The ends of a whisker, as fields of a bar."""

    likely: date
    safe: date


def whisker_of(line: Line, found: Forecast | None) -> Whisker:
    """The whisker of a milestone whose date is not sure; nothing for other lines."""
    entry = line.entry
    if found is None or entry is None or not entry.is_milestone or entry.record.withheld:
        return {}
    one = found.of(entry.record.address)
    return {} if one is None or one.is_certain else {"likely": one.p50, "safe": one.p80}


def with_chances(table: Table, bars: Sequence[Bar], status_date: date) -> Table:
    """The table with the days by which milestones are reached for 80% sure, if any is not sure."""
    if not any(bar.safe for bar in bars):
        return table
    rows = [
        replace(row, cells=(*row.cells, dated(bar.safe, status_date)))
        for row, bar in zip(table.rows, bars, strict=True)
    ]
    return replace(table, columns=(*table.columns, Column("80% sure by", minor=True)), rows=rows)
