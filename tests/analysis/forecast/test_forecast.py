"""How sure dates and cost are, from records."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from handbook.analysis.forecast.forecast import CostOutlook, Forecast, Luck, Outlook
from handbook.analysis.forecast.plain import FORM
from handbook.analysis.forecast.probability import share_of
from handbook.analysis.portfolio import Portfolio
from handbook.loading.load import load
from handbook.planning.memory import Memory
from handbook.records.scales import Scales
from handbook.records.types.rating import Rating

from tests.books import book

RANGE = "{low: 5d, likely: 10d, high: 21d}"
BOOK = f"""
apollo:
  project: {{finish: 2026-07-01}}
  tasks:
    design: {{estimate: {RANGE}}}
    build: {{estimate: {RANGE}, after: design}}
    side: {{duration: 3d}}
  milestones:
    M-1: {{due: 2026-06-12, after: design}}
    M-2: {{due: 2026-07-03, after: build}}
    M-3: {{after: side}}
  risks:
    R-1:
      owner: ana
      probability: 30%
      impact: major
      status: assessed
      affects: [{{record: build, delay: {{low: 2d, likely: 5d, high: 10d}}}}]
"""
GOLDEN = """\
apollo: P10 2026-06-24 P50 2026-07-02 P80 2026-07-08 P90 2026-07-13
apollo/M-1: P10 2026-06-10 P50 2026-06-15 P80 2026-06-18 P90 2026-06-22
apollo/M-2: P10 2026-06-24 P50 2026-07-02 P80 2026-07-08 P90 2026-07-13
apollo/M-3: P10 2026-06-03 P50 2026-06-03 P80 2026-06-03 P90 2026-06-03"""


def forecast(text: str, project: str = "apollo", luck: Luck | None = None) -> Forecast:
    found = Portfolio(book(text)).forecast(project, luck)
    assert found
    return found


def dates(found: Forecast) -> tuple[date, ...]:
    return found.finish.p10, found.finish.p50, found.finish.p80, found.finish.p90


def test_the_figures_of_a_seed_are_golden() -> None:
    found = forecast(BOOK)
    assert str(found) == GOLDEN
    assert found.finish.chance == 0.4716
    assert [one.chance for one in found.milestones] == [0.4054, 0.6292, None]
    assert (found.open, found.ranged, found.covered, found.risks) == (3, 2, 0.8696, 1)
    assert (found.finish.planned, found.finish.due) == (date(2026, 6, 26), date(2026, 7, 1))
    assert [(one.address, round(one.swing)) for one in found.influences] == [
        ("apollo/plan.design", 8),
        ("apollo/plan.build", 8),
        ("apollo/R-1", 5),
    ]
    assert found.criticality["apollo/plan.build"] == 1


def test_the_distribution_adds_up_and_agrees_with_the_percentiles() -> None:
    for one in (found := forecast(BOOK)).milestones:
        assert sum(share for _, share in one.days) == pytest.approx(1, abs=1e-4)
        assert one.is_certain is (one.address == "apollo/M-3")
    chances = dict(found.finish.curve)
    assert chances[found.finish.p80] >= 0.8 > chances[date(2026, 7, 7)]


def test_other_luck_gives_other_figures_near_by() -> None:
    found = forecast(BOOK, luck=Luck(1000, 7))
    assert found.luck == (1000, 7)
    assert abs((found.finish.p80 - forecast(BOOK).finish.p80).days) <= 3


def test_settings_choose_runs_seed_and_shape() -> None:
    settings = "settings: {schedule: {forecast: {runs: 1000, seed: 7}}}\n"
    assert forecast(settings + BOOK) == forecast(BOOK, luck=Luck(1000, 7))
    wide = "settings: {schedule: {forecast: {shape: triangular}}}\n"
    assert forecast(wide + BOOK).finish.sd > forecast(BOOK).finish.sd
    named = BOOK.replace("high: 21d}", "high: 21d, shape: triangular}")
    assert forecast(named.replace("R-1", "R-1")).finish.sd > forecast(BOOK).finish.sd


def test_estimates_of_one_group_go_together() -> None:
    grouped = BOOK.replace("high: 21d}", "high: 21d, group: web}")
    found = forecast("settings: {schedule: {forecast: {correlation: 80%}}}\n" + grouped)
    assert found.finish.sd > 1.1 * forecast(BOOK).finish.sd
    alone = forecast("settings: {schedule: {forecast: {correlation: 0%}}}\n" + grouped)
    assert alone.finish == forecast(BOOK).finish


@pytest.mark.parametrize(
    "text",
    [
        "apollo: {tasks: {a: {duration: 3d}}, milestones: {M-1: {after: a}}}",
        "apollo: {tasks: {a: {estimate: {low: 3d, likely: 3d, high: 3d}}}}",
        f"apollo: {{project: {{status: completed}}, tasks: {{a: {{estimate: {RANGE}}}}}}}",
        f"apollo: {{tasks: {{a: {{estimate: {RANGE}, started: 2026-05-01, finished: 2026-05-20}}}}}}",
        BOOK.replace(f"estimate: {RANGE}", "duration: 10d").replace("assessed", "occurred"),
        BOOK.replace(f"estimate: {RANGE}", "duration: 10d").replace("30%", "0%"),
        BOOK.replace(f"estimate: {RANGE}", "duration: 10d").replace("record: build", "record: none"),
    ],
)
def test_where_nothing_is_uncertain_there_is_no_forecast(text: str) -> None:
    assert Portfolio(book(text)).forecast("apollo") is None


def test_without_variance_the_forecast_is_the_plan() -> None:
    """A range on work with ample float moves no date but its own."""
    text = "apollo: {tasks: {a: {duration: 30d}, b: {estimate: {low: 1d, likely: 2d, high: 3d}}}}"
    found = forecast(text)
    assert {*dates(found), found.finish.mean} == {found.finish.planned}
    assert found.finish.sd == 0
    assert found.influences == ()
    assert found.criticality == {"apollo/plan.a": 1}


def test_work_that_has_begun_varies_in_proportion_to_what_is_left() -> None:
    begun = BOOK.replace(f"design: {{estimate: {RANGE}", f"design: {{estimate: {RANGE}, progress: 50%")
    begun = begun.replace("progress: 50%", "progress: 50%, started: 2026-06-01")
    before, after = (forecast(text).of("apollo/M-1") for text in (BOOK, begun))
    assert before
    assert after
    assert after.sd == pytest.approx(before.sd / 2, rel=0.02)


def test_a_risk_hits_the_end_of_what_it_names() -> None:
    """A delay of a summary or a deliverable comes once on each way through it, at its end."""
    text = """
