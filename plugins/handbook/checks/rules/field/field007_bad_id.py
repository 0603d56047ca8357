"""An id is not made of plain letters and digits.

Ids are typed, linked and spoken. They begin with a letter and have ASCII letters, digits and underscores,
in parts joined by hyphens or dots. Letters of other alphabets that look alike would make two records out of
one. The id of a report is its date.

Fails:

```yaml title="apollo/risks.yml"
1st risk:  # FIELD007
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
```

Fails:

```yaml title="apollo/risks.yml"
Größe-1:  # FIELD007
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
```

Fails:

```markdown title="apollo/reports/march.md"
---
author: ana <!-- FIELD007 -->
---

All is well.
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

CODE = "FIELD007"
NAME = "bad-id"
SEVERITY = Severity.ERROR
