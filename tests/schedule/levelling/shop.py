"""A job shop as a levelling: Fisher and Thompson's "ft06", whose best finish is 55.

"Probabilistic learning combinations of local job-shop scheduling rules", 1963: six jobs of six steps on six
machines.
"""

from __future__ import annotations

from handbook.schedule.levelling import Levelling

from tests.schedule.psplib import Instance

FT06 = """
2 1 0 3 1 6 3 7 5 3 4 6
1 8 2 5 4 10 5 10 0 10 3 4
2 5 3 4 5 8 0 9 1 1 4 7
1 5 0 5 2 5 3 3 4 8 5 9
2 9 1 3 4 5 5 4 0 3 3 1
1 3 3 3 5 9 0 10 4 4 2 1
"""
"""For each job, machine and time of each step."""

BEST = 55


def shop() -> Levelling:
    """The shop, with a minute for each unit of time."""
    rows = [[int(word) for word in line.split()] for line in FT06.strip().splitlines()]
    steps = [pair for row in rows for pair in zip(row[::2], row[1::2], strict=True)]
    durations = {at: time for at, (_, time) in enumerate(steps, 1)}
    successors = {at: () if at % 6 == 0 else (at + 1,) for at in durations}
    demands = {at: tuple(int(one == machine) for one in range(6)) for at, (machine, _) in enumerate(steps, 1)}
    return Instance("ft06", 47, durations, successors, demands, (1,) * 6).levelling()
