"""A page of the site: where it is, what it is called, and what stands on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from handbook.pages.template import Template
from handbook.records.kinds.project import Project
from handbook.records.record import Record
from handbook.views.block.block import Block

STATUS = "project/status"
"""The template of the page that stands for a project."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page that is to be made.

    ``path`` is that of its Markdown file in the tree of pages: ``apollo/risks.md``. ``charter`` is that of
    the project it belongs to, ``record`` the record it is the home of. ``source`` is the file that somebody
    wrote it in, relative to the folder that was read; empty for a page that is made from several. What a
    page ``by_hand`` holds stays, whatever its views yield.
    """

    path: str
    title: str
    template: Template
    charter: Project | None = None
    record: Record | None = None
    source: str = ""
    by_hand: bool = False

    @property
    def project(self) -> str | None:
        """The id of the project it belongs to."""
        return self.charter.id if self.charter else None

    @property
    def is_home(self) -> bool:
        """Whether it stands for its project."""
        return self.template.name == STATUS

    @property
    def heading(self) -> str:
        """What stands at its top: the title, or the project's on the page that stands for it."""
        return self.charter.label if self.charter and self.is_home else self.title

    @property
    def full_title(self) -> str:
        """The title by which it is known among the pages of all projects."""
        return f"{self.title} – {self.charter.label}" if self.charter else self.title

    def __str__(self) -> str:
        return f"{self.path}: {self.title}"


@dataclass(frozen=True, slots=True)
class Drawn:
    """One section of a page with its blocks; ``anchor`` is the id of its heading."""

    title: str
    level: int
    anchor: str
    blocks: Sequence[Block]
    classes: tuple[str, ...] = ()