apollo:
  project: {deliverables: {thing: {title: The thing}}}
  tasks:
    all:
      deliverable: thing
      tasks:
        a: {duration: 2d}
        b: {duration: 2d, after: all.a}
        c: {duration: 1d, after: all.a}
    other: {duration: 1d, after: all.a}
  risks:
    R-1: {owner: ana, probability: 100%, impact: low, status: assessed, affects: [EFFECT]}
"""
    delay = "delay: {low: 5d, likely: 5d, high: 5d}"
    for hit in ("all", "thing"):
        found = forecast(text.replace("EFFECT", f"{{record: {hit}, {delay}}}"))
        assert found.finish.p10 == found.finish.p90 == date(2026, 6, 11)


def test_a_milestone_may_be_late_by_itself() -> None:
    text = BOOK.replace("record: build", "record: M-1").replace("30%", "100%")
    found = forecast(text)
    assert found.of("apollo/M-1").p50 > forecast(BOOK).of("apollo/M-1").p50
    assert found.of("apollo/M-2").p50 == found.finish.p50


def test_an_opportunity_saves_time() -> None:
    found = forecast(BOOK.replace("owner: ana", "owner: ana\n      kind: opportunity"))
    assert found.finish.mean < forecast(BOOK).finish.mean
    assert found.influences[-1].swing < 0


def test_a_risk_that_is_monitored_counts_with_what_remains_of_it() -> None:
    residual = "residual: {probability: 10%, impact: low}"
    text = BOOK.replace("impact: major", f"impact: major\n      {residual}")
    assert forecast(text).influences[-1].probability == 0.3
    assert forecast(text.replace("assessed", "monitoring")).influences[-1].probability == 0.1


@pytest.mark.parametrize(
    ("rating", "share"),
    [
        (Rating(share=0.37), 0.37),
        (Rating(name="low"), 0.2),
        (Rating(level=1), 0.05),
        (Rating(name="very-high"), 0.85),
        (Rating(name="unheard"), None),
    ],
)
def test_a_level_stands_for_the_middle_of_its_range(rating: Rating, share: float | None) -> None:
    assert share_of(rating, Scales()) == (None if share is None else pytest.approx(share))


UPSTREAM = (
    BOOK
    + """
