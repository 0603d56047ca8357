"""A sum is in another currency than the one that its project counts in.

Sums of two currencies cannot be added, and rates change every day. Nothing is computed from a budget that has
both. Convert the sum, and keep the original in words.

Fails:

```yaml title="apollo/budget.yml"
total: 120k EUR
lines:
  L-1: {title: Development, planned: 120k EUR, wbs: [design, build]}
actuals:
  - {period: 2026-02, line: L-1, amount: 5 400 USD}  # COST016
```

Passes:

```yaml title="apollo/budget.yml"
total: 120k EUR
lines:
  L-1: {title: Development, planned: 120k EUR, wbs: [design, build]}
actuals:
  - {period: 2026-02, line: L-1, amount: 4 950 EUR, text: 5 400 USD at the rate of 26 February}
```
"""

from collections.abc import Iterator

from handbook.analysis.costing import currency_of
from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_complete
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity
from handbook.records.kind import kinds
from handbook.records.kinds.project import Project
from handbook.records.kinds.settings import Settings
from handbook.records.sums import foreign_sums, has_sums

CODE = "COST016"
NAME = "foreign-currency"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Sums of any record of an open project that are not in the project's currency."""
    book = portfolio.book
    models = [kind.model for kind in kinds().values() if has_sums(kind.model)]
    for project in open_projects(book):
        currency = currency_of(book, project)
        if not is_complete(book, project.id, Project) or not is_complete(book, None, Settings):
            continue
        for record in (record for model in models for record in book.of(model, project.id)):
            for money, path in foreign_sums(record, currency):
                message = f"expected {currency}, the currency of the project, found {money.currency}"
                cure = "convert it, or name another currency in the charter"
                yield Fault.at(record, *path, message=message, cure=cure)
