"""The risks with their scores, responses and owners; the greatest score first.

```handbook
view: risk-register
show: open
least: 10
```
"""

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from handbook.analysis.rated import RatedRisk
from handbook.analysis.words import capital
from handbook.views import view
from handbook.views.block.block import Block, Column, Fold, Row, Table
from handbook.views.block.inline import Break, Light, Note, Phrase, Tag
from handbook.views.detail.common import follow_up
from handbook.views.detail.record import has_page, in_full
from handbook.views.detail.risk import review, score
from handbook.views.drawings.matrix import key
from handbook.views.naming import heading, missing, owner, titled, worded
from handbook.views.view import Ground

SCOPE: view.Scope = "any"

_COLUMNS = (
    Column("Risk"),
    Column("Score"),
    Column("Response"),
    Column("Owner"),
    Column("Status", minor=True),
    Column("Next review", minor=True),
)
_BRIEF = 4
"""How many of the columns a summary has."""


class Options(view.Options):
    """Which risks the register shows."""

    show: Literal["open", "closed", "all"] = Field(
        "open", description="Those that may still occur, or others."
    )
    kind: Literal["threat", "opportunity", "both"] = Field("both", description="Harmful or welcome ones.")
    least: int = Field(0, ge=0, description="The least score.")
    most: int | None = Field(None, ge=1, description="The greatest number of rows.")
    brief: bool = Field(False, description="Only title, score, kind of response and owner, for summaries.")
    details: bool = Field(
        False, description="Whether each risk is told beneath the table, if it is no page of its own."
    )


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """One table, and the risks in full if that is asked for."""
    charters = ground.charters(options)
    risks = [rated for charter in charters for rated in ground.portfolio.risks(charter.id)]
    shown = [rated for rated in risks if _is_shown(rated, options)]
    single = len(charters) == 1
    if not shown:
        no = "no risks are recorded: add them in"
        return (missing(charters[0], no, "risks.yml"),) if single and not risks else ()
    if not single:
        shown.sort(key=lambda rated: (not rated.risk.is_open, -(rated.score or 0)))
    shown = shown[: options.most]
    at_home = single and not options.details
    rows = [_row(ground, rated, single, at_home, options.brief) for rated in shown]
    table = Table(
        _COLUMNS[:_BRIEF] if options.brief else _COLUMNS, rows, "Risks", sortable=True, filterable=True
    )
    told = [one.risk for one in shown if options.details and not has_page(one.risk)]
    return (table, *(Fold(heading(risk), in_full(ground, risk, 4), risk.address) for risk in told))


def _is_shown(rated: RatedRisk, options: Options) -> bool:
    risk = rated.risk
    return (
        options.show in {"all", "open" if risk.is_open else "closed"}
        and options.kind in {"both", risk.nature}
        and (rated.score or 0) >= options.least
    )


def _row(ground: Ground, rated: RatedRisk, single: bool, at_home: bool, brief: bool) -> Row:
    risk = rated.risk
    event = (Note(risk.event),) if risk.event and not brief else ()
    welcome = (" ", Tag("opportunity", "good")) if risk.nature == "opportunity" else ()
    cells = (
        (*titled(ground, risk, single), *welcome, *event),
        score(ground, rated),
        _response(ground, rated, brief),
        owner(ground, risk),
        (capital(worded(risk.status)),),
        review(ground, rated),
    )
    place = key((rated.probability, rated.impact)) if rated.probability and rated.impact else ""
    keys = f"{place} {risk.nature} {risk.category}".strip()
    return Row(cells[:_BRIEF] if brief else cells, anchor=risk.address if at_home else "", keys=keys)


def _response(ground: Ground, rated: RatedRisk, brief: bool) -> Phrase:
    """The kind of response with the next thing to do; a sign where one is wanted and missing."""
    risk = rated.risk
    open_actions = [action for action in risk.actions if action.done is None]
    if rated.above_appetite and not rated.answered:
        return (Light("red", "no response"),)
    kind: Phrase = (capital(risk.response),) if risk.response else ()
    if brief or not open_actions or not risk.is_open:
        return kind
    following = min(open_actions, key=lambda action: (action.due is None, action.due or ground.status_date))
    return (*kind, *((Break(),) if kind else ()), *follow_up(ground, risk, following)[1:])
