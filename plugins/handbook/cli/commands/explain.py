"""``handbook explain``: the manual page of a rule."""

from pathlib import Path

import click

from handbook.checks.cures import Cures
from handbook.checks.fitting import rule_cure
from handbook.checks.registry import modules, rule, rules
from handbook.checks.rule import Rule
from handbook.checks.rulebook import Rulebook
from handbook.cli.opening import PROJECTS


@click.command()
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Print the manual page of rule CODE, or all rules of a family, or of all families.

    A rule of a handbook's own is found in the handbook of the current folder.
    """
    wanted = (code or "").upper()
    if wanted in modules():
        click.echo(_page(rule(wanted)), nl=False)
        return
    if own := _own(wanted):
        click.echo(_page(own), nl=False)
        return
    found = [known for known in rules() if known.code.startswith(wanted)]
    if not found:
        raise click.UsageError(f"unknown rule '{code}' – {rule_cure(wanted, Rulebook(), Cures())}")
    click.echo(_list(found), nl=False)


def _own(code: str) -> Rule | None:
    """The rule of the handbook here; None if there is no handbook, or no such rule in it."""
    if not code or not Path(PROJECTS).is_dir():
        return None
    from handbook.checks.own.rules import own_rules
    from handbook.loading.load import load

    return own_rules(load(Path(), projects=PROJECTS).book.settings).rules.get(code)


def _page(explained: Rule) -> str:
    """The docstring under a head line; its examples are shown with their marks."""
    head = f"{explained.code} {explained.name} ({explained.severity})"
    parts = [click.style(head, bold=True), explained.text.strip(), _limits(explained)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _limits(explained: Rule) -> str:
    """The limits that the settings can give a rule, with what holds if they give none."""
    if explained.options is None:
        return ""
    lines = [
        f"- {name}: {field.description} (if not given: {_shown(field.get_default())})"
        for name, field in explained.options.model_fields.items()
    ]
    return "\n".join([f"Limits, in handbook.yml under rules: options: {explained.code}:", "", *lines])


def _shown(limit: object) -> str:
    return f"{limit:.0%}" if isinstance(limit, float) else str(limit)


def _list(found: list[Rule]) -> str:
    """One line for each rule, with a blank line between families."""
    lines = []
    for before, current in zip([None, *found], found, strict=False):
        if before and before.family != current.family:
            lines.append("")
        lines.append(
            f"{click.style(current.code, bold=True)}  {current.severity!s:7}  {current.manual.summary}"
        )
    return "".join(f"{line}\n" for line in lines)
