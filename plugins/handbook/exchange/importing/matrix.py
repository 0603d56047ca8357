"""A responsibility matrix as people draw it: a row for each piece of work, a column for each role."""

from handbook.exchange.editing.ids import word_id
from handbook.exchange.importing.columns import Column
from handbook.exchange.importing.imported import Imported
from handbook.exchange.importing.people import Names, Unknown
from handbook.exchange.importing.rows import Wish
from handbook.exchange.tables.table import Table
from handbook.records.book import Book
from handbook.records.kinds.raci import read_letters

_WORK = ("task", "milestone", "deliverable", "decision")
_PARTY = ("role", "person", "team")


def matrix_of(table: Table, wish: Wish, book: Book) -> Imported:
    """The rows of a matrix, by the ids of what they are about; unknown names become ids and are told."""
    names = Names(book, wish.project)
    found = Imported(())
    roles = {
        at: _role(name, names, wish, found, table.number)
        for at, name in enumerate(table.header)
        if at and name
    }
    found.columns = tuple(Column(at, table.header[at], role) for at, role in roles.items() if role)
    for line in table.rows:
        cells = {role: line.cells[at] for at, role in roles.items() if role and line.cells[at].strip(" -–")}
        letters = {}
        for role, cell in cells.items():
            plain = "/".join(cell.upper().replace("/", " ").replace(",", " ").split())
            try:
                read_letters(plain)
                letters[role] = plain
            except ValueError:
                found.remark(
                    line.number, f"{role}: expected letters of R, A, S, C and I, found '{cell}' – left out"
                )
        if letters:
            found.records[_work(line.cells[0], names, found, line.number)] = letters
        else:
            found.remark(line.number, f"'{line.cells[0]}' has no letters and was not read")
    return found


def _role(name: str, names: Names, wish: Wish, found: Imported, line: int) -> str:
    given = next(
        (field for column, field in wish.given.items() if column.casefold() == name.casefold()), None
    )
    if given is not None:
        return given
    try:
        return names.address(name, _PARTY)
    except Unknown:
        id_ = word_id(name)
        found.remark(
            line, f"no role is called '{name}': it is written as '{id_}' – add it to roles.yml, or --map it"
        )
        return id_


def _work(name: str, names: Names, found: Imported, line: int) -> str:
    try:
        return names.address(name, _WORK)
    except Unknown:
        id_ = word_id(name, found.records)
        found.remark(
            line, f"nothing in the project is called '{name}': its row is '{id_}' – add a deliverable or task"
        )
        return id_
