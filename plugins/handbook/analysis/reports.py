"""The last report of a project, and how old it is."""

from dataclasses import dataclass
from datetime import date

from handbook.records.book import Book
from handbook.records.kinds.project import Project
from handbook.records.kinds.report import Report

_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class LastReport:
    """A report with its date and its age in days. ``is_old``: older than the settings allow."""

    report: Report
    on: date
    age: int
    is_old: bool


def last_report(book: Book, project: Project) -> LastReport | None:
    """The last report up to the status date; None if there is none."""
    dated = [(on, report) for report in book.of(Report, project.id) if (on := report_date(report))]
    past = [(on, report) for on, report in dated if on <= book.status_date]
    if not past:
        return None
    on, report = max(past, key=lambda pair: pair[0])
    age = (book.status_date - on).days
    allowed = book.settings.thresholds.report_age.minutes(_DAY, 7 * _DAY)
    return LastReport(report, on, age, age * _DAY > allowed)


def report_date(report: Report) -> date | None:
    """The date of a report, which is its id; None if the id is none."""
    try:
        return date.fromisoformat(report.id)
    except ValueError:
        return None
