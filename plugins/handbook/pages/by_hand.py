"""Pages that the projects wrote themselves: the Markdown files in their ``pages`` folders."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from posixpath import basename, splitext

from handbook.loading.audience import Circles
from handbook.loading.layout import unreadable
from handbook.loading.limits import Limits
from handbook.loading.tree import NotRegular, TooLarge, Tree
from handbook.pages.hand_text import Desk, HandText
from handbook.pages.page import Page
from handbook.pages.reader import Reader
from handbook.pages.sections import sections
from handbook.pages.template import Section, Template, Text
from handbook.problems import Place, Problem, Severity
from handbook.problems.nearest import did_you_mean
from handbook.records.book import Book
from handbook.records.kinds.project import Project
from handbook.records.types.text import PROSE_LIMIT

FOLDER = "pages"
PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp")
"""Endings of files that are published beside pages: none of them can hold a script."""
PICTURE_BYTES = 8 * 1024 * 1024
UNKNOWN_AUDIENCE = "READ017"
UNPUBLISHED = "PAGE008"
TOO_LONG = "FIELD012"
_DEEPEST = 8
_ORDER = 500


@dataclass(slots=True)
class Written:
    """The pages of all projects, what they show, and what is wrong with them.

    ``files`` are pictures: their paths in the handbook's folder with those in the tree of pages.
    """

    pages: list[Page] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def by_hand(tree: Tree, top: str, book: Book, limits: Limits | None = None) -> Written:
    """The pages in ``<top>/<project>/pages/`` that the book's audience may read, with their pictures."""
    written = Written()
    for project in book.projects:
        desk = Desk(tree, project.id, (limits or Limits()).file_bytes)
        _project(desk, f"{top}/{project.id}/{FOLDER}", project, book, written)
        written.problems += desk.problems
    return written


def _project(desk: Desk, folder: str, project: Project, book: Book, written: Written) -> None:
    pictures: dict[str, str] = {}
    bodies: list[str] = []
    for path in _files(desk, folder):
        target = f"{project.id}/{path.removeprefix(folder + '/')}"
        ending = splitext(path)[1].lower()
        if ending == ".md":
            text = desk.read(path)
            if text is not None and _is_for_readers(text, path, project, book, desk):
                written.pages.append(_page(text, path, target, project, book, desk))
                bodies.append(text.body)
        elif ending in PICTURES:
            pictures[path] = target
        else:
            _unpublished(desk, path, f"expected Markdown or a picture ({', '.join(PICTURES)}), found neither")
    written.files |= {path: target for path, target in _named(pictures, bodies) if _is_small(path, desk)}


def _named(pictures: dict[str, str], bodies: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pictures that a page names: the others may belong to pages that are kept from these readers."""
    text = "\n".join(bodies)
    return ((path, target) for path, target in pictures.items() if basename(path) in text)


def _is_small(path: str, desk: Desk) -> bool:
    try:
        desk.tree.read(path, PICTURE_BYTES)
    except TooLarge as error:
        _unpublished(desk, path, f"expected at most {PICTURE_BYTES} bytes, found {error.args[0]}")
    except (NotRegular, OSError):
        _unpublished(desk, path, "the picture cannot be read")
    else:
        return True
    return False


def _files(desk: Desk, folder: str, depth: int = 0) -> Iterator[str]:
    try:
        entries = desk.tree.children(folder)
    except FileNotFoundError:
        return
    except OSError as error:
        desk.problems.append(unreadable(folder, error, desk.project))
        return
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.name.startswith("."):
            continue
        if entry.kind == "folder" and depth < _DEEPEST:
            yield from _files(desk, path, depth + 1)
        elif entry.kind == "file":
            yield path
        else:
            _unpublished(desk, path, f"expected a page or a picture, found {entry.kind}")


def _unpublished(desk: Desk, path: str, message: str) -> None:
    cure = "it is not published: remove it, or put it elsewhere"
    desk.problems.append(
        Problem(UNPUBLISHED, message, Place(path), Severity.WARNING, cure, project=desk.project)
    )


def _is_for_readers(text: HandText, path: str, project: Project, book: Book, desk: Desk) -> bool:
    """Whether the book's audience may read the page."""
    settings = book.settings
    circles = Circles(settings.audiences, settings.default_audience, book.audience or None)
    stated = text.front.audience
    if stated and not circles.knows(stated):
        cure = did_you_mean(stated, circles.names) or f"the circles are {', '.join(circles.names)}"
        message = f"unknown audience '{stated}'"
        desk.problems.append(
            Problem(UNKNOWN_AUDIENCE, message, Place(path), cure=cure, project=project.id, fatal=True)
        )
        return False
    return not circles.hides(stated or project.audience or settings.default_audience)


def _page(text: HandText, path: str, target: str, project: Project, book: Book, desk: Desk) -> Page:
    reader = Reader(book, project.id)
    start = Place(path, text.line)
    title, found = _titled(sections(text.body, start, reader.fence))
    reader.references(text.body, start)
    desk.problems += (*reader.problems, *_too_long(found, project))
    name = basename(target).removesuffix(".md").replace("-", " ").replace("_", " ").capitalize()
    wide = text.front.wide == "true"
    template = Template(f"{FOLDER}/{target}", found, order=_ORDER, wide=wide, file=path)
    return Page(target, text.front.title or title or name, template, project, None, path, True)


def _too_long(found: Iterable[Section], project: Project) -> Iterator[Problem]:
    """Texts that are longer than one that is shown may be."""
    for section in found:
        for part in section.parts:
            if isinstance(part, Text) and len(part.markdown) > PROSE_LIMIT:
                message = (
                    f"expected at most {PROSE_LIMIT} characters beneath a heading, found {len(part.markdown)}"
                )
                yield Problem(
                    TOO_LONG, message, part.place, cure="add headings, or cut the page", project=project.id
                )


def _titled(found: tuple[Section, ...]) -> tuple[str, tuple[Section, ...]]:
    """The first heading, if it is of the highest rank, as a title; what stands under it becomes the lead."""
    if not found or found[0].level != 1:
        return "", found
    first, *others = found
    lead = (Section("", 0, first.parts),) if first.parts else ()
    return first.title, (*lead, *others)
