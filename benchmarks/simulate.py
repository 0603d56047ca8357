"""CPU seconds and memory of 10,000 runs of a plan: `python benchmarks/simulate.py [tasks] [runs] [shape]`.

Two links a task. Sampling, forward and backward pass, criticality, cruciality and percentiles; the plan is
the one of `plan_cpm`, with groups, link types, lags and holidays. The target is 2 s and 500 MB on one core.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from datetime import date
from pathlib import Path

os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
sys.path.insert(0, str(Path(__file__).parents[1]))

from handbook.schedule import Network
from handbook.schedule.instants import instant, written
from handbook.schedule.simulation.distribution import Shape
from handbook.schedule.simulation.measures import cruciality
from handbook.schedule.simulation.percentile import percentile
from handbook.schedule.simulation.simulate import simulate
from handbook.schedule.simulation.uncertainty import Spread, Uncertainty

from benchmarks.plan_cpm import DAY, random_plan


def spreads(network: Network, shape: Shape) -> tuple[Spread, ...]:
    """Every task takes from half as long to twice as long as planned, each with a mode of its own."""
    return tuple(
        Spread(one.key, f"task {one.key}", one.duration // 2, one.duration + at % 97, 2 * one.duration + 97)
        if shape is Shape.PERT
        else Spread(one.key, f"task {one.key}", one.duration // 2, one.duration, 2 * one.duration + 1, shape)
        for at, one in enumerate(network.activities)
        if one.parent is not None
    )


def main(tasks: int = 1_000, runs: int = 10_000, shape: str = "pert") -> None:
    """Print what it took."""
    network = random_plan(tasks, 1)
    uncertain = Uncertainty(spreads(network, Shape(shape)))
    before = time.process_time()
    found = simulate(network, instant(date(2026, 3, 2), DAY[0][0]), None, uncertain, runs=runs, seed=1)
    ordered = sorted(found.finish.tolist())
    p50, p80 = (written(percentile(ordered, share))[:10] for share in (0.5, 0.8))
    most = max(cruciality(found, found.finish))
    taken = time.process_time() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{runs} runs of {tasks} tasks ({shape}), {len(network.links)} links: {taken:.2f} s CPU")
    print(f"{peak:.0f} MB at most; P50 {p50}, P80 {p80}, greatest cruciality {most:.2f}")


if __name__ == "__main__":
    main(*(int(word) if word.isdigit() else word for word in sys.argv[1:]))
