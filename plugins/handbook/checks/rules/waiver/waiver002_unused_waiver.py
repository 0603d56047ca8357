"""A waiver covers no problem.

What it set aside was put right, or it names another record than the one the problem is in. Left behind, it
would hide the next problem of that rule.

Fails:

```yaml title="apollo/waivers.yml"
W-1:
  rule: SCOPE003
  record: service  # WAIVER002
  reason: The owner is named when the operating contract is signed.
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

CODE = "WAIVER002"
NAME = "unused-waiver"
SEVERITY = Severity.WARNING
