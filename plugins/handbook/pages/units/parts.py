"""Parts: the units that are to be checked, shared among processes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from os import scandir
from pathlib import Path
from typing import Any

from handbook.pages.units.part import Part, check_part
from handbook.pages.units.unit import ORGANISATION, Unit, Wanted
from handbook.records.kind import kinds

_CHUNK = 384 * 1024
_WORTH_SHARING = 2 * _CHUNK  # below, handing out the work takes longer than doing it
_ROUNDS_TOGETHER = 12


def parts(
    wanted: Wanted, all_units: Sequence[str], todo: Sequence[str], cited: Mapping[str, list[list[Any]]]
) -> list[Part]:
    """The units that are to be done, in parts of about the same size."""
    folders = tuple(folder for folder in all_units if folder != ORGANISATION)
    return [
        Part(wanted, folders, chunk, tuple(edge for folder in chunk for edge in cited.get(folder, ())))
        for chunk in _chunks(wanted.root / wanted.projects, todo)
    ]


def shared(parts: Sequence[Part], executor: Executor | None) -> list[Unit] | None:
    """The units of all parts; None if they look too far.

    Those that look too far by themselves are looked at together.
    """
    is_shared = executor is not None and len(parts) > 1
    if is_shared:
        for kind in kinds().values():  # built once, before processes part
            kind.model.model_rebuild()
    found = list(executor.map(check_part, parts) if executor and is_shared else map(check_part, parts))
    units = [unit for one in found for unit in one or ()]
    if far := [part for part, one in zip(parts, found, strict=True) if one is None]:
        together = far[0]._replace(
            folders=tuple(folder for part in far for folder in part.folders),
            cited=tuple(edge for part in far for edge in part.cited),
        )
        more = check_part(together, _ROUNDS_TOGETHER)
        return None if more is None else units + more
    return units


def _chunks(projects: Path, todo: Iterable[str]) -> Iterator[tuple[str, ...]]:
    sizes = {folder: _bytes(projects / folder) if folder else 0 for folder in todo}
    most = _CHUNK if sum(sizes.values()) > _WORTH_SHARING else _WORTH_SHARING
    chunk: list[str] = []
    for folder, size in sizes.items():
        if chunk and sum(map(sizes.__getitem__, chunk)) + size > most:
            yield tuple(chunk)
            chunk = []
        chunk.append(folder)
    if chunk:
        yield tuple(chunk)


def _bytes(folder: Path) -> int:
    """About how much there is to read in a folder."""
    try:
        with scandir(folder) as found:
            return sum(
                _bytes(Path(entry.path))
                if entry.is_dir(follow_symlinks=False)
                else entry.stat(follow_symlinks=False).st_size
                for entry in found
            )
    except OSError:
        return 0
