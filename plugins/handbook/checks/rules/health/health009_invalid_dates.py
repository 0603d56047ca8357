"""Actual dates lie after the status date, or forecasts before it.

What has not happened yet has no actual date, and what is to come cannot be planned in the past. The plan does
not speak of the day it says (DCMA 14-point assessment, point 9).

Fails:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {HEALTH009: {tasks: 2}}}
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design, duration: 5d, started: 2026-03-05}  # HEALTH009
  build: {title: Build, duration: 20d, after: [design]}
```

Passes:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {HEALTH009: {tasks: 2}}}
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design, duration: 5d, started: 2026-02-27}
  build: {title: Build, duration: 20d, after: [design]}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.schedule_points.dates import invalid_dates
from handbook.checks.assessing import Asked, assessed
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "HEALTH009"
NAME = "invalid-dates"
SEVERITY = Severity.WARNING

_CURE = "write what has happened up to the status date"


class Options(Asked):
    """From how many tasks on it is asked."""


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Tasks with dates on the wrong side of the status date."""
    yield from assessed(portfolio, options, invalid_dates, _CURE)
