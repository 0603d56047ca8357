"""A page drawn: its sections with their blocks, those that have nothing to show left out."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from handbook.analysis.portfolio import Portfolio
from handbook.pages.page import Drawn, Page
from handbook.pages.template import Part, Section, Shown, Text
from handbook.views.block.block import Block, Group, Missing, Prose
from handbook.views.view import Ground

_NOT_WORD = re.compile(r"[^\w\s-]")
_GAP = re.compile(r"[-\s]+")


def draw(page: Page, portfolio: Portfolio, *, internal: bool = False) -> tuple[Drawn, ...]:
    """The sections of a page.

    A section whose views yield nothing is left out with its heading, unless somebody wrote the page by hand.
    With ``internal``, saying what is missing counts as something.
    """
    ground = Ground(portfolio, page.project)
    drawn = [
        (section, [(part, _blocks(part, section, page, ground)) for part in section.parts])
        for section in page.template.sections
    ]
    kept = [page.by_hand or _stands(parts, internal) for _, parts in drawn]
    return tuple(
        _anchored(
            (section, tuple(block for _, blocks in parts for block in blocks))
            for number, (section, parts) in enumerate(drawn)
            if kept[number] or _holds(number, page.template.sections, kept)
        )
    )


def is_empty(sections: Iterable[Drawn]) -> bool:
    """Whether nothing but what is missing stands in the sections."""
    return not any(_something(section.blocks, internal=False) for section in sections)


def _blocks(part: Part, section: Section, page: Page, ground: Ground) -> Sequence[Block]:
    return _prose(part, section, ground) if isinstance(part, Text) else _view(part, page, ground)


def _view(shown: Shown, page: Page, ground: Ground) -> Sequence[Block]:
    options: Any = shown.options
    if page.record is not None and getattr(options, "record", None) == "":
        options = options.model_copy(update={"record": page.record.address})
    return shown.view.draw(ground, options)


def _prose(text: Text, section: Section, ground: Ground) -> Sequence[Block]:
    refs = ground.refs(text.markdown) if "[[" in text.markdown else {}
    return (
        Prose(
            text.markdown, heading_level=min(max(section.level, 1) + 1, 6), refs=refs, file=text.place.file
        ),
    )


def _stands(parts: Sequence[tuple[Part, Sequence[Block]]], internal: bool) -> bool:
    """Whether a section has something to show: from its views if it has any, else its text."""
    shown = [blocks for part, blocks in parts if isinstance(part, Shown)]
    return any(_something(blocks, internal) for blocks in shown) if shown else bool(parts)


def _something(blocks: Iterable[Block], internal: bool) -> bool:
    return any(
        internal
        if isinstance(block, Missing)
        else _something(block.blocks, internal)
        if isinstance(block, Group)
        else True
        for block in blocks
    )


def _holds(number: int, sections: Sequence[Section], kept: Sequence[bool]) -> bool:
    """Whether a heading without anything of its own has a section beneath it that is kept."""
    if sections[number].parts or not sections[number].level:
        return False
    for section, stands in zip(sections[number + 1 :], kept[number + 1 :], strict=True):
        if section.level <= sections[number].level:
            return False
        if stands:
            return True
    return False


def _anchored(sections: Iterable[tuple[Section, tuple[Block, ...]]]) -> Iterator[Drawn]:
    kept = tuple(sections)
    ids = anchors(section.title for section, _ in kept)
    for (section, blocks), anchor in zip(kept, ids, strict=True):
        yield Drawn(section.title, section.level, anchor, blocks, section.classes)


def anchors(titles: Iterable[str]) -> Iterator[str]:
    """The ids of the headings of a page, given their titles in order."""
    seen: Counter[str] = Counter()
    for title in titles:
        slug = _slug(title) or "section"
        yield f"{slug}_{seen[slug]}" if seen[slug] else slug
        seen[slug] += 1


def _slug(title: str) -> str:
    """The title as an id, in the form that Python-Markdown's table of contents gives it."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii")
    return _GAP.sub("-", _NOT_WORD.sub("", plain).strip().lower())
