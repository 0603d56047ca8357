"""Evidence gathered: what stands at the paths that the records of a book name."""

from collections.abc import Mapping
from types import MappingProxyType

from handbook.loading.files import FILE, FOLDER, Files, way_out
from handbook.loading.limits import Limits
from handbook.loading.tree import NotRegular, TooLarge, Tree
from handbook.records.book import Book
from handbook.records.evidence import REPORT, Evidence, pointers
from handbook.records.kinds.criterion import Criterion


def evidence_of(book: Book, tree: Tree, projects: str, limits: Limits) -> Mapping[str, Evidence]:
    """What stands at each path that a record of ``book`` names; each is looked at once.

    Only what a criterion names is opened, and only if it may be a test report. What belongs to a project that
    is not in the book is not looked at.
    """
    asked: dict[str, bool] = {}
    for record in book.records:
        for pointer in pointers(record):
            is_report = isinstance(record, Criterion) and pointer.target.lower().endswith(REPORT)
            asked[pointer.target] = asked.get(pointer.target, False) or is_report
    files = Files(tree)
    found = {}
    for path, is_report in sorted(asked.items()):
        if is_kept_back(path, book, projects):
            found[path] = Evidence(path, "unseen")
        else:
            found[path] = _at(path, files, tree, limits.evidence_bytes if is_report else 0)
    if not book.audience:  # a name that is near may be one that the reader must not know
        lost = (one for one in found.values() if one.found == "nothing" and not one.fault)
        found |= {one.path: one._replace(near=files.near(one.path)) for one in lost}
    return MappingProxyType(found)


def is_kept_back(path: str, book: Book, projects: str) -> bool:
    """Whether a path leads into the folder of a project that the book's audience may not read."""
    top, _, rest = path.removeprefix(f"{projects}/").partition("/")
    inside = path.startswith(f"{projects}/") and rest
    return bool(book.audience and inside and book.project(top) is None)


def _at(path: str, files: Files, tree: Tree, limit: int) -> Evidence:
    """What stands at a path; a report is read, if there is a limit for it."""
    kind = files.kind(path)
    if kind == FOLDER:
        return Evidence(path, "folder")
    if kind != FILE:
        return Evidence(path, "nothing", kind or way_out(path))
    return _read(path, tree, limit) if limit else Evidence(path, "file")


def _read(path: str, tree: Tree, limit: int) -> Evidence:
    from handbook.loading.junit import NoReport, results_in  # its parser takes long to import

    try:
        return Evidence(path, "file", results=results_in(tree.read(path, limit)))
    except TooLarge:
        fault = f"more than {limit} bytes"
    except OSError as error:
        fault = (error.strerror or type(error).__name__).lower()
    except (NoReport, NotRegular) as error:
        fault = str(error)
    return Evidence(path, "file", fault)
