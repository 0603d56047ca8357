"""The gallery as a whole: every view has a manual, explains its options, is silent without content."""

import re
from datetime import date

import pytest
import yaml
from handbook.analysis.portfolio import Portfolio
from handbook.records.book import Book
from handbook.records.kinds.project import Project
from handbook.views.block.block import Missing, Picture
from handbook.views.links import Unlinked
from handbook.views.view import Ground, views
from handbook.views.writers.html import html
from handbook.views.writers.plain import markdown
from pydantic import ValidationError

from tests.views.cases import CASES
from tests.views.drawing import drawn, parts

_FENCE = re.compile(r"```handbook\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("name", sorted(CASES))
def test_the_manual_has_an_example_that_can_be_copied(name: str) -> None:
    view = views()[name]
    example = yaml.load("\n".join(_FENCE.findall(view.manual.replace("\n    ", "\n"))), yaml.BaseLoader)
    assert example.pop("view") == name
    view.options.model_validate(example)
    assert view.manual.splitlines()[0].endswith((".", ":"))


@pytest.mark.parametrize("name", sorted(CASES))
def test_every_option_is_explained(name: str) -> None:
    for option, field in views()[name].options.model_fields.items():
        assert (field.description or "").endswith("."), option


@pytest.mark.parametrize("name", sorted(CASES))
def test_an_unknown_option_is_refused(name: str) -> None:
    with pytest.raises(ValidationError):
        views()[name].options.model_validate({"colour": "red"})


@pytest.mark.parametrize("name", sorted(CASES))
@pytest.mark.parametrize("project", [None, "nowhere"])
def test_an_empty_book_shows_nothing(name: str, project: str | None) -> None:
    empty = Ground(Portfolio(Book((), status_date=date(2026, 6, 1))), project)
    view = views()[name]
    assert tuple(view.draw(empty, view.options.model_validate(CASES[name][0].options))) == ()


@pytest.mark.parametrize("name", sorted(set(CASES) - {"charter", "headline", "status-card", "status-board"}))
def test_a_bare_project_shows_at_most_what_is_missing(name: str) -> None:
    charter = Project.model_validate(
        {
            "id": "bare",
            "project": "bare",
            "title": "Bare",
            "manager": "a",
            "sponsor": "b",
            "status": "proposed",
            "start": "2026-01-01",
        }
    )
    ground = Ground(Portfolio(Book((charter,), status_date=date(2026, 6, 1))), "bare")
    view = views()[name]
    options = {"kind": "risk"} if name == "records" else {}
    blocks = tuple(view.draw(ground, view.options.model_validate(options)))
    assert all(isinstance(block, Missing) for block in blocks)
    assert html(blocks, Unlinked()) == ""
    assert markdown(blocks, Unlinked()).text == ""


@pytest.mark.parametrize("name", sorted(CASES))
def test_nobody_learns_of_what_is_withheld(name: str, portfolio: Portfolio) -> None:
    for case in CASES[name]:
        blocks = drawn(name, case, portfolio)
        for written in (
            html(blocks, Unlinked(), internal=True),
            markdown(blocks, Unlinked(), internal=True).text,
        ):
            assert "nobody may know" not in written
            assert "secret" not in written


@pytest.mark.parametrize("name", sorted(CASES))
def test_every_picture_tells_its_facts_as_a_table(name: str, portfolio: Portfolio) -> None:
    for case in CASES[name]:
        for block in (part for whole in drawn(name, case, portfolio) for part in parts(whole)):
            if isinstance(block, Picture):
                assert block.twin.rows
                assert "<title>" in block.svg
                assert "<desc>" in block.svg


def test_blocks_are_alike_each_time(portfolio: Portfolio) -> None:
    again = Portfolio(portfolio.book)
    for name, cases in CASES.items():
        assert drawn(name, cases[0], portfolio) == drawn(name, cases[0], again)
