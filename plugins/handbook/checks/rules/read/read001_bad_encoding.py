"""A file is not plain text in UTF-8.

Files in UTF-16 or Latin-1, with NUL bytes or with a byte order mark look right in one editor and wrong in
the next. Everything is read as UTF-8, the encoding that every editor can save.

Fails:

```yaml title="apollo/risks.yml" encoding="utf-16"
R-1:  # READ001
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
```

Fails:

```yaml title="apollo/risks.yml" encoding="utf-8-sig"
R-1:  # READ001
  title: The supplier goes out of business
  owner: ana
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

CODE = "READ001"
NAME = "bad-encoding"
SEVERITY = Severity.ERROR
