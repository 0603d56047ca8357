"""JUnit XML: what a test report says, read within bounds.

There is no standard; the shape is that of the tools that write it: ``testsuites`` around ``testsuite`` around
``testcase``, or a single ``testsuite``. Reports come from anyone: no declarations of documents or entities,
nothing nested deeper than a report is.
"""

from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from xml.sax import SAXException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml.common import DefusedXmlException
from defusedxml.sax import make_parser
from pydantic_core import PydanticCustomError

from handbook.records.evidence import Results
from handbook.records.types.text import read_line

_DEEPEST = 64
_SUITES = ("testsuites", "testsuite")
_BAD = {"failure": "failures", "error": "errors", "skipped": "skipped"}
_MOST_DIGITS = 9


class NoReport(Exception):
    """The file cannot be read as XML, or may not be; the argument says why."""


def results_in(raw: bytes) -> Results | None:
    """The results of a report; None for XML that is something else. Raises `NoReport`."""
    reader = _Reader()
    parser = make_parser()
    parser.forbid_dtd = True
    parser.setContentHandler(reader)
    try:
        with closing(BytesIO(raw)) as stream:
            parser.parse(stream)
    except _Elsewhere:
        return None
    except DefusedXmlException:
        raise NoReport("a document type or an entity, which a test report has no use for") from None
    except (SAXException, ValueError, LookupError) as error:
        raise NoReport(_told(error)) from None
    return reader.results()


class _Elsewhere(Exception):
    """The root is no test report."""


@dataclass(slots=True)
class _Suite:
    """What a suite, or the report, says of itself, and what its tests and suites add up to."""

    stated: dict[str, int]
    counted: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("tests", *_BAD.values()), 0))

    def worst(self) -> dict[str, int]:
        """The greater of both: a report that was cut off, or lists failures only, must not look good."""
        return {name: max(number, self.stated.get(name, 0)) for name, number in self.counted.items()}


class _Reader(ContentHandler):
    """Adds up a report as it is read; nothing else of it is kept."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0
        self._suites: list[_Suite] = []
        self._done: _Suite | None = None
        self._case: set[str] | None = None
        self._name = ""
        self._on: date | None = None

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802  (the parser's name)
        self._depth += 1
        if self._depth > _DEEPEST:
            raise NoReport(f"more than {_DEEPEST} elements inside each other")
        if self._depth == 1 and name not in _SUITES:
            raise _Elsewhere
        if name in _SUITES:
            self._open(attrs)
        elif name == "testcase":
            self._case = set()
        elif name in _BAD and self._case is not None:
            self._case.add(_BAD[name])

    def endElement(self, name: str) -> None:  # noqa: N802  (the parser's name)
        self._depth -= 1
        if name in _SUITES:
            self._done = self._suites.pop()
            self._add(self._done.worst())
        elif name == "testcase" and self._case is not None:
            self._add({"tests": 1, **dict.fromkeys(self._case, 1)})
            self._case = None

    def _open(self, attrs: AttributesImpl) -> None:
        stated = {word: _number(attrs.get(word, "")) for word in ("tests", *_BAD.values())}
        stated["skipped"] = max(stated["skipped"], _number(attrs.get("disabled", "")))
        self._suites.append(_Suite(stated))
        self._name = self._name or _line(attrs.get("name", ""))
        self._on = max(filter(None, (self._on, _day(attrs.get("timestamp", "")))), default=None)

    def _add(self, numbers: dict[str, int]) -> None:
        if self._suites:
            counted = self._suites[-1].counted
            for word, number in numbers.items():
                counted[word] += number

    def results(self) -> Results:
        """What the whole report says."""
        total = self._done.worst() if self._done else {}
        return Results(**total, name=self._name, on=self._on)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else 0


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _line(text: str) -> str:
    """A name as a line of text; nothing if it hides characters or is too long for one."""
    try:
        return read_line(text)
    except PydanticCustomError:
        return ""


def _told(error: Exception) -> str:
    """What is wrong with XML, without a word of it."""
    at = getattr(error, "getLineNumber", lambda: None)()
    what = getattr(error, "getMessage", lambda: "an unknown encoding")()
    return f"{what} in line {at}" if at else str(what)
