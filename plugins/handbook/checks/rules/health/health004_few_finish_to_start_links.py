"""Many links do not go from finish to start.

Links between two starts or two finishes are hard to follow, and hide that work overlaps (DCMA 14-point
assessment, point 4).

Fails:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {HEALTH004: {tasks: 2}}}
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design, duration: 5d}
  build: {title: Build, duration: 20d, after: [design SS]}  # HEALTH004
```

Passes:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {HEALTH004: {tasks: 2}}}
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design, duration: 5d}
  build: {title: Build, duration: 20d, after: [design]}
```
"""

from collections.abc import Iterator
from functools import partial

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.schedule_points.logic import relationship_types
from handbook.checks.assessing import Asked, assessed
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.types.percent import Percent

CODE = "HEALTH004"
NAME = "few-finish-to-start-links"
SEVERITY = Severity.INFO

_CURE = "link the finish of one task to the start of the next"


class Options(Asked):
    """How many links must go from finish to start, and from how many tasks on it is asked."""

    share: Percent = Field(0.9, description="The least share of links from finish to start.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Links of other types into tasks to be done, above what the limit leaves."""
    yield from assessed(portfolio, options, partial(relationship_types, limit=options.share), _CURE)
