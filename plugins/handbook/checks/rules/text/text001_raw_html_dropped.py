"""Prose holds raw HTML, which pages drop.

Records come from anybody, so tags in them are not published; the words between them stay. Write it in
Markdown. A tag that is meant as text goes in backquotes.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  notes: |
    The contract ends
    in <b>May</b>.  <!-- TEXT001 -->
```

Fails:

```markdown title="apollo/decisions/D-1.md"
---
title: Buy, not build
status: accepted
date: 2026-02-01
deciders: ana
---

The reasons:

<details> <!-- TEXT001 -->
It is cheaper.
</details>
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  notes: |
    The contract ends in **May**.
    Their site shows `<b>` as it is.
```
"""

from handbook.problems import Severity

CODE = "TEXT001"
NAME = "raw-html-dropped"
SEVERITY = Severity.WARNING
