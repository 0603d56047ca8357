"""The rulebook: the rules of one run, those of the tool and those that the handbook has written itself."""

from collections.abc import Mapping

from handbook.checks.registry import FOUND_BY_OTHERS, modules, rule
from handbook.checks.rule import Rule


class Rulebook:
    """All rules that hold in a handbook, by code; ``own`` are those of its settings.

    A rule of the tool is imported when it is asked for.
    """

    def __init__(self, own: Mapping[str, Rule] | None = None) -> None:
        self.own = dict(own or {})
        self.codes = (*modules(), *sorted(self.own))

    def __getitem__(self, code: str) -> Rule:
        """The rule with a code; `KeyError` if there is none."""
        return self.own.get(code) or rule(code)

    def __contains__(self, code: object) -> bool:
        return code in self.own or code in modules()

    def covers(self, prefix: str) -> bool:
        """Whether any rule has a code that begins like this, in capitals or not."""
        return bool(prefix) and any(code.startswith(prefix.upper()) for code in self.codes)

    def words(self) -> frozenset[str]:
        """All codes and all families: what may be written where rules are chosen."""
        return frozenset((*self.codes, *(code.rstrip("0123456789") for code in self.codes)))

    def searching(self) -> tuple[str, ...]:
        """The codes of all rules that search a portfolio, in order."""
        return tuple(code for code in self.codes if not code.startswith(FOUND_BY_OTHERS))
