"""Fewer tasks are done than the baseline says.

The baseline execution index is the number of tasks done, divided by the number that were to be done by now. A
team at 0.8 needs a quarter longer than planned (DCMA 14-point assessment, point 14). Without a baseline it is
not evaluated.

Fails:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {HEALTH014: {tasks: 1}}}
```

```yaml title="apollo/baselines/2026-01.yml"
date: 2026-01-09
entries:
  design: {start: 2026-01-05, finish: 2026-01-30}
  build: {start: 2026-02-02, finish: 2026-02-27}
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design, duration: 20d, started: 2026-01-05, finished: 2026-01-30}
  build: {title: Build, duration: 20d, after: [design], started: 2026-02-02}  # HEALTH014
```

Passes:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {HEALTH014: {tasks: 1}}}
```

```yaml title="apollo/baselines/2026-01.yml"
date: 2026-01-09
entries:
  design: {start: 2026-01-05, finish: 2026-01-30}
  build: {start: 2026-02-02, finish: 2026-03-27}
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design, duration: 20d, started: 2026-01-05, finished: 2026-01-30}
  build: {title: Build, duration: 40d, after: [design], started: 2026-02-02}
```
"""

from collections.abc import Iterator
from functools import partial

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.schedule_points.promised import baseline_execution_index
from handbook.checks.assessing import Asked, assessed
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.types.number import Number

CODE = "HEALTH014"
NAME = "behind-the-baseline"
SEVERITY = Severity.INFO

_CURE = "finish what is begun before beginning more"


class Options(Asked):
    """The least index, and from how many tasks on it is asked."""

    index: Number = Field(0.95, description="The least index.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Open projects whose baseline execution index is below the limit."""
    yield from assessed(portfolio, options, partial(baseline_execution_index, limit=options.index), _CURE)
