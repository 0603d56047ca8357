"""A dependency is not written as a predecessor with a type and a lag.

Write the predecessor, then – if it is not simply finished before – the type FS, SS, FF or SF, and the lag:
`design SS+2d`.

Fails:

```yaml title="apollo/tasks/test.yml"
title: Test the service
after: [design 2d]  # FIELD015
```

Passes:

```yaml title="apollo/tasks/test.yml"
title: Test the service
after: [design SS+2d]
```
"""

from handbook.problems import Severity

CODE = "FIELD015"
NAME = "bad-dependency"
SEVERITY = Severity.ERROR
