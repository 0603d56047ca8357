"""A waiver names a rule that does not exist or is beyond waiving, or a record of another project.

It sets nothing aside, though somebody believes it does. Problems of reading (READ, FIELD), of pages (PAGE)
and of checking itself (CHECK, WAIVER) cannot be waived: they say that the records cannot be relied on.

Fails:

```yaml title="apollo/waivers.yml"
W-1:
  rule: SCOP003  # WAIVER003
  record: service
  reason: The owner is named when the operating contract is signed.
  approved_by: eve
  expires: 2026-06-30
W-2:
  rule: FIELD005  # WAIVER003
  record: service
  reason: The date is agreed when the operating contract is signed.
  approved_by: eve
  expires: 2026-06-30
```

Passes:

```yaml title="apollo/project.yml"
title: Apollo
manager: ana
sponsor: eve
status: active
start: 2026-01-05
finish: 2026-06-30
objectives:
  O-1: {text: Customers order online, measure: share of orders, target: 60 %}
scope:
  in: [ordering online]
  out: [paying online]
deliverables:
  service: {title: Ordering service, acceptance_criteria: [all contract tests pass], due: 2026-05-29}
```

```yaml title="apollo/waivers.yml"
W-1:
  rule: SCOPE003
  record: service
  reason: The owner is named when the operating contract is signed.
  approved_by: eve
  expires: 2026-06-30
```
"""

from handbook.problems import Severity

CODE = "WAIVER003"
NAME = "void-waiver"
SEVERITY = Severity.ERROR
