"""Rules of a handbook's own: read from its settings once, and then rules like those of the tool."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import NamedTuple

from handbook.checks.own.faults import faults_of
from handbook.checks.own.names import grammar
from handbook.checks.own.search import Reading, Screen, search
from handbook.checks.rule import Fault, Rule
from handbook.problems import Severity
from handbook.records.kinds.settings import OwnRule, Settings

FAULTY = "CHECK006"


class OwnRules(NamedTuple):
    """The rules that the settings hold, by code, and what is wrong with those that cannot be used."""

    rules: Mapping[str, Rule]
    faults: tuple[tuple[str, Fault], ...]


def own_rules(settings: Settings) -> OwnRules:
    """The rules of the settings; one with a fault is none, and its faults are told."""
    own = settings.rules.own
    faults = {code: list(faults_of(settings, code, one)) for code, one in own.items()}
    good = {code: one for code, one in own.items() if not faults[code]}
    screens = {kind: _screen(kind, good.values()) for one in good.values() for kind in one.on}
    rules = {code: _rule(settings, code, one, screens) for code, one in good.items()}
    return OwnRules(rules, tuple((FAULTY, fault) for found in faults.values() for fault in found))


def _screen(kind: str, rules: Iterable[OwnRule]) -> Screen:
    return Screen(kind, [one.when.strip() for one in rules if kind in one.on])


def _rule(settings: Settings, code: str, own: OwnRule, screens: Mapping[str, Screen]) -> Rule:
    readings = [
        Reading(code, own, kind, grammar(kind).read(own.when.strip()), screens[kind]) for kind in own.on
    ]
    return Rule(
        code=code,
        name=code.lower(),
        severity=Severity.named(own.severity),
        text=_page(own),
        check=partial(search, settings, readings),
    )


def _page(own: OwnRule) -> str:
    """The page that explains a rule."""
    parts = [
        own.message,
        f"A rule of this handbook. A record of the kind {' or '.join(own.on)} is at fault when",
        "\n".join(f"    {line}" for line in own.when.strip().splitlines()),
        own.cure and f"What to do: {own.cure}",
    ]
    return "\n\n".join(part for part in parts if part)
