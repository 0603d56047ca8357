"""Many tasks take longer than two months.

Of a long task nobody knows how far it is. Shorter ones are finished, or not (DCMA 14-point assessment, point
8).

Fails:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {HEALTH008: {tasks: 2}}}
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design, duration: 5d}
  build: {title: Build, duration: 60d, after: [design]}  # HEALTH008
```

Passes:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {HEALTH008: {tasks: 2}}}
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design, duration: 5d}
  api: {title: Build the API, duration: 30d, after: [design]}
  store: {title: Build the storage, duration: 30d, after: [api]}
```
"""

from collections.abc import Iterator
from functools import partial

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.schedule_points.dates import high_duration
from handbook.checks.assessing import Asked, assessed
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.types.percent import Percent

CODE = "HEALTH008"
NAME = "many-long-tasks"
SEVERITY = Severity.INFO

_CURE = "divide them into parts that can be finished"


class Options(Asked):
    """What is a long task, how many there may be, and from how many tasks on it is asked."""

    share: Percent = Field(0.05, description="The greatest share of long tasks.")
    days: int = Field(44, ge=0, description="The duration in working days above which a task is long.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Long tasks to be done, above the limit."""
    yield from assessed(
        portfolio, options, partial(high_duration, limit=options.share, days=options.days), _CURE
    )
