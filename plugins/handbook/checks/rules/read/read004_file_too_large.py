"""A file is larger than a handbook may have.

A file of more than one mebibyte was not written by people. The bound keeps a stray file, or a hostile one,
from taking the memory of whoever checks the handbook.

Fails:

```yaml title="apollo/risks.yml" repeat="30000"
# This line stands thirty thousand times.  # READ004
```

Passes:

```yaml title="apollo/risks.yml" repeat="10"
# This line stands ten times.
```

```yaml title="apollo/issues/I-1.yml"
title: The test bench is broken
owner: tom
```
"""

from handbook.problems import Severity

CODE = "READ004"
NAME = "file-too-large"
SEVERITY = Severity.ERROR
