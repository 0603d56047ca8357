"""Rules of a handbook's own: what they find, and how their faults are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from handbook.checks.own.names import grammar
from handbook.records.kind import kinds

from tests.checks.handbooks import lay, lines, problems

RISKS = """\
R-1:
  title: The supplier goes out of business
  cause: One factory makes the part
  event: The factory closes
  effect: The launch moves by months
  category: supply
  owner: ana
  probability: low
  impact: minor
  contingency: 12k
  affects: [{record: build, delay: {low: 1d, likely: 2d, high: 1w}}]
  status: monitoring
  review_by: 2026-03-20
R-2:
  title: The test machine breaks
  cause: It is old
  event: It breaks
  effect: The tests wait
  owner: tom
  probability: 30%
  impact: {time: minor}
  status: monitoring
"""


def told(folder: Path, when: str, on: str = "risk", message: str = "found {id}", **keys: str) -> list[str]:
    """Place, code and message of what one rule brings about."""
    own = {"on": on, "when": when, "message": message, **keys}
    rule = "".join(
        f"      {key}: {value!r}\n" if key != "on" else f"      on: {value}\n" for key, value in own.items()
    )
    settings = f"status_date: 2026-03-02\nrules:\n  own:\n    ORG001:\n{rule}"
    found = problems(lay(folder, {"apollo/risks.yml": RISKS, "handbook.yml": settings}))
    return [line.removeprefix("projects/") for line in lines(found)]


@pytest.mark.parametrize(
    "when",
    [
        "id == 'R-1'",
        "kind == 'threat' && review_by != null",
        "review_by != null && review_by > today",
        "review_by != null && days(status_date, review_by) == 18",
        "contingency != null && contingency.amount == 12000 && contingency.currency == 'EUR'",
        "affects.exists(one, one.delay.high == 5)",
        "size(affects) > 0 && size(actions) == 0",
        "category.startsWith('sup') && project.status == 'active' && project.id == 'apollo'",
        "score == 4 && probability == 'low' && residual_score == null",
        "probability == 0.3 ? false : is_open",
        "has(project.finish) && affects.all(one, one.record == 'build') && category != ''",
        "category.matches('^supply$') // of the shop",
    ],
)
def test_a_condition_finds_the_record_it_is_true_of(when: str, tmp_path: Path) -> None:
    assert [line.partition(": ORG001 ")[2] for line in told(tmp_path, when)] == ["found R-1"]


@pytest.mark.parametrize(
    ("on", "when", "message", "expected"),
    [
        ("task", "duration == 20 && assigned.tom == 0.5", "{assigned}, {progress}", "tom: 0.5, 0.2"),
        ("task", "finish > '2026-03-20' && !critical", "{start} {total_float}", None),
        ("milestone", "late_days != null && late_days < 0", "{late_days} days", "-49 days"),
        (
            "project",
            "finish == '2026-06-30'",
            "{title} {scope}",
            "Apollo in: ordering online, out: paying online",
        ),
        ("person", "name == 'Tom Beck'", "{id}: {skills}", "tom: "),
        ("risk", "id == 'R-1'", "{contingency}", "12000 EUR"),
    ],
)
def test_every_kind_has_its_own_names(
    on: str, when: str, message: str, expected: str | None, tmp_path: Path
) -> None:
    found = [line.partition(": ORG001 ")[2] for line in told(tmp_path, when, on, message)]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("when", "column", "expected"),
    [
        ("scor > 3", 14, "unknown name 'scor' – did you mean 'score'?"),
        ("score > 3 && titel == ''", 27, "unknown name 'titel' – did you mean 'title'?"),
        ("title > 3", 20, "'>' does not take text and a whole number – compare values of one kind"),
        ("size(title)", 14, "expected a condition, true or false, found a whole number"),
        ("score > 3 and is_open", 24, "expected a CEL expression, found 'and' where it cannot stand"),
        ("score = 3", 20, "expected a CEL expression, found '=' where it cannot stand"),
        ("score >", 13, "expected a CEL expression, found the end of the expression"),
        ("tags.map(t, t) == []", 22, "there is no 'map' – ask with exists, all or filter"),
        ("title + title == ''", 20, "'+' does not take text and text"),
        (f"{'(' * 40}true{')' * 40}", 14, "the expression is nested too deeply"),
        (" || ".join(["score > 3"] * 100), 14, "expected at most 1000 characters, found more"),
    ],
)
def test_a_condition_that_is_none_is_told_in_its_place(
    when: str, column: int, expected: str, tmp_path: Path
) -> None:
    [line] = told(tmp_path, when)
    assert line.startswith(f"handbook.yml:6:{column}: CHECK006 {expected}")


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("residual.probability == 'low'", "expected a mapping before the point"),
        ("review_by < status_date", "'review_by' is not given – ask first: review_by != null && …"),
        ("affects.exists(one, one.delayy == null)", "unknown name 'delayy' – did you mean 'delay'?"),
        ("score > 'a'", "'>' does not take a whole number and text"),
        ("days(title, today) > 3", "days(…) takes dates like '2026-03-31'"),
        ("score / 0 > 3", "it divides by nothing"),
        ("score", "expected true or false"),
        ("title.matches('(')", "expected a regular expression in matches(…): missing ): ("),
        (f"{'[1,2,3,4,5,6,7,8,9].all(a, ' * 6}true{')' * 6}", "it takes too many steps"),
    ],
)
def test_no_answer_is_told_once_with_the_first_record(when: str, expected: str, tmp_path: Path) -> None:
    [line] = told(tmp_path, when)
    assert line.startswith("handbook.yml:6:13: CHECK007 ORG001 has no answer for apollo/R-")
    assert expected in line


def test_a_rule_without_an_answer_for_one_record_finds_the_others(tmp_path: Path) -> None:
    found = told(tmp_path, "review_by > status_date")
    assert [line.split(" ")[1] for line in found] == ["ORG001", "CHECK007"]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("org001", "expected the code of a rule like ORG001, found 'org001'"),
        ("ORG1", "expected the code of a rule like ORG001, found 'ORG1'"),
        ("RISK099", "expected a family of your own, found 'RISK099', which begins like RISK"),
        ("RISKY001", "expected a family of your own, found 'RISKY001', which begins like RISK"),
        ("CHECKS01", "expected the code of a rule"),
    ],
)
def test_a_code_is_of_a_family_of_its_own(code: str, expected: str, tmp_path: Path) -> None:
    settings = f"rules:\n  own:\n    {code}: {{on: risk, when: 'true', message: found}}\n"
    [problem] = problems(lay(tmp_path, {"handbook.yml": settings}))
    assert (problem.code, problem.place.line, problem.place.column) == ("CHECK006", 3, 5)
    assert problem.message.startswith(expected)


def test_own_rules_are_chosen_allowed_and_waived_like_others(tmp_path: Path) -> None:
    own = "  own: {ORG001: {on: risk, when: category == '', message: which}}\n"
    waiver = "W-1: {rule: ORG001, record: R-2, reason: So., approved_by: eve, expires: 2026-12-31}\n"
    allowed = RISKS.replace("R-2:", "R-2:  # handbook: allow ORG001 until 2026-12-31 so")

    def codes(name: str, risks: str = RISKS, choice: str = "", waivers: str = "{}") -> list[str]:
        files = {"apollo/risks.yml": risks, "handbook.yml": f"rules:\n{choice}{own}"}
        files |= {"apollo/waivers.yml": waivers} if waivers != "{}" else {}
        return [f"{problem.code} {problem.severity}" for problem in problems(lay(tmp_path / name, files))]

    assert codes("found") == ["ORG001 warning"]
    assert codes("graver", choice="  severity: {ORG: error}\n") == ["ORG001 error"]
    assert codes("ignored", choice="  ignore: [ORG]\n") == []
    assert codes("elsewhere", choice="  projects: {apollo: {ignore: [ORG001]}}\n") == []
    assert codes("allowed", risks=allowed) == []
    assert codes("waived", waivers=waiver) == []


def test_a_record_that_lost_a_value_is_not_judged(tmp_path: Path) -> None:
    settings = "rules: {own: {ORG001: {on: risk, when: category == '', message: which}}}\n"
    risks = RISKS.replace("category: supply", "category: {supply: 1}").replace("30%", "300%")
    found = problems(lay(tmp_path, {"apollo/risks.yml": risks, "handbook.yml": settings}))
    assert [problem.code for problem in found] == ["FIELD003", "FIELD009"]


def test_a_record_is_judged_alone_where_all_rules_together_are_too_much(tmp_path: Path) -> None:
    deep = f"{'(' * 24}category == ''{')' * 24}"
    own = "".join(f'    ORG{n:03}: {{on: risk, when: "{deep}", message: which}}\n' for n in range(12))
    files = {"apollo/risks.yml": RISKS, "handbook.yml": f"rules:\n  own:\n{own}"}
    found = problems(lay(tmp_path, files))
    assert [problem.code for problem in found] == [f"ORG{n:03}" for n in range(12)]


@pytest.mark.parametrize("kind", [name for name in kinds() if name != "settings"])
def test_a_condition_may_name_every_field_of_a_kind(kind: str) -> None:
    for name in grammar(kind).types:
        if name not in ("in", "as", "for"):
            assert grammar(kind).read(f"{name} == {name}").names == (name,)
