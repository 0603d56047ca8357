"""A lesson does not say what to do next time.

What happened is history. What the next project should do is the lesson.

Fails:

```yaml title="apollo/lessons.yml"
LL-1:  # LESSON001
  event: The test environment came late
  cause: Nobody owned the order
```

Passes:

```yaml title="apollo/lessons.yml"
LL-1:
  event: The test environment came late
  cause: Nobody owned the order
  recommendation: Give every environment an owner
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_written
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.kinds.lesson import Lesson

CODE = "LESSON001"
NAME = "lesson-without-recommendation"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Lessons without a recommendation, in any project: they are read after it has ended."""
    for lesson in portfolio.book.of(Lesson):
        told = lesson.recommendation or lesson.description or is_written(lesson, "recommendation")
        if not told and not lesson.withheld:
            message = "expected what to do next time, found no recommendation"
            yield Fault.at(lesson, message=message, cure="write 'recommendation:'")
