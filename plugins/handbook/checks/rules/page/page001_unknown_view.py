"""A page asks for a view that does not exist.

What stands in the fence cannot be shown; the page would have a gap where its author expects a picture.

Fails:

```markdown title="apollo/pages/course.md"
# How we go about it

~~~handbook
view: timelin  # PAGE001
~~~
```

Passes:

```markdown title="apollo/pages/course.md"
# How we go about it

~~~handbook
view: timeline
~~~
```
"""

from handbook.problems import Severity

CODE = "PAGE001"
NAME = "unknown-view"
SEVERITY = Severity.ERROR
