"""A shelf of the store: results of this very tool, for a memory that outlasts the process."""

from functools import cached_property
from typing import Any

from handbook.checks.memory.digest import digest_of
from handbook.checks.memory.store import Store
from handbook.checks.memory.tool import tool_digest


class ToolShelf:
    """Keeps plain data in a store under names that are good for this tool alone.

    What another version of the tool, or of a package it uses, has kept is as if it were not there.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, name: str) -> Any:
        """What this tool kept under a name; None if there is nothing."""
        return self._store.get(self._name(name))

    def put(self, name: str, data: Any) -> None:
        """Keep data under a name."""
        self._store.put(self._name(name), data)

    def _name(self, name: str) -> str:
        return digest_of(("shelf", self._tool, name))

    @cached_property
    def _tool(self) -> str:
        return tool_digest()
