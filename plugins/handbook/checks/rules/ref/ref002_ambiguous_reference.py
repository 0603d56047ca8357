"""A reference can mean more than one record.

Ids are unique within their kind, so a risk and a decision may share one. Where a reference may name either,
nobody can tell which is meant.

Fails:

```yaml title="apollo/risks.yml"
alpha:
  title: The test version slips
  owner: ana
  probability: low
  impact: minor
  status: monitoring
```

```yaml title="apollo/decisions.yml"
alpha: {title: Publish a test version, status: proposed}
D-2:
  title: Tell the customers of it
  status: proposed
  affects: [alpha]  # REF002
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The test version slips
  owner: ana
  probability: low
  impact: minor
  status: monitoring
```

```yaml title="apollo/decisions.yml"
alpha: {title: Publish a test version, status: proposed}
D-2:
  title: Tell the customers of it
  status: proposed
  affects: [alpha]
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.types.fault import shown

CODE = "REF002"
NAME = "ambiguous-reference"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """References that resolve to several records."""
    for record, mention, targets in portfolio.book.references:
        if len(targets) > 1:
            found = " and ".join(f"the {target.kind} {target.address}" for target in targets)
            message = f"expected the name of one record, found {shown(mention.text)}, which is {found}"
            yield Fault.at(record, *mention.path, message=message, cure="give one of them another id")
