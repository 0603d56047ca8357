"""A project is completed, and nobody wrote down what it taught.

The next project will pay for the same mistakes again. Lessons are gathered at the latest when a project
closes (PRINCE2, closing a project). Small projects are not asked.

Fails:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {LESSON002: {tasks: 1}}}
```

```yaml title="apollo/project.yml"
title: Apollo  # LESSON002
manager: ana
sponsor: eve
status: completed
start: 2025-01-06
```

Passes:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {LESSON002: {tasks: 1}}}
```

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

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_complete
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.kinds.lesson import Lesson
from handbook.records.kinds.task import Task
from handbook.records.record import Part

CODE = "LESSON002"
NAME = "no-lessons"
SEVERITY = Severity.INFO


class Options(Part):
    """Which projects are asked."""

    tasks: int = Field(10, ge=0, description="Tasks in the plan from which on a lesson is asked for.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Completed projects without a lesson."""
    book = portfolio.book
    for project in book.projects:
        is_asked = project.status == "completed" and len(book.of(Task, project.id)) >= options.tasks
        if is_asked and not book.of(Lesson, project.id) and is_complete(book, project.id):
            message = "expected a lesson of a completed project, found none"
            yield Fault.at(project, message=message, cure="ask the team, and write 'lessons.yml'")
