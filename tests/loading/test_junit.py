"""What test reports say is read from them, and nothing they try does harm."""

from __future__ import annotations

from datetime import date

import pytest
from handbook.loading.junit import NoReport, results_in
from handbook.records.evidence import Results

PYTEST = """<?xml version="1.0" encoding="utf-8"?>
<testsuites name="pytest tests">
  <testsuite name="pytest" errors="1" failures="1" skipped="1" tests="4" time="0.05"
             timestamp="2026-02-24T10:00:00.123456+00:00" hostname="ci">
    <testcase classname="tests.load" name="test_a" time="0.001"/>
    <testcase classname="tests.load" name="test_b"><failure message="x">assert 1</failure></testcase>
    <testcase classname="tests.load" name="test_c"><skipped message="y"/></testcase>
    <testcase classname="tests.load" name="test_d"><error message="z"/></testcase>
  </testsuite>
</testsuites>
"""
SUREFIRE = """<testsuite name="org.example.LoadTest" time="0.2" tests="2" errors="0" skipped="0" failures="0">
  <properties><property name="java.version" value="21"/></properties>
  <testcase name="a" classname="org.example.LoadTest"/>
  <testcase name="b" classname="org.example.LoadTest"><system-out>&lt;failure/&gt;</system-out></testcase>
</testsuite>
"""


@pytest.mark.parametrize(
    ("text", "results"),
    [
        (PYTEST, Results(4, 1, 1, 1, "pytest tests", date(2026, 2, 24))),
        (SUREFIRE, Results(2, 0, 0, 0, "org.example.LoadTest")),
        ("<testsuites tests='3' failures='1'/>", Results(3, 1)),
        (
            "<testsuites><testsuite tests='2'/><testsuite tests='3' disabled='1'/></testsuites>",
            Results(5, 0, 0, 1),
        ),
        ("<testsuite><testsuite><testcase/></testsuite><testcase/></testsuite>", Results(2)),
        ("<testsuite/>", Results()),
    ],
    ids=["pytest", "surefire", "totals alone", "suites alone", "suites in suites", "nothing"],
)
def test_results(text: str, results: Results) -> None:
    assert results_in(text.encode()) == results


def test_the_worst_that_a_report_says_counts() -> None:
    """Some tools leave out cases, some leave out totals: neither may make a report look better."""
    assert results_in(b"<testsuite tests='9' failures='2'><testcase/></testsuite>") == Results(9, 2)
    one = b"<testsuite tests='1' failures='0'><testcase><failure/></testcase></testsuite>"
    assert results_in(one) == Results(1, 1)


def test_a_case_that_fails_twice_has_failed_once() -> None:
    twice = b"<testsuite><testcase><failure/><failure/></testcase></testsuite>"
    assert results_in(twice) == Results(1, 1)


def test_the_youngest_suite_tells_the_day() -> None:
    days = "".join(
        f"<testsuite timestamp='{day}T08:00:00'/>" for day in ("2026-02-01", "2026-03-01", "2026-02-09")
    )
    found = results_in(f"<testsuites>{days}</testsuites>".encode())
    assert found
    assert found.on == date(2026, 3, 1)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "latin-1"])
def test_any_encoding_that_xml_knows(encoding: str) -> None:
    declared = {"latin-1": "<?xml version='1.0' encoding='iso-8859-1'?>"}.get(encoding, "")
    assert results_in(f"{declared}<testsuite name='Prüfung'/>".encode(encoding)) == Results(name="Prüfung")


@pytest.mark.parametrize("text", ["<svg/>", "<html><testsuite tests='1'/></html>", "<a><unclosed>"])
def test_xml_that_is_no_report(text: str) -> None:
    assert results_in(text.encode()) is None


LAUGHS = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
HOSTILE = {
    "laughs": (
        f"<!DOCTYPE t [<!ENTITY l0 'ha'>{LAUGHS}]><testsuite name='&l9;'/>",
        "a document type or an entity",
    ),
    "outside": (
        "<!DOCTYPE t [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><testsuite>&x;</testsuite>",
        "a document type or an entity",
    ),
    "parameter": (
        "<!DOCTYPE t [<!ENTITY % x SYSTEM 'file:///etc/passwd'> %x;]><testsuite/>",
        "a document type or an entity",
    ),
    "dtd": (
        "<!DOCTYPE testsuite SYSTEM 'http://example.org/a.dtd'><testsuite/>",
        "a document type or an entity",
    ),
    "nested": ("<testsuite>" * 1_000_000, "more than 64 elements inside each other"),
    "nul": ("<testsuite>\0</testsuite>", "not well-formed (invalid token) in line 1"),
    "cut off": ("<testsuite><testcase/>\n<testcase", "unclosed token in line 2"),
    "empty": ("", "no element found in line 1"),
    "text": ("All tests passed.", "syntax error in line 1"),
    "undefined": ("<testsuite>&x;</testsuite>", "undefined entity in line 1"),
    "encoding": ("<?xml version='1.0' encoding='klingon'?><testsuite/>", "an unknown encoding"),
    "two": ("<testsuite/><testsuite/>", "junk after document element in line 1"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_no_report_needs_is_refused(name: str) -> None:
    text, why = HOSTILE[name]
    with pytest.raises(NoReport) as refused:
        results_in(text.encode())
    assert str(refused.value).startswith(why)


@pytest.mark.parametrize(
    "attributes",
    ["tests='-1'", "tests='1e9'", "tests='٣'", f"tests='{'9' * 5000}'", "timestamp='9999-99-99'"],
)
def test_values_that_are_none_count_for_nothing(attributes: str) -> None:
    assert results_in(f"<testsuite {attributes}/>".encode()) == Results()


def test_a_name_that_hides_something_is_no_name() -> None:
    assert results_in("<testsuite name='a\u202eb'/>".encode()) == Results()
    assert results_in(f"<testsuite name='{'a' * 301}'/>".encode()) == Results()
