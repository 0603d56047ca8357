"""The settings give a rule a limit that it does not have, or that does not fit.

`handbook explain` tells the limits of each rule. Until it is put right the rule keeps its own.

Fails:

```yaml title="handbook.yml"
status_date: 2026-03-02
rules:
  options:
    RACI005: {most: several}  # CHECK005
    RACI006: {least: 3}  # CHECK005
```

Passes:

```yaml title="handbook.yml"
status_date: 2026-03-02
rules:
  options:
    RACI005: {most: 6}
```
"""

from handbook.problems import Severity

CODE = "CHECK005"
NAME = "wrong-limit"
SEVERITY = Severity.ERROR
