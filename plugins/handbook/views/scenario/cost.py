"""How the money of a scenario moves, as a table."""

from collections.abc import Sequence

from handbook.analysis.what_if.bills import bills
from handbook.analysis.what_if.comparison import Outcome
from handbook.analysis.what_if.statement import Line, more, statement, sum_of
from handbook.analysis.what_if.wording import who
from handbook.analysis.words import capital
from handbook.views.block.block import Block, Column, Paragraph, Row, Table
from handbook.views.block.inline import Note, Phrase, Ref
from handbook.views.view import Ground

_COLUMNS = (
    Column("Cost"),
    Column("Project", minor=True),
    Column("As planned", "right"),
    Column("Then", "right"),
    Column("Change", "right"),
)


def cost(ground: Ground, outcome: Outcome) -> Sequence[Block]:
    """The sums that move; a line if none does, and nothing for readers who may not see any."""
    found = list(bills(outcome))
    if not found:
        return ()
    lines = list(statement(found))
    if not lines:
        return (Paragraph(("Cost stays as it is.",)),)
    is_alone = all(line.project is not None and line.project.id == ground.project for line in lines)
    rows = [_row(line, is_alone=is_alone) for line in lines]
    return (Table(_COLUMNS, rows, "Cost as planned and then").filled(), *_unrated(outcome))


def _row(line: Line, *, is_alone: bool) -> Row:
    what: Phrase = (f"{capital(line.what)}, {line.currency}",)
    if line.so:
        what = (*what, Note(f"then {line.so}"))
    project: Phrase = ()
    if not is_alone:
        project = (Ref(line.project.address, line.project.label),) if line.project else ("together",)
    sums = (sum_of(line.before), sum_of(line.after), more(line))
    return Row((what, project, *((one,) for one in sums)), strong=line.project is None)


def _unrated(outcome: Outcome) -> Sequence[Block]:
    """Whose labour is not counted, for want of a rate."""
    names = dict.fromkeys(name for bill in bills(outcome) if bill.moves for name in bill.unrated)
    if not names:
        return ()
    people = who(outcome.scenario.after.book, dict.fromkeys(names, 1.0))
    return (Paragraph((f"Without the labour of {people}: no rate is known.",), quiet=True),)
