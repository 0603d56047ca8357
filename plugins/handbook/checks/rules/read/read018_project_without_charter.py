"""A project has no charter.

The charter says what the project is called, who leads it and when it starts. Without it there is nothing to
plan from and nobody to ask.

Fails:

```yaml title="apollo/project.yml" absent="yes"
title: Apollo  # READ018
```

Passes:

```markdown title="apollo/project.md"
---
title: Apollo
manager: ana
sponsor: eve
status: active
start: 2026-01-05
---

Customers want to order online.
```

```yaml title="apollo/project.yml" absent="yes"
title: Apollo
```
"""

from handbook.problems import Severity

CODE = "READ018"
NAME = "project-without-charter"
SEVERITY = Severity.ERROR
