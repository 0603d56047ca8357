"""A template: which views stand on a page, under which headings."""

from dataclasses import dataclass

from handbook.problems import Place
from handbook.views.view import Options, View


@dataclass(frozen=True, slots=True)
class Text:
    """Markdown between views."""

    markdown: str
    place: Place


@dataclass(frozen=True, slots=True)
class Shown:
    """A view that is to be shown, with its options."""

    view: View
    options: Options
    place: Place

    def __str__(self) -> str:
        told = self.options.model_dump(exclude_defaults=True)
        return " ".join((f"[{self.view.name}]", *(f"{key}={value}" for key, value in told.items())))


Part = Text | Shown


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands beneath it; the text before the first heading has level 0 and no title.

    ``classes`` are those given in braces behind the heading: ``half`` puts sections side by side.
    """

    title: str
    level: int
    parts: tuple[Part, ...]
    classes: tuple[str, ...] = ()

    def __str__(self) -> str:
        head = " ".join(("#" * self.level, self.title, *(f".{name}" for name in self.classes))).strip()
        lines = (str(part) if isinstance(part, Shown) else part.markdown.strip() for part in self.parts)
        return "\n".join(filter(None, (head, *lines)))


@dataclass(frozen=True, slots=True)
class Template:
    """A page that is made for the portfolio, for each project, or for each record that is a Markdown file.

    ``name`` is its path without ending: ``roadmap``, ``project/risks``. ``when`` names kinds of record: the
    page is made where there is a record of one of them. ``home`` names the kinds that are at home on it:
    links to their records lead there. Pages stand in order of ``order``, then of their names. A ``wide``
    page needs all the room there is.
    """

    name: str
    sections: tuple[Section, ...]
    title: str = ""
    order: int = 100
    when: tuple[str, ...] = ()
    home: tuple[str, ...] = ()
    wide: bool = False
    file: str = ""

    def __str__(self) -> str:
        return "\n".join((f"{self.name}: {self.title}", *map(str, self.sections)))
