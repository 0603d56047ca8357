"""Colours of the style sheet stand out from what is behind them, in light and dark (WCAG 2.2 AA)."""

import re
from pathlib import Path

import handbook.views.assets as assets
import pytest

SHEET = (Path(assets.__file__).parent / "handbook.css").read_text("utf-8")
COLOURS = dict(re.findall(r"--hb-([\w-]+): [^;]*light-dark\((#\w+, #\w+)\)", SHEET))
TEXT, SHAPE = 4.5, 3.0


def _luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG: 1 for the same colour, 21 for black on white."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("name", "ground", "least"),
    [
        *(
            (name, ground, TEXT)
            for name in ("muted", "good", "warn", "bad", "accent")
            for ground in ("ground", "soft")
        ),
        *((name, f"{name}-soft", TEXT) for name in ("good", "warn", "bad")),
        *(
            (name, ground, SHAPE)
            for name in ("bar", "done", "critical-done")
            for ground in ("ground", "soft")
        ),
    ],
)
def test_a_colour_stands_out(name: str, ground: str, least: float, scheme: int) -> None:
    pair = (COLOURS[name].split(", ")[scheme], COLOURS[ground].split(", ")[scheme])
    assert _contrast(*pair) >= least


@pytest.mark.parametrize("step", [1, 2, 3, 4])
@pytest.mark.parametrize(("scheme", "text"), [(0, "#1d2430"), (1, "#c4c7d0")], ids=["light", "dark"])
def test_numbers_stand_out_from_full_weeks(step: int, scheme: int, text: str) -> None:
    assert _contrast(text, COLOURS[f"load-{step}"].split(", ")[scheme]) >= TEXT


def test_every_class_that_views_write_is_known_to_somebody() -> None:
    written = "".join(file.read_text("utf-8") for file in (Path(__file__).parent / "golden").glob("*.html"))
    classes = {name for names in re.findall(r'class="([^"]*)"', written) for name in names.split()}
    unknown = {name for name in classes if name.startswith("hb-") and f".{name}" not in SHEET}
    assert unknown <= PLAIN


PLAIN = {
    "hb-plain",
    "hb-open",
    "hb-wide",
    "hb-prose",
    "hb-outline",
    "hb-roadmap",
    "hb-timeline",
    "hb-small",
    "hb-box",
    "hb-why",
}
"""Names that mark what something is, and look like what is around them."""
