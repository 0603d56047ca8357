"""XML as a tree of elements that know their lines, read within bounds.

Files come from anyone: no declarations of documents or entities, nothing nested deeper than a plan is, and
no more elements than a plan of the greatest size has.
"""

from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from xml.sax import SAXException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl, Locator

from defusedxml.common import DefusedXmlException
from defusedxml.sax import make_parser

from handbook.exchange.plans.reading import checked_size
from handbook.exchange.tables.table import CannotRead

NAMESPACE = "http://schemas.microsoft.com/project"
SKIPPED = "TimephasedData"
"""Elements that are counted and not kept: the work of each day, which is most of a large file."""

_DEEPEST = 32
_MOST = 4_000_000


class Element:
    """A name without its prefix, the line it begins in, its text, and the elements inside."""

    __slots__ = ("children", "line", "name", "text")

    def __init__(self, name: str, line: int) -> None:
        self.name = name
        self.line = line
        self.text = ""
        self.children: list[Element] = []

    def first(self, name: str) -> "Element | None":
        """The first element inside with a name."""
        return next((child for child in self.children if child.name == name), None)

    def inside(self, *names: str) -> "Iterator[Element]":
        """The elements at the end of a path of names."""
        here = [self]
        for name in names:
            here = [child for one in here for child in one.children if child.name == name]
        return iter(here)


def tree(raw: bytes) -> Element:
    """The root of a file of Microsoft Project. Raises `CannotRead` for anything else, with the line."""
    handler = _Handler()
    parser = make_parser()
    parser.forbid_dtd = True
    parser.setContentHandler(handler)
    try:
        with closing(BytesIO(checked_size(raw))) as stream:
            parser.parse(stream)
    except DefusedXmlException:
        raise CannotRead("it declares a document type or an entity, which a plan has no use for") from None
    except (SAXException, ValueError, LookupError) as error:
        raise CannotRead(f"it is no XML: {_told(error)}") from None
    if handler.root is None:
        raise CannotRead("it is no XML: it is empty")
    return handler.root


class _Handler(ContentHandler):
    def __init__(self) -> None:
        super().__init__()
        self.root: Element | None = None
        self._open: list[Element] = []
        self._texts: list[str] = []
        self._skipping = 0
        self._count = 0
        self._locator: Locator | None = None

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802  (the parser's name)
        self._locator = locator

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802  (the parser's name)
        if self._skipping:
            self._skipping += 1
            self._bounded(self._skipping)
            return
        local = name.rpartition(":")[2]
        line = (self._locator.getLineNumber() or 0) if self._locator else 0
        self._count += 1
        self._bounded(len(self._open))
        element = Element(local, line)
        if self._open:
            self._open[-1].children.append(element)
        else:
            _check_root(local, attrs)
            self.root = element
        if local == SKIPPED:
            self._skipping = 1
            return
        self._texts.clear()
        self._open.append(element)

    def characters(self, content: str) -> None:
        if not self._skipping:
            self._texts.append(content)

    def endElement(self, name: str) -> None:  # noqa: N802  (the parser's name)
        if self._skipping:
            self._skipping -= 1
            return
        element = self._open.pop()
        if not element.children:
            element.text = "".join(self._texts)
        self._texts.clear()

    def _bounded(self, depth: int) -> None:
        if depth >= _DEEPEST:
            raise CannotRead(f"more than {_DEEPEST} elements inside each other")
        if self._count > _MOST:
            raise CannotRead(f"more than {_MOST} elements")


def _check_root(name: str, attrs: AttributesImpl) -> None:
    spaces = {attrs.getValue(key) for key in attrs.getNames() if key.startswith("xmlns")}
    if name != "Project" or (spaces and not any(one.startswith(NAMESPACE) for one in spaces)):
        raise CannotRead(f"expected the XML of Microsoft Project, found XML with the root '{name[:60]}'")


def _told(error: Exception) -> str:
    at = getattr(error, "getLineNumber", lambda: None)()
    what = getattr(error, "getMessage", lambda: "an unknown encoding")()
    return f"{what} in line {at}" if at else str(what)
