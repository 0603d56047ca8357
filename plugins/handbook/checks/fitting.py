"""Fitting the limits of the settings to the rules they are for, and finding what fits no rule."""

from collections.abc import Iterator, Mapping

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from handbook.checks.cures import Cures
from handbook.checks.registry import modules, rule, rule_words
from handbook.checks.rule import Fault
from handbook.problems.nearest import did_you_mean
from handbook.records.book import Book
from handbook.records.kinds.settings import RuleSettings
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


def fitted(code: str, limits: Mapping[str, str]) -> Part | None:
    """The limits of a rule as its options; None, for the rule's own, if there are none or they do not fit."""
    options = rule(code).options
    if options is None or not limits:
        return None
    try:
        return options.model_validate(dict(limits))
    except ValidationError:
        return None


def setting_faults(book: Book) -> Iterator[tuple[str, Fault]]:
    """What is wrong in the ``rules`` of the settings, with the code of each fault."""
    cures = Cures()
    yield from _choice_faults(book, cures, book.settings.rules, ("rules",))
    for name, choices in book.settings.rules.projects.items():
        path = ("rules", "projects", name)
        if not book.project(name) and not book.is_hidden(name):
            cure = cures.nearest(name, lambda: [project.id for project in book.projects])
            yield UNKNOWN_RULE, _at(book, path, f"unknown project {shown(name)}", cure)
        if choices.projects:
            message = "expected the choices of one project, found projects in it"
            yield UNKNOWN_RULE, _at(book, (*path, "projects"), message, "write each project under rules")
        yield from _choice_faults(book, cures, choices, path)


def _choice_faults(
    book: Book, cures: Cures, choices: RuleSettings, path: tuple[str, ...]
) -> Iterator[tuple[str, Fault]]:
    named: list[tuple[str, tuple[str | int, ...]]] = [
        *((prefix, ("select", at)) for at, prefix in enumerate(choices.select)),
        *((prefix, ("ignore", at)) for at, prefix in enumerate(choices.ignore)),
        *((prefix, ("severity", prefix)) for prefix in choices.severity),
    ]
    for prefix, step in named:
        if not any(code.startswith(prefix.upper()) for code in modules()):
            yield (
                UNKNOWN_RULE,
                _at(book, (*path, *step), f"unknown rule {shown(prefix)}", rule_cure(prefix, cures)),
            )
    for code, limits in choices.options.items():
        if code.upper() not in modules():
            message = f"unknown rule {shown(code)}"
            yield UNKNOWN_RULE, _at(book, (*path, "options", code), message, rule_cure(code, cures))
        else:
            for key, message, cure in _limit_faults(code.upper(), limits):
                yield WRONG_LIMIT, _at(book, (*path, "options", code, key), message, cure)


def _limit_faults(code: str, limits: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    options = rule(code).options
    if options is None:
        yield "", f"expected no limits, for {code} has none", "remove them"
        return
    try:
        options.model_validate(dict(limits))
    except ValidationError as faults:
        for error in faults.errors():
            yield str(error["loc"][0]), *_told(code, options, error)


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


def rule_cure(code: str, cures: Cures) -> str:
    """What to write instead of a code, or beginning of one, that no rule has."""
    return cures.nearest(code.upper(), rule_words) or "'handbook explain' lists all rules"


def _at(book: Book, path: tuple[str | int, ...], message: str, cure: str) -> Fault:
    return Fault.at(book.settings, *path, message=message, cure=cure, key=isinstance(path[-1], str))
