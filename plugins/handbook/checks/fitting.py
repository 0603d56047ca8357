"""Fitting the limits of the settings to the rules they are for, and finding what fits no rule."""

from collections.abc import Iterator, Mapping

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from handbook.checks.cures import Cures
from handbook.checks.rule import Fault, Rule
from handbook.checks.rulebook import Rulebook
from handbook.problems.nearest import did_you_mean
from handbook.records.book import Book
from handbook.records.kinds.settings import RuleChoices
from handbook.records.record import Part
from handbook.records.types.fault import shown

UNKNOWN_RULE = "CHECK004"
WRONG_LIMIT = "CHECK005"

_EXPECTED = {
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "greater_than_equal": "at least {ge}",
    "less_than_equal": "at most {le}",
}


def fitted(searched: Rule, limits: Mapping[str, str]) -> Part | None:
    """The limits of a rule as its options; None, for the rule's own, if there are none or they do not fit."""
    options = searched.options
    if options is None or not limits:
        return None
    try:
        return options.model_validate(dict(limits))
    except ValidationError:
        return None


def setting_faults(book: Book, rulebook: Rulebook) -> Iterator[tuple[str, Fault]]:
    """What is wrong in the ``rules`` of the settings, with the code of each fault."""
    cures = Cures()
    yield from _choice_faults(book, rulebook, cures, book.settings.rules, ("rules",))
    for name, choices in book.settings.rules.projects.items():
        path = ("rules", "projects", name)
        if not book.project(name) and not book.is_hidden(name):
            cure = cures.nearest(name, lambda: [project.id for project in book.projects])
            yield UNKNOWN_RULE, _at(book, path, f"unknown project {shown(name)}", cure)
        yield from _choice_faults(book, rulebook, cures, choices, path)


def _choice_faults(
    book: Book, rulebook: Rulebook, cures: Cures, choices: RuleChoices, path: tuple[str, ...]
) -> Iterator[tuple[str, Fault]]:
    named: list[tuple[str, tuple[str | int, ...]]] = [
        *((prefix, ("select", at)) for at, prefix in enumerate(choices.select)),
        *((prefix, ("ignore", at)) for at, prefix in enumerate(choices.ignore)),
        *((prefix, ("severity", prefix)) for prefix in choices.severity),
    ]
    for prefix, step in named:
        if not rulebook.covers(prefix):
            message, cure = f"unknown rule {shown(prefix)}", rule_cure(prefix, rulebook, cures)
            yield UNKNOWN_RULE, _at(book, (*path, *step), message, cure)
    for code, limits in choices.options.items():
        if code.upper() not in rulebook:
            message, cure = f"unknown rule {shown(code)}", rule_cure(code, rulebook, cures)
            yield UNKNOWN_RULE, _at(book, (*path, "options", code), message, cure)
        else:
            for key, message, cure in _limit_faults(rulebook[code.upper()], limits):
                yield WRONG_LIMIT, _at(book, (*path, "options", code, key), message, cure)


def _limit_faults(limited: Rule, limits: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    options = limited.options
    if options is None:
        yield "", f"expected no limits, for {limited.code} has none", "remove them"
        return
    try:
        options.model_validate(dict(limits))
    except ValidationError as faults:
        for error in faults.errors():
            yield str(error["loc"][0]), *_told(limited.code, options, error)


def _told(code: str, options: type[Part], error: ErrorDetails) -> tuple[str, str]:
    """The message and the cure for one limit that does not fit."""
    key, context = str(error["loc"][0]), error.get("ctx", {})
    if error["type"] == "extra_forbidden":
        cure = did_you_mean(key, options.model_fields) or f"{code} knows {', '.join(options.model_fields)}"
        return f"unknown limit {shown(key)}", cure
    if "message" in context:
        return f"{key}: {context['message']}", str(context.get("cure", ""))
    expected = _EXPECTED.get(error["type"], error["msg"].lower()).format_map(context)
    return f"{key}: expected {expected}, found {shown(error['input'])}", ""


def rule_cure(code: str, rulebook: Rulebook, cures: Cures) -> str:
    """What to write instead of a code, or beginning of one, that no rule has."""
    return cures.nearest(code.upper(), rulebook.words) or "'handbook explain' lists all rules"


def _at(book: Book, path: tuple[str | int, ...], message: str, cure: str) -> Fault:
    return Fault.at(book.settings, *path, message=message, cure=cure, key=isinstance(path[-1], str))
