"""Any plan that is written is read as the same plan, its elements in the order of Microsoft's schema."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from defusedxml.ElementTree import fromstring
from handbook.exchange.plans.model import (
    Bound,
    Kept,
    OtherDays,
    PlanBaseline,
    PlanCalendar,
    PlanFile,
    PlanLink,
    PlanResource,
    PlanTask,
    Span,
)
from handbook.exchange.plans.mspdi.reading import read_mspdi
from handbook.exchange.plans.mspdi.schema import order
from handbook.exchange.plans.mspdi.writing import write_mspdi
from handbook.planning.week import NORMAL_DAY, NORMAL_WEEK
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.plans.facts import facts

MONDAY = datetime.fromisoformat("2026-01-05T08:00")
NAMES = st.text(
    st.characters(min_codepoint=33, max_codepoint=0x2FF, exclude_characters="\x7f"), min_size=1, max_size=9
)
NAME = NAMES.map(lambda text: f"n{text}").filter(str.isprintable)
INSTANTS = st.integers(0, 4000).map(lambda hours: MONDAY + timedelta(hours=hours))
SPANS = st.builds(Span, st.integers(1, 9999), st.sampled_from(["min", "h", "d", "w"]), st.booleans())
SUMS = st.none() | st.integers(1, 10**7).map(lambda cents: Decimal(cents) / 100)
DAYS = st.integers(0, 300).map(lambda at: date(2026, 1, 5) + timedelta(2 * at))
HOURS = st.sampled_from([(), NORMAL_DAY, ((0, 1440),), ((540, 600), (660, 720))])


@st.composite
def plans(draw: st.DrawFn) -> PlanFile:
    days = draw(st.lists(DAYS, unique=True, max_size=4))
    exceptions = tuple(OtherDays(day, day, draw(HOURS), draw(NAME)) for day in sorted(days))
    week = (*draw(st.lists(HOURS, min_size=6, max_size=6)), NORMAL_DAY)
    calendars = (
        PlanCalendar("1", "Standard", NORMAL_WEEK, exceptions, 1),
        PlanCalendar("2", "Other", week, (), 2),
    )
    resources = tuple(draw(st.lists(people(), max_size=3, unique_by=lambda one: one.name)))
    resources = tuple(replace(one, key=f"{at}", number=at) for at, one in enumerate(resources, 1))
    tasks: list[PlanTask] = []
    for parts in draw(st.lists(st.integers(0, 3), min_size=1, max_size=4)):
        around = f"{len(tasks) + 1}" if parts else ""
        if parts:
            number = len(tasks) + 1
            tasks.append(PlanTask(f"{number}", draw(NAME), kind="summary", number=number))
        for _ in range(parts or 1):
            tasks.append(
                draw(leaf(len(tasks) + 1, around, [one for one in tasks if one.duration], resources))
            )
    entries = {one.key: draw(KEPT) for one in tasks if draw(st.booleans())}
    baselines = (PlanBaseline(draw(st.integers(0, 10)), entries),) if entries else ()
    return PlanFile(
        origin="ms-project",
        title=draw(NAME),
        start=MONDAY,
        calendar="1",
        calendars=calendars,
        resources=resources,
        tasks=tuple(tasks),
        baselines=baselines,
        currency="EUR",
    )


@st.composite
def leaf(
    draw: st.DrawFn, number: int, parent: str, before: list[PlanTask], resources: tuple[PlanResource, ...]
) -> PlanTask:
    span = draw(SPANS)
    done = draw(st.integers(0, 99))
    lags = st.none() | SPANS | SPANS.map(lambda lag: lag._replace(minutes=-lag.minutes))
    links = tuple(
        PlanLink(one.key, draw(st.sampled_from(["FS", "SS", "FF", "SF"])), draw(lags))
        for one in before
        if draw(st.booleans())
    )
    kind = draw(st.sampled_from([None, "ALAP", "SNET", "SNLT", "FNET", "FNLT", "MSO", "MFO"]))
    return PlanTask(
        key=f"{number}",
        name=draw(NAME),
        parent=parent,
        duration=span,
        calendar=draw(st.sampled_from(["", "2"])),
        bound=None if kind is None else Bound(kind, None if kind == "ALAP" else draw(INSTANTS)),
        deadline=draw(st.none() | INSTANTS),
        percent=Decimal(done),
        started=draw(INSTANTS) if done else None,
        remaining=draw(st.integers(0, 9999)),
        priority=draw(st.integers(0, 1000)),
        cost=draw(SUMS),
        owner=draw(st.just("") | NAME),
        notes=draw(st.just("") | NAME),
        links=links,
        assigned=tuple(
            (one.key, draw(st.sampled_from([0.5, 1.0]))) for one in resources if draw(st.booleans())
        ),
        number=number,
    )


@st.composite
def people(draw: st.DrawFn) -> PlanResource:
    first = draw(DAYS)
    return PlanResource(
        "",
        draw(NAME),
        calendar=draw(st.sampled_from(["", "2"])),
        units=draw(st.sampled_from([0.5, 0.8, 1.0])),
        rate=draw(SUMS),
        absences=((first, first + timedelta(3)),) if draw(st.booleans()) else (),
    )


KEPT = st.builds(
    lambda at, hours, work, cost: Kept(at, at + timedelta(hours=hours), work or None, cost),
    INSTANTS,
    st.integers(0, 900),
    st.integers(0, 9999),
    SUMS,
)


@settings(max_examples=40)
@given(plan=plans())
def test_what_is_written_is_read_as_it_was(plan: PlanFile) -> None:
    found = read_mspdi(write_mspdi(plan))
    assert facts(found) == facts(plan)


@settings(max_examples=40)
@given(plan=plans())
def test_elements_stand_in_the_order_of_the_schema(plan: PlanFile) -> None:
    for element in fromstring(write_mspdi(plan)).iter():
        places = order(local(element.tag))
        if places:
            found = [places[local(child.tag)] for child in element]
            assert found == sorted(found)


def test_the_order_is_that_of_the_schema() -> None:
    """Names in places that a reader by the published schema minds most: it takes no others."""
    assert list(order("PredecessorLink")) == [
        "PredecessorUID",
        "Type",
        "CrossProject",
        "LinkLag",
        "LagFormat",
    ]
    assert list(order("Project"))[-4:] == ["Calendars", "Tasks", "Resources", "Assignments"]
    task = list(order("Task"))
    assert task.index("ConstraintType") < task.index("CalendarUID") < task.index("ConstraintDate")
    assert task[-2:] == ["PredecessorLink", "Baseline"]


def test_what_xml_cannot_hold_is_left_out() -> None:
    name = 'a\x00b\x1fc\ud800d\ufffee <script>&amp; "quoted"'
    plan = PlanFile(
        origin="ms-project",
        title=name,
        start=MONDAY,
        calendar="1",
        calendars=(PlanCalendar("1", "Standard", NORMAL_WEEK),),
        tasks=(PlanTask("1", name, duration=Span(480)),),
        currency="EUR",
    )
    (task,) = read_mspdi(write_mspdi(plan)).tasks
    assert task.name == 'abcde <script>&amp; "quoted"'


def local(tag: str) -> str:
    return tag.rpartition("}")[2]
