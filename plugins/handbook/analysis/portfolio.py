"""The portfolio: a book with everything that is computed from it, each thing once and only when asked for."""

from collections.abc import Callable, Hashable, Mapping
from datetime import date
from typing import TypeVar, cast

from handbook.analysis.agile.backlog_forecast import BacklogForecast, backlog_forecast
from handbook.analysis.agile.iterations import Result, results
from handbook.analysis.agile.targets import Target, targets
from handbook.analysis.agile.work import Work, work
from handbook.analysis.baselines import Agreed, baselines, latest_baseline
from handbook.analysis.case import Case
from handbook.analysis.cost import Cost
from handbook.analysis.costing import cost
from handbook.analysis.earned_trend import Standing, earned_trend
from handbook.analysis.exposure import Exposure, exposure
from handbook.analysis.forecast.forecast import Forecast, Luck
from handbook.analysis.forecast.forecasting import Forecasting
from handbook.analysis.headline import Headline, headline
from handbook.analysis.health import Health
from handbook.analysis.health_trend import HealthThen, health_trend
from handbook.analysis.judgement import judgement
from handbook.analysis.promise import Promise, promises
from handbook.analysis.rated import RatedRisk, rated
from handbook.analysis.reports import LastReport, last_report
from handbook.analysis.schedule_health import schedule_health
from handbook.analysis.schedule_points.ground import Ground
from handbook.analysis.schedule_points.point import Point
from handbook.analysis.spot import Spot
from handbook.analysis.variance import Variance, variances
from handbook.analysis.waiting import Waiting, overdue_issues, waiting
from handbook.planning.memory import Memory
from handbook.planning.plan import Plan
from handbook.planning.plans import Plans
from handbook.planning.settled import Settled
from handbook.problems import Place
from handbook.records.book import Book
from handbook.records.kinds.baseline import Baseline
from handbook.records.kinds.issue import Issue
from handbook.records.kinds.project import Project
from handbook.records.kinds.risk import Risk
from handbook.records.origin import Locator, Nowhere, Origin

T = TypeVar("T")


