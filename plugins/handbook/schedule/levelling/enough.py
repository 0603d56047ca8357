"""When the search for better plans may stop, because none can be better."""

from __future__ import annotations

from threading import Lock

from ortools.sat.python.cp_model import CpSolverSolutionCallback


class Enough(CpSolverSolutionCallback):
    """Hears of each plan that a solver finds, and stops it at one that is known to be the best."""

    def __init__(self) -> None:
        super().__init__()
        self._lock = Lock()
        self._reached: float | None = None
        self._wanted: float | None = None

    def on_solution_callback(self) -> None:
        """Remember the cost of the plan, which is less than that of the one before."""
        with self._lock:
            self._reached = self.objective_value
            self._stop_if_best()

    def known(self, least: int) -> bool:
        """Take note of the least cost there can be; whether a plan of that cost was found before."""
        with self._lock:
            self._wanted = least
            return self._reached is not None and self._reached <= least

    def _stop_if_best(self) -> None:
        if self._wanted is not None and self._reached is not None and self._reached <= self._wanted:
            self.stop_search()
