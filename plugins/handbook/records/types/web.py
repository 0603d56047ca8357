"""Addresses in the web and of people's mailboxes."""

import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from handbook.records.types.fault import wrong
from handbook.records.types.meaning import Meaning
from handbook.records.types.text import read_line

_SAFE = re.compile(r"(https?://[^\s<>\"']+|mailto:[^\s<>\"']+)", re.IGNORECASE)
_RELATIVE = re.compile(r"(?!//)[\w.@~/#?=&%+-]+")
_MAILBOX = re.compile(r"[^\s@<>\"',;:]+@[^\s@<>\"',;:]+")


def read_url(found: object) -> str:
    """A link that may stand on a page: http, https, mailto, or a path in the repository. Raises FIELD016."""
    text = read_line(found)
    if _SAFE.fullmatch(text) or (":" not in text and _RELATIVE.fullmatch(text)):
        return text
    raise wrong("FIELD016", "a link with https:, http: or mailto:, or a path in the repository", found)


def read_email(found: object) -> str:
    """A mailbox like ana@example.org. Raises FIELD016 for anything else."""
    text = read_line(found)
    if _MAILBOX.fullmatch(text):
        return text
    raise wrong("FIELD016", "a mail address like ana@example.org", found)


Url = Annotated[
    str,
    BeforeValidator(read_url),
    WithJsonSchema({"type": "string"}),
    Meaning("link", ("https://example.org", "docs/plan.md")),
]
Email = Annotated[
    str,
    BeforeValidator(read_email),
    WithJsonSchema({"type": "string", "format": "email"}),
    Meaning("mail address", ("ana@example.org",)),
]
