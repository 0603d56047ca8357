"""A delay of critical work does not arrive at the finish of the project.

The dates are computed again with the first critical task taking 600 working days longer. If the finish stays
where it is, something other than work holds it there, and the plan cannot tell what a delay costs (DCMA
14-point assessment, point 12).

Fails:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {HEALTH012: {tasks: 2}}}
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design, duration: 5d}  # HEALTH012
  build:
    title: Build
    duration: 20d
    after: [design]
    constraint: {type: MSO, date: 2026-03-09}
```

Passes:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {HEALTH012: {tasks: 2}}}
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design, duration: 5d}
  build:
    title: Build
    duration: 20d
    after: [design]
    constraint: {type: SNET, date: 2026-03-09}
```
"""

from collections.abc import Iterator
from functools import partial

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.schedule_points.critical_path import critical_path_test
from handbook.checks.assessing import Asked, assessed
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.types.percent import Percent

CODE = "HEALTH012"
NAME = "broken-critical-path"
SEVERITY = Severity.WARNING

_CURE = "take away hard constraints, and add the links that are missing"


class Options(Asked):
    """How much of the delay must arrive, and from how many tasks on it is asked."""

    share: Percent = Field(0.95, description="The least share of the delay that must arrive at the finish.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """The first critical task, if its delay does not move the finish by as much."""
    yield from assessed(portfolio, options, partial(critical_path_test, limit=options.share), _CURE)
