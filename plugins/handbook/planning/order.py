"""The order in which projects are planned: those first that others wait for."""

from collections.abc import Callable, Iterable


def planning_order(project: str, needs: Callable[[str], Iterable[str]]) -> list[list[str]]:
    """All that ``project`` needs, directly or through others, and itself last.

    Each group of the list needs only itself and groups before it; a group of several are projects that wait
    for each other. Strongly connected components after Tarjan, "Depth-first search and linear graph
    algorithms", 1972, without recursion.
    """
    order: list[list[str]] = []
    number: dict[str, int] = {project: 0}
    lowest: dict[str, int] = {project: 0}
    open_: list[str] = [project]
    closed: set[str] = set()
    path = [(project, iter(sorted(needs(project))))]
    while path:
        one, rest = path[-1]
        for other in rest:
            if other not in number:
                number[other] = lowest[other] = len(number)
                open_.append(other)
                path.append((other, iter(sorted(needs(other)))))
                break
            if other not in closed:
                lowest[one] = min(lowest[one], number[other])
        else:
            path.pop()
            if path:
                lowest[path[-1][0]] = min(lowest[path[-1][0]], lowest[one])
            if lowest[one] == number[one]:
                at = open_.index(one)
                order.append(sorted(open_[at:]))
                closed.update(order[-1])
                del open_[at:]
    return order
