"""Registers as people write them, and as nobody would: for tests that change text and not facts."""

from __future__ import annotations

from hypothesis import strategies as st

NAMES = [
    *("title", "owner", "cause", "impact", "actions", "affects", "notes", "tags", "links", "status", "kind"),
    *("residual", "probability", "raised", "review_by", "unknown", '"quoted"', "'event'"),
]
PLAIN = [
    *(
        "one",
        "NO",
        "12:30",
        "1.10",
        "0123",
        "2026-03-31",
        "30%",
        "medium",
        "ana",
        "it's",
        "a  b",
        "Ä ö ☂ 漢",
        "~",
    ),
    *("a#b", "http://x.org/a?b=c", "x - y", "null"),
]
QUOTED = [
    *('"NO"', "'12:30'", '"one"', "'it''s'", '"a: b"', "'a #b'", '"tab\\tin"', '""', "''", '"@ana"', "'[x]'"),
    *('"2026-03-31"', '"\\u00e4"', "'- x'", '"# no comment"', '"back\\\\slash"', "'~'", '" x "', "'...'"),
]
FLOW = [
    *(
        "[a, b]",
        "[ a,b ]",
        "[]",
        "{}",
        "{cost: minor, time: major}",
        "{time: major, 'cost': \"minor\" }",
        "[[a], {b: c}]",
    ),
    *(
        "{probability: low, impact: {quality: minor, time: major}}",
        "[\"a\", 'b, c', 12:30]",
        "{a: }",
        "[a: b]",
        "{a}",
    ),
]


@st.composite
def registers(draw: st.DrawFn) -> str:
    """The text of a register of a few records."""
    return Scribe(draw).register()


class Scribe:
    """Writes a register line by line; each comment has a number of its own."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._comments = 0

    def register(self) -> str:
        lines = self._between(0)
        for number in range(self._draw(st.integers(1, 3))):
            lines += self._between(0) if number else []
            if self._one_in(5):
                lines.append(f"R-{9 - number}: {self._pick(FLOW[3:6])}{self._trailing()}")
            else:
                lines += [f"R-{9 - number}:{self._trailing()}", *self._mapping(self._pick([2, 2, 3, 4]), 0)]
        lines += self._between(self._pick([0, 2, 4]))
        return "\n".join(lines) + self._pick(["\n", "\n", "", "\n\n"])

    def _mapping(self, indent: int, depth: int) -> list[str]:
        names = self._draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True))
        lines: list[str] = []
        for name in names:
            lines += self._between(self._pick([indent, indent, indent + 2, 0]))
            lines += self._field(name, indent, depth)
        return lines

    def _field(self, name: str, indent: int, depth: int) -> list[str]:
        head = f"{' ' * indent}{name}{self._pick([':', ':', ':', ' :'])}"
        kind = self._pick(
            ["plain", "plain", "quoted", "flow", "none", "bar", "lines", "list", "mapping", "next"]
        )
        if kind in ("list", "mapping") and depth > 1:
            kind = "plain"
        if kind == "none":
            return [head + self._trailing()]
        if kind == "bar":
            return [f"{head} {self._pick(['|', '>', '|-', '>-'])}{self._trailing()}", *self._bar(indent)]
        if kind == "lines":
            return [f"{head} {self._pick(self._several(indent))}{self._trailing()}"]
        if kind == "mapping":
            inner = indent + self._pick([1, 2, 4])
            return [head + self._trailing(), *self._mapping(inner, depth + 1)]
        if kind == "list":
            return [head + self._trailing(), *self._list(indent + self._pick([0, 2, 3]), depth)]
        if kind == "next":
            return [head + self._trailing(), f"{' ' * (indent + 3)}{self._pick(QUOTED)}{self._trailing()}"]
        return [f"{head}{self._pick([' ', '   '])}{self._value(kind)}{self._trailing()}"]

    def _value(self, kind: str) -> str:
        return str(self._pick({"plain": PLAIN, "quoted": QUOTED, "flow": FLOW}[kind]))

    def _list(self, indent: int, depth: int) -> list[str]:
        lines: list[str] = []
        for _ in range(self._draw(st.integers(1, 3))):
            lines += self._between(indent)
            kind = self._pick(["plain", "quoted", "flow", "mapping", "bar", "list", "none"])
            hyphen = f"{' ' * indent}-{self._pick([' ', ' ', '   '])}"
            if kind in ("mapping", "list") and depth > 1:
                kind = "plain"
            if kind in ("mapping", "list"):
                inner = (
                    self._mapping(len(hyphen), depth + 1)
                    if kind == "mapping"
                    else self._list(len(hyphen), depth + 1)
                )
                first = next(
                    number for number, line in enumerate(inner) if line.strip() and line.strip()[0] != "#"
                )
                lines += [hyphen + inner[first].lstrip(), *inner[first + 1 :]]
            elif kind == "bar":
                lines += [f"{hyphen}|", *self._bar(indent)]
            elif kind == "none":
                lines.append(f"{' ' * indent}-{self._trailing()}")
            else:
                lines.append(f"{hyphen}{self._value(kind)}{self._trailing()}")
        return lines

    def _bar(self, indent: int) -> list[str]:
        inner = " " * (indent + self._pick([1, 2, 4]))
        return [
            *(f"{inner}first # no comment", self._pick(["", inner, f"{inner}  deeper  "])),
            *(f"{inner}- last: 'x' ", *self._pick([[], [""], ["", ""]])),
        ]

    def _several(self, indent: int) -> list[str]:
        inner = " " * (indent + self._pick([1, 2, 6]))
        return [
            f'"first\n\n{inner}second \\\n{inner}\\  third"',
            f"'first\n{inner}# second'",
            f"first\n{inner}second\n\n{inner}third",
            f"[a,\n{inner}b, # c0\n{inner}{{c: d}}\n{inner}]",
            f"{{time: major,\n{inner}cost: minor}}",
        ]

    def _between(self, indent: int) -> list[str]:
        if not self._one_in(4):
            return []
        found = self._pick([["#"], ["", "#"], ["#", ""], ["", "", ""], ["#", "", "#"]])
        return [f"{' ' * indent}{self._comment()}" if line else "" for line in found]

    def _trailing(self) -> str:
        return (
            f"{self._pick([' ', '   '])}{self._comment()}" if self._one_in(6) else self._pick(["", "", "  "])
        )

    def _comment(self) -> str:
        self._comments += 1
        return f"# c{self._comments}"

    def _one_in(self, many: int) -> bool:
        return self._draw(st.integers(1, many)) == many

    def _pick(self, choices: list) -> object:
        return self._draw(st.sampled_from(choices))


REGISTERS = registers()
