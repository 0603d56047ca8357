"""A probability or an impact is neither a level nor a share.

Write the name of a level of the scale, its number from 1, or – for a probability – a percentage.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: 1 in 10  # FIELD011
  impact: minor
  status: monitoring
```

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: 30%  # FIELD011
  status: monitoring
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: 10%
  impact: minor
  status: monitoring
```
"""

from handbook.problems import Severity

CODE = "FIELD011"
NAME = "bad-rating"
SEVERITY = Severity.ERROR
