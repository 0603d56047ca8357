"""The last answer: all problems of a handbook in which nothing has changed since they were found."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from handbook.checks.memory.digest import digest_of, folder_digest
from handbook.checks.memory.plain import plain, problems_in
from handbook.checks.memory.store import Store
from handbook.checks.memory.tool import tool_digest
from handbook.checks.memory.witness import is_so_still
from handbook.loading.tree import Disk
from handbook.problems import Problem


class LastAnswer:
    """What a store knows of a handbook that is exactly as it stands in a folder now.

    ``asked`` is all that was asked for beside the handbook and its day. What cannot be read is not
    remembered.
    """

    def __init__(self, store: Store, root: Path, projects: str, asked: Sequence[str]) -> None:
        self._store = store
        self._root = root
        self._projects = projects
        self._asked = digest_of((tool_digest(), projects, *asked))
        self._name = self._digest()
        self._known = self._recalled()

    @property
    def stated_date(self) -> str | date | None:
        """What the settings say of the status date: a day, or where to ask for it; None if not known."""
        stated = self._known.get("stated")
        if stated in ("commit", "today"):
            return str(stated)
        try:
            return date.fromisoformat(stated) if isinstance(stated, str) else None
        except ValueError:
            return None

    def problems(self, day: date) -> tuple[Problem, ...] | None:
        """All problems on a day; None if they are not known."""
        if self._known.get("day") != day.isoformat():
            return None
        try:
            return problems_in(self._known.get("problems"))
        except (TypeError, ValueError):
            return None

    def keep(
        self, stated: str | date, day: date, problems: Sequence[Problem], answers: list[list[Any]]
    ) -> None:
        """Remember the problems of a day, unless something changed while they were looked for.

        ``answers`` are those of a `Witness` to what was asked outside the folder of projects.
        """
        if self._name and self._name == self._digest() and is_so_still(Disk(self._root), answers):
            data = {"stated": str(stated), "day": str(day), "around": answers, "problems": plain(problems)}
            self._store.put(self._name, data)

    def _recalled(self) -> dict[str, Any]:
        """What is known of the handbook; nothing if anything around it has changed."""
        known = self._store.get(self._name) if self._name else None
        try:
            if isinstance(known, dict) and is_so_still(Disk(self._root), known["around"]):
                return known
        except (KeyError, TypeError, ValueError):
            pass
        return {}

    def _digest(self) -> str:
        try:
            return digest_of((self._asked, folder_digest(self._root, self._projects)))
        except OSError:
            return ""
