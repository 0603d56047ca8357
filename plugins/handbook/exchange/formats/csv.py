"""CSV after RFC 4180: a file for each register, in UTF-8 with a signature, as spreadsheet programs expect."""

import csv
import io
from collections.abc import Mapping, Sequence

from handbook.exchange.neutral import neutral
from handbook.exchange.register import Register

ENDING = ".csv"
MANY = True
"""Each register is a file of its own."""


def write(registers: Sequence[Register], about: Mapping[str, str]) -> dict[str, bytes]:
    """The files by their names, without the ending."""
    return {register.name: _table(register) for register in registers}


def _table(register: Register) -> bytes:
    text = io.StringIO(newline="")
    out = csv.writer(text, lineterminator="\r\n")
    out.writerow(register.columns)
    for row in register.rows:
        out.writerow(neutral(_without_nul(row.cell(column))) for column in register.columns)
    return text.getvalue().encode("utf-8-sig", "replace")


def _without_nul(text: str) -> str:
    return text.replace("\0", "")
