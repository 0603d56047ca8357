"""The reader of a page: what its fences show, what its references name, and what is wrong with either."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from handbook.pages.fences import Fence
from handbook.pages.fields import BAD_OPTION, Fields, fitted, read_fields
from handbook.pages.references import Reference, references
from handbook.pages.template import Shown
from handbook.problems import Place, Problem, Severity
from handbook.problems.nearest import did_you_mean, nearest
from handbook.records.book import Book
from handbook.records.types.fault import shown as quoted
from handbook.views.view import Options, View, views

UNKNOWN_VIEW = "PAGE001"
UNKNOWN_PROJECT = "PAGE004"
UNKNOWN_REFERENCE = "PAGE005"
_MOST_COMPARED = 20


@dataclass(slots=True)
class Reader:
    """Reads one page of ``project`` (None for a page of the whole site) and gathers its problems.

    Without a book nothing is known of projects: so are templates read, which stand for all of them.
    """

    book: Book | None = None
    project: str | None = None
    problems: list[Problem] = field(default_factory=list)

    def fence(self, fence: Fence, start: Place) -> Shown | None:
        """What a fence shows that begins at ``start``; None, and a problem, if that cannot be told."""
        fields, problems = read_fields(fence.text, Place(start.file, start.line + 1, start.column))
        self._note(*problems)
        if fields is None or (view := self._view(fields, start)) is None:
            return None
        options, problems = fitted(fields, view.options, skip="view")
        self._note(*problems)
        if options is None or not self._has_project(view, options.project, fields, start):
            return None
        self._note(*self._faults(view, options, fields))
        return Shown(view, options, start)

    def references(self, markdown: str, start: Place) -> None:
        """Note the references of a text that name nothing."""
        for reference in references(markdown):
            self.reference(reference, Place(start.file, start.line + reference.line, reference.column))

    def knows(self, reference: Reference) -> bool:
        """Whether a reference names one record, or one that this reader may not see."""
        if self.book is None:
            return False
        found = self.book.resolve(reference.address, self.project)
        return len(found) == 1 or self.book.is_hidden(reference.address, self.project)

    def reference(self, reference: Reference, place: Place) -> None:
        """Note a reference at a place if it names nothing, or more than one record."""
        if self.book is None or self.knows(reference):
            return
        found = self.book.resolve(reference.address, self.project)
        what = "ambiguous" if found else "unknown"
        cure = (
            f"write {' or '.join(record.address for record in found)}" if found else self._nearest(reference)
        )
        message = f"{what} reference {quoted(reference.address)}"
        self._note(Problem(UNKNOWN_REFERENCE, message, place, Severity.WARNING, cure, self.project))

    def _nearest(self, reference: Reference) -> str:
        """The address that may have been meant; not for a page full of nonsense, for comparing takes time."""
        if self.book is None or len(self.problems) > _MOST_COMPARED:
            return ""
        scope, slash, name = reference.address.rpartition("/")
        project = (scope or self.project or "").casefold()
        known = (record.id for record in self.book.records if (record.project or "").casefold() == project)
        guess = nearest(name, known)
        return f"did you mean '{scope}{slash}{guess}'?" if guess else ""

    def _view(self, fields: Fields, start: Place) -> View | None:
        name = fields.data.get("view")
        if isinstance(name, str) and name in views():
            return views()[name]
        if name is None:
            cure = f"write 'view:' and one of {', '.join(views())}"
            self._note(Problem(UNKNOWN_VIEW, "expected the name of a view, found none", start, cure=cure))
        else:
            cure = did_you_mean(str(name), views()) or f"the views are {', '.join(views())}"
            self._note(Problem(UNKNOWN_VIEW, f"unknown view {quoted(name)}", fields.place("view"), cure=cure))
        return None

    def _faults(self, view: View, options: Options, fields: Fields) -> Iterator[Problem]:
        """What no type can tell of the options of a view."""
        if view.faults is not None and self.book is not None:
            for fault in view.faults(self.book, options.project or self.project, options):
                yield Problem(BAD_OPTION, fault.message, fields.place(*fault.path), cure=fault.cure)

    def _has_project(self, view: View, named: str, fields: Fields, start: Place) -> bool:
        """Whether the view has the project it needs; one kept from this audience shows nothing."""
        book = self.book
        if book is None:
            return True
        known = book.project_ids
        if named and not book.resolve(named, self.project, ("project",)) and not book.is_hidden(named):
            message = f"unknown project {quoted(named)}"
            cure = did_you_mean(named, known) or f"the projects are {', '.join(known)}"
            self._note(Problem(UNKNOWN_PROJECT, message, fields.place("project"), cure=cure))
            return False
        if not named and not self.project and view.scope == "project":
            message = f"the view '{view.name}' shows one project, and none is named"
            self._note(Problem(UNKNOWN_PROJECT, message, start, cure="add 'project:' and its id"))
            return False
        return True

    def _note(self, *problems: Problem) -> None:
        self.problems += [replace(problem, project=self.project) for problem in problems]
