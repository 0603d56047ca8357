"""Pieces of work wait for each other in a circle.

None of them can ever begin. The plan is computed as if one of the links were missing, and its dates mean
little until the circle is broken.

Fails:

```yaml title="apollo/plan.yml"
tasks:
  design:
    title: Design the service
    duration: 10d
    after: [build]  # PLAN001
  build:
    title: Build the service
    duration: 20d
    after: [design]
```

Passes:

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design the service, duration: 10d}
  build: {title: Build the service, duration: 20d, after: [design]}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.planned import notes
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity

CODE = "PLAN001"
NAME = "cycle"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """The circles that planning found in open projects, each once, in the place of one of their links."""
    told: set[frozenset[str]] = set()
    for project in open_projects(portfolio.book):
        for fault in portfolio.plan(project.id).faults:
            circle = frozenset(record.address for record in fault.records)
            if fault.kind == "cycle" and circle not in told:
                told.add(circle)
                first = next((wait for wait in fault.waits if wait.is_shown), fault.waits[0])
                path = ("after", first.position or 0)
                message = f"expected no circle: {fault.text}"
                cure, links = "remove one of the links", notes(fault)
                yield Fault.at(first.successor, *path, message=message, cure=cure, notes=links)
