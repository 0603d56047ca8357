"""Start: a new record, ready to be written."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from handbook.exchange.editing.append import append
from handbook.exchange.editing.editable import CannotEdit, editable
from handbook.exchange.editing.ids import next_id
from handbook.exchange.editing.overlay import Overlay
from handbook.exchange.editing.saving import Change
from handbook.exchange.editing.writing import field_lines
from handbook.exchange.starting.bodies import body_of
from handbook.exchange.starting.site import Site, heading, schema_line, site
from handbook.exchange.starting.values import Ground, starting_fields
from handbook.loading.limits import Limits
from handbook.loading.load import load_tree
from handbook.loading.loaded import Loaded
from handbook.loading.source import Source
from handbook.loading.tree import NotRegular, TooLarge, Tree
from handbook.loading.validate import validated
from handbook.problems.nearest import did_you_mean
from handbook.records.book import Book
from handbook.records.kind import Kind, kinds
from handbook.records.kinds.person import Person
from handbook.records.record import Record
from handbook.records.types.fault import shown


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written: the kind, the project ('' for the organisation), and what is said of it.

    ``fields`` are plain data by name. ``owner`` may be empty, and ``email`` is then that of the one who
    writes. ``parent`` is the record it goes into, ``form`` is ``md``, ``yml`` or '' for what is usual there.
    """

    kind: str
    project: str = ""
    id: str = ""
    parent: str = ""
    form: str = ""
    owner: str = ""
    email: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)


class Started(NamedTuple):
    """A record that can be written: the change of its file, and the handbook with it."""

    change: Change
    record: Record
    after: Loaded


def kind_called(name: str) -> Kind:
    """The kind of a name. Raises `CannotEdit` for an unknown one, and for those that nobody writes anew."""
    if name not in kinds():
        cure = did_you_mean(name, kinds()) or f"the kinds are {', '.join(kinds())}"
        raise CannotEdit(f"unknown kind {shown(name)} – {cure}")
    if name == "baseline":
        raise CannotEdit("a baseline is written by 'handbook baseline', never by hand")
    if name == "levelled":
        raise CannotEdit("a levelled schedule is written by 'handbook level', never by hand")
    if name == "settings":
        raise CannotEdit("there are settings once: write them in handbook.yml")
    return kinds()[name]


def fields_of(book: Book, wanted: Wanted) -> dict[str, Any]:
    """The fields that the record starts with. Raises `CannotEdit` if it needs one that is not given."""
    kind = kind_called(wanted.kind)
    owner = wanted.owner or _owner(book, wanted)
    charter = book.project(wanted.project)
    sponsor = charter.sponsor if charter else owner
    ground = Ground(owner, sponsor, book.status_date, book.settings.scales)
    given = dict(wanted.fields)
    if wanted.owner and "owner" not in given and not kind.wrap:
        given["owner"] = wanted.owner
    return starting_fields(kind, given, ground)


def start(
    loaded: Loaded,
    tree: Tree,
    wanted: Wanted,
    *,
    was_used: Callable[[str], bool] = lambda id_: False,
    projects: str = "projects",
) -> Started:
    """A new record in the handbook in ``tree``, which was read for nobody in particular. Nothing is written.

    ``was_used`` tells whether the history knows an id. Raises `CannotEdit` if a value is wrong, the id is
    taken, or the file cannot take it.
    """
    book, kind = loaded.book, kind_called(wanted.kind)
    project = None if kind.organisation else wanted.project
    if project and not book.project(project) and kind.name != "project":
        cure = did_you_mean(project, [one.id for one in book.projects])
        raise CannotEdit(f"unknown project {shown(project)}{f' – {cure}' if cure else ''}")
    place = site(book, kind, project, parent=wanted.parent, form=wanted.form, projects=projects)
    id_ = _id(book, kind, wanted, place, was_used)
    data = fields_of(book, wanted)
    _refuse_wrong(kind, data, id_, project)
    file = f"{place.file}/{id_}.md" if place.is_own and not kind.single else place.file
    before = _bytes(tree, file)
    if not place.is_own:
        records = {id_.removeprefix(place.prefix): _written(kind, data)}
        change = Change(file, before, _appended(before, file, place, records, loaded, project))
    elif before is None:
        change = Change(file, None, _own_file(kind, data, file))
    else:
        raise CannotEdit(f"'{file}' is there already")
    after = load_tree(Overlay(tree, [change]), projects=projects)
    return Started(change, _found(after, loaded, kind, id_, project), after)


