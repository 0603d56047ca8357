"""Selection: which rules run in which project, how grave their problems are, and with what limits."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from handbook.problems import Severity
from handbook.records.kinds.settings import RuleChoices, RuleSettings


@dataclass(frozen=True)
class Selection:
    """The choices of the settings, those of single projects before them, and those of the command before all.

    Wherever codes are named, they may be cut to a prefix, and the longest prefix wins. Among prefixes of one
    length ``ignore`` goes before ``select``.
    """

    settings: RuleSettings = field(default_factory=RuleSettings)
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()

    def is_on(self, code: str, project: str | None = None) -> bool:
        """Whether a rule runs in a project, or in the organisation's own files if none is named."""
        for select, ignore in self._layers(project):
            decision = _decision(code, select, ignore)
            if decision is not None:
                return decision
        return True

    def is_on_somewhere(self, code: str) -> bool:
        """Whether a rule runs in any project or in the organisation's own files."""
        return any(self.is_on(code, project) for project in (None, *self.settings.projects))

    def severity(self, code: str, project: str | None, own: Severity) -> Severity:
        """How grave a problem of a rule is in a project; ``own`` is what the rule itself says."""
        for choices in self._choices(project):
            words = {prefix.upper(): word for prefix, word in choices.severity.items()}
            length = _longest(code, words)
            if length:
                return Severity.named(words[code[:length]])
        return own

    def limits(self, code: str, project: str | None = None) -> Mapping[str, str]:
        """What the settings say about the limits of a rule in a project."""
        merged: dict[str, str] = {}
        for choices in reversed(self._choices(project)):
            for named, limits in choices.options.items():
                if named.upper() == code:
                    merged.update(limits)
        return merged

    def _choices(self, project: str | None) -> tuple[RuleChoices, ...]:
        """The settings that hold for a project, its own first."""
        wanted = (project or "").casefold()
        own = (choices for name, choices in self.settings.projects.items() if name.casefold() == wanted)
        return (*own, self.settings)

    def _layers(self, project: str | None) -> Iterable[tuple[Sequence[str], Sequence[str]]]:
        yield self.select, self.ignore
        for choices in self._choices(project):
            yield choices.select, choices.ignore


def _decision(code: str, select: Sequence[str], ignore: Sequence[str]) -> bool | None:
    """True or False if one layer of choices decides about a rule, None if it leaves that to the next."""
    chosen, refused = _longest(code, select), _longest(code, ignore)
    if chosen or refused:
        return chosen > refused
    return False if select else None


def _longest(code: str, prefixes: Iterable[str]) -> int:
    """The length of the longest of ``prefixes`` that ``code`` begins with; 0 if there is none."""
    return max((len(prefix) for prefix in prefixes if code.startswith(prefix.upper())), default=0)
