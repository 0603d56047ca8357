"""Accounts put together: by line, by category of cost, or by the part of the work they pay for."""

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from handbook.analysis.account import Account
from handbook.analysis.cost import Cost
from handbook.analysis.earned_value import EarnedValue
from handbook.analysis.figures import Standing
from handbook.planning.plan import Plan
from handbook.planning.wording import title

By = Literal["account", "category", "work"]

NONE = {"account": "in no line", "category": "no category", "work": "no task"}
"""What stands for accounts that have no such thing."""
_SEVERAL = "several parts"


class Accounts(NamedTuple):
    """Some accounts under one name, with their sums; earned schedule is told of a single one only."""

    name: str
    accounts: tuple[Account, ...]
    standing: Standing


def put_together(cost: Cost, plan: Plan, by: By = "account") -> tuple[Accounts, ...]:
    """The accounts of a project in groups; their sums are those of the project.

    ``work`` is the top task of the breakdown that all tasks of an account lie in. An account that pays for
    several of them is told apart: what was spent of it for each is not recorded.
    """
    name_of: Mapping[By, Callable[[Account], str]] = {
        "account": lambda one: one.line.label if one.line else "",
        "category": lambda one: one.line.category if one.line else "",
        "work": lambda one: _top(one, plan),
    }
    shown = [one for one in cost.accounts if one.line or one.budget or one.spent]
    if by == "account":
        return tuple(_group(name_of[by](one) or NONE[by], (one,)) for one in shown)
    groups: dict[str, list[Account]] = {}
    for account in shown:
        groups.setdefault(name_of[by](account) or NONE[by], []).append(account)
    return tuple(_group(name, tuple(found)) for name, found in groups.items())


def _group(name: str, accounts: tuple[Account, ...]) -> Accounts:
    value = EarnedValue.total(one.value for one in accounts)
    return Accounts(name, accounts, Standing(value, accounts[0].schedule if len(accounts) == 1 else None))


def _top(account: Account, plan: Plan) -> str:
    tops = {task.id.partition(".")[0].casefold() for task in account.tasks}
    if len(tops) != 1:
        return _SEVERAL if tops else ""
    entry = plan.by_id.get(("task", tops.pop()))
    return title(entry.record) if entry else ""
