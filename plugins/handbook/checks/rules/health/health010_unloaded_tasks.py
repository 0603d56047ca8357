"""Many tasks have neither people nor cost.

Work that costs nothing and that nobody does is either forgotten or a guess. The assessment only reports it;
how much is too much is for you to say (DCMA 14-point assessment, point 10).

Fails:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {HEALTH010: {tasks: 2}}}
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design, duration: 5d}  # HEALTH010
  build: {title: Build, duration: 20d, after: [design], assigned: {tom: 50%}}
```

Passes:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {HEALTH010: {tasks: 2}}}
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design, duration: 5d, cost: 4k EUR}
  build: {title: Build, duration: 20d, after: [design], assigned: {tom: 50%}}
```
"""

from collections.abc import Iterator
from dataclasses import replace

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.schedule_points.dates import resources
from handbook.analysis.schedule_points.ground import Ground
from handbook.analysis.schedule_points.point import Limit, Point
from handbook.checks.assessing import Asked, assessed
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.types.percent import Percent

CODE = "HEALTH010"
NAME = "unloaded-tasks"
SEVERITY = Severity.INFO

_CURE = "write 'assigned:' or 'cost:', for the task or a summary around it"


class Options(Asked):
    """How many such tasks are too many, and from how many tasks on it is asked."""

    share: Percent = Field(0.05, description="The greatest share of tasks without people or cost.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Tasks of a day or more without people or cost, above the limit."""
    limit = Limit(options.share)
    yield from assessed(portfolio, options, lambda ground: _judged(ground, limit), _CURE)


def _judged(ground: Ground, limit: Limit) -> Point:
    """What the assessment only reports, held against the limit of this rule."""
    point = resources(ground)
    is_over = point.value is not None and not limit.holds(point.value)
    return replace(point, outcome="failed", limit=limit) if is_over else point
