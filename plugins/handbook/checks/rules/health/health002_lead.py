"""A link has a negative lag.

Work that begins before what it waits for is finished is no consequence of it. Split the predecessor where the
follower can begin (DCMA 14-point assessment, point 2).

Fails:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {HEALTH002: {tasks: 2}}}
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design, duration: 5d}
  build: {title: Build, duration: 20d, after: [design FS-2d]}  # HEALTH002
```

Passes:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {HEALTH002: {tasks: 2}}}
```

```yaml title="apollo/plan.yml"
tasks:
  sketch: {title: Sketch, duration: 3d}
  design: {title: Design, duration: 2d, after: [sketch]}
  build: {title: Build, duration: 20d, after: [sketch]}
```
"""

from collections.abc import Iterator
from functools import partial

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.schedule_points.logic import leads
from handbook.checks.assessing import Asked, assessed
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "HEALTH002"
NAME = "lead"
SEVERITY = Severity.INFO

_CURE = "split the predecessor, and link to its first part"


class Options(Asked):
    """How many leads are too many, and from how many tasks on it is asked."""

    number: int = Field(0, ge=0, description="The greatest number of links with a lead.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Leads of tasks to be done above the limit."""
    yield from assessed(portfolio, options, partial(leads, limit=options.number), _CURE)
