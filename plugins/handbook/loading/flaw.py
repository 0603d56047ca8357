"""A flaw: what is wrong at one position of the file at hand."""

from typing import NamedTuple

from handbook.problems import Place, Problem, Severity


class Flaw(NamedTuple):
    """A problem that does not know its file yet; plain values only, so that it travels between processes.

    ``line`` and ``column`` count from 1; ``severity`` is the number of a `Severity`.
    """

    code: str
    message: str
    line: int = 1
    column: int = 1
    cure: str = ""
    severity: int = 3
    fatal: bool = False

    def problem(self, file: str, project: str | None) -> Problem:
        """The flaw as a problem of ``file``."""
        place = Place(file, self.line, self.column)
        return Problem(
            self.code, self.message, place, Severity(self.severity), self.cure, project, self.fatal
        )


class Unreadable(Exception):
    """The file cannot be read any further; nothing of it may be published."""

    def __init__(self, code: str, message: str, line: int = 1, column: int = 1, cure: str = "") -> None:
        super().__init__(message)
        self.flaw = Flaw(code, message, line, column, cure, fatal=True)
