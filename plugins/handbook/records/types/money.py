"""Sums of money: ``12 000 EUR``, ``12k EUR``, or a number in the project's currency."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, InstanceOf, WithJsonSchema

from handbook.records.types.fault import wrong
from handbook.records.types.meaning import Meaning

_BLANK = r"[ \u00a0\u202f]"
_PATTERN = (
    r"(-?\d{1,3}(?:[ _\u00a0\u202f]\d{3}){1,4}|-?\d{1,15})(\.\d{1,4})?"
    rf"{_BLANK}?([kM]?){_BLANK}?([A-Z]{{3}})?"
)
_FORM = re.compile(_PATTERN, re.ASCII)
_SCALE = {"": Decimal(1), "k": Decimal(1000), "M": Decimal(1_000_000)}


@dataclass(frozen=True, slots=True)
class Money:
    """An exact amount in one currency (ISO 4217 code); ``None`` stands for the project's own currency."""

    amount: Decimal
    currency: str | None = None

    def __str__(self) -> str:
        whole = f"{self.amount:,.2f}".removesuffix(".00").replace(",", "\u00a0")
        return f"{whole}\u00a0{self.currency}" if self.currency else whole


def read_money(found: object) -> Money:
    """The sum that ``found`` says. Raises FIELD010 for anything else, also for ambiguous commas."""
    if isinstance(found, Money):
        return found
    if not isinstance(found, str) or not (match := _FORM.fullmatch(found.strip())):
        comma = isinstance(found, str) and "," in found
        cure = (
            "a comma can mean two things; use a point for decimals and spaces between thousands"
            if comma
            else ""
        )
        raise wrong("FIELD010", "a sum like 12 000 EUR, 12k EUR or 12000", found, cure)
    whole, decimals, scale, currency = match.groups()
    digits = re.sub(r"[ _\u00a0\u202f]", "", whole) + (decimals or "")
    return Money(Decimal(digits) * _SCALE[scale], currency)


MoneyField = Annotated[
    InstanceOf[Money],
    BeforeValidator(read_money),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string", "pattern": f"^{_PATTERN}$"}]}),
    Meaning("money", ("12 000 EUR", "12k EUR")),
]


def is_currency(text: str) -> bool:
    """Whether ``text`` has the form of an ISO 4217 code."""
    return re.fullmatch("[A-Z]{3}", text) is not None


def read_currency(found: object) -> str:
    """The ISO 4217 code of a currency. Raises FIELD010 for anything else."""
    if isinstance(found, str) and is_currency(found):
        return found
    raise wrong("FIELD010", "a currency like EUR", found, "write the three capital letters of ISO 4217")


Currency = Annotated[
    str,
    BeforeValidator(read_currency),
    WithJsonSchema({"type": "string", "pattern": "^[A-Z]{3}$"}),
    Meaning("currency", ("EUR",)),
]
