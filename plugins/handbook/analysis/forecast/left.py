"""What is left to do of an activity."""

from handbook.schedule.network import Activity
from handbook.schedule.progress import progress


def left(activity: Activity) -> int:
    """Minutes of an activity that are still to do."""
    far = progress(activity)
    if far is not None:
        return far.remaining
    return activity.duration if activity.remaining is None else activity.remaining
