"""Why a date is what it is: the way back from it to a first cause, day by day."""
