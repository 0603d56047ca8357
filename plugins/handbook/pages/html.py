"""A drawn page as HTML."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markupsafe import Markup, escape

from handbook.pages.page import Drawn, Page
from handbook.views.links import Links
from handbook.views.writers import html as blocks


class Head(NamedTuple):
    """One entry of a page's table of contents."""

    title: str
    anchor: str
    level: int


def html(page: Page, sections: Iterable[Drawn], links: Links, *, internal: bool = False) -> Markup:
    """The page as HTML: its heading, then its sections, those of class ``half`` side by side."""
    body = "\n".join(_section(section, links, internal) for section in sections)
    heading = f"{_above(page, links)}<h1>{escape(page.heading)}</h1>"
    return Markup(f'{heading}\n<div class="hb-page">\n{body}\n</div>')  # noqa: S704  (escaped above)


def heads(sections: Iterable[Drawn]) -> Iterator[Head]:
    """The headings of the page, for its table of contents."""
    return (Head(section.title, section.anchor, section.level) for section in sections if section.level)


def _above(page: Page, links: Links) -> str:
    """On a page of a project that does not stand for it, the project's name over the heading."""
    if page.charter is None or page.is_home or (href := links.href(page.charter.address)) is None:
        return ""
    return f'<p class="hb-above"><a href="{escape(href)}">{escape(page.charter.label)}</a></p>\n'


def _section(section: Drawn, links: Links, internal: bool) -> str:
    classes = "".join(f" hb-{escape(name)}" for name in section.classes)
    body = blocks.html(section.blocks, links, internal)
    return f'<section class="hb-section{classes}">\n{_heading(section)}{body}\n</section>'


def _heading(section: Drawn) -> str:
    if not section.level:
        return ""
    link = f'<a class="headerlink" href="#{section.anchor}" title="Permanent link">&para;</a>'
    return f'<h{section.level} id="{section.anchor}">{escape(section.title)}{link}</h{section.level}>\n'
