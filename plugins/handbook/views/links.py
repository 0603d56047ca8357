"""Where links lead: what a writer must know of the site it writes for."""

import re
from posixpath import dirname, join, normpath
from typing import Protocol
from urllib.parse import unquote, urlsplit

_NOT_SLUG = re.compile(r"[^a-z0-9_]+")
_SCHEMES = frozenset({"http", "https", "mailto"})


class Links(Protocol):
    """Knows where records and files are published, seen from the page that is being written."""

    def href(self, address: str) -> str | None:
        """Where the record at ``address`` is shown, relative to the page; None if it is shown nowhere."""

    def why(self, address: str) -> str | None:
        """Where it is told what makes the date of the record at ``address``; None if nowhere."""

    def file(self, path: str) -> str | None:
        """Where a file of the handbook's folder is published, relative to the page; None if nowhere.

        ``path`` is relative to the folder that was read, with forward slashes, and never leads out of it.
        """


class Unlinked:
    """Links of a page that stands alone: nothing leads anywhere."""

    def href(self, address: str) -> str | None:
        """None: no record is shown elsewhere."""
        return None

    def why(self, address: str) -> str | None:
        """None: no date is explained elsewhere."""
        return None

    def file(self, path: str) -> str | None:
        """None: no file is published."""
        return None


def anchor(address: str) -> str:
    """The id of a record's home on its page: ``r-7`` for ``apollo/R-7``, ``plan-build-api`` for a task."""
    return _NOT_SLUG.sub("-", address.rpartition("/")[2].lower()).strip("-")


def explained(address: str) -> str:
    """The address of the explanation of a record's date, as it stands for an id: ``apollo/why-M-1``."""
    project, _, id_ = address.rpartition("/")
    return f"{project}/why-{id_}"


def web_address(url: str, file: str, links: Links) -> str | None:
    """Where a link written in ``file`` leads.

    http, https and mailto as they are, a path to where its file is published; None for anything else: another
    scheme, another host without scheme, a path out of the folder.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme.lower() in _SCHEMES:
        return url
    inside = unquote(parts.path)
    if parts.scheme or parts.netloc or not inside or inside.startswith("/") or "\\" in inside:
        return None
    path = normpath(join(dirname(file), inside))
    found = None if path.startswith("..") else links.file(path)
    return f"{found}#{parts.fragment}" if found and parts.fragment else found
