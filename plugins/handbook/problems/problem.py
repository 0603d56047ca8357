"""A problem: one fault in one place, with its cure."""

from dataclasses import dataclass
from typing import NamedTuple

from handbook.problems.place import Place
from handbook.problems.severity import Severity


class Note(NamedTuple):
    """Another place that takes part in a problem, and what stands there."""

    place: Place
    text: str

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault found in a handbook.

    ``code`` names the rule (``RISK002``). ``message`` says what was expected and what was found, ``cure``
    what to write instead. ``project`` is the id of the project it belongs to, ``None`` for the organisation's
    own files, ``record`` the address of the record it is in, empty if it is in none. ``fatal`` marks a fault
    after which nothing may be published: an unreadable file, an unknown audience. ``notes`` are the places
    that make the fault together with this one, such as all links of a circle.
    """

    code: str
    message: str
    place: Place
    severity: Severity = Severity.ERROR
    cure: str = ""
    project: str | None = None
    fatal: bool = False
    record: str = ""
    notes: tuple[Note, ...] = ()

    @property
    def sort_key(self) -> tuple[Place, str, str]:
        """Orders problems by place, then code, then text, so that every run prints them alike."""
        return (self.place, self.code, self.message)

    def __str__(self) -> str:
        ending = f" – {self.cure}" if self.cure else ""
        return f"{self.place}: {self.code} {self.message}{ending}"
