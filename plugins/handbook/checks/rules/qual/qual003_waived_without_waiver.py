"""A criterion of a gate is waived, and no waiver that holds says so.

Whoever waives a criterion takes the responsibility for going on without it. The waiver names them, with the
reason and the day until which it holds; after that day the criterion must be met.

Fails:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    criteria:
      load: {text: 500 orders a minute, result: waived}  # QUAL003
```

```yaml title="apollo/waivers.yml"
W-1: {rule: QUAL003, record: G-1.load, reason: The shop opens later, approved_by: eve, expires: 2026-02-20}
```

Passes:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    criteria:
      load: {text: 500 orders a minute, result: waived}
```

```yaml title="apollo/waivers.yml"
W-1: {rule: QUAL003, record: G-1.load, reason: The shop opens later, approved_by: eve, expires: 2026-06-30}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_complete
from handbook.checks.gates import criteria
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.book import Book
from handbook.records.kinds.criterion import Criterion
from handbook.records.kinds.waiver import Waiver

CODE = "QUAL003"
NAME = "waived-without-waiver"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Waived criteria without a waiver for them, or with none but expired ones."""
    book = portfolio.book
    for criterion in criteria(book):
        if criterion.result != "waived" or not is_complete(book, criterion.project, Waiver):
            continue
        last = max((waiver.expires for waiver in _waivers(book, criterion)), default=None)
        if last is None or last < portfolio.status_date:
            found = f"one that expired on {last}" if last else "none"
            message = f"expected a waiver of {CODE} for {criterion.id} that holds, found {found}"
            yield Fault.at(criterion, "result", message=message, cure="write one, or judge the criterion")


def _waivers(book: Book, criterion: Criterion) -> Iterator[Waiver]:
    for record, mention in book.citations(criterion):
        if isinstance(record, Waiver) and mention.path == ("record",) and record.rule.upper() == CODE:
            yield record