gemini:
  tasks:
    use: {duration: 4d, after: apollo/M-2 FS+1d}
  milestones:
    G-1: {due: 2026-07-10, after: use}
"""
)


def test_a_project_takes_its_chances_from_the_one_it_waits_for() -> None:
    above, below = forecast(UPSTREAM), forecast(UPSTREAM, "gemini")
    plan = Portfolio(book(UPSTREAM)).plan("gemini")
    for one, other in zip(dates(above), dates(below), strict=True):
        assert plan.working_days(one, other) == 5
    assert below.ranged == 0
    assert below.finish.sd == above.finish.sd


def test_projects_that_wait_for_each_other_have_forecasts() -> None:
    text = UPSTREAM.replace("side: {duration: 3d}", "side: {duration: 3d, after: gemini/first}")
    text = text.replace("    use:", "    first: {duration: 1d}\n    use:")
    assert forecast(text).finish.p80 >= date(2026, 7, 6)
    assert forecast(text, "gemini").finish == replace(
        forecast(UPSTREAM, "gemini").finish, plan_chance=forecast(text, "gemini").finish.plan_chance
    )


MONEY = BOOK.replace(
    "  risks:",
    """  budget:
    total: 1000 EUR
    lines:
      L-1: {planned: 600 EUR, wbs: [design, build]}
      L-2: {planned: 300 EUR}
    actuals: [{period: 2026-06, line: L-1, amount: 50 EUR}]
  risks:""",
).replace("high: 10d}}]", "high: 10d}, extra_cost: {low: 50, likely: 100, high: 200}}]")


def test_cost_follows_time_and_risks() -> None:
    cost = forecast(MONEY).cost
    assert cost
    assert (cost.currency, cost.budget, cost.spent) == ("EUR", 1000, 50)
    # 600 for work that takes 11 days for 10 on average, 300 certain, 50 spent, 30 % of 108 for the risk and
    # of 30 for each of the 5.33 days of its delay
    assert cost.planned == 950
    assert cost.mean == pytest.approx(50 + 300 + 600 * 11 / 10 + 0.3 * (108.3 + 5.33 * 30), rel=0.01)
    assert cost.p10 < cost.p50 < cost.p80 < cost.p90
    assert cost.by == date(2026, 7, 1)
    assert cost.together <= min(cost.chance, forecast(MONEY).finish.chance)
    assert sum(share for _, share in cost.sums) == pytest.approx(1, abs=1e-4)


RATES = BOOK.replace(
    "apollo:",
    """people:
  ana: {name: Ana, rate: 500 EUR}
  tom: {name: Tom, capacity: 50%, rate: 400}
  eve: {name: Eve, rate: 300 USD}
  zoe: {name: Zoe}
