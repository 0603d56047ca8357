"""Many tasks can slip for a long time before anything moves.

Float of more than two months mostly means that a successor is missing (DCMA 14-point assessment, point 6).

Fails:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {HEALTH006: {tasks: 3}}}
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design, duration: 60d}
  build: {title: Build, duration: 60d, after: [design]}
  write: {title: Write the manual, duration: 5d}  # HEALTH006
```

Passes:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {HEALTH006: {tasks: 3}}}
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design, duration: 60d}
  build: {title: Build, duration: 60d, after: [design]}
  write: {title: Write the manual, duration: 5d, after: [design]}
  print: {title: Print it, duration: 30d, after: [write]}
```
"""

from collections.abc import Iterator
from functools import partial

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.schedule_points.dates import high_float
from handbook.checks.assessing import Asked, assessed
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.types.percent import Percent

CODE = "HEALTH006"
NAME = "high-float"
SEVERITY = Severity.INFO

_CURE = "link them to what needs them"


class Options(Asked):
    """What is a high float, how often it may be, and from how many tasks on it is asked."""

    share: Percent = Field(0.05, description="The greatest share of tasks with a high float.")
    days: int = Field(44, ge=0, description="The float in working days above which it is high.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Tasks to be done with a high float, above the limit."""
    yield from assessed(
        portfolio, options, partial(high_float, limit=options.share, days=options.days), _CURE
    )