class Portfolio:
    """A book and its plans, promises, risks and health, by project id.

    Every method that takes a project id raises `KeyError` if the book has no such project.
    """

    def __init__(
        self,
        book: Book,
        locate: Callable[[str], Locator] = Nowhere,
        memory: Memory | None = None,
        plans: Plans | None = None,
    ) -> None:
        """``locate`` gives what knows the places in a file whose records the book does not hold.

        ``memory`` gives back what cost time and is known; without one, nothing outlasts the portfolio.
        ``plans`` are those of the book, if they are there already.
        """
        self.book = book
        self.memory = memory or Memory()
        self._locate = locate
        self._plans = Plans(book, memory) if plans is None else plans
        self._known: dict[Hashable, object] = {}
        self._forecasting = Forecasting(book, self._plans, self.cost, self.memory)

    @property
    def status_date(self) -> date:
        """The day the handbook speaks of."""
        return self.book.status_date

    def charter(self, project: str) -> Project:
        """The charter of a project."""
        found = self.book.project(project)
        if found is None:
            raise KeyError(project)
        return found

    def plan(self, project: str) -> Plan:
        """The timetable."""
        return self._plans[project]

    def settled(self, project: str) -> Settled:
        """What the timetable was made of."""
        return self._plans.settled(project)

    @property
    def plans(self) -> Plans:
        """The timetables of all projects, and what they were made of."""
        return self._plans

    def variant(self, book: Book, plans: Plans) -> "Portfolio":
        """The portfolio of another book, with its plans: what would be if records said other things."""
        return Portfolio(book, self._locate, self.memory, plans)

    def portfolio_floats(self, project: str) -> Mapping[str, int]:
        """How far work can slip before any project slips, in working minutes by address in lower case.

        Empty if no other project waits for this one.
        """
        make = self._plans.portfolio_floats
        return self._once("portfolio floats", project, lambda one: make(one.id))

    def place(self, spot: Spot, *path: str | int) -> Place:
        """The place of the value at ``path`` of the record at a spot, be it in the book or not."""
        for record in self.book.resolve(f"{spot.project}/{spot.id}", None, (spot.kind,)):
            return record.origin.place(*path)
        origin = Origin(spot.file, tuple(spot.path), spot.line, spot.column, 0, self._locate(spot.file))
        return origin.place(*path)

    def promises(self, project: str) -> tuple[Promise, ...]:
        """The milestones with what was promised and what is expected, in order of their dates."""
        return self._once("promises", project, lambda one: promises(self.book, one, self.plan(one.id)))

    def risks(self, project: str) -> tuple[RatedRisk, ...]:
        """The risks with their scores, the greatest first, those that are closed last."""
        return self._once("risks", project, lambda one: rated(self.book, one))

    def rated(self, risk: Risk) -> RatedRisk | None:
        """One risk with its scores; None if the book does not hold it."""
        known = self._once("rated", risk.project or "", self._rated)
        return known.get(risk.id.casefold())

    def exposure(self, project: str) -> Exposure:
        """What the open risks amount to."""
        return exposure(self.risks(project))

    def waiting(self, project: str) -> tuple[Waiting, ...]:
        """The decisions that wait, the most pressing first."""
        return self._once("waiting", project, lambda one: waiting(self.book, one))

    def overdue_issues(self, project: str) -> tuple[Issue, ...]:
        """The open issues that should be resolved by now, the oldest date first."""
        return self._once("issues", project, lambda one: overdue_issues(self.book, one))

    def last_report(self, project: str) -> LastReport | None:
        """The last report up to the status date; None if there is none."""
        return self._once("report", project, lambda one: last_report(self.book, one))

    def cost(self, project: str) -> Cost | None:
        """The money with its earned value; None without a budget, or if its sums cannot be added up."""
        return self._once("cost", project, lambda one: cost(self.book, one, self.plan(one.id)))

    def earned_trend(self, project: str) -> tuple[Standing, ...]:
        """Earned value month by month up to now; nothing without a budget that can be added up."""
        return self._once("earned trend", project, self._earned_trend)

    def forecast(self, project: str, luck: Luck | None = None, of: str = "") -> Forecast | None:
        """How sure dates and cost are; None if the project is over, or nothing of it is uncertain.

        ``luck`` takes other runs or another seed than the settings say. ``of`` is the id of a milestone whose
        drivers are wanted instead of those of the finish; None, too, if it is not open or not shown.
        """
        return self._forecasting.forecast(self.charter(project).id, luck, of)

    def health(self, project: str) -> Health:
        """The colours, with reasons and rules."""
        return self._once("health", project, lambda one: judgement(self.case(one.id)))

    def headline(self, project: str) -> Headline:
        """How the project stands, in a few sentences."""
        return self._once("headline", project, lambda one: headline(self.case(one.id)))

    def baseline(self, project: str) -> Baseline | None:
        """The baseline that holds on the status date; None if none was taken."""
        return self._once("baseline", project, lambda one: latest_baseline(self.book, one.id))

    def agreed(self, project: str) -> tuple[Agreed, ...]:
        """The baselines up to the status date that the reader may see, the oldest first."""
        return self._once("agreed", project, self._agreed)

    def variances(self, project: str) -> tuple[Variance, ...]:
        """The plan against the baseline, in the order of the plan; nothing without a baseline."""
        return self._once("variances", project, self._variances)

    def variances_from(self, project: str, baseline: Baseline) -> tuple[Variance, ...]:
        """The same against another baseline."""
        return variances(self.plan(project), baseline)

    def schedule(self, project: str) -> Ground:
        """What tests of the schedule are asked of."""
        return self._once("schedule", project, self._schedule)

    def schedule_health(self, project: str) -> tuple[Point, ...]:
        """The DCMA 14-point assessment of the plan."""
        return self._once("schedule health", project, lambda one: schedule_health(self.schedule(one.id)))

    def backlog(self, project: str) -> Work | None:
        """The backlog as it stands on the status date; None if there is none."""
        return self._once("backlog", project, lambda one: work(self.book, one.id))

    def iterations(self, project: str) -> tuple[Result, ...]:
        """The iterations with what was committed and completed, in the order of their days."""
        return self._once("iterations", project, lambda one: results(self.book, one.id, self.backlog(one.id)))

    def backlog_forecast(self, project: str) -> BacklogForecast | None:
        """When all that is left of the backlog will be done, if nothing comes in; None without a backlog."""
        return self._once("backlog forecast", project, self._backlog_forecast)

    def backlog_targets(self, project: str) -> tuple[Target, ...]:
        """What the backlog contributes to, with the chances that it is done in time."""
        return self._once("backlog targets", project, self._backlog_targets)

    def schedule_against(self, project: str, baseline: Baseline | None) -> Ground:
        """The same against another baseline, or none."""
        found = self.schedule(project)
        return Ground(found.book, found.plan, found.settled, baseline)

    def health_trend(self, project: str) -> tuple[HealthThen, ...]:
        """The 14 points as baselines keep them, the oldest first; nothing of those that keep none."""
        return self._once("health trend", project, self._health_trend)

    def case(self, project: str) -> Case:
        """All that judgements on a project look at."""
        return self._once("case", project, self._case)

    def _rated(self, one: Project) -> Mapping[str, RatedRisk]:
        return {rated.risk.id.casefold(): rated for rated in self.risks(one.id)}

    def _backlog_forecast(self, one: Project) -> BacklogForecast | None:
        found = self.backlog(one.id)
        return backlog_forecast(found) if found else None

    def _backlog_targets(self, one: Project) -> tuple[Target, ...]:
        found = self.backlog(one.id)
        return targets(self.book, found, self.plan) if found else ()

    def _case(self, one: Project) -> Case:
        return Case(
            self.book,
            one,
            self.plan(one.id),
            self.promises(one.id),
            self.risks(one.id),
            self.waiting(one.id),
            self.cost(one.id),
        )

    def _earned_trend(self, one: Project) -> tuple[Standing, ...]:
        found = self.cost(one.id)
        return earned_trend(self.book, one, self.plan(one.id), found) if found else ()

    def _health_trend(self, one: Project) -> tuple[HealthThen, ...]:
        return health_trend(self.schedule_health(one.id), self.agreed(one.id))

    def _agreed(self, one: Project) -> tuple[Agreed, ...]:
        return tuple(Agreed.by(held) for held in baselines(self.book, one.id) if not held.withheld)

    def _variances(self, one: Project) -> tuple[Variance, ...]:
        held = self.baseline(one.id)
        return variances(self.plan(one.id), held) if held else ()

    def _schedule(self, one: Project) -> Ground:
        return Ground(self.book, self.plan(one.id), self._plans.settled(one.id), self.baseline(one.id))

    def _once(self, what: str, project: str, make: Callable[[Project], T]) -> T:
        key = (what, project.casefold())
        if key not in self._known:
            self._known[key] = make(self.charter(project))
        return cast(T, self._known[key])
