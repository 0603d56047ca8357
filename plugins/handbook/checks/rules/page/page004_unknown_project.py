"""A view has no project to show.

It names a project that does not exist, or it stands on a page of no project and names none.

Fails:

```markdown title="apollo/pages/neighbours.md"
~~~handbook
view: milestones
project: artemis  # PAGE004
~~~
```

Passes:

```markdown title="apollo/pages/neighbours.md"
~~~handbook
view: milestones
project: apollo
~~~
```
"""

from handbook.problems import Severity

CODE = "PAGE004"
NAME = "unknown-project"
SEVERITY = Severity.ERROR
