"""Cells that a spreadsheet program would take for a formula, made harmless and told apart again.

A cell that begins with one of these signs may run when a file is opened (CSV injection):
https://owasp.org/www-community/attacks/CSV_Injection
"""

_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")  # noqa: RUF001  (full width)
_MARK = "'"


def neutral(text: str) -> str:
    """``text`` with an apostrophe before it if a program might take it for a formula."""
    return f"{_MARK}{text}" if text.lstrip(" '").startswith(_SIGNS) else text


def plain(cell: str) -> str:
    """The text that `neutral` made the cell of."""
    return cell[1:] if cell.startswith(_MARK) and cell[1:].lstrip(" '").startswith(_SIGNS) else cell
