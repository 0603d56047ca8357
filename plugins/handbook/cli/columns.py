"""Rows of text in columns, for terminals and pipes."""

from collections.abc import Collection, Sequence


def in_columns(heads: Sequence[str], table: Sequence[Sequence[str]], numbers: Collection[str] = ()) -> str:
    """The rows under their heads, in columns of equal width with two spaces between them.

    Columns whose heads are in ``numbers`` stand to the right.
    """
    lines = [heads, *table]
    widths = [max(len(line[at]) for line in lines) for at in range(len(heads))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if head in numbers else cell.ljust(width)
            for cell, width, head in zip(line, widths, heads, strict=True)
        ).rstrip()
        for line in lines
    )
