"""A sum of money or a currency is not written clearly.

`1,500` is fifteen hundred here and one and a half there, so commas are refused. Write `1500 EUR`, `1 500
EUR` or `1.5k EUR`; without a currency the project's own is meant.

Fails:

```yaml title="apollo/tasks/test.yml"
title: Test the service
cost: 1,500 EUR  # FIELD010
```

Fails:

```yaml title="handbook.yml"
title: A small handbook
status_date: 2026-03-02
currency: euro  # FIELD010
```

Passes:

```yaml title="apollo/tasks/test.yml"
title: Test the service
cost: 1 500 EUR
```
"""

from handbook.problems import Severity

CODE = "FIELD010"
NAME = "bad-money"
SEVERITY = Severity.ERROR
