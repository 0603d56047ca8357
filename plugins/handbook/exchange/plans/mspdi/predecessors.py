"""Predecessor links of MSPDI, and their lags."""

from collections.abc import Iterator

from handbook.exchange.plans.model import PlanLink, Span
from handbook.exchange.plans.mspdi import values
from handbook.exchange.plans.mspdi.fields import Fields

_OF_MONTH = (11, 12, 43, 44)


def predecessors(task: Fields) -> Iterator[PlanLink]:
    """The links of a task; those to other files are told."""
    for element in task.each("PredecessorLink"):
        link = Fields(element, task.notes, task.what)
        uid, kind = link.text("PredecessorUID").strip(), link.whole("Type", 1)
        if link.flag("CrossProject"):
            name = link.line_text("CrossProjectName") or uid
            link.tell("CrossProject", f"not read: it waits for '{name}' in another file")
        elif kind is None or not 0 <= kind < len(values.LINKS):
            link.tell("Type", f"not read: a link of the type {kind}")
        else:
            yield PlanLink(uid, values.LINKS[kind], _lag(link))


def _lag(link: Fields) -> Span | None:
    """The lag, which is told in tenths of minutes; that in percent is kept as such, to be settled later."""
    amount, form = link.whole("LinkLag", 0) or 0, link.whole("LagFormat")
    if not amount:
        return None
    plain = form - 32 if form is not None and form > 32 else form
    if plain in values.PERCENT:
        return Span(amount, "%", plain == values.PERCENT[1])
    unit, elapsed = values.unit_of(form)
    if amount % 10:
        link.tell("LinkLag", f"a lag of {amount / 10:g} minutes is read as whole ones")
    return Span(round(amount / 10), unit, elapsed)
