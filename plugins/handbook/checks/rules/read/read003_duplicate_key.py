"""A key stands twice in one mapping.

YAML would take the last one silently, so that a line far below changes what a reviewer has seen above.
Nobody can tell which of the two was meant.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  owner: tom  # READ003
```

Fails:

```markdown title="apollo/decisions/D-1.md"
---
title: Buy, not build
status: accepted
date: 2026-02-01
deciders: ana
description: Because it is cheaper.
---
Because it is faster. <!-- READ003 -->
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
```
"""

from handbook.problems import Severity

CODE = "READ003"
NAME = "duplicate-key"
SEVERITY = Severity.ERROR
