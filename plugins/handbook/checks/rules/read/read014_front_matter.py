"""A Markdown record has no front matter, or it does not end.

A record in Markdown begins with its fields, between two lines of three hyphens. Without them the text is no
record; if the second line is missing, all of it would be fields.

Fails:

```markdown title="apollo/risks/R-1.md"
The supplier goes out of business. <!-- READ014 -->
```

Fails:

```markdown title="apollo/risks/R-1.md"
--- <!-- READ014 -->
title: The supplier goes out of business
owner: ana
probability: low
impact: minor
status: monitoring

The supplier goes out of business.
```

Passes:

```markdown title="apollo/risks/R-1.md"
---
title: The supplier goes out of business
owner: ana
probability: low
impact: minor
status: monitoring
---

They lost their greatest customer.
```
"""

from handbook.problems import Severity

CODE = "READ014"
NAME = "front-matter"
SEVERITY = Severity.ERROR
