"""What stands in the fields of a new record: values that are likely, and words for what is to be written."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple, get_args, get_origin

from pydantic.fields import FieldInfo

from handbook.exchange.editing.editable import CannotEdit
from handbook.exchange.formatting.order import field_order
from handbook.loading.marks import fields, required
from handbook.records.kind import Kind
from handbook.records.scales import Scales
from handbook.records.types.meaning import Meaning
from handbook.records.types.reference import Reference

TODO = "TODO"
"""What text begins with that is still to be written; the check asks for it."""

_MORE = {
    "budget": ("total",),
    "calendar": ("title",),
    "change": ("requested_by", "raised", "reason", "authority"),
    "decision": ("date", "deciders", "decide_by"),
    "deliverable": ("owner", "acceptance_criteria"),
    "issue": ("type", "severity", "owner", "raised", "raised_by", "due", "status"),
    "lesson": ("cause", "recommendation", "learned"),
    "milestone": ("owner", "due"),
    "objective": ("measure", "target", "by"),
    "report": ("title", "author"),
    "risk": ("cause", "event", "effect", "raised", "review_by"),
    "role": ("holder",),
    "stakeholder": ("relationship_owner",),
    "task": ("duration",),
    "team": ("lead",),
}
"""Fields that a record is better with from the start, though it may go without them."""

_DAYS = {"due": 14, "decide_by": 14, "by": 90, "to": 13, "expires": 90, "review_by": 28}
_FIXED = {"duration": "5d", "frequency": "monthly", "money": "0", "letters": "A/R"}
_DECIDE = frozenset(("approver", "approved_by", "authority", "deciders", "sponsor"))
_PARTIES = frozenset(("person", "role", "team"))


class Ground(NamedTuple):
    """What likely values are made of: who answers, who decides, the day, and the levels of risk."""

    owner: str
    sponsor: str
    day: date
    scales: Scales


def starting_fields(kind: Kind, given: Mapping[str, Any], ground: Ground) -> dict[str, Any]:
    """The fields of a new record in order: those given, those it must have, some it is better with.

    Raises `CannotEdit` if it must have one that nothing is likely for.
    """
    must, more = required(kind.model), _MORE.get(kind.name, ())
    found: dict[str, Any] = {}
    for name in dict.fromkeys([*field_order(kind), *required(kind.model), *given]):
        if name in given:
            found[name] = given[name]
        elif name in must or name in more:
            try:
                found[name] = _value(kind, name, ground)
            except CannotEdit:
                if name in must:
                    raise
    return found


def choices(kind: Kind, name: str) -> tuple[str, ...]:
    """The words that a field may have; none if it is free."""
    field = fields(kind.model).get(name)
    found = next((part for part in _parts(field) if get_origin(part) is Literal), None) if field else None
    return get_args(found) if found else ()


def _value(kind: Kind, name: str, ground: Ground) -> Any:
    field = fields(kind.model)[name]
    found = list(_parts(field))
    if (kind.name, name) == ("waiver", "rule"):
        raise _needed(kind, name, field)
    if mark := next((part for part in found if isinstance(part, Reference)), None):
        party = ground.sponsor if name in _DECIDE else ground.owner
        if not _PARTIES & set(mark.kinds) or not party:
            raise _needed(kind, name, field)
        return _party(found, party)
    if name in ("probability", "impact"):
        levels = ground.scales.probability if name == "probability" else ground.scales.impact
        return levels[len(levels) // 2].name
    if words := choices(kind, name):
        default = field.get_default()
        return default if default in words else words[0]
    word = next((part.word for part in found if isinstance(part, Meaning)), "")
    if word == "date":
        return str(ground.day + timedelta(_DAYS.get(name, 0)))
    return _FIXED.get(word) or todo(field)


def _party(found: list[Any], owner: str) -> Any:
    """Somebody as a value, or as the key of a mapping whose values are letters."""
    letters = next((part for part in found if isinstance(part, Meaning) and part.word == "letters"), None)
    return {owner: _FIXED["letters"]} if letters else owner


def todo(field: FieldInfo) -> str:
    """Words for what is still to be written in a field."""
    says = (field.description or "").split(":")[0].rstrip(".")
    return f"{TODO} {says[:1].lower()}{says[1:]}"


def _needed(kind: Kind, name: str, field: FieldInfo) -> CannotEdit:
    says = (field.description or "").rstrip(".")
    return CannotEdit(f"the {kind.name} needs '{name}': {says[:1].lower()}{says[1:]} – add --set {name}=…")


def _parts(field: FieldInfo) -> Iterator[Any]:
    """The marks and types that a field is made of."""
    yield from field.metadata
    waiting = [field.annotation]
    while waiting:
        part = waiting.pop(0)
        yield part
        if get_origin(part) is not Literal:
            waiting += [*get_args(part), *getattr(part, "__metadata__", ())]
