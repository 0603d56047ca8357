"""Many links have a lag.

A lag is work or waiting that nobody sees, owns or shortens. Make a task of it (DCMA 14-point assessment,
point 3).

Fails:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {HEALTH003: {tasks: 2}}}
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design, duration: 5d}
  build: {title: Build, duration: 20d, after: [design FS+10d]}  # HEALTH003
```

Passes:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {HEALTH003: {tasks: 2}}}
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design, duration: 5d}
  order: {title: Delivery of the parts, duration: 10d, after: [design]}
  build: {title: Build, duration: 20d, after: [order]}
```
"""

from collections.abc import Iterator
from functools import partial

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.schedule_points.logic import lags
from handbook.checks.assessing import Asked, assessed
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.types.percent import Percent

CODE = "HEALTH003"
NAME = "many-lags"
SEVERITY = Severity.INFO

_CURE = "write a task for what happens in between"


class Options(Asked):
    """How many lags are too many, and from how many tasks on it is asked."""

    share: Percent = Field(0.05, description="The greatest share of links with a lag.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Links with a lag into tasks to be done, above the limit."""
    yield from assessed(portfolio, options, partial(lags, limit=options.share), _CURE)
