"""The first sentence of the headline: when the last promise will be kept, whatever the project's state."""

from handbook.analysis.case import Case
from handbook.analysis.final import Final
from handbook.analysis.sentence import Clause, Piece
from handbook.analysis.words import count, day, number


def opening(case: Case, last: Final) -> Clause:
    """The first sentence, by the status of the charter and by what plan and promises say."""
    match case.project.status:
        case "cancelled":
            return _cancelled(case)
        case "completed":
            return _completed(case, last)
        case "on-hold":
            resumed = f"if work resumed on {day(case.status_date, case.status_date)}, "
            return ("the project is on hold; ", resumed if last.expected else "", *_supposed(case, last))
        case "proposed":
            return ("the project is proposed; ", *_supposed(case, last))
        case _:
            return _active(case, last)


def _active(case: Case, last: Final) -> Clause:
    if last.due is not None and last.is_reached:
        return _all_reached(case, last)
    if last.due is not None and last.due < case.status_date:
        return _missed(case, last)
    if last.expected is None and last.due is None:
        return ("there is neither a plan nor a promise yet",)
    if begins := _not_begun(case):
        return (begins, *_forecast(case, last))
    return _forecast(case, last)


def _forecast(case: Case, last: Final) -> Clause:
    """``Go-live is forecast for 9 December, eight working days after its promise``."""
    if last.expected is None:
        return _unforeseen(case, last)
    if last.due is None:
        return ("the work is planned until ", _date(case, last), "; nothing has been promised")
    if last.by_hand:
        verb = f"{last.name} is expected on "
    else:
        verb = f"{last.name} is forecast for " if last.name else "the project is forecast to finish on "
    return (verb, _date(case, last), _kept(last))


def _supposed(case: Case, last: Final) -> Clause:
    """What would be, if a project that does not run did."""
    if last.expected is None:
        return _unforeseen(case, last) if last.due else ("it has neither a plan nor a promise",)
    if last.due is None:
        return ("the work would end on ", _date(case, last), "; nothing has been promised")
    verb = f"{last.name} would be reached on " if last.name else "it would finish on "
    return (verb, _date(case, last), _kept(last))


def _unforeseen(case: Case, last: Final) -> Clause:
    """What is promised and has no forecast."""
    if last.due is None:
        return ("there is neither a plan nor a promise yet",)
    verb = f"{last.name} is promised for " if last.name else "the project is to finish on "
    return (verb, Piece(day(last.due, case.status_date), True), "; ", _silent(case))


def _missed(case: Case, last: Final) -> Clause:
    """A promise whose date has passed."""
    due = day(last.due, case.status_date) if last.due else ""
    if last.name:
        past = f"{last.name} was promised for {due} and is not reached; "
    else:
        past = f"the project was to finish on {due} and has not; "
    if last.expected is None:
        return (past, _silent(case))
    verb = "it is now expected on " if last.by_hand else "it is now forecast for "
    late = f", {count(last.slip, 'working day')} late" if last.slip and last.slip > 0 else ""
    return (past, verb, _date(case, last), late)


def _all_reached(case: Case, last: Final) -> Clause:
    promised = [promise for promise in case.promises if promise.due]
    if not last.name:
        return ("all work is done since ", _date(case, last), _kept(last))
    if len(promised) == 1:
        return (f"{last.name} was reached on ", _date(case, last), _kept(last), "; nothing else is promised")
    all_ = "both" if len(promised) == 2 else f"all {number(len(promised))}"
    return (
        f"{all_} promised milestones are reached, the last, {last.name}, on ",
        _date(case, last),
        _kept(last),
    )


def _completed(case: Case, last: Final) -> Clause:
    if last.name and not last.is_reached:
        return (f"the project is finished, but {last.name} is not recorded as reached",)
    if not last.is_reached:
        return ("the project is finished",)
    verb = f"; {last.name} was reached on " if last.name else "; its work ended on "
    return ("the project is finished", verb, _date(case, last), _kept(last))


def _cancelled(case: Case) -> Clause:
    total, reached = len(case.promises), sum(promise.reached is not None for promise in case.promises)
    if not total:
        return ("the project is cancelled",)
    if total == 1:
        return (f"the project is cancelled; its milestone had {'' if reached else 'not '}been reached",)
    told = number(reached) if reached else "none"
    return (f"the project is cancelled; {told} of its {number(total)} milestones had been reached",)


def _not_begun(case: Case) -> str:
    """How to begin when no work has; empty if some has."""
    if any(entry.state != "open" for entry in case.plan.entries):
        return ""
    start = day(case.project.start, case.status_date)
    if case.project.start >= case.status_date:
        return f"work begins on {start}, and "
    return f"no work has begun, although it was to begin on {start}; " if case.plan.entries else ""


def _silent(case: Case) -> str:
    """Why nothing is known of a date."""
    if case.plan.entries:
        return "the plan does not say when that will be"
    return "there is no plan yet that says when that will be"


def _date(case: Case, last: Final) -> Piece:
    """The date of the final promise."""
    return Piece(day(last.expected, case.status_date) if last.expected else "", True)


def _kept(last: Final) -> str:
    """``, eight working days after its promise``; nothing if nothing was promised."""
    if last.slip is None:
        return ""
    if not last.slip:
        return ", as promised"
    return f", {count(abs(last.slip), 'working day')} {'after' if last.slip > 0 else 'before'} its promise"