teams: {web: {title: Web, members: [ana, tom]}}
roles: {tester: {title: Tester, holder: tom}}
apollo:""",
    1,
)


def priced(design: str, build: str) -> CostOutlook:
    text = RATES.replace("design: {", f"design: {{{design}, ").replace("build: {", f"build: {{{build}, ")
    found = forecast(text.replace("side: {duration: 3d}", "side: {duration: 3d, assigned: {ana: 100%}}")).cost
    assert found
    return found


def test_without_a_budget_cost_follows_rates_effort_and_costs_of_tasks() -> None:
    cost = priced("assigned: {ana: 100%, tom: 100%}, cost: 1000 EUR, progress: 0%", "assigned: {ana: 50%}")
    assert (cost.basis, cost.currency, cost.budget, cost.spent) == ("rates", "EUR", None, None)
    # 10 likely days take 11 on average, and the risk 0.3 of 5.33
    assert cost.planned == 1000 + 10 * (500 + 400) + 10 * 250 + 3 * 500
    mean = 1000 + 11 * (500 + 400) + (11 + 0.3 * 5.33) * 250 + 3 * 500
    assert cost.mean == pytest.approx(mean, rel=0.002)
    assert cost.priced == 1
    assert cost.limit == cost.planned
    assert cost.chance < 0.5


@pytest.mark.parametrize(
    ("doer", "day", "share"),
    [
        ("web: 100%", 700 / 1.5, 1),  # the mean of its members by their capacity
        ("tester: 50%", 200, 1),
        ("eve: 100%", 0, 3 / 13),  # in another currency
        ("zoe: 100%", 0, 3 / 13),
        ("nobody: 100%", 0, 3 / 13),
    ],
)
def test_the_rate_of_who_does_it(doer: str, day: float, share: float) -> None:
    text = RATES.replace("    build:", "    gone:").replace("after: build", "after: design")
    text = text.replace("gone: {", "gone: {started: 2026-05-01, finished: 2026-05-04, ")
    text = text.replace("design: {", f"design: {{assigned: {{{doer}}}, ")
    cost = forecast(text.replace("side: {duration: 3d}", "side: {duration: 3d, assigned: {ana: 100%}}")).cost
    assert cost
    assert cost.planned == pytest.approx(10 * day + 3 * 500, abs=0.01)
    assert cost.priced == pytest.approx(share, abs=1e-4)


def test_without_rates_costs_of_tasks_and_a_budget_there_is_no_cost() -> None:
    assert forecast(BOOK).cost is None
    assert forecast(MONEY).cost.basis == "budget"


def test_a_date_and_a_sum_are_safe_together() -> None:
    found = forecast(MONEY)
    day, sum_ = found.cost.safe
    assert day >= found.finish.p80
    assert sum_ >= found.cost.p80
    points = [(on, cost) for on, cost in found.cost.points if on <= day and cost <= sum_]
    assert len(points) / len(found.cost.points) == pytest.approx(0.8, abs=0.06)


def test_money_is_for_those_who_may_see_it(folder: Path) -> None:
    people = "tom: {name: Tom, audience: public, rate: 400 EUR}\n"
    (folder / "projects" / "people.yml").write_text(people, encoding="utf-8")
    for name, old, new in (
        ("plan.yml", "audience: internal, ", "assigned: {tom: 100%}, cost: 70 EUR, "),
        ("risks.yml", "record: a,", "record: a, extra_cost: {low: 5 EUR, likely: 9 EUR, high: 9 EUR},"),
    ):
        file = folder / "projects" / "apollo" / name
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    found = {who: Portfolio(load(folder, audience=who).book).forecast("apollo") for who in (None, *CIRCLES)}
    assert {who: one.cost is not None for who, one in found.items() if one} == {
        None: True,
        "public": False,
        "internal": False,
        "restricted": True,
    }
    assert len({one.finish for one in found.values() if one}) == 1


def test_what_a_hidden_risk_would_cost_is_not_told(folder: Path) -> None:
    budget = "total: 900 EUR\nlines:\n  L-1: {title: All, planned: 900 EUR, wbs: a}\n"
    (folder / "projects" / "apollo" / "budget.yml").write_text(budget, encoding="utf-8")
    risks = folder / "projects" / "apollo" / "risks.yml"
    text = risks.read_text(encoding="utf-8")
    text = text.replace(
        "delay: {low: 2d, likely: 3d, high: 9d}", "extra_cost: {low: 99, likely: 99, high: 99}"
    )
    risks.write_text(text, encoding="utf-8")
    all_, some = (Portfolio(load(folder, audience=who).book).forecast("apollo") for who in (None, "internal"))
    assert (all_.cost.hides_money, some.cost.hides_money) == (False, True)
    assert all_.cost.mean - some.cost.mean == pytest.approx(0.5 * 99, abs=0.01)


CIRCLES = ("public", "internal", "restricted")


def test_a_forecast_is_plain_data_and_back() -> None:
    found = forecast(MONEY)
    assert FORM.read(json.loads(json.dumps(FORM.plain(found)))) == found
    assert FORM.read(FORM.plain(None)) is None


def test_a_memory_gives_a_forecast_back_until_something_changes() -> None:
    memory = Memory()
    first = Portfolio(book(MONEY), memory=memory).forecast("apollo")
    assert Portfolio(book(MONEY), memory=memory).forecast("apollo") is first
    for old, new in (
        ("600", "601"),
        ("likely: 5d", "likely: 6d"),
        ("07-03", "07-04"),
        ("side: {", "aside: {"),
    ):
        changed = MONEY.replace(old, new, 1)
        assert Portfolio(book(changed), memory=memory).forecast("apollo") is not first


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        "apollo/project.yml": "title: Apollo\naudience: public\nmanager: tom\nsponsor: tom\nstatus: active\n"
        "start: 2026-06-01\n",
        "apollo/plan.yml": f"tasks:\n  a: {{title: Hidden work, audience: internal, estimate: {RANGE}}}\n"
        "milestones:\n  M-1: {title: Done, after: a, due: 2026-06-19}\n",
        "apollo/risks.yml": "R-1: {title: Hidden risk, audience: restricted, owner: tom, probability: 50%, "
        "impact: low, status: assessed, cause: Hidden cause, "
        "affects: [{record: a, delay: {low: 2d, likely: 3d, high: 9d}}]}\n",
    }
    for name, text in files.items():
        path = tmp_path / "projects" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_what_a_reader_may_not_see_counts_and_is_not_named(folder: Path) -> None:
    everybody = Portfolio(load(folder).book).forecast("apollo")
    book = load(folder, audience="public").book
    public = Portfolio(book).forecast("apollo")
    assert everybody
    assert public
    assert "Hidden" not in repr(book)
    assert (public.finish, public.milestones) == (everybody.finish, everybody.milestones)
    assert [one.address for one in everybody.influences] == ["apollo/plan.a", "apollo/R-1"]
    assert [one.address for one in public.influences] == ["", ""]
    assert "apollo/plan.a" not in public.criticality


def test_a_hidden_risk_of_another_project_counts_and_is_not_named(folder: Path) -> None:
    (folder / "projects" / "gemini").mkdir()
    for name in ("project.yml", "plan.yml"):
        text = (folder / "projects" / "apollo" / name).read_text(encoding="utf-8")
        (folder / "projects" / "gemini" / name).write_text(text.replace("audience: internal, ", ""), "utf-8")
    risks = folder / "projects" / "apollo" / "risks.yml"
    text = risks.read_text(encoding="utf-8")
    risks.write_text(text.replace("record: a,", "record: gemini/a,"), encoding="utf-8")
    everybody = Portfolio(load(folder).book).forecast("gemini")
    public = Portfolio(load(folder, audience="public").book).forecast("gemini")
    assert everybody
    assert public
    assert [one.address for one in everybody.influences] == ["gemini/plan.a", "apollo/R-1"]
    assert [one.address for one in public.influences] == ["gemini/plan.a", ""]
    assert public.finish == everybody.finish


def test_checks_and_plans_start_without_numpy(folder: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from handbook.loading.load import load; "
        "from handbook.analysis.portfolio import Portfolio; "
        f"Portfolio(load(Path({str(folder)!r})).book).plan('apollo'); sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_range_is_taken_in_proportion_to_a_duration_that_is_given() -> None:
    text = BOOK.replace("high: 21d}", "high: 21d}, duration: 20d")
    assert forecast(text).of("apollo/M-1").sd == pytest.approx(
        2 * forecast(BOOK).of("apollo/M-1").sd, rel=0.02
    )


def test_durations_of_any_size_have_a_forecast() -> None:
    text = BOOK.replace("high: 21d}", "high: 999999w}").replace("high: 10d}}", "high: 999999w}}")
    found = forecast(text)
    assert found.finish.p90 == date.max
    assert found.finish.sd > 0


def test_a_large_plan_is_played_through_less_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handbook.analysis.forecast.forecasting._MOST_DRAWS", 2000)
    assert forecast(BOOK).luck.runs == 2000 // 4


def test_a_long_chain_of_projects_is_forecast_to_its_end() -> None:
    first = f"p0: {{tasks: {{a: {{estimate: {RANGE}}}}}}}\n"
    later = (f"p{at}: {{tasks: {{a: {{duration: 1d, after: p{at - 1}/plan.a}}}}}}\n" for at in range(1, 600))
    found = forecast(first + "".join(later), "p599", Luck(100, 0))
    assert found.waits == ("p598",)
    assert found.finish.p10 < found.finish.p90


TWO_WAYS = f"""
apollo:
  tasks:
    first: {{estimate: {RANGE}}}
    side: {{estimate: {RANGE}}}
    last: {{estimate: {{low: 40d, likely: 50d, high: 80d}}, after: first}}
  milestones:
    M-1: {{after: side}}
    M-2: {{after: last}}
