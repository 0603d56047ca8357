"""One stakeholder or one communication in full."""

from collections.abc import Iterator

from handbook.analysis.words import capital
from handbook.records.kinds.communication import Communication
from handbook.records.kinds.stakeholder import ENGAGEMENTS, Engagement, Stakeholder
from handbook.views.block.block import Block, Items
from handbook.views.block.inline import Light, Phrase
from handbook.views.dates import dated
from handbook.views.detail.common import Fact, ending, follow_up, pairs, points, text
from handbook.views.naming import all_named, named, owner, prose
from handbook.views.view import Ground


def stakeholder_in_full(ground: Ground, one: Stakeholder, heading_level: int) -> Iterator[Block]:
    """Everything that the record of a stakeholder says."""
    if one.interest.strip():
        yield prose(ground, one, one.interest, heading_level)
    yield from pairs(_facts(ground, one))
    yield from points("Needs", one.needs)
    if one.actions:
        yield Items([follow_up(ground, one, action, one.relationship_owner) for action in one.actions])
    yield from ending(ground, one, heading_level)


def communication_in_full(ground: Ground, one: Communication, heading_level: int) -> Iterator[Block]:
    """Everything that the record of a communication says."""
    yield from pairs(
        (
            ("Told", text(one.what) if one.title else ()),
            ("To", all_named(ground, one.to, one.project)),
            ("How", text(one.channel)),
            ("How often", (often(one),)),
            ("By", owner(ground, one)),
            ("First by", dated(one.due, ground.status_date)),
            ("Last", dated(one.last_sent, ground.status_date)),
        )
    )
    yield from ending(ground, one, heading_level)


def standing(engagement: Engagement) -> Phrase:
    """Where a stakeholder stands and where they are needed; with a sign if they are not there yet."""
    if engagement.current == engagement.desired:
        return (Light("green", capital(engagement.current)),)
    words = f"{capital(engagement.current)}\u00a0→ {engagement.desired}"
    return (Light("amber" if is_short(engagement) else "green", words),)


def is_short(engagement: Engagement) -> bool:
    """Whether a stakeholder is less engaged than the project needs."""
    return ENGAGEMENTS.index(engagement.current) < ENGAGEMENTS.index(engagement.desired)


def weight(one: Stakeholder) -> tuple[int, int, str]:
    """Those with the most influence and interest come first."""
    return -(one.influence or 0), -(one.interest_level or 0), one.label.casefold()


def who(ground: Ground, one: Stakeholder) -> Phrase:
    """Who a stakeholder is, beside the name they are listed under: role, organisation, person."""
    told = [one.role] if one.label != one.role else []
    told += [one.name] if one.name and one.name != one.label else []
    told += [one.organisation] if one.organisation not in {"", one.label} else []
    person: Phrase = (named(ground, one.person, one.project),) if one.person else ()
    return (*((", ".join(told),) if told else ()), *((", ",) if told and person else ()), *person)


def often(one: Communication) -> str:
    """How often, in words: ``every 3 weeks`` for ``every 3w``."""
    if not one.frequency.text.startswith("every "):
        return capital(one.frequency.text.replace("-", " "))
    number, unit = one.frequency.text.removeprefix("every ")[:-1].strip(), _UNITS[one.frequency.text[-1]]
    return f"Every {unit}" if number == "1" else f"Every {number}\u00a0{unit}s"


_UNITS = {"d": "day", "w": "week"}


def _facts(ground: Ground, one: Stakeholder) -> Iterator[Fact]:
    yield "Who", who(ground, one)
    yield "Influence", text(f"{one.influence} of 5" if one.influence else "")
    yield "Interest", text(f"{one.interest_level} of 5" if one.interest_level else "")
    yield "Engagement", standing(one.engagement) if one.engagement else ()
    yield "Attitude", text(one.attitude)
    keeper = one.relationship_owner
    yield "In touch", (named(ground, keeper, one.project),) if keeper else ()
    yield "Owner", owner(ground, one)
