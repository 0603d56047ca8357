"""Many tasks were not finished when the baseline says.

How well a team keeps its dates so far tells how well it will keep the next ones (DCMA 14-point assessment,
point 11). Without a baseline it is not evaluated.

Fails:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {HEALTH011: {tasks: 2}}}
```

```yaml title="apollo/baselines/2026-01.yml"
date: 2026-01-09
entries:
  design: {start: 2026-01-05, finish: 2026-01-30}
  build: {start: 2026-02-02, finish: 2026-05-29}
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design, duration: 20d, started: 2026-01-12, progress: 90%}  # HEALTH011
  build: {title: Build, duration: 60d, after: [design]}
```

Passes:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {HEALTH011: {tasks: 2}}}
```

```yaml title="apollo/baselines/2026-01.yml"
date: 2026-01-09
entries:
  design: {start: 2026-01-05, finish: 2026-01-30}
  build: {start: 2026-02-02, finish: 2026-05-29}
  test: {start: 2026-06-01, finish: 2026-06-05}
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design, duration: 20d, started: 2026-01-05, finished: 2026-01-30}
  build: {title: Build, duration: 60d, after: [design], started: 2026-02-02}
  test: {title: Test, duration: 5d, after: [build]}
```
"""

from collections.abc import Iterator
from functools import partial

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.schedule_points.promised import missed_tasks
from handbook.checks.assessing import Asked, assessed
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.types.percent import Percent

CODE = "HEALTH011"
NAME = "missed-tasks"
SEVERITY = Severity.INFO

_CURE = "find out why, and plan what is left with what was learned"


class Options(Asked):
    """How many missed tasks are too many, and from how many tasks on it is asked."""

    share: Percent = Field(0.05, description="The greatest share of missed tasks.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Tasks whose baseline finish has passed and was missed, above the limit."""
    yield from assessed(portfolio, options, partial(missed_tasks, limit=options.share), _CURE)
