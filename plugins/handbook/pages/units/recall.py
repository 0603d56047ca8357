"""Units remembered: those in which, and in all they look into, nothing has changed."""

from collections.abc import Iterable, Mapping
from typing import Any

from handbook.checks.memory.digest import digest_of, unit_digests
from handbook.checks.memory.store import Store
from handbook.checks.memory.witness import is_so_still
from handbook.loading.tree import Disk
from handbook.pages.units.unit import ORGANISATION, Unit, Wanted, unit_in


class Recall:
    """What a store knows of the units of a handbook as it stands now.

    ``asked`` is the digest of all that was asked for beside the handbook and its day.
    """

    def __init__(self, store: Store, wanted: Wanted, folders: Iterable[str], asked: str) -> None:
        self._store = store
        self._root = wanted.root
        self._projects = wanted.projects
        self._folders = tuple(folders)
        self._asked = f"{asked} {wanted.day}"
        self._commit = wanted.commit
        self._digests = self._now()
        self._answers: dict[str, bool] = {}

    def units(self) -> dict[str, Unit]:
        """The units that hold, by their folders."""
        found = {folder: self._unit(folder) for folder in self._digests}
        return {folder: unit for folder, unit in found.items() if unit}

    def keep(self, units: Iterable[Unit]) -> None:
        """Remember units, except those in which something has changed meanwhile."""
        now = self._now()
        if now.get(ORGANISATION) != self._digests.get(ORGANISATION):
            return
        self._store.put_all(
            {
                self._name(unit.folder): [self._reached(unit.reached), list(unit)]
                for unit in units
                if all(now.get(one) == self._digests.get(one) for one in (unit.folder, *unit.reached))
            }
        )

    def _unit(self, folder: str) -> Unit | None:
        found = self._store.get(self._name(folder))
        if not isinstance(found, list) or len(found) != 2 or (unit := unit_in(found[1])) is None:
            return None
        if (
            unit.commit not in ("", self._commit)
            or unit.folder != folder
            or found[0] != self._reached(unit.reached)
        ):
            return None
        return unit if all(map(self._is_so_still, unit.around)) else None

    def _is_so_still(self, answer: list[Any]) -> bool:
        """Whether one question has the same answer; many units ask alike."""
        key = repr(answer)
        if key not in self._answers:
            try:
                self._answers[key] = is_so_still(Disk(self._root), (answer,))
            except (TypeError, ValueError):
                self._answers[key] = False
        return self._answers[key]

    def _name(self, folder: str) -> str:
        return digest_of((self._asked, self._digests[ORGANISATION], folder, self._digests[folder]))

    def _reached(self, folders: Iterable[str]) -> list[str | None]:
        return [self._digests.get(str(folder)) for folder in folders]

    def _now(self) -> Mapping[str, str]:
        """The digests of all units; none if something cannot be read."""
        try:
            return unit_digests(self._root, self._projects, self._folders)
        except OSError:
            return {}
