"""The page of figures has every figure that commands and pages tell, by the formula that is computed."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest
from handbook.analysis.figures import FIGURES
from handbook.analysis.forecast.forecast import Influence, Outlook
from handbook.analysis.portfolio import Portfolio
from handbook.analysis.schedule_health import TESTS
from handbook.analysis.schedule_points.ground import Ground
from handbook.analysis.schedule_points.telling import limit

from tests.books import book
from tests.docs.pages import MANUAL, sections

TOLD = sections(MANUAL / "figures.md")


def table(section: str) -> dict[str, list[str]]:
    """The rows of a section by their first cell."""
    rows = re.findall(r"^\| (.+) \|$", TOLD[section], re.MULTILINE)
    cells = [[cell.strip() for cell in row.split(" | ")] for row in rows if not row.startswith("-")]
    return {row[0]: row[1:] for row in cells[1:]}


@pytest.mark.parametrize("sign", FIGURES)
def test_every_figure_of_earned_value_stands_in_it(sign: str) -> None:
    figure = FIGURES[sign]
    told = table("Earned schedule" if figure.of is None else "Earned value")[sign]
    assert told[:2] == [figure.name, figure.formula.replace(" - ", " \u2212 ")]


def test_every_point_of_schedule_health_stands_in_it_with_its_limit() -> None:
    portfolio = Portfolio(book("apollo: {tasks: {a: {duration: 5d}, b: {duration: 5d, after: a}}}"))
    ground: Ground = portfolio.schedule("apollo")
    points = [test(ground) for test in TESTS]
    told = table("Schedule health")
    assert list(told) == [point.name for point in points]
    for point in points:
        expected = "0" if limit(point) == "\u2264 0" else limit(point)
        assert told[point.name][1] == (expected or "told only")


def test_every_figure_of_a_forecast_stands_in_it() -> None:
    told = table("Chance")
    parts = {"runs", "seed", "address", "due", "planned", "days", "name"}
    rows = {"chance": "chance of a date", "plan_chance": "chance of a date", "reserve": "reserve"}
    rows |= dict.fromkeys(("p10", "p50", "p80", "p90"), "P10, P50, P80, P90")
    rows |= {"mean": "mean, sd", "sd": "mean, sd", "p80_between": "precision of P80"}
    rows |= {"low": "swing", "high": "swing", "criticality": "criticality", "cruciality": "cruciality"}
    named = {field.name for model in (Outlook, Influence) for field in fields(model)}
    assert named - parts - {"kind", "probability"} == set(rows)
    assert set(rows.values()) <= set(told)


def test_every_row_says_where_it_comes_from() -> None:
    for section in TOLD:
        for name, cells in table(section).items():
            assert len(cells) >= 2, name
            assert all(cells), name
