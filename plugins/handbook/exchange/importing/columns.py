"""Which column holds which field: by its name, by words that people use for it, or by likeness."""

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

PLACES = ("id", "project")
"""Columns that are no fields: what a record is called, and where it belongs."""

_ALIKE = 0.82
_SOMEWHAT_ALIKE = 0.55

# Words for fields, as they stand over the columns of registers, beside the names of the fields themselves.
_WORDS: Mapping[str, tuple[str, ...]] = {
    "id": ("no", "nr", "number", "ref", "reference", "key", "identifier", "#", "risk id", "issue id", "item"),
    "title": (
        "name",
        "summary",
        "subject",
        "risk",
        "issue",
        "milestone",
        "topic",
        "objective name",
    ),
    "text": ("title", "name", "task", "action", "what", "criterion", "objective"),
    "description": ("details", "detail", "long description"),
    "notes": ("comment", "comments", "remark", "remarks", "note"),
    "owner": ("responsible", "assignee", "assigned to", "accountable", "person in charge", "lead", "who"),
    "probability": ("likelihood", "chance", "prob", "p"),
    "impact": ("consequence", "severity", "i"),
    "severity": ("impact", "criticality"),
    "response": ("strategy", "treatment", "response strategy", "response type"),
    "actions": ("mitigation", "mitigations", "mitigation plan", "countermeasures", "measures", "action plan"),
    "category": ("type", "area", "class"),
    "type": ("category", "kind"),
    "status": ("state", "stage"),
    "raised": (
        "date raised",
        "raised on",
        "identified",
        "identified on",
        "opened",
        "created",
        "date",
        "logged",
    ),
    "raised_by": ("reporter", "reported by", "author", "requester", "identified by"),
    "requested_by": ("requester", "requestor", "author", "raised by"),
    "due": ("deadline", "due date", "target date", "target", "by when", "planned date", "date", "baseline"),
    "done": ("completed", "completed on", "closed on", "finished"),
    "resolved": ("closed", "closed on", "resolved on", "resolution date"),
    "review_by": ("next review", "review date", "review"),
    "reached": ("actual", "actual date", "achieved"),
    "to": ("stakeholder", "stakeholders", "audience", "recipient", "recipients", "who", "for whom"),
    "what": ("message", "deliverable", "information", "content", "subject", "communication", "purpose"),
    "channel": ("method", "medium", "delivery method", "how", "format", "means"),
    "frequency": ("how often", "cadence", "interval", "when", "timing"),
    "role": ("position", "function", "job", "job title", "stakeholder", "stakeholders", "group"),
    "name": ("full name", "person", "member", "contact", "who"),
    "email": ("mail", "e mail", "email address"),
    "organisation": ("organization", "company", "department", "unit"),
    "influence": ("power",),
    "interest_level": ("level of interest", "interest level"),
    "interest": ("interests", "stake", "concern", "concerns", "expectations"),
    "acceptance_criteria": ("acceptance", "criteria", "done when", "definition of done"),
    "recommendation": ("recommendations", "what to do next time", "lesson", "improvement"),
    "event": ("what happened", "observation", "situation"),
    "cause": ("root cause", "reason", "causes"),
    "effect": ("consequence", "consequences", "result"),
    "planned": ("budget", "planned cost", "amount", "cost", "estimate"),
    "decision": ("outcome", "result"),
    "decided": ("date of decision", "decision date"),
    "date": ("decided on", "decision date"),
    "deciders": ("decision makers", "decided by", "decision maker"),
}


_OF_OTHERS = frozenset(word for words in _WORDS.values() for word in words)
"""Words that mean a field: they are not taken for another one that they are merely like."""


class Column(NamedTuple):
    """A column of a table: its position and name, the field it holds (empty if unclear), how that is known.

    ``sure`` if the name is the field's own or was given; ``nearest`` is the field it is most like, if any.
    """

    at: int
    name: str
    field: str
    sure: bool = True
    nearest: str = ""


def columns(header: Sequence[str], fields: Iterable[str], given: Mapping[str, str]) -> tuple[Column, ...]:
    """The columns of a header; each field is given to one column at most, the surest first.

    ``given`` are the fields that somebody has named for columns, by the names of the columns; empty for a
    column that is to be left out.
    """
    known = [*PLACES, *fields]
    named = {_plain(name): field for name, field in given.items()}
    scores = {
        (at, field): _likeness(name, field)
        for at, name in enumerate(header)
        for field in known
        if name.strip()
    }
    found = {at: named[_plain(name)] for at, name in enumerate(header) if _plain(name) in named}
    taken = set(found.values())
    for (at, field), score in sorted(scores.items(), key=lambda pair: (-pair[1], pair[0][0])):
        if score >= _ALIKE and at not in found and field not in taken:
            found[at] = field
            taken.add(field)
    return tuple(
        Column(
            at,
            name,
            found.get(at, ""),
            _plain(name) in named or scores.get((at, found.get(at, "")), 0) == 1,
            _nearest(at, known, scores),
        )
        for at, name in enumerate(header)
        if name.strip()
    )


def _nearest(at: int, known: Sequence[str], scores: Mapping[tuple[int, str], float]) -> str:
    """The field that a column is most like; empty if it is like none."""
    field = max(known, key=lambda field: scores.get((at, field), 0.0))
    return field if scores.get((at, field), 0.0) >= _SOMEWHAT_ALIKE else ""


def _likeness(name: str, field: str) -> float:
    """How surely a column called ``name`` holds a field: 1 for its own name, less for words for it."""
    plain, own = _plain(name), _plain(field)
    if plain == own:
        return 1.0
    words = [_plain(word) for word in _WORDS.get(field, ())]
    if plain in words:
        return 0.98 - 0.001 * words.index(plain)
    if plain.rstrip("s") == own.rstrip("s"):
        return 0.95
    if any(len(word) > 2 and re.search(rf"\b{re.escape(word)}\b", plain) for word in (own, *words)):
        return 0.9
    if plain in _OF_OTHERS:
        return 0.0
    return max(0.94 * SequenceMatcher(None, plain, word).ratio() for word in (own, *words))


def _plain(name: str) -> str:
    return " ".join(re.findall(r"[a-z0-9#]+", name.casefold().replace("_", " "))) or name.strip()
