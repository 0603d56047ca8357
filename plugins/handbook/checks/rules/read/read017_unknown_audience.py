"""An audience is named that is not among the audiences of the settings.

Who may read a record is decided by the order of the audiences. A name that has no place in it could mean
anybody or nobody, so nothing is published until it is put right.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  audience: intern  # READ017
```

Fails:

```yaml title="handbook.yml"
title: A small handbook
status_date: 2026-03-02
audiences: [everybody, board]
default_audience: internal  # READ017
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  audience: internal
```
"""

from handbook.problems import Severity

CODE = "READ017"
NAME = "unknown-audience"
SEVERITY = Severity.ERROR
