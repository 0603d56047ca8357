"""A text is longer than its field may hold.

A line may have 300 characters: it stands in tables, cards and lists. Prose may have 50 000. What needs more
room is a page of the project.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  cause: >-  # FIELD012
    They depend on one customer, who depends on one market, which depends on one law.
    They depend on one customer, who depends on one market, which depends on one law.
    They depend on one customer, who depends on one market, which depends on one law.
    They depend on one customer, who depends on one market, which depends on one law.
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  notes: >-
    They depend on one customer, who depends on one market, which depends on one law.
    They depend on one customer, who depends on one market, which depends on one law.
    They depend on one customer, who depends on one market, which depends on one law.
    They depend on one customer, who depends on one market, which depends on one law.
```
"""

from handbook.problems import Severity

CODE = "FIELD012"
NAME = "too-long"
SEVERITY = Severity.ERROR
