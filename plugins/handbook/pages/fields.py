"""Fields written on a page – in a fence, or in the front matter of a template – read into a model."""

from collections.abc import Iterator
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError

from handbook.loading.compose import compose, plain
from handbook.loading.faults import faults_in
from handbook.loading.flaw import Flaw, Unreadable
from handbook.loading.guard import guard
from handbook.loading.limits import Limits
from handbook.loading.outline import Outline
from handbook.problems import Place, Problem
from handbook.records.record import Part

UNKNOWN_OPTION = "PAGE002"
BAD_OPTION = "PAGE003"
UNREADABLE = "PAGE006"
_UNKNOWN_KEY = "FIELD001"
_DEPTH = Limits().depth

M = TypeVar("M", bound=Part)


class Fields(NamedTuple):
    """What stands in a text of fields: plain data, and where each value is."""

    data: dict[str, Any]
    outline: Outline
    start: Place

    def place(self, *path: str | int, key: bool = False) -> Place:
        """Where the value at ``path`` stands, or its key."""
        line, column = self.outline.position(path, key=key)
        return Place(self.start.file, self.start.line + line - 1, column)


def read_fields(text: str, start: Place) -> tuple[Fields | None, list[Problem]]:
    """The fields of a text whose first line is ``start``; none if it cannot be read."""
    flaws: list[Flaw] = []
    try:
        guard(text, _DEPTH)
        node = compose(text)
        data = plain(node, flaws) if node else {}
    except Unreadable as end:
        flaws.append(end.flaw)
        data = None
    if data is not None and not isinstance(data, dict):
        flaws.append(Flaw("", "expected 'option: value' in each line, found something else"))
    if flaws or not isinstance(data, dict):
        return None, [_unreadable(flaw, start) for flaw in flaws]
    return Fields(data, Outline(text, node), start), []


def fitted(fields: Fields, model: type[M], *, skip: str = "") -> tuple[M | None, list[Problem]]:
    """The model that the fields say, and what is wrong with them; the field ``skip`` is not its own."""
    data = {key: value for key, value in fields.data.items() if key != skip}
    try:
        return model.model_validate(data, by_alias=True, by_name=False), []
    except ValidationError as error:
        return None, list(_problems(error, model, data, fields))


def _problems(
    error: ValidationError, model: type[Part], data: dict[str, Any], fields: Fields
) -> Iterator[Problem]:
    for fault in faults_in(error, model, data):  # type: ignore[arg-type]  # a part will do
        is_unknown = fault.code == _UNKNOWN_KEY
        name = f"{fault.path[0]}: " if fault.path and not is_unknown else ""
        message = fault.message.replace("unknown key", "unknown option", 1) if is_unknown else fault.message
        place = fields.place(*fault.path, key=is_unknown)
        yield Problem(
            UNKNOWN_OPTION if is_unknown else BAD_OPTION, f"{name}{message}", place, cure=fault.cure
        )


def _unreadable(flaw: Flaw, start: Place) -> Problem:
    place = Place(start.file, start.line + flaw.line - 1, flaw.column)
    return Problem(UNREADABLE, flaw.message, place, cure=flaw.cure)
