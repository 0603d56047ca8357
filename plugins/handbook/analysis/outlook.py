"""The outlook of a project: its plan beside what was promised, and nothing else."""

from typing import NamedTuple, Protocol

from handbook.analysis.promise import Promise
from handbook.planning.plan import Plan
from handbook.records.kinds.project import Project


class Dated(Protocol):
    """What is asked when only dates count: an `Outlook`, or a whole case."""

    @property
    def project(self) -> Project:
        """The charter."""

    @property
    def plan(self) -> Plan:
        """The timetable."""

    @property
    def promises(self) -> tuple[Promise, ...]:
        """The milestones with what was promised."""

    @property
    def is_over(self) -> bool:
        """Whether nothing more is to come."""


class Outlook(NamedTuple):
    """A project with its plan and its promises."""

    project: Project
    plan: Plan
    promises: tuple[Promise, ...]

    @property
    def is_over(self) -> bool:
        """Whether nothing more is to come: it is completed or cancelled."""
        return self.project.status in {"completed", "cancelled"}
