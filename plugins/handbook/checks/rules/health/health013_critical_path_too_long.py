"""The work that is left does not fit into the time that the baseline leaves.

The critical path length index is the time to the finish of the baseline, divided by the time to the forecast
finish. Below 1, the rest must go faster than planned (DCMA 14-point assessment, point 13). Without a baseline
it is not evaluated.

Fails:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {HEALTH013: {tasks: 1}}}
```

```yaml title="apollo/project.yml"
title: Apollo  # HEALTH013
manager: ana
sponsor: eve
status: active
start: 2026-01-05
```

```yaml title="apollo/baselines/2026-01.yml"
date: 2026-01-09
entries:
  design: {start: 2026-01-05, finish: 2026-01-30}
  build: {start: 2026-02-02, finish: 2026-04-17}
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design, duration: 20d, started: 2026-02-02, finished: 2026-02-27}
  build: {title: Build, duration: 50d, after: [design]}
```

Passes:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {HEALTH013: {tasks: 1}}}
```

```yaml title="apollo/baselines/2026-01.yml"
date: 2026-01-09
entries:
  design: {start: 2026-01-05, finish: 2026-01-30}
  build: {start: 2026-02-02, finish: 2026-05-22}
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design, duration: 20d, started: 2026-02-02, finished: 2026-02-27}
  build: {title: Build, duration: 50d, after: [design]}
```
"""

from collections.abc import Iterator
from functools import partial

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.schedule_points.promised import critical_path_length_index
from handbook.checks.assessing import Asked, assessed
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.types.number import Number

CODE = "HEALTH013"
NAME = "critical-path-too-long"
SEVERITY = Severity.INFO

_CURE = "shorten the critical path, or agree on a new baseline"


class Options(Asked):
    """The least index, and from how many tasks on it is asked."""

    index: Number = Field(0.95, description="The least index.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Open projects whose critical path length index is below the limit."""
    yield from assessed(portfolio, options, partial(critical_path_length_index, limit=options.index), _CURE)
