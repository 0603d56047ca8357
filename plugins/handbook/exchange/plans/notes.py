"""What is not read of a file: single things with their lines, and settings that many have in common."""

from handbook.exchange.plans.model import Note

MOST = 2000
"""Notes that are told one by one; those beyond are counted."""


class Notes:
    """Gathers notes while a file is read."""

    def __init__(self) -> None:
        self._single: list[Note] = []
        self._common: dict[tuple[str, str], tuple[int, int]] = {}
        self._beyond = 0

    def add(self, line: int, text: str) -> None:
        """Note something about a line."""
        if len(self._single) < MOST:
            self._single.append(Note(line, text))
        else:
            self._beyond += 1

    def common(self, line: int, what: str, things: str) -> None:
        """Note what is true of some thing; it is told once, with how many things it is true of."""
        first, count = self._common.get((what, things), (line, 0))
        self._common[what, things] = (first, count + 1)

    def all(self) -> tuple[Note, ...]:
        """All notes in the order of their lines."""
        common = [
            Note(line, f"{what} ({count} {things}{'' if count == 1 else 's'})")
            for (what, things), (line, count) in self._common.items()
        ]
        beyond = [Note(0, f"{self._beyond} more of the same kinds")] if self._beyond else []
        return (*sorted([*self._single, *common], key=lambda note: note.line), *beyond)
