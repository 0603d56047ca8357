"""CPU seconds for the whole timetable of a random plan: `python benchmarks/plan_cpm.py [tasks] [seed]`."""

from __future__ import annotations

import sys
import time
from datetime import date

import numpy as np
from handbook.schedule import Activity, Link, LinkType, Network, WorkingCalendar, timetable
from handbook.schedule.instants import instant

DAY = ((8 * 60, 12 * 60), (13 * 60, 17 * 60))


def office_calendar(years: range) -> WorkingCalendar:
    """Monday to Friday, with eight fixed holidays a year."""
    holidays = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (12, 25), (12, 26))
    days = {date(year, month, day).toordinal(): () for year in years for month, day in holidays}
    return WorkingCalendar((DAY,) * 5 + ((),) * 2, days)


def random_plan(tasks: int, seed: int) -> Network:
    """Groups of 20 tasks, two links a task from up to 300 before; one link in ten has a type and a lag."""
    chance = np.random.default_rng(seed)
    durations = chance.integers(0, 11, tasks) * 480
    groups = -(-tasks // 20)
    activities = [Activity(f"g{group}") for group in range(groups)]
    activities += [Activity(task, int(durations[task]), parent=task // 20) for task in range(tasks)]
    links = []
    for task in range(1, tasks):
        for back in {int(one) for one in chance.integers(1, min(task, 300) + 1, 2)}:
            kind, lag = LinkType.FS, 0
            if chance.random() < 0.1:
                kind = list(LinkType)[int(chance.integers(4))]
                lag = int(chance.integers(-2, 6)) * 480
            links.append(Link(groups + task - back, groups + task, kind, lag))
    return Network(tuple(activities), tuple(links), office_calendar(range(2026, 2046)))


def main(tasks: int = 10_000, seed: int = 1) -> None:
    """Print what it took, the best of five."""
    network = random_plan(tasks, seed)
    taken = []
    for _ in range(5):
        before = time.process_time()
        plan = timetable(network, instant(date(2026, 3, 2), DAY[0][0]))
        taken.append(time.process_time() - before)
    print(f"{tasks} tasks, {len(network.links)} links, {sum(plan.critical)} critical: {min(taken):.3f} s CPU")


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
