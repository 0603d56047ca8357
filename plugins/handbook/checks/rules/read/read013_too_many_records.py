"""The handbook has more records than may be read.

Two hundred thousand records are more than any portfolio has. The bound keeps a generated or hostile
handbook from taking the memory of whoever checks it.

Fails:

```yaml title="people.yml" limits="records=3"
ana: {name: Ana Silva}
eve: {name: Eve Lund}
tom: {name: Tom Beck}  # READ013
```

Passes:

```yaml title="people.yml" limits="records=100"
ana: {name: Ana Silva}
eve: {name: Eve Lund}
tom: {name: Tom Beck}
```
"""

from handbook.problems import Severity

CODE = "READ013"
NAME = "too-many-records"
SEVERITY = Severity.ERROR
