"""The grid as a model of OR-Tools CP-SAT.

Every node has a start and a finish; every option that pauses has its own time as well, and a Boolean for each
pause that tells on which side of it the option stands. People are cumulative constraints: Baptiste, Le Pape
and Nuijten, "Constraint-based scheduling", 2001; solved by lazy clause generation: Schutt et al.,
"Explaining the cumulative propagator", 2011.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from handbook.schedule.levelling.distances import distances
from handbook.schedule.levelling.grid import Grid, Option
from handbook.schedule.levelling.heuristic import Draft
from handbook.schedule.levelling.timeline import Pauses
from handbook.schedule.levelling.windows import Windows, taken_of

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, IntervalVar, IntVar, LinearExpr

Expression: TypeAlias = "LinearExpr | IntVar | int"
"""What the solver can add, compare and minimise."""


class Model:
    """The model, and its variables.

    Attributes:
        cp: the model.
        starts, finishes: node -> variable, expression or number.
        variables: node -> variable of its start, for nodes that can move.
        taken: (node, index of the option) -> whether it is taken, for nodes with several.
        cost: the sum of weights times finishes.
    """

    def __init__(self, grid: Grid, windows: Windows) -> None:
        from ortools.sat.python import cp_model

        self.grid = grid
        self.windows = windows
        self.cp: CpModel = cp_model.CpModel()
        self.starts: dict[int, Expression] = {}
        self.finishes: dict[int, Expression] = {}
        self.variables: dict[int, IntVar] = {}
        self.taken: dict[tuple[int, int], IntVar] = {}
        self._loads: dict[int, list[tuple[IntervalVar, int]]] = {}
        for node in grid.order:
            self._add(node)
        for arc in grid.arcs:
            self._wait(arc.pred, arc.succ, arc.lag, from_finish=arc.from_finish, to_finish=arc.to_finish)
        for pred, succ, lag in distances(grid):
            self._wait(pred, succ, lag, from_finish=False, to_finish=False)
        for piece, first in grid.leaders.items():
            for number in range(len(grid.options[piece]) if (piece, 0) in self.taken else 0):
                self.cp.add(self.taken[piece, number] == self.taken[first, number])
        self._share()
        self.cost = self._cost()

    def _add(self, node: int) -> None:
        early, late = self.windows.span(node)
        ways = self.grid.options.get(node)
        if ways is None:
            self.starts[node] = self.finishes[node] = self._event(node, early, late)
        elif early == late and len(ways) == 1:
            self.starts[node], self.finishes[node] = early, ways[0].finish(early)
            self._hold(node, ways[0], early, self.finishes[node], None)
        elif len(ways) == 1 and ways[0].is_plain:
            start = self.variables[node] = self.cp.new_int_var(early, late, f"s{node}")
            self.starts[node], self.finishes[node] = start, start + ways[0].length
            self._hold(node, ways[0], start, start + ways[0].length, None)
        else:
            self._choose(node, ways, early, late)

    def _event(self, node: int, early: int, late: int) -> Expression:
        at = self.variables[node] = self.cp.new_int_var(early, late, f"e{node}")
        if node in self.grid.gathered:
            self.cp.add_min_equality(at, [self.starts[one] for one in self.grid.gathered[node]])
        return at

    def _choose(self, node: int, ways: tuple[Option, ...], early: int, late: int) -> None:
        start = self.variables[node] = self.cp.new_int_var(early, late, f"s{node}")
        finish = self.cp.new_int_var(early, self.windows.end, f"f{node}")
        self.starts[node], self.finishes[node] = start, finish
        spans: dict[tuple[int, int, int, int], IntVar] = {}
        lits = []
        for number, option in enumerate(ways):
            lit = self.cp.new_bool_var(f"x{node}.{number}")
            lits.append(lit)
            if len(ways) > 1:
                self.taken[node, number] = lit
            key = option.length, id(option.pauses), option.earliest, option.latest
            if key not in spans:
                same = [one for one in ways if (one.length, id(one.pauses), one.earliest, one.latest) == key]
                spans[key] = lit if len(same) == 1 else self.cp.new_bool_var(f"y{node}.{number}")
                self._stand(spans[key], option, (start, finish), (early, late))
            if spans[key] is not lit:
                self.cp.add_implication(lit, spans[key])
            self._hold(node, option, start, finish, lit)
        self.cp.add_exactly_one(lits)

    def _stand(
        self, lit: IntVar, option: Option, ends: tuple[IntVar, IntVar], window: tuple[int, int]
    ) -> None:
        """Where start and finish are if the literal is true."""
        (start, finish), (early, late) = ends, window
        self.cp.add(start >= option.earliest).only_enforce_if(lit)
        if option.latest <= late:
            self.cp.add(start <= option.latest).only_enforce_if(lit)
        pauses = option.pauses
        if option.is_plain or pauses is None:
            self.cp.add(finish == start + option.length).only_enforce_if(lit)
            return
        first, last = pauses.own(max(early, option.earliest)), pauses.own(min(late, option.latest))
        own = self.cp.new_int_var(first, max(first, last), "")
        before_start = self._paused(option, own, 0, first, last)
        before_finish = self._paused(option, own, option.length - 1, first, last)
        self.cp.add(start == own + before_start).only_enforce_if(lit)
        self.cp.add(finish == own + option.length + before_finish).only_enforce_if(lit)

    def _paused(self, option: Option, own: IntVar, ahead: int, first: int, last: int) -> Expression:
        """Time of the pauses at or before an own time, which is `ahead` of the own start."""
        pauses = option.pauses or Pauses()
        total: Expression = 0
        previous = None
        for number, at in enumerate(pauses.at):
            length = pauses.before[number + 1] - pauses.before[number]
            if at <= first + ahead:
                total = total + length
            elif at <= last + ahead:
                is_past = self.cp.new_bool_var("")
                self.cp.add(own >= at - ahead).only_enforce_if(is_past)
                self.cp.add(own < at - ahead).only_enforce_if(~is_past)
                if previous is not None:
                    self.cp.add_implication(is_past, previous)
                previous = is_past
                total = total + length * is_past
        return total

    def _hold(
        self, node: int, option: Option, start: Expression, finish: Expression, lit: IntVar | None
    ) -> None:
        if not option.demands or not option.length:
            return
        size: int | IntVar = option.length
        if not option.is_plain and option.pauses is not None:
            longest = self.windows.end - self.windows.span(node)[0]
            size = self.cp.new_int_var(option.length, max(option.length, longest), "")
        if lit is None:
            interval = self.cp.new_interval_var(start, size, finish, f"i{node}")
        else:
            interval = self.cp.new_optional_interval_var(start, size, finish, lit, f"i{node}.{option.way}")
        for resource, units in option.demands:
            self._loads.setdefault(resource, []).append((interval, units))

    def _wait(self, pred: int, succ: int, lag: int, *, from_finish: bool, to_finish: bool) -> None:
        source = (self.finishes if from_finish else self.starts)[pred]
        target = (self.finishes if to_finish else self.starts)[succ]
        if not (isinstance(source, int) and isinstance(target, int)):
            self.cp.add(target >= source + lag)

    def _share(self) -> None:
        """Nobody gives more than there is; what cannot move takes what it takes, but nothing from others."""
        for resource, loads in sorted(self._loads.items()):
            capacity = self.grid.capacities[resource]
            taken = taken_of(self.grid, resource)
            fixed = [self.cp.new_fixed_size_interval_var(at, until - at, "") for at, until, _ in taken]
            units = [units for _, _, units in taken]
            intervals = [interval for interval, _ in loads]
            demands = [units for _, units in loads]
            if not fixed and all(2 * one > capacity for one in demands):
                self.cp.add_no_overlap(intervals)
            else:
                self.cp.add_cumulative([*intervals, *fixed], [*demands, *units], capacity)

    def _cost(self) -> Expression:
        """The expression of `Grid.cost`."""
        total: Expression = 0
        for weight, nodes in self.grid.ends:
            inside = set(nodes)
            early = {
                arc.pred for arc in self.grid.arcs if arc.from_finish and arc.lag >= 0 and arc.succ in inside
            }
            last = self.cp.new_int_var(min(0, self.windows.end), self.windows.end, "end")
            for node in nodes:
                if node not in early:
                    self.cp.add(last >= self.finishes[node])
            total = total + weight * last
        return total

    def order(self, first: int, second: int) -> None:
        """Ask for a node to be done before another begins."""
        self.cp.add(self.starts[second] >= self.finishes[first])

    def hint(self, draft: Draft) -> None:
        """Tell the solver a plan to begin with."""
        self.cp.clear_hints()  # type: ignore[no-untyped-call]
        for node, variable in self.variables.items():
            self.cp.add_hint(variable, draft.starts[node])
        for (node, number), lit in self.taken.items():
            self.cp.add_hint(lit, draft.ways[node] == number)
