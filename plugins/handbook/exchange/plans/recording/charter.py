"""The charter of a project that a plan is imported as, as far as the file can tell it."""

from collections.abc import Mapping
from typing import Any

from handbook.exchange.plans.model import PlanFile
from handbook.exchange.plans.notes import Notes
from handbook.exchange.plans.recording.people import Parties
from handbook.exchange.plans.working import day_begun
from handbook.records.book import Book
from handbook.records.kinds.project import Project
from handbook.records.types.money import is_currency
from handbook.schedule import WorkingCalendar


def charter(
    plan: PlanFile,
    book: Book,
    parties: Parties,
    calendar: str,
    usual: WorkingCalendar,
    given: Mapping[str, str],
    notes: Notes,
) -> dict[str, Any]:
    """The fields of the charter; ``given`` goes before the file. Where nobody leads, a role does."""
    start, is_exact = day_begun(plan.start, usual)
    if not is_exact:
        notes.add(0, f"the start {plan.start:%Y-%m-%d %H:%M} is read as the beginning of {start}")
    fields: dict[str, Any] = {"title": plan.title or given.get("title") or "Imported plan"}
    fields["manager"] = given.get("manager") or _manager(plan, parties, notes)
    fields["sponsor"] = given.get("sponsor") or _role(parties, "Sponsor", "sponsor", notes)
    fields["status"] = "completed" if plan.done else "active"
    fields["start"] = f"{start}"
    if is_currency(plan.currency) and plan.currency != book.settings.currency:
        fields["currency"] = plan.currency
    if calendar:
        fields["calendar"] = calendar
    elif book.settings.schedule.calendar:
        notes.add(0, f"the file names no calendar: it is planned in '{book.settings.schedule.calendar}'")
    return {**fields, **given}


def tell_kept(plan: PlanFile, known: Project, calendar: str, notes: Notes) -> None:
    """Note where a charter that is there already says something else than the plan."""
    if calendar and (known.calendar or "").removeprefix("calendar/") != calendar:
        notes.add(0, f"the charter keeps its calendar; the plan was made in '{calendar}'")
    if known.start != plan.start.date():
        notes.add(0, f"the charter keeps its start, {known.start}; the plan began on {plan.start.date()}")


def _manager(plan: PlanFile, parties: Parties, notes: Notes) -> str:
    if plan.manager:
        return parties.called(plan.manager) or parties.named("person", plan.manager)
    return _role(parties, "Project manager", "manager", notes)


def _role(parties: Parties, title: str, field: str, notes: Notes) -> str:
    address = parties.named("role", title)
    notes.add(0, f"the file names no {field}: '{address}' stands for one – say --set {field}=…")
    return address
