"""A lesson does not say why it happened.

Without the cause nobody can tell whether the recommendation fits another project.

Fails:

```yaml title="apollo/lessons.yml"
LL-1:  # LESSON003
  event: The test environment came late
  recommendation: Give every environment an owner
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
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.lesson import Lesson

CODE = "LESSON003"
NAME = "lesson-without-cause"
SEVERITY = Severity.INFO


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Lessons of open projects without a cause."""
    for lesson in open_records(portfolio.book, Lesson):
        if not lesson.cause and not lesson.description and not is_written(lesson, "cause"):
            message = "expected why it happened, found no cause"
            yield Fault.at(lesson, message=message, cure="write 'cause:'")
