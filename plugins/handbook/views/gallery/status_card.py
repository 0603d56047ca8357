"""The colours of a project with their reasons: time, cost, scope, quality and risk.

A colour that somebody states stands beside the computed one, with its reason and the day it expires.

    ```handbook
    view: status-card
    ```
"""

from collections.abc import Iterator, Sequence

from handbook.analysis.health import Verdict
from handbook.analysis.words import capital
from handbook.records.kinds.project import Project
from handbook.views import view
from handbook.views.block.block import Block, Card, Cards, Paragraph
from handbook.views.block.inline import MEANINGS, Light, Note, Phrase
from handbook.views.dates import day
from handbook.views.naming import named
from handbook.views.view import Ground, Options

SCOPE: view.Scope = "project"


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """A card for each dimension, and a line for a colour that is stated for the whole."""
    charter = ground.charter(options)
    if charter is None:
        return ()
    health = ground.portfolio.health(charter.id)
    cards = [_card(ground, charter, name, verdict) for name, verdict in health.dimensions.items()]
    stated = _stated(ground, charter, health.overall)
    whole = (Paragraph(("The whole: ", *stated)),) if stated else ()
    return (Cards(cards), *whole)


def _card(ground: Ground, charter: Project, name: str, verdict: Verdict) -> Card:
    return Card((capital(name),), list(_lines(ground, charter, name, verdict)), verdict.colour)


def _lines(ground: Ground, charter: Project, name: str, verdict: Verdict) -> Iterator[Phrase]:
    yield (verdict.reason,)
    if name == "time" and (sure := _sure(ground, charter)):
        yield (sure,)
    if verdict.rule:
        yield (Note(verdict.rule),)
    if stated := _stated(ground, charter, verdict):
        yield stated


def _sure(ground: Ground, charter: Project) -> str:
    """By when the project is finished for 80% sure; empty if nothing says how sure its dates are."""
    found = ground.portfolio.forecast(charter.id)
    return f"80% sure to be finished by {day(found.finish.p80, ground.status_date)}" if found else ""


def _stated(ground: Ground, charter: Project, verdict: Verdict) -> Phrase:
    """The colour that somebody states, with who, why and until when."""
    stated = verdict.stated
    if stated is None:
        return ()
    until = f", until {day(stated.until, ground.status_date)}" if stated.until else ""
    reason = f": {stated.reason}" if stated.reason else ""
    who = named(ground, stated.by or charter.manager, charter.id)
    return (Light(stated.colour, f"{MEANINGS[stated.colour]}, says"), " ", who, f"{reason}{until}")
