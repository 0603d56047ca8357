"""The page of a family of rules: each rule with why it matters, its limits, and its examples."""

import inspect
from collections.abc import Iterator, Sequence
from itertools import groupby

from handbook.checks.manual import Example, File
from handbook.checks.registry import ROOM, rules
from handbook.checks.rule import Rule
from handbook.discovery import modules_in


def families() -> dict[str, tuple[Rule, ...]]:
    """All rules by family, both in order."""
    return {family: tuple(found) for family, found in groupby(rules(), lambda rule: rule.family)}


def family_page(family: str, found: Sequence[Rule]) -> str:
    """The page of a family, as Markdown."""
    parts = [f"# {family}", _subject(family), _table(found, ""), *map(_section, found)]
    return "\n\n".join(parts) + "\n"


def rules_index() -> str:
    """The list of all rules, family by family, as Markdown."""
    sections = (
        f"## {family}\n\n[{_subject(family)}]({family.lower()}.md)\n\n{_table(found, f'{family.lower()}.md')}"
        for family, found in families().items()
    )
    count = len(rules())
    head = f"# Rules\n\nAll {count} rules of `handbook check`, family by family."
    return "\n\n".join([head, *sections]) + "\n"


def heading(rule: Rule) -> str:
    """The heading of a rule on the page of its family."""
    return f"{rule.code} {rule.name.replace('-', ' ')}"


def _subject(family: str) -> str:
    package = next(p for p in _packages() if p.rpartition(".")[2] == family.lower())
    text = inspect.getdoc(__import__(package, fromlist=["_"])) or ""
    return text.partition("\n")[0]


def _packages() -> Iterator[str]:
    return (module.__name__.rpartition(".")[0] for module in modules_in(ROOM))


def _table(found: Sequence[Rule], page: str) -> str:
    rows = "".join(
        f"| [{rule.code}]({page}#{_slug(heading(rule))}) | {rule.manual.summary} | {rule.severity} |\n"
        for rule in found
    )
    return f"| code | fault | severity |\n|---|---|---|\n{rows}".rstrip("\n")


def _slug(text: str) -> str:
    return text.lower().replace(" ", "-")


def _section(rule: Rule) -> str:
    manual = rule.manual
    parts = [
        f"## {heading(rule)}",
        f"{manual.summary}. Severity: {rule.severity}.",
        manual.why,
        _limits(rule),
        *map(_example, manual.examples),
    ]
    return "\n\n".join(part for part in parts if part)


def _limits(rule: Rule) -> str:
    """The limits that settings may give a rule, with what holds if they give none."""
    if rule.options is None:
        return ""
    rows = "".join(
        f"| `{name}` | {field.description} | {_shown(field.get_default())} |\n"
        for name, field in rule.options.model_fields.items()
    )
    return f"| limit | meaning | if not given |\n|---|---|---|\n{rows}".rstrip("\n")


def _shown(limit: object) -> str:
    if isinstance(limit, (tuple, list)):
        return ", ".join(map(str, limit))
    return f"{limit:.0%}" if isinstance(limit, float) else str(limit)


def _example(example: Example) -> str:
    word = "Fails" if example.fails else "Passes"
    return "\n\n".join([f"**{word}:**", *map(_file, example.files)])


def _file(file: File) -> str:
    told = "".join(f", {key} {value}" for key, value in file.attributes.items())
    if not file.text:
        return f"`{file.path}`{told}"
    return f"`{file.path}`{told}:\n\n````{file.language}\n{file.text}\n````"
