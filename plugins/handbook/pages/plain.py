"""A drawn page as plain Markdown, for any generator."""

from collections.abc import Iterable, Iterator
from posixpath import basename

from handbook.pages.page import Drawn, Page
from handbook.views.block.block import Block, Heading, Paragraph
from handbook.views.block.inline import Ref
from handbook.views.links import Links
from handbook.views.writers.plain import Written, markdown


def plain(page: Page, sections: Iterable[Drawn], links: Links, *, internal: bool = False) -> Written:
    """The page as Markdown, with the pictures that stand beside it by the names of their files."""
    return markdown(_blocks(page, sections), links, internal, basename(page.path).removesuffix(".md"))


def _blocks(page: Page, sections: Iterable[Drawn]) -> Iterator[Block]:
    yield Heading((page.heading,), 1)
    if page.charter and not page.is_home:
        yield Paragraph((Ref(page.charter.address, page.charter.label),))
    for section in sections:
        if section.level:
            yield Heading((section.title,), section.level)
        yield from section.blocks
