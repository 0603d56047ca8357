"""Tasks are late before they begin.

Their latest dates lie before their earliest ones: a deadline or a constraint cannot be kept. The whole chain
of work that leads there is late by as much (DCMA 14-point assessment, point 7).

Fails:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {HEALTH007: {tasks: 2}}}
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design, duration: 5d}  # HEALTH007
  build: {title: Build, duration: 20d, after: [design], deadline: 2026-03-20}
```

Passes:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {HEALTH007: {tasks: 2}}}
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design, duration: 5d}
  build: {title: Build, duration: 20d, after: [design], deadline: 2026-05-29}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.schedule_points.dates import negative_float
from handbook.checks.assessing import Asked, assessed
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "HEALTH007"
NAME = "negative-float"
SEVERITY = Severity.WARNING

_CURE = "shorten the work, or agree on another date"


class Options(Asked):
    """From how many tasks on it is asked."""


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Tasks to be done with negative float."""
    yield from assessed(portfolio, options, negative_float, _CURE)
