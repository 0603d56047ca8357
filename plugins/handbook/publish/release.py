"""A release: what a version of the site is called."""

import re
from dataclasses import dataclass
from datetime import date

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]*")
_CURE = "letters, digits and . _ + -, beginning with a letter or digit, as in 2026-06"


class WrongName(ValueError):
    """A version or an alias that cannot be the name of a folder and part of an address."""


@dataclass(frozen=True, slots=True)
class Release:
    """A version with the title that the version menu shows, and other names that lead to it.

    ``listed`` are the versions, or other names of them, that the menu shows; all if none is named.

    Raises `WrongName` for names that are no folder names, and for an alias that is the version itself.
    """

    version: str
    title: str = ""
    aliases: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in (self.version, *self.aliases):
            if not _NAME.fullmatch(name) or name.endswith("."):
                raise WrongName(f"expected {_CURE}, found '{name}'")
        if self.version in self.aliases:
            raise WrongName(f"the alias '{self.version}' is the version itself")

    def __str__(self) -> str:
        aliases = f" ({', '.join(self.aliases)})" if self.aliases else ""
        return f"{self.version}{aliases}"


def version_of(status_date: date) -> str:
    """What a version is called when nobody names it: the month it speaks of."""
    return f"{status_date:%Y-%m}"
