"""Many tasks wait for nothing, or nothing waits for them.

A delay runs along links. Where they are missing it stops, and the forecast looks better than it is. The first
task needs no predecessor and the last one no successor (DCMA 14-point assessment, point 1).

Fails:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {HEALTH001: {tasks: 3}}}
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design, duration: 5d}
  build: {title: Build, duration: 20d, after: [design]}
  write: {title: Write the manual, duration: 5d}  # HEALTH001
milestones:
  M-1: {title: Go-live, after: [build], due: 2026-05-29}
```

Passes:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {HEALTH001: {tasks: 3}}}
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design, duration: 5d}
  build: {title: Build, duration: 20d, after: [design]}
  write: {title: Write the manual, duration: 5d, after: [design]}
milestones:
  M-1: {title: Go-live, after: [build, write], due: 2026-05-29}
```
"""

from collections.abc import Iterator
from functools import partial

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.schedule_points.logic import logic
from handbook.checks.assessing import Asked, assessed
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.types.percent import Percent

CODE = "HEALTH001"
NAME = "loose-ends"
SEVERITY = Severity.INFO

_CURE = "link them with 'after:', or the summaries around them"


class Options(Asked):
    """How many loose ends are too many, and from how many tasks on it is asked."""

    share: Percent = Field(0.05, description="The greatest share of tasks with a loose end.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Tasks to be done without predecessor or successor above the limit."""
    yield from assessed(portfolio, options, partial(logic, limit=options.share), _CURE)
