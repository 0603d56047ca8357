"""A rule of the handbook's own is neither true nor false for a record.

Most often it compares a value that is not given: a task without a deadline is neither early nor late. It is
told once for each rule, with the first such record; in the others the rule goes on searching.

Fails:

```yaml title="handbook.yml"
status_date: 2026-03-02
rules:
  own:
    ORG001:
      on: task
      when: deadline < status_date  # CHECK007
      message: the deadline of {title} has passed
```

Passes:

```yaml title="handbook.yml"
status_date: 2026-03-02
rules:
  own:
    ORG001:
      on: task
      when: deadline != null && deadline < status_date
      message: the deadline of {title} has passed
```
"""

from handbook.problems import Severity

CODE = "CHECK007"
NAME = "own-rule-without-answer"
SEVERITY = Severity.ERROR
