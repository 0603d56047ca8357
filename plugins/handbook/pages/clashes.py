"""Pages that would have one address."""

from collections.abc import Collection, Iterator, Sequence

from handbook.pages.page import STATUS, Page
from handbook.problems import Place, Problem
from handbook.records.book import Book

CLASH = "PAGE007"


def clashes(book: Book, pages: Sequence[Page], names: Collection[str]) -> Iterator[Problem]:
    """Projects that are called as a page of the portfolio, and pages by hand that are called as one of ours.

    ``names`` are those of the templates.
    """
    for project in book.projects:
        if project.id.casefold() in names:
            message = f"the id of the project is that of the page '{project.id.casefold()}' of the portfolio"
            cure = "give its folder another name"
            yield Problem(CLASH, message, Place(project.origin.file), cure=cure, project=project.id)
    for page in pages:
        name = page.path.removeprefix(f"{page.project}/").removesuffix(".md").casefold()
        if name == "index" or (f"project/{name}" in names and f"project/{name}" != STATUS):
            message = f"there is a page '{name}' of the project already, made from its records"
            yield Problem(
                CLASH, message, Place(page.source), cure="give the file another name", project=page.project
            )
