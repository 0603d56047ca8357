"""A text links to a file, a picture or a heading that is not there.

Readers click on it and find nothing; a picture leaves a gap. Relative links are seen from the folder of the
file they stand in. Links to records are written as `[[R-7]]`, which follow the record wherever it is shown.

Fails:

```markdown title="apollo/decisions/D-1.md"
---
title: Buy, not build
status: accepted
date: 2026-02-01
deciders: ana
---

The offers are in [one table](../../../docs/offer.md).  <!-- TEXT002 -->
```

```text title="../docs/offers.md"
Three offers.
```

Fails:

```markdown title="apollo/pages/course.md"
# The course

![The screens](screens.png)  <!-- TEXT002 -->

See [what it costs](#costs).  <!-- TEXT002 -->

## What it costs

Nothing.
```

Passes:

```markdown title="apollo/pages/course.md"
# The course

See [what it costs](#what-it-costs), [the offers][offers] and [the shop](https://example.org/shop).
A link is written as `[words](file.md)`.

## What it costs

Nothing.

[offers]: ../../../docs/offers.md
```

```text title="../docs/offers.md"
Three offers.
```
"""

from handbook.problems import Severity

CODE = "TEXT002"
NAME = "dead-link"
SEVERITY = Severity.WARNING
