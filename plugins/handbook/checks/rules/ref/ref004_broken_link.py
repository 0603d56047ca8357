"""A link of a record, or the evidence of a criterion, leads to a file that is not there.

Whoever follows it finds nothing; evidence that is not there shows nothing. Paths are seen from the root of
the handbook, the folder that holds `projects`. One that begins with `./` or `../` is seen from the folder of
the record's own file.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  links:
    - docs/contract.md  # REF004
    - ../../../contract.md  # REF004
```

```text title="../docs/contracts.md"
All contracts.
```

Fails:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    milestone: M-1
    criteria:
      runbook:
        text: The operators have accepted the runbook
        method: review
        evidence: docs/Runbook.md  # REF004
```

```text title="../docs/runbook.md"
How to run the service.
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  links:
    - docs/contracts.md#terms
    - ../../docs/contracts.md
    - https://example.org/contract
```

```text title="../docs/contracts.md"
All contracts.
```
"""

from collections.abc import Iterator
from posixpath import basename, dirname, join

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import ENDED
from handbook.problems import Severity
from handbook.records.evidence import Evidence, pointers
from handbook.records.types.fault import shown

CODE = "REF004"
NAME = "broken-link"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """The paths at which nothing stands, or nothing that may be read; not those of ended projects."""
    book = portfolio.book
    ended = {project.id for project in book.projects if project.status in ENDED}
    for record in book.records:
        for pointer in pointers(record) if record.project not in ended else ():
            evidence = book.evidence.get(pointer.target)
            if evidence and evidence.found == "nothing":
                message = f"expected a file at {shown(pointer.text)}, found {evidence.fault or 'none'}"
                yield Fault.at(record, *pointer.path, message=message, cure=_cure(evidence, pointer.text))


def _cure(evidence: Evidence, text: str) -> str:
    """The file that may have been meant, in the form in which the path was written."""
    if evidence.near:
        return f"did you mean '{join(dirname(text.partition('#')[0]), basename(evidence.near))}'?"
    return "put the file there, or name another"