"""


def test_a_milestone_has_drivers_of_its_own() -> None:
    portfolio = Portfolio(book(TWO_WAYS))
    whole, near = portfolio.forecast("apollo"), portfolio.forecast("apollo", of="m-1")
    assert whole
    assert near
    assert [one.address for one in whole.influences] == ["apollo/plan.last", "apollo/plan.first"]
    assert "apollo/plan.side" not in whole.criticality
    assert [one.address for one in near.influences] == ["apollo/plan.side"]
    assert near.criticality == {"apollo/plan.side": 1, "apollo/M-1": 1}
    assert near.influences[0].cruciality > 0.99
    assert (near.finish, near.milestones) == (whole.finish, whole.milestones)
    assert (near.outlook, near.target) == (near.of("apollo/M-1"), "apollo/M-1")
    assert FORM.read(json.loads(json.dumps(FORM.plain(near)))) == near
    assert portfolio.forecast("apollo", of="M-9") is None


def test_the_plan_has_a_chance_and_a_reserve_that_makes_it_safe() -> None:
    finish = forecast(BOOK).finish
    assert finish.planned
    assert finish.plan_chance == dict(finish.curve)[finish.planned]
    assert (
        finish.reserve == Portfolio(book(BOOK)).plan("apollo").working_days(finish.planned, finish.p80) == 8
    )


def test_more_runs_are_more_precise() -> None:
    few, many = (forecast(BOOK, luck=Luck(runs, 0)).finish for runs in (200, 20_000))
    wide, narrow = (high - low for low, high in (few.p80_between, many.p80_between))
    assert few.p80_between[0] <= few.p80 <= few.p80_between[1]
    assert wide > narrow


ABROAD = """
    R-2:
      owner: ana
      probability: 40%
      impact: major
      status: assessed
      affects:
        - record: gemini/use
          delay: {low: 8d, likely: 8d, high: 8d}
          extra_cost: {low: 90, likely: 90, high: 90}
    R-1:
