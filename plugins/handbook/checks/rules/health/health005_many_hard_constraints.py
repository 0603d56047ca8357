"""Many tasks are held on a date.

MSO, MFO, SNLT and FNLT hold work in its place against its links. What it waits for may be late, and the plan
does not show it (DCMA 14-point assessment, point 5).

Fails:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {HEALTH005: {tasks: 2}}}
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design, duration: 5d}
  build:  # HEALTH005
    title: Build
    duration: 20d
    after: [design]
    constraint: {type: MSO, date: 2026-03-16}
```

Passes:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {HEALTH005: {tasks: 2}}}
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design, duration: 5d}
  build:
    title: Build
    duration: 20d
    after: [design]
    constraint: {type: SNET, date: 2026-03-16}
    deadline: 2026-05-29
```
"""

from collections.abc import Iterator
from functools import partial

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.schedule_points.logic import hard_constraints
from handbook.checks.assessing import Asked, assessed
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.types.percent import Percent

CODE = "HEALTH005"
NAME = "many-hard-constraints"
SEVERITY = Severity.INFO

_CURE = "use SNET, and 'deadline:' for a date that must not be missed"


class Options(Asked):
    """How many hard constraints are too many, and from how many tasks on it is asked."""

    share: Percent = Field(0.05, description="The greatest share of tasks with a hard constraint.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Tasks to be done with a hard constraint, above the limit."""
    yield from assessed(portfolio, options, partial(hard_constraints, limit=options.share), _CURE)
