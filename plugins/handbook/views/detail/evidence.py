"""Evidence of a criterion: where it is, and what a test report says."""

from posixpath import basename
from urllib.parse import urlsplit

from handbook.analysis.words import figure
from handbook.records.evidence import Results, seen_from_root
from handbook.records.kinds.criterion import Criterion
from handbook.views.block.inline import Break, Light, Muted, Out, Phrase
from handbook.views.view import Ground


def evidence(ground: Ground, criterion: Criterion) -> Phrase:
    """The evidence of a criterion, one piece on a line, each with what is found in it."""
    pieces = [_piece(ground, criterion, url) for url in criterion.evidence]
    return tuple(part for at, piece in enumerate(pieces) for part in ((Break(), *piece) if at else piece))


def _piece(ground: Ground, criterion: Criterion, url: str) -> Phrase:
    found = ground.book.evidence.get(seen_from_root(url, criterion.origin.file))
    link = Out(url, _name(url), criterion.origin.file)
    if found is None or found.results is None:
        return (link,)
    return (link, ": ", _said(found.results))


def _said(results: Results) -> Muted | Light:
    """What a test report found."""
    if not results.ran:
        return Light("amber", "no test ran")
    tests = figure(results.ran, "test")
    if results.failed:
        return Light("red", f"{results.failed} of {tests} failed".replace(" ", "\u00a0"))
    return Light("green", f"{tests} passed".replace(" ", "\u00a0"))


def _name(url: str) -> str:
    """What a piece of evidence is called: the last part of its path, or its host."""
    parts = urlsplit(url)
    return basename(parts.path.rstrip("/")) or parts.netloc or url
