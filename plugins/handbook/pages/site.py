"""The site: all pages of a portfolio, and where each record is shown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from handbook.analysis.portfolio import Portfolio
from handbook.pages.draw import draw, is_empty
from handbook.pages.links import Target
from handbook.pages.page import STATUS, Drawn, Page
from handbook.pages.template import Section, Shown, Template
from handbook.records.kind import kinds
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.project import Project
from handbook.records.record import Record
from handbook.views.explained.milestones import CHAINS, is_open
from handbook.views.links import anchor, explained

HOME = "portfolio"
"""The template of the page that stands for the whole portfolio."""
INDEX = "index.md"
RECORD = "record"
"""The template of pages of single records."""


@dataclass(frozen=True)
class Site:
    """All pages, those of the portfolio first, then each project's.

    Pages are drawn when they are asked for, each time anew, and not kept. ``internal`` sites also say what
    is missing.
    """

    portfolio: Portfolio
    pages: tuple[Page, ...]
    homes: Mapping[str, str]
    files: Mapping[str, str]
    internal: bool = False
    _targets: dict[str, Target | None] = field(default_factory=dict, repr=False, compare=False)

    def draw(self, page: Page) -> tuple[Drawn, ...]:
        """The sections of a page."""
        return draw(page, self.portfolio, internal=self.internal)

    def target(self, address: str) -> Target | None:
        """Where the record at ``address`` is shown; None if it is shown nowhere."""
        if address not in self._targets:
            self._targets[address] = self._target(address)
        return self._targets[address]

    def _target(self, address: str) -> Target | None:
        record = self.portfolio.book.find(address)
        if record is None or record.withheld:
            return None
        if (own := self._own.get(record.address.casefold())) is not None:
            return Target(own)
        path = self._at_home.get((self.homes.get(record.kind, ""), (record.project or "").casefold()))
        if path is None:
            return None
        # A record that is a file of its own, such as a charter or a budget, has the whole page.
        return Target(path, "" if kinds()[record.kind].single else anchor(record.address))

    def explained(self, address: str) -> Target | None:
        """Where it is told what makes the date of the record at ``address``; None if it is told nowhere."""
        record = self.portfolio.book.find(address, None, ("milestone",))
        if not isinstance(record, Milestone) or not is_open(self.portfolio, record):
            return None
        path = self._telling.get((record.project or "").casefold())
        return None if path is None else Target(path, anchor(explained(record.address)))

    def published(self, path: str) -> str | None:
        """The path in the tree of pages of a file of the handbook's folder; None if it is not published."""
        return self.files.get(path) or self._written.get(path)

    @cached_property
    def by_path(self) -> Mapping[str, Page]:
        """Pages by path."""
        return {page.path: page for page in self.pages}

    @cached_property
    def _own(self) -> Mapping[str, str]:
        return {page.record.address.casefold(): page.path for page in self.pages if page.record}

    @cached_property
    def _at_home(self) -> Mapping[tuple[str, str], str]:
        return {
            (page.template.name, (page.project or "").casefold()): page.path
            for page in self.pages
            if page.record is None
        }

    @cached_property
    def _telling(self) -> Mapping[str, str]:
        """The page of each project that tells what makes the dates of its milestones."""
        return {
            (page.project or "").casefold(): page.path
            for page in reversed(self.pages)
            if page.project and any(map(_tells, page.template.sections))
        }

    @cached_property
    def _written(self) -> Mapping[str, str]:
        return {page.source: page.path for page in self.pages if page.source}

    def __str__(self) -> str:
        return "\n".join(map(str, self.pages))


def site(
    portfolio: Portfolio,
    templates: Sequence[Template],
    *,
    by_hand: Sequence[Page] = (),
    files: Mapping[str, str] | None = None,
    home: str = INDEX,
    internal: bool = False,
) -> Site:
    """The site that ``templates`` make of a portfolio.

    ``by_hand`` are pages that the projects wrote themselves, ``files`` what they show: paths in the
    handbook's folder with paths in the tree of pages. ``home`` is the path of the portfolio's page. A
    template that says nothing of ``when`` is drawn to see whether it has anything.
    """
    ordered = sorted(templates, key=lambda template: (template.order, template.name))
    own: dict[str, list[Page]] = {}
    for page in by_hand:
        own.setdefault(page.project or "", []).append(page)
    pages = [*_portfolio_pages(portfolio, ordered, home)]
    for project in portfolio.book.projects:
        pages += _project_pages(portfolio, project, ordered, own.get(project.id, ()))
    homes = {kind: template.name for template in reversed(ordered) for kind in template.home}
    return Site(portfolio, tuple(pages), homes, files or {}, internal=internal)


def _portfolio_pages(portfolio: Portfolio, templates: Iterable[Template], home: str) -> Iterator[Page]:
    for template in templates:
        if "/" not in template.name and template.name != RECORD:
            path = home if template.name == HOME else f"{template.name}.md"
            page = Page(path, template.title, template)
            if _stands(page, portfolio):
                yield page


def _project_pages(
    portfolio: Portfolio, project: Project, templates: Sequence[Template], own: Sequence[Page]
) -> Iterator[Page]:
    written = {page.path for page in own}
    for template in templates:
        folder, _, name = template.name.rpartition("/")
        if folder == "project":
            path = f"{project.id}/{INDEX if template.name == STATUS else f'{name}.md'}"
            page = Page(path, template.title, template, project)
            if path not in written and _stands(page, portfolio):
                yield page
    yield from own
    record = next((template for template in templates if template.name == RECORD), None)
    yield from _record_pages(portfolio, project, record, written) if record else ()


def _record_pages(
    portfolio: Portfolio, project: Project, template: Template, written: set[str]
) -> Iterator[Page]:
    for kind in kinds().values():
        for record in portfolio.book.of(kind.model, project.id) if kind.folder else ():
            path = f"{project.id}/{kind.folder}/{record.id.lower()}.md"
            if _is_document(record) and path not in written:
                yield Page(path, record.label, template, project, record, record.origin.file)


def _tells(section: Section) -> bool:
    """Whether a section tells what makes the dates of all milestones of its page's project."""
    return any(
        isinstance(part, Shown) and part.view.name == CHAINS and not part.options.project
        for part in section.parts
    )


def _is_document(record: Record) -> bool:
    """Whether the record is a Markdown file of its own, that may be shown."""
    return bool(record.origin.body_line) and not record.withheld


def _stands(page: Page, portfolio: Portfolio) -> bool:
    if page.template.when:
        known = (kinds()[name].model for name in page.template.when if name in kinds())
        return any(portfolio.book.of(model, page.project) for model in known)
    return not is_empty(draw(page, portfolio))
