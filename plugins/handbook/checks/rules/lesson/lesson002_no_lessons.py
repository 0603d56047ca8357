"""A project is completed, and nobody wrote down what it taught.

The next project will pay for the same mistakes again. Lessons are gathered at the latest when a project
closes (PRINCE2, closing a project).

Fails:

```yaml title="apollo/project.yml"
title: Apollo  # LESSON002
manager: ana
sponsor: eve
status: completed
start: 2025-01-06
```

Passes:

```yaml title="apollo/project.yml"
title: Apollo
manager: ana
sponsor: eve
status: completed
start: 2025-01-06
```

```yaml title="apollo/lessons.yml"
LL-1: {event: The test environment came late, recommendation: Give every environment an owner}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_complete
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.kinds.lesson import Lesson

CODE = "LESSON002"
NAME = "no-lessons"
SEVERITY = Severity.INFO


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Completed projects without a lesson."""
    book = portfolio.book
    for project in book.projects:
        is_over = project.status == "completed"
        if is_over and not book.of(Lesson, project.id) and is_complete(book, project.id):
            message = "expected a lesson of a completed project, found none"
            yield Fault.at(project, message=message, cure="ask the team, and write 'lessons.yml'")
