"""Promises in a reader's words."""

from datetime import date

from handbook.analysis.promise import Promise
from handbook.analysis.words import slip
from handbook.views.block.inline import Light, Muted, Phrase
from handbook.views.dates import day


def said(promise: Promise, status_date: date) -> str:
    """When a milestone is expected and how that compares with its promise: '9 December, 8 days late'."""
    if promise.expected is None:
        return ""
    word = "reached " if promise.reached else ""
    late = f", {slip(promise.slip)}" if promise.slip else ""
    return f"{word}{day(promise.expected, status_date)}{late}"


def slipped(promise: Promise) -> Phrase:
    """The slip with its colour; nothing without a promise or a date.

    What was reached late has none: green would praise it, and no other colour asks anybody for anything.
    """
    if promise.slip is None:
        return (Muted("not planned"),) if promise.due and not promise.reached else ()
    told = slip(promise.slip).replace(" ", "\u00a0")
    return (told,) if promise.reached and promise.is_missed else (Light(promise.colour, told),)
