"""The text of a page that somebody wrote by hand: read within bounds, its front matter taken off."""

from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from pydantic import Field

from handbook.loading.flaw import Flaw, Unreadable
from handbook.loading.front_matter import split
from handbook.loading.layout import unreadable
from handbook.loading.text import text_of
from handbook.loading.tree import NotRegular, TooLarge, Tree
from handbook.pages.fields import fitted, read_fields
from handbook.problems import Place, Problem
from handbook.records.record import Part
from handbook.records.types.text import Line


class Front(Part):
    """What the front matter of a page may say; it needs none."""

    title: Line = Field("", description="The title of the page; its first heading if not given.")
    audience: Line = Field("", description="The widest circle that may read it; the project's if not given.")
    wide: Literal["true", "false"] = Field("false", description="Whether it needs all the room there is.")


class HandText(NamedTuple):
    """The text of one page: its body, the line it begins on, and what its front matter says."""

    body: str
    line: int
    front: Front


@dataclass(slots=True)
class Desk:
    """Reads the pages of one project and gathers what is wrong with them."""

    tree: Tree
    project: str
    file_bytes: int
    problems: list[Problem] = field(default_factory=list)

    def read(self, path: str) -> HandText | None:
        """The page at ``path``. One that cannot be read is none: it might say who may read it."""
        flaws: list[Flaw] = []
        try:
            text = text_of(self.tree.read(path, self.file_bytes), flaws)
            head, body, line = split(text) if text.startswith("---\n") else ("", text, 1)
        except Unreadable as end:
            self._note(path, *flaws, end.flaw)
            return None
        except TooLarge as error:
            found = f"expected at most {self.file_bytes} bytes, found {error.args[0]}"
            self._note(path, Flaw("READ004", found, cure="split the page", fatal=True))
            return None
        except NotRegular as error:
            found = f"expected a regular file, found {error.args[0]}"
            self._note(path, Flaw("READ008", found, cure="put the file itself here", fatal=True))
            return None
        except OSError as error:
            self.problems.append(unreadable(path, error, self.project))
            return None
        self._note(path, *flaws)
        front = self._front(head, path)
        return None if front is None else HandText(body, line, front)

    def _note(self, path: str, *flaws: Flaw) -> None:
        self.problems += [flaw.problem(path, self.project) for flaw in flaws]

    def _front(self, head: str, path: str) -> Front | None:
        fields, problems = read_fields(head, Place(path))
        front = None
        if fields is not None:
            front, problems = fitted(fields, Front)
        self.problems += [replace(problem, project=self.project, fatal=True) for problem in problems]
        return front
