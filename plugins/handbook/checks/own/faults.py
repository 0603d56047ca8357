"""What is wrong with a rule of a handbook's own, each with its place in the settings."""

import re
from collections.abc import Iterator

from handbook.checks.own.expression import Unfit
from handbook.checks.own.names import grammar
from handbook.checks.own.search import SLOT
from handbook.checks.own.wording import why_unfit
from handbook.checks.registry import modules
from handbook.checks.rule import Fault
from handbook.loading.source import Source
from handbook.problems import Place
from handbook.problems.nearest import did_you_mean
from handbook.records.kind import kinds
from handbook.records.kinds.settings import OwnRule, Settings
from handbook.records.origin import Path
from handbook.records.types.fault import shown

_CODE = re.compile(r"[A-Z]{2,10}\d{3}", re.ASCII)


def faults_of(settings: Settings, code: str, own: OwnRule) -> Iterator[Fault]:
    """What keeps a rule from being used; a condition that is wrong for one kind is told for that one only."""
    path = ("rules", "own", code)
    yield from _of_code(settings, path, code)
    for at, kind in enumerate(own.on):
        if kind not in kinds() or kind == Settings.kind:
            message = f"unknown kind of record {shown(kind)}"
            cure = did_you_mean(kind, kinds()) or f"the kinds are {', '.join(sorted(kinds()))}"
            yield Fault.at(settings, *path, "on", at, message=message, cure=cure)
            continue
        if wrong := list(_of_condition(settings, path, own, kind)):
            yield from wrong
            return
        yield from _of_texts(settings, path, own, kind)


def _of_code(settings: Settings, path: Path, code: str) -> Iterator[Fault]:
    families = {known.rstrip("0123456789") for known in modules()}
    if not _CODE.fullmatch(code):
        message = f"expected the code of a rule like ORG001, found {shown(code)}"
        cure = "write two to ten capital letters and three digits"
        yield Fault.at(settings, *path, message=message, cure=cure, key=True)
    elif family := max((one for one in families if code.startswith(one)), key=len, default=""):
        message = f"expected a family of your own, found {shown(code)}, which begins like {family}"
        yield Fault.at(settings, *path, message=message, cure="begin with ORG", key=True)


def _of_condition(settings: Settings, path: Path, own: OwnRule, kind: str) -> Iterator[Fault]:
    text = own.when.strip()
    try:
        grammar(kind).read(text)
    except ImportError:
        message = "expected the package cel-expr-python, which reads conditions, found none"
        yield Fault.at(settings, *path, "when", message=message, cure="install it, or remove the rule")
    except Unfit as unfit:
        message, cure = why_unfit(unfit, grammar(kind).types)
        yield Fault(_place(settings, (*path, "when"), text, unfit), message, cure)


def _place(settings: Settings, path: Path, text: str, unfit: Unfit) -> Place:
    """Where in the settings the engine stopped reading: at the word that begins there."""
    locator = settings.origin.locator
    before = text.split("\n")[: unfit.line - 1]
    at = sum(len(line) + 1 for line in before) + unfit.column - 1
    word = re.match(r"\w+|\S", text[at:])
    if not word or not isinstance(locator, Source):
        return settings.place(*path)
    return locator.find(path, word[0], text.count(word[0], 0, at))


def _of_texts(settings: Settings, path: Path, own: OwnRule, kind: str) -> Iterator[Fault]:
    known = grammar(kind).types
    for field in ("message", "cure"):
        for name in SLOT.findall(getattr(own, field)):
            if name not in known:
                cure = did_you_mean(name, known) or "the names are those that a condition may use"
                yield Fault.at(settings, *path, field, message=f"unknown name '{name}'", cure=cure)
