"""How much of a responsibility matrix one role carries."""

from collections.abc import Iterator

from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.records.book import Book
from handbook.records.kinds.raci import LETTERS, Responsibility


def too_large(book: Book, letter: str, share: float, at_least: int) -> Iterator[Fault]:
    """Roles with ``letter`` in more than ``share`` of the rows, in the place of the first of them.

    Only matrices with ``at_least`` as many rows are asked: in a short one every role has a large share.
    """
    for project in open_projects(book):
        rows = book.of(Responsibility, project.id)
        held: dict[str, list[Responsibility]] = {}
        for row in rows:
            for role, letters in row.roles.items():
                if letter in letters:
                    held.setdefault(role, []).append(row)
        for role, its_rows in held.items():
            if len(rows) >= at_least and len(its_rows) > share * len(rows):
                expected = f"each role {LETTERS[letter]} in at most {share:.0%} of the rows"
                found = f"'{role}' in {len(its_rows)} of {len(rows)}"
                message = f"expected {expected}, found {found}"
                yield Fault.at(its_rows[0], "roles", role, message=message, cure="share it with others")
