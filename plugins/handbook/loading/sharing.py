"""Reading shared among processes, where that pays."""

import marshal
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from itertools import repeat
from typing import Any

from handbook.loading.flaw import Flaw
from handbook.loading.layout import Sheet
from handbook.loading.limits import Limits
from handbook.loading.reading import Reading, read
from handbook.loading.shape import Raw
from handbook.loading.uncollected import uncollected

_CHUNK = 256 * 1024
_WORTH_SHARING = 4 * _CHUNK  # below, handing out the work takes longer than doing it

Sheets = list[tuple[Sheet, bytes]]
"""Sheets with their bytes."""


def readings(sheets: Sheets, limits: Limits, executor: Executor | None) -> Iterator[Reading]:
    """The readings of sheets, in order; by the ``executor``, if there is one and enough to share."""
    if executor is None or sum(len(raw) for _, raw in sheets) < _WORTH_SHARING:
        yield from (read(sheet, raw, limits) for sheet, raw in sheets)
    else:
        yield from _shared(sheets, limits, executor)


def _shared(sheets: Sheets, limits: Limits, executor: Executor) -> Iterator[Reading]:
    packed = executor.map(read_packed, _chunks(sheets), repeat(limits))
    return (reading for part in packed for reading in _unpacked(part))


def _chunks(sheets: Sheets) -> Iterator[Sheets]:
    chunk: Sheets = []
    size = 0
    for sheet, raw in sheets:
        if chunk and size + len(raw) > _CHUNK:
            yield chunk
            chunk, size = [], 0
        chunk.append((sheet, raw))
        size += len(raw)
    yield chunk


def read_packed(sheets: Iterable[tuple[Sheet, bytes]], limits: Limits) -> bytes:
    """Read several sheets in another process. The readings come back packed, and are no objects.

    They are plain tuples packed by marshal: pickling a million short strings takes ten times as long.
    """
    with uncollected():
        readings = [read(sheet, raw, limits) for sheet, raw in sheets]
        return marshal.dumps([_bare(reading) for reading in readings])


def _unpacked(packed: bytes) -> Iterator[Reading]:
    """The readings that `read_packed` has packed."""
    for found, flaws, *rest in marshal.loads(packed):  # noqa: S302 - packed by our own process
        yield Reading(tuple(Raw(*raw) for raw in found), tuple(Flaw(*flaw) for flaw in flaws), *rest)


def _bare(reading: Reading) -> tuple[Any, ...]:
    found, flaws, *rest = reading
    return (tuple(tuple(raw) for raw in found), tuple(tuple(flaw) for flaw in flaws), *rest)
