"""Projects that wait for each other: each run is the plan of its own durations."""

from __future__ import annotations

from handbook.analysis.forecast.forecast import Luck
from handbook.analysis.portfolio import Portfolio
from hypothesis import given
from hypothesis import strategies as st

from tests.books import book

NAMES = ("apollo", "gemini", "zeus")
FEW = Luck(100, 0)


@st.composite
def portfolios(draw: st.DrawFn) -> dict[str, list[str]]:
    """Tasks by project, each waiting for some that were made before, wherever they are."""
    made: list[str] = []
    tasks: dict[str, list[str]] = {name: [] for name in NAMES}
    for at in range(draw(st.integers(2, 9))):
        project = draw(st.sampled_from(NAMES))
        after = draw(st.lists(st.sampled_from(made), max_size=3, unique=True)) if made else []
        links = [f'"{one} {draw(st.sampled_from(("FS", "SS+2d", "FF", "FS+1d", "FS-1d")))}"' for one in after]
        days = draw(st.integers(3, 9))
        tasks[project].append(f"t{at}: {{duration: {days}d, after: [{', '.join(links)}]}}")
        made.append(f"{project}/plan.t{at}")
    return tasks


def written(tasks: dict[str, list[str]], more: str = "") -> str:
    lines = {name: "\n    ".join([*own, more]) for name, own in tasks.items()}
    return "\n".join(f"{name}:\n  tasks:\n    {text}" for name, text in lines.items() if tasks[name])


@given(portfolios())
def test_without_variance_all_runs_of_all_projects_are_the_plan(tasks: dict[str, list[str]]) -> None:
    side = "side: {estimate: {low: 1d, likely: 1d, high: 2d}}"
    portfolio = Portfolio(book(written(tasks, side)))
    for project in portfolio.book.projects:
        found = portfolio.forecast(project.id, FEW)
        assert found
        finish = found.finish
        assert {finish.p10, finish.p90, finish.mean} == {portfolio.plan(project.id).finish}


@given(portfolios(), st.integers(1, 5))
def test_a_delay_in_every_run_is_a_longer_task_in_the_plan(tasks: dict[str, list[str]], days: int) -> None:
    first = next(name for name in NAMES if tasks[name])
    hit = tasks[first][0].partition(":")[0]
    longer = {name: list(own) for name, own in tasks.items()}
    old = int(tasks[first][0].partition("duration: ")[2].partition("d")[0])
    longer[first][0] = tasks[first][0].replace(f"duration: {old}d", f"duration: {old + days}d")
    delay = f"{{record: {hit}, delay: {{low: {days}d, likely: {days}d, high: {days}d}}}}"
    risk = f"{{owner: ana, probability: 100%, impact: low, status: assessed, affects: [{delay}]}}"
    lines = written(tasks).replace(f"{first}:\n", f"{first}:\n  risks: {{R-1: {risk}}}\n", 1)
    portfolio, plans = Portfolio(book(lines)), Portfolio(book(written(longer)))
    for project in plans.book.projects:
        found = portfolio.forecast(project.id, FEW)
        expected = plans.plan(project.id).finish
        if found is None:
            assert expected == portfolio.plan(project.id).finish
        else:
            assert {found.finish.p10, found.finish.p90} == {expected}