"""


def test_a_date_of_another_project_is_a_driver() -> None:
    """What moves the finish there moves it here as much: from its 10th to its 90th percentile."""
    found = forecast(UPSTREAM, "gemini")
    assert [(one.kind, one.address) for one in found.influences] == [("wait", "apollo/M-2")]
    plan = Portfolio(book(UPSTREAM)).plan("gemini")
    above = forecast(UPSTREAM).finish
    assert found.influences[0].swing == pytest.approx(plan.working_days(above.p10, above.p90), abs=0.5)
    assert found.influences[0].cruciality > 0.99


RISKY = UPSTREAM.replace("    R-1:\n", ABROAD)


def test_a_risk_delays_what_it_names_in_another_project() -> None:
    above, below = forecast(RISKY), forecast(RISKY, "gemini")
    assert above.finish == forecast(UPSTREAM).finish
    assert above.risks == 1
    assert below.risks == 1
    assert [(one.address, one.kind) for one in below.influences] == [
        ("apollo/M-2", "wait"),
        ("apollo/R-2", "risk"),
    ]
    assert below.influences[1].swing == pytest.approx(8, abs=0.05)
    assert below.influences[1].probability == 0.4
    assert below.finish.p80 > forecast(UPSTREAM, "gemini").finish.p80


def test_a_risk_occurs_in_the_same_runs_for_all_projects_that_it_hits() -> None:
    """Two delays of two days for one risk come together, or not at all."""
    text = """
