"""A date is not written as year, month and day, or does not exist.

`2026-03-04` is the fourth of March everywhere; `04/03/2026` is not. Month 30 is most often a swapped day.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  raised: 2026-30-01  # FIELD005
```

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  raised: 1 March 2026  # FIELD005
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  raised: 2026-01-30
```
"""

from handbook.problems import Severity

CODE = "FIELD005"
NAME = "bad-date"
SEVERITY = Severity.ERROR
