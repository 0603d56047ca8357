"""How grave a problem is."""

from enum import IntEnum


class Severity(IntEnum):
    """The three grades, ordered so that the gravest is the greatest.

    Errors make the command fail and stop a build; warnings do so under ``--strict``; information never does.
    """

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()

    @classmethod
    def named(cls, word: str) -> "Severity":
        """The severity called ``word``: error, warning or info; `KeyError` for any other word."""
        return cls[word.upper()]
