"""A file is built otherwise than its records need.

A file of records is one mapping: ids with the fields below them, or the fields of the one record it holds.
Lists, bare text and several documents in one file are not.

Fails:

```yaml title="apollo/risks.yml"
- title: The supplier goes out of business  # READ011
  owner: ana
```

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
---  # READ011
R-2:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
```

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  ? [a, b]  # READ011
  : c
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

CODE = "READ011"
NAME = "wrong-shape"
SEVERITY = Severity.ERROR
