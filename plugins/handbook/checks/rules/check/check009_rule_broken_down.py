"""A rule broke down while it searched.

This is a defect of the tool or of a rule that somebody added, never of a record. What the other rules found
is told all the same, but as nobody knows what this one would have found, nothing is published.

Fails:

```yaml title="handbook.yml" defect="RISK005"
status_date: 2026-03-02  # CHECK009
```

Passes:

```yaml title="handbook.yml"
status_date: 2026-03-02
```
"""

from handbook.problems import Severity

CODE = "CHECK009"
NAME = "rule-broken-down"
SEVERITY = Severity.ERROR
