"""The order in which elements of MSPDI stand inside each other.

They are a sequence: a file with another order is none. The names are those of the schema that Microsoft
publishes as mspdi_pj12.xsd, as far as plans of records need them:
https://learn.microsoft.com/office-project/xml-data-interchange/project-xml-data-interchange-schema-reference
"""

from collections.abc import Mapping
from functools import cache

_ORDERS = {
    "Project": """SaveVersion Name Title Manager ScheduleFromStart StartDate FinishDate CriticalSlackLimit
        CurrencyDigits CurrencySymbol CurrencyCode CalendarUID DefaultStartTime DefaultFinishTime
        MinutesPerDay MinutesPerWeek DaysPerMonth DefaultTaskType DurationFormat WorkFormat
        HonorConstraints NewTasksEffortDriven StatusDate Calendars Tasks Resources Assignments""",
    "Calendar": "UID Name IsBaseCalendar BaseCalendarUID WeekDays Exceptions",
    "WeekDay": "DayType DayWorking WorkingTimes",
    "Exception": """EnteredByOccurrences TimePeriod Occurrences Name Type DayWorking WorkingTimes""",
    "TimePeriod": "FromDate ToDate",
    "WorkingTime": "FromTime ToTime",
    "Task": """UID ID Name Type IsNull Contact WBS OutlineNumber OutlineLevel Priority Start Finish
        Duration DurationFormat Work EffortDriven Milestone Summary Critical EarlyStart EarlyFinish
        LateStart LateFinish FreeSlack TotalSlack FixedCost FixedCostAccrual PercentComplete
        ActualStart ActualFinish ActualDuration RemainingDuration ConstraintType CalendarUID
        ConstraintDate Deadline Hyperlink HyperlinkAddress IgnoreResourceCalendar Notes
        PredecessorLink Baseline""",
    "PredecessorLink": "PredecessorUID Type CrossProject LinkLag LagFormat",
    "Baseline": "Number Start Finish Duration DurationFormat Work Cost",
    "Resource": """UID ID Name Type IsNull Code Group EmailAddress MaxUnits StandardRate StandardRateFormat
        CalendarUID Notes IsGeneric""",
    "Assignment": "UID TaskUID ResourceUID Finish Start Units Work",
}


@cache
def order(parent: str) -> Mapping[str, int]:
    """The places of elements inside another one; empty for one that holds only elements of one name."""
    return {name: at for at, name in enumerate(_ORDERS.get(parent, "").split())}
