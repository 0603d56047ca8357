"""A rule: one fault that a handbook may have, with its manual page, its limits and the search for it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import ModuleType
from typing import Any, Literal

from handbook.analysis.portfolio import Portfolio
from handbook.checks.manual import Manual, read_manual
from handbook.problems import Note, Place, Severity
from handbook.records.record import Part, Record


@dataclass(frozen=True, slots=True)
class Fault:
    """One place where a rule is broken: what was expected and found there, and what to write instead.

    ``record`` is the address of the record it is in, empty if it is in none. ``code`` is that of another rule
    than the one that yields it, empty if it is of that one. ``notes`` are other places that take part.
    """

    place: Place
    message: str
    cure: str = ""
    project: str | None = None
    record: str = ""
    code: str = ""
    notes: tuple[Note, ...] = ()

    @classmethod
    def at(
        cls,
        record: Record,
        *path: str | int,
        message: str,
        cure: str = "",
        key: bool = False,
        notes: tuple[Note, ...] = (),
    ) -> "Fault":
        """A fault of a record: in the place of the value at ``path``, of its key, or of the whole record."""
        place = record.origin.place(*path, key=key)
        return cls(place, message, cure, record.project, record.address, notes=notes)


Scope = Literal["project", "portfolio"]
"""How far a rule looks; see `Rule.scope`."""

Check = Callable[..., Iterator[Fault]]
"""``check(portfolio)``, or ``check(portfolio, options)`` if it has limits; yields faults, decides nothing."""

Gathered = Mapping[str, Any]
"""What a rule has gathered from each project, by its id, and under ``''`` from the organisation's records."""

Gather = Callable[[Portfolio, str | None], Any]
"""``gather(portfolio, project)``: what a rule needs to know of a project, or of the organisation for None."""


@dataclass(frozen=True)
class Rule:
    """One rule, made from its module in ``checks/rules/<family>/<code>_<name>.py``.

    The module has a docstring (its manual page, see `handbook.checks.manual`), ``CODE``, ``NAME`` (the fault,
    so that it reads well after "allow") and ``SEVERITY``; a model ``Options`` if it has limits; ``SCOPE`` if
    it looks far; and ``check``, missing from rules whose faults are met elsewhere: while records are read
    (READ, FIELD, TEXT), while pages are made (PAGE), and while other rules run (CHECK).

    ``scope`` is ``project`` if what the rule finds in a project depends on nothing but the records of that
    project, of the projects it refers to, directly or through others, those records of other projects that
    refer to it (`Book.citations` tells), and of the organisation; and if what it finds in the organisation's
    records depends on nothing but these. Else it is ``portfolio``.

    A rule that looks at the portfolio says what it needs of each project: ``gather`` gives plain data, lists,
    texts and numbers, and ``check`` takes all of it as its last argument. ``check`` then looks at nothing
    else but charters and the organisation, so that nothing is read again where nothing has changed.
    """

    code: str
    name: str
    severity: Severity
    text: str
    options: type[Part] | None = None
    scope: Scope = "project"
    check: Check | None = None
    gather: Gather | None = None

    @property
    def family(self) -> str:
        """The letters of the code: ``RISK``."""
        return self.code.rstrip("0123456789")

    @cached_property
    def manual(self) -> Manual:
        """The manual page, read from the docstring."""
        return read_manual(self.text)

    def faults(
        self, portfolio: Portfolio, options: Part | None = None, gathered: Gathered | None = None
    ) -> Iterator[Fault]:
        """The faults of a portfolio, with the given limits or the rule's own.

        ``gathered`` is what the rule has gathered before; without it the portfolio is asked.
        """
        if self.check is None:
            return iter(())
        words: list[Any] = [options or self.options.model_construct()] if self.options else []
        if self.gather:
            words.append(self.gathered(portfolio) if gathered is None else gathered)
        return self.check(portfolio, *words)

    def gathered(self, portfolio: Portfolio) -> Gathered:
        """What the rule gathers from all that has records in a portfolio."""
        found = {record.project or "" for record in portfolio.book.records}
        return {one: self.gather(portfolio, one or None) for one in sorted(found)} if self.gather else {}

    def __str__(self) -> str:
        return f"{self.code} {self.name} ({self.severity}): {self.manual.summary}"


def rule_of(module: ModuleType) -> Rule:
    """The rule that a module holds. `AttributeError` names what the module lacks."""
    return Rule(
        code=module.CODE,
        name=module.NAME,
        severity=module.SEVERITY,
        text=module.__doc__ or "",
        options=getattr(module, "Options", None),
        scope=getattr(module, "SCOPE", "project"),
        check=getattr(module, "check", None),
        gather=getattr(module, "gather", None),
    )