def _owner(book: Book, wanted: Wanted) -> str:
    """Who answers for it: whoever writes, if that is one of ours, else the manager of the project."""
    mail = wanted.email.casefold()
    for person in book.of(Person) if mail else ():
        if (person.email or "").casefold() == mail:
            return person.id
    charter = book.project(wanted.project)
    return charter.manager if charter else ""


def _id(book: Book, kind: Kind, wanted: Wanted, place: Site, was_used: Callable[[str], bool]) -> str:
    project = None if kind.organisation else wanted.project
    if kind.single:
        return wanted.project if kind.name == "project" else kind.name
    if wanted.id:
        return wanted.id if wanted.id.startswith(place.prefix) else place.prefix + wanted.id
    if kind.naming == "date":
        return str(book.status_date)
    register = [record.id for record in book.of(kind.model, project)]
    inside = [id_.removeprefix(place.prefix) for id_ in register if id_.startswith(place.prefix)]
    known = set(_known(book, project))
    if found := next_id(kind, inside, known, was_used):
        return place.prefix + found
    raise CannotEdit(f"a {kind.name} is called by a name – add --id and one like 'build'")


def _known(book: Book, project: str | None) -> Iterator[str]:
    """Every name that something in the project has, had, or is called by."""
    scope = (project or "").casefold()
    yield from (record.id for record in book.records if (record.project or "").casefold() == scope)
    yield from (address.partition("/")[2] for address in book.broken if address.startswith(f"{scope}/"))
    for record, mention, _ in book.references:
        where, slash, name = mention.text.rpartition("/")
        if (where if slash else record.project or "").casefold() == scope:
            yield name.removeprefix("plan.")


def _refuse_wrong(kind: Kind, data: dict[str, Any], id_: str, project: str | None) -> None:
    """Raise `CannotEdit` with the words of the check for the first value that is wrong."""
    whole = {kind.wrap: _written(kind, data)} if kind.wrap else data
    _, faults = validated(kind.model, whole, {"id": id_, "project": project})
    for fault in faults:
        where = ".".join(map(str, fault.path))
        message = fault.message if fault.is_key or not where else f"{where}: {fault.message}"
        raise CannotEdit(f"{message}{f' – {fault.cure}' if fault.cure else ''}")


def _written(kind: Kind, data: dict[str, Any]) -> Any:
    return data[kind.wrap] if kind.wrap and kind.wrap in data else data


def _bytes(tree: Tree, file: str) -> bytes | None:
    """The bytes of a file, None if there is none. Raises `CannotEdit` if it cannot be read."""
    try:
        return tree.read(file, Limits().file_bytes)
    except (FileNotFoundError, KeyError):
        return None
    except (OSError, NotRegular, TooLarge) as error:
        raise CannotEdit(f"'{file}' cannot be read: {error}") from None


def _own_file(kind: Kind, data: dict[str, Any], file: str) -> bytes:
    """The text of a record that is a file."""
    lines = [line for name, value in data.items() for line in field_lines(name, value)]
    if not lines and kind.nests:
        lines = [f"{kind.nests[0].key}: {{}}"]  # an empty file would be none
    if file.endswith(".md"):
        body = body_of(kind)
        lines = ["---", *lines, "---", *([body] if body else [])]
    return "\n".join([*lines, ""]).encode()


def _appended(
    before: bytes | None,
    file: str,
    place: Site,
    records: dict[str, Any],
    loaded: Loaded,
    project: str | None,
) -> bytes:
    if before is None:
        schema = schema_line(file, dict(_texts(loaded)))
        top = "".join(f"{line}\n" for line in (schema, heading(file, loaded.book, project)) if line)
        return append(top, records, place.under).encode()
    text = editable(before, is_markdown=file.endswith(".md"))
    return text.with_yaml(append(text.yaml, records, place.under))


def _texts(loaded: Loaded) -> Iterator[tuple[str, str]]:
    for file, source in loaded.sources.items():
        if isinstance(source, Source) and file.endswith(".yml"):
            yield file, source.raw[:4096].decode(errors="ignore")


def _found(after: Loaded, before: Loaded, kind: Kind, id_: str, project: str | None) -> Record:
    """The new record as it is read. Raises `CannotEdit` with the first problem of reading it."""
    known = Counter((problem.code, problem.message) for problem in before.problems)
    for problem in after.problems:
        known[problem.code, problem.message] -= 1
        if known[problem.code, problem.message] < 0:
            raise CannotEdit(f"{problem.message}{f' – {problem.cure}' if problem.cure else ''}")
    record = after.book.get(kind.model, id_, project)
    if record is None:
        raise CannotEdit(f"'{id_}' cannot be read in its place")
    return record
