"""A reference is not written as an address.

A record is named by its id, `R-7`; from another project with the project before it, `apollo/R-7`; a person
by `ana` or `@ana`. Whether there is such a record is a question for the REF rules.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: Ana Silva  # FIELD014
  probability: low
  impact: minor
  status: monitoring
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

CODE = "FIELD014"
NAME = "bad-reference"
SEVERITY = Severity.ERROR
