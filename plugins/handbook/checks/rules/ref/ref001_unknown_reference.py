"""A record names something that does not exist.

The name may be misspelt, the record may have been renamed, or it was never written. Whatever follows from the
reference – who answers, what waits for what – is lost until it is put right.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  cause: One factory makes the part
  event: The factory closes
  effect: The launch moves by months
  owner: anna  # REF001
  probability: low
  impact: minor
  status: monitoring
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  cause: One factory makes the part
  event: The factory closes
  effect: The launch moves by months
  owner: ana
  probability: low
  impact: minor
  status: monitoring
```
"""

from collections.abc import Iterator
from functools import partial

from handbook.analysis.baselines import remembered
from handbook.analysis.portfolio import Portfolio
from handbook.checks.cures import Cures
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.book import Book
from handbook.records.kind import kinds
from handbook.records.kinds.change import Change
from handbook.records.record import Record
from handbook.records.references import Mention
from handbook.records.types.fault import shown

CODE = "REF001"
NAME = "unknown-reference"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """References that resolve to nothing, unless what they name exists but was not read.

    A change that was decided may name work that is gone since, if a baseline or another change knows of it.
    """
    book, cures = portfolio.book, Cures()
    for record, mention, targets in book.references:
        if targets or book.is_hidden(mention.text, record.project):
            continue
        if not _is_history(book, record, mention):
            cure = _cure(book, cures, record.project, mention)
            yield Fault.at(record, *mention.path, message=_message(book, record, mention), cure=cure)


def _is_history(book: Book, record: Record, mention: Mention) -> bool:
    is_decided = isinstance(record, Change) and record.decision in ("approved", "rejected")
    if not is_decided or mention.path[0] != "changes":
        return False
    name = mention.text.casefold().rpartition("/")[2].removeprefix("plan.")
    return name in remembered(book, record.project or "")


def _message(book: Book, record: Record, mention: Mention) -> str:
    expected = " or ".join(mention.kinds) or "record"
    if other := book.resolve(mention.text, record.project):
        return f"expected a {expected}, found the {other[0].kind} {shown(mention.text)}"
    return f"unknown {expected} {shown(mention.text)}"


def _cure(book: Book, cures: Cures, project: str | None, mention: Mention) -> str:
    """The nearest name that would do in the same place, in the form in which the unknown one is written."""
    scope, slash, name = mention.text.rpartition("/")
    if slash and not book.project(scope):
        return cures.nearest(scope, lambda: book.project_ids, project=project)
    sign = "@" if name.startswith("@") else ""
    scopes = frozenset((scope,) if slash else ("", project or ""))
    known = partial(_names, book, mention.kinds, scopes)
    guess = cures.nearest(name.removeprefix(sign), known, (mention.kinds, scopes), project=project)
    return guess.replace("'", f"'{scope}{slash}{sign}", 1)


def _names(book: Book, wanted: tuple[str, ...], scopes: frozenset[str]) -> Iterator[str]:
    """The ids of records of some kinds, or of all, in the given projects ('' for the organisation)."""
    inside = {scope.casefold() for scope in scopes}
    for word, kind in kinds().items():
        if not wanted or word in wanted:
            yield from (r.id for r in book.of(kind.model) if (r.project or "").casefold() in inside)
