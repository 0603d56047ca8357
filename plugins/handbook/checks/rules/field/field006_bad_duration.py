"""A duration has no unit, or another form.

`3` may be hours, days or weeks. Write `4h`, `3d` or `2w` for working time, `3ed` for days that run on
through nights and holidays.

Fails:

```yaml title="apollo/tasks/test.yml"
title: Test the service
duration: 3  # FIELD006
```

Passes:

```yaml title="apollo/tasks/test.yml"
title: Test the service
duration: 3d
```
"""

from handbook.problems import Severity

CODE = "FIELD006"
NAME = "bad-duration"
SEVERITY = Severity.ERROR
