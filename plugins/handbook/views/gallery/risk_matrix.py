"""Open risks counted by probability and impact, with arrows to where their responses bring them.

A click on a number shows only its risks in the register on the same page.

    ```handbook
    view: risk-matrix
    kind: threat
    ```
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal

from pydantic import Field

from handbook.analysis.rated import RatedRisk
from handbook.analysis.words import capital, count
from handbook.records.scales import Scales
from handbook.views import view
from handbook.views.block.block import Block, Column, Picture, Row, Table
from handbook.views.block.inline import Light, Phrase
from handbook.views.drawings.matrix import Grid, Place, matrix
from handbook.views.naming import label, titled
from handbook.views.view import Ground

SCOPE: view.Scope = "any"

_COLUMNS = (
    Column("Risk"),
    Column("Probability"),
    Column("Impact"),
    Column("Score"),
    Column("After response"),
)


class Options(view.Options):
    """What the matrix counts."""

    kind: Literal["threat", "opportunity"] = Field("threat", description="Harmful or welcome risks.")
    arrows: bool = Field(True, description="Whether arrows lead to where responses bring the risks.")


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """The matrix with its risks as a table; nothing without open risks that have a rating."""
    risks = [
        rated
        for charter in ground.charters(options)
        for rated in ground.portfolio.risks(charter.id)
        if rated.risk.is_open and rated.risk.nature == options.kind and rated.score is not None
    ]
    if not risks:
        return ()
    scales = ground.book.settings.scales
    risks.sort(key=lambda rated: -(rated.score or 0))
    above = sum(1 for rated in risks if (rated.score or 0) > scales.appetite)
    grid = _grid(risks, scales, options, above)
    twin = Table(_COLUMNS, [_row(ground, rated, scales) for rated in risks], grid.title, narrow="scroll")
    signs: Phrase = (_legend(grid, options),)
    return (Picture(matrix(grid), grid.title, grid.description, twin, legend=signs, name="matrix"),)


def _grid(risks: Sequence[RatedRisk], scales: Scales, options: Options, above: int) -> Grid:
    places = [_place(rated) for rated in risks]
    levels = [(p, i) for p in range(1, len(scales.probability) + 1) for i in range(1, len(scales.impact) + 1)]
    noun = ("open threat", "") if options.kind == "threat" else ("open opportunity", "open opportunities")
    moves = [
        (place, after)
        for place, rated in zip(places, risks, strict=True)
        if (after := _after(rated)) and after != place
    ]
    return Grid(
        "Risk matrix" if options.kind == "threat" else "Matrix of opportunities",
        f"{capital(count(len(risks), *noun))}, {above} above appetite.",
        [level.name.replace("-", " ") for level in scales.probability],
        [level.name.replace("-", " ") for level in scales.impact],
        {place: scales.colour(place[0] * place[1]) for place in levels},
        Counter(places),
        _tips(risks, places),
        moves if options.arrows else (),
        scales.appetite,
    )


def _tips(risks: Sequence[RatedRisk], places: Sequence[Place]) -> Mapping[Place, str]:
    tips: dict[Place, str] = {}
    for place, rated in zip(places, risks, strict=True):
        tips[place] = f"{tips[place]}; {label(rated.risk)}" if place in tips else label(rated.risk)
    return tips


def _place(rated: RatedRisk) -> Place:
    return rated.probability or 1, rated.impact or 1


def _after(rated: RatedRisk) -> Place | None:
    """The cell to which the response brings a risk."""
    if rated.residual_probability is None or rated.residual_impact is None:
        return None
    return rated.residual_probability, rated.residual_impact


def _row(ground: Ground, rated: RatedRisk, scales: Scales) -> Row:
    probability = scales.probability[(rated.probability or 1) - 1].name.replace("-", " ")
    impact = scales.impact[(rated.impact or 1) - 1].name.replace("-", " ")
    score: Phrase = (Light(rated.colour, str(rated.score)),)
    after: Phrase = ()
    if rated.residual_score is not None:
        after = (Light(scales.colour(rated.residual_score), str(rated.residual_score)),)
    return Row((titled(ground, rated.risk), (probability,), (impact,), score, after))


def _legend(grid: Grid, options: Options) -> str:
    what = "threats" if options.kind == "threat" else "opportunities"
    signs = [f"number: open {what}"]
    if grid.moves:
        signs.append("arrow: where the response brings them")
    signs.append(f"thick line: appetite, score {grid.appetite}")
    return " · ".join(signs)
