"""The Project element of MSPDI: what holds for the whole file."""

from handbook.exchange.plans.mspdi.fields import Fields, names

_COMPUTED = names(
    """SaveVersion BuildNumber UID GUID Subject Category Company CreationDate Revision FinishDate
    FYStartDate CriticalSlackLimit CurrencyDigits CurrencySymbol CurrencySymbolPosition
    DefaultStartTime DefaultFinishTime MinutesPerDay MinutesPerWeek DaysPerMonth DefaultTaskType
    DefaultFixedCostAccrual DefaultStandardRate DefaultOvertimeRate DurationFormat WorkFormat
    EditableActualCosts HonorConstraints EarnedValueMethod InsertedProjectsLikeSummary
    MultipleCriticalPaths NewTasksEffortDriven NewTasksEstimated SplitsInProgressTasks
    SpreadActualCost SpreadPercentComplete TaskUpdatesResource FiscalYearStart WeekStartDay
    MoveCompletedEndsBack MoveRemainingStartsBack MoveRemainingStartsForward MoveCompletedEndsForward
    BaselineForEarnedValue AutoAddNewResourcesAndTasks CurrentDate MicrosoftProjectServerURL Autolink
    NewTaskStartDate NewTasksAreManual DefaultTaskEVMethod ProjectExternallyEdited
    ExtendedCreationDate ActualsInSync RemoveFileProperties AdminProject BaselineCalendar
    KeepTaskOnNearestWorkingTimeMadeAutoScheduled UpdateManuallyScheduledTasksWhenEditingLinks
    ExtendedAttributes OutlineCodes WBSMasks Calendars Tasks Resources Assignments Keywords Comments"""
)
"""Settings of the program, and what is computed; what a plan says stands in the rest."""


def tell_rest(project: Fields) -> None:
    """Note what of the project is not read."""
    if project.text("ScheduleFromStart").strip() == "0":
        project.tell("ScheduleFromStart", "it is scheduled from its finish; here from its start")
    if limit := project.whole("CriticalSlackLimit"):
        project.tell("CriticalSlackLimit", f"not read: tasks are critical there from {limit} days of slack")
    if at := project.moment("StatusDate"):
        project.tell("StatusDate", f"its status date is {at:%Y-%m-%d}: say it in settings, or --status-date")
    if project.flag("HonorConstraints"):
        project.text("HonorConstraints")
    elif project.text("HonorConstraints"):
        project.tell("HonorConstraints", "links go before constraints there; here it is the other way")
    for name in ("Comments", "Keywords"):
        project.text(name)
    project.rest("project", _COMPUTED, {})
