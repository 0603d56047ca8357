"""Where links lead, and the ids of records on their pages."""

import pytest
from handbook.views.block.block import Card, Cards, Column, Fold, Row, Table
from handbook.views.block.inline import Id, Out, Ref
from handbook.views.links import Links, Unlinked, anchor
from handbook.views.writers.html import html


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("apollo/R-7", "r-7"),
        ("apollo/plan.build.api", "plan-build-api"),
        ("@ana", "ana"),
        ("team/web", "web"),
        ("apollo/2026-05-28", "2026-05-28"),
        ("apollo", "apollo"),
    ],
)
def test_the_id_of_a_home(address: str, expected: str) -> None:
    assert anchor(address) == expected


def test_a_title_at_its_home_is_no_link_but_its_id_is(links: Links) -> None:
    row = Row([(Ref("apollo/R-7", "Late"), " ", Id("apollo/R-7", "R-7"))], anchor="apollo/R-7")
    written = html([Table([Column("Risk")], [row])], links)
    assert '<tr id="r-7"><th scope="row">Late <a class="hb-id" href="#r-7">R-7</a></th></tr>' in written


def test_a_title_elsewhere_is_a_link_that_tells_its_state(links: Links) -> None:
    row = Row([(Ref("apollo/R-7", "Late", "open threat, score 16"),)])
    assert '<a href="#r-7" title="open threat, score 16">Late</a>' in html(
        [Table([Column("Risk")], [row])], links
    )


def test_without_a_home_there_is_only_text() -> None:
    row = Row([(Ref("apollo/R-7", "Late"), Id("apollo/R-7", "R-7"))])
    assert "<a " not in html([Table([Column("Risk")], [row])], Unlinked())


def test_a_link_opens_the_fold_it_leads_to(links: Links) -> None:
    written = html([Fold(("More",), (Cards([Card(("x",), ())]),), "apollo/R-7")], links)
    assert written.startswith('<details class="hb-fold"><summary>More</summary><div id="r-7">')


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "JAVASCRIPT:x", "data:x", "java\tscript:x", "//x.example", "http://["]
)
def test_an_address_that_may_not_lead_is_words(url: str, links: Links) -> None:
    written = html([Cards([Card((Out(url, "words"),), ())])], links)
    assert "<a " not in written
    assert "words" in written


def test_people_are_written_to(links: Links) -> None:
    assert 'href="mailto:ana@example.org"' in html(
        [Cards([Card((Out("mailto:ana@example.org", "Ana"),), ())])], links
    )
