"""A fence, or the front matter of a page, has an option that is not known.

A misspelt option is one that is not heeded: the page would show something else than its author asked for.

Fails:

```markdown title="apollo/pages/course.md"
~~~handbook
view: timeline
form: 2026-03  # PAGE002
~~~
```

Passes:

```markdown title="apollo/pages/course.md"
~~~handbook
view: timeline
from: 2026-03
~~~
```
"""

from handbook.problems import Severity

CODE = "PAGE002"
NAME = "unknown-option"
SEVERITY = Severity.ERROR
