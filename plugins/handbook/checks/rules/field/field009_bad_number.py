"""A number, percentage, share or working hour is wrong or out of range.

A bare `40` may be a percentage or a count: percentages bear their sign. Whole numbers have a range that the
message tells.

Fails:

```yaml title="apollo/tasks/test.yml"
title: Test the service
priority: 1001  # FIELD009
```

Fails:

```yaml title="apollo/tasks/test.yml"
title: Test the service
progress: 40  # FIELD009
```

Fails:

```yaml title="calendars.yml"
standard:
  work: {mon: '8:00-25:00'}  # FIELD009
```

Passes:

```yaml title="apollo/tasks/test.yml"
title: Test the service
progress: 40%
priority: 900
```
"""

from handbook.problems import Severity

CODE = "FIELD009"
NAME = "bad-number"
SEVERITY = Severity.ERROR
