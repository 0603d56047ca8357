"""A record was reviewed before something that it relies on changed.

`reviewed` says that somebody has looked at the record and at what it names, and found that it holds. When one
of those says something else since, nobody knows whether it still does. What tells how far things have come
(`progress`, `started`, `finished` and the like), tags and notes do not count.

Earlier texts come from git. Without a history, or if it does not reach back to the day of the review, the
rule is silent; so it is where the handbook is read for an audience.

Fails:

```yaml title="apollo/plan.yml" before="2026-02-10"
tasks:
  design:
    title: Design the service
    duration: 10d
    assigned: {tom: 100%}
    deliverable: service
    started: 2026-01-05
    finished: 2026-01-16
  build:
    title: Build the service
    duration: 10d
    assigned: {tom: 50%}
    after: [design]
    deliverable: service
    started: 2026-02-16
milestones:
  M-1: {title: Go-live, after: [build], due: 2026-05-29, deliverable: service}
```

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
  reviewed: 2026-02-20
  affects: [build]  # REF007
```

Passes:

```yaml title="apollo/plan.yml" before="2026-02-10"
tasks:
  design:
    title: Design the service
    duration: 10d
    assigned: {tom: 100%}
    deliverable: service
    started: 2026-01-05
    finished: 2026-01-16
  build:
    title: Build the service
    duration: 20d
    assigned: {tom: 50%}
    after: [design]
    deliverable: service
    tags: [core]
milestones:
  M-1: {title: Go-live, after: [build], due: 2026-05-29, deliverable: service}
```

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
  reviewed: 2026-02-20
  affects: [build]
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import ENDED
from handbook.problems import Severity
from handbook.records.types.fault import shown

CODE = "REF007"
NAME = "reviewed-before-change"
SEVERITY = Severity.WARNING

_MOST_NAMED = 4


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """References of reviewed records to records that have changed since."""
    book = portfolio.book
    changed = {(one.address, one.day): one.fields for one in book.changed}
    ended = {project.id for project in book.projects if project.status in ENDED}
    for record, mention, targets in book.references if changed else ():
        day = record.reviewed
        if day is None or record.project in ended or len(targets) != 1:
            continue
        if fields := changed.get((targets[0].address.casefold(), day)):
            found = f"{shown(mention.text)} has changed since: {_listed(fields)}"
            cure = "see whether this still holds, then renew 'reviewed'"
            yield Fault.at(record, *mention.path, message=f"reviewed on {day}, but {found}", cure=cure)


def _listed(fields: tuple[str, ...]) -> str:
    more = f" and {len(fields) - _MOST_NAMED} more" if len(fields) > _MOST_NAMED else ""
    return ", ".join(fields[:_MOST_NAMED]) + more