apollo:
  tasks: {a: {duration: 5d}}
  risks:
    R-1: {owner: ana, probability: 50%, impact: low, status: assessed, affects: [FIRST, SECOND]}
gemini: {tasks: {b: {duration: 5d, after: apollo/a}}}
"""
    delay = "delay: {low: 2d, likely: 2d, high: 2d}"
    text = text.replace("FIRST", f"{{record: a, {delay}}}")
    text = text.replace("SECOND", f"{{record: gemini/b, {delay}}}")
    assert [share for _, share in forecast(text, "gemini").finish.days] == [0.5, 0.5]
    plan = Portfolio(book(text)).plan("gemini")
    first, last = (day for day, _ in forecast(text, "gemini").finish.days)
    assert plan.working_days(first, last) == 4


def test_the_money_of_a_risk_is_spent_where_it_falls() -> None:
    budget = "\n  budget: {total: 500 EUR, lines: {L-1: {planned: 500 EUR}}}"
    text = RISKY.replace("gemini:", f"gemini:{budget}")
    cost = forecast(text, "gemini").cost
    assert cost
    assert cost.mean == pytest.approx(500 + 0.4 * 90, rel=1e-3)
    both = MONEY + UPSTREAM.removeprefix(BOOK)
    assert forecast(both.replace("    R-1:\n", ABROAD)).cost == forecast(both).cost


CIRCLE = f"""
apollo:
  tasks:
    start: {{estimate: {RANGE}}}
    end: {{duration: 3d, after: MIDDLE}}
gemini:
  tasks:
    middle: {{MIDDLES, after: apollo/start}}
    last: {{duration: 2d, after: apollo/end}}
"""


def test_projects_in_a_circle_are_forecast_as_one_network() -> None:
    """Work through another project and back has the dates that it has in one project, run by run."""
    circle = CIRCLE.replace("MIDDLES", "duration: 4d").replace("MIDDLE", "gemini/middle")
    chain = f"""
apollo:
  tasks:
    start: {{estimate: {RANGE}}}
    middle: {{duration: 4d, after: start}}
    end: {{duration: 3d, after: middle}}
    last: {{duration: 2d, after: end}}
  milestones: {{M-1: {{after: end}}}}
"""
    one = forecast(chain)
    here, there = forecast(circle), forecast(circle, "gemini")
    assert replaced(here.finish) == replaced(one.of("apollo/M-1"))
    assert replaced(there.finish) == replaced(one.finish)
    assert (here.waits, there.waits) == (("gemini",), ("apollo",))


def test_what_is_uncertain_in_a_circle_adds_up_round_it() -> None:
    circle = CIRCLE.replace("MIDDLES", f"estimate: {RANGE}").replace("MIDDLE", "gemini/middle")
    alone = f"apollo: {{tasks: {{start: {{estimate: {RANGE}}}}}}}"
    found = forecast(circle, "gemini")
    assert found.finish.sd == pytest.approx(2**0.5 * forecast(alone).finish.sd, rel=0.03)
    own, other = forecast(circle).influences  # of the date of the other project, only what it adds itself
    assert (own.address, other.address) == ("apollo/plan.start", "gemini/plan.middle")
    assert (own.kind, other.kind) == ("task", "wait")


def replaced(one: Outlook) -> Outlook:
    return replace(one, address="", sd=round(one.sd, 1))
