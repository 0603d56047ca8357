"""One risk in full."""

from collections.abc import Iterator
from datetime import date

from handbook.analysis.rated import RatedRisk
from handbook.analysis.words import capital
from handbook.records.kinds.risk import Effect, Risk
from handbook.views.block.block import Block, Items
from handbook.views.block.inline import Light, Muted, Phrase, Tag
from handbook.views.dates import dated, day, lasting
from handbook.views.detail.common import Fact, ending, follow_up, pairs, text
from handbook.views.naming import joined, named, owner, prose, worded
from handbook.views.view import Ground


def risk_in_full(ground: Ground, risk: Risk, heading_level: int) -> Iterator[Block]:
    """Everything that the record of a risk says, with its scores."""
    rated = next((one for one in ground.portfolio.risks(risk.project or "") if one.risk is risk), None)
    yield from pairs(_facts(ground, risk, rated))
    if risk.actions:
        yield Items([follow_up(ground, risk, action) for action in risk.actions])
    if risk.reason.strip():
        yield prose(ground, risk, risk.reason, heading_level)
    yield from ending(ground, risk, heading_level)


def _facts(ground: Ground, risk: Risk, rated: RatedRisk | None) -> Iterator[Fact]:
    on = ground.status_date
    yield "Status", (Tag(worded(risk.status)),)
    if rated:
        yield "Score", score(ground, rated)
    yield "Owner", owner(ground, risk)
    yield "Cause", text(risk.cause)
    yield "Event", text(risk.event)
    yield "Effect", text(risk.effect)
    yield "Category", text(risk.category)
    yield "Proximity", text(risk.proximity)
    trigger = day(risk.trigger, on) if isinstance(risk.trigger, date) else risk.trigger
    yield "Trigger", text(trigger or "")
    yield "Affects", joined((_effect(ground, risk, effect) for effect in risk.affects), ", ")
    yield "Response", text(capital(risk.response or ""))
    yield "Contingency", text(str(risk.contingency) if risk.contingency else "")
    yield "Accepted by", (named(ground, risk.accepted_by, risk.project),) if risk.accepted_by else ()
    yield "Raised", dated(risk.raised, on)
    yield "Next review", review(ground, rated) if rated else ()
    yield "Closed", dated(risk.closed, on)


def score(ground: Ground, rated: RatedRisk) -> Phrase:
    """The score with its colour, and the one that remains after the response."""
    if rated.score is None:
        return (Muted("not on the scale"),)
    scales = ground.book.settings.scales
    inherent = Light(rated.colour, str(rated.score))
    if rated.residual_score is None:
        return (inherent,)
    return (inherent, "\u00a0→\u00a0", Light(scales.colour(rated.residual_score), str(rated.residual_score)))


def review(ground: Ground, rated: RatedRisk) -> Phrase:
    """When the risk is to be looked at again, with a sign once that has passed."""
    if rated.review_on is None or not rated.risk.is_open:
        return ()
    when = day(rated.review_on, ground.status_date)
    return (Light("amber", f"{when}, overdue"),) if rated.review_overdue else (when,)


def _effect(ground: Ground, risk: Risk, effect: Effect) -> Phrase:
    delay, cost = effect.delay, effect.extra_cost
    told = [f"{lasting(delay.low)} to {lasting(delay.high)} later"] if delay else []
    told += [f"{cost.low} to {cost.high} more"] if cost else []
    return (named(ground, effect.record, risk.project), *((Muted(f" ({', '.join(told)})"),) if told else ()))
