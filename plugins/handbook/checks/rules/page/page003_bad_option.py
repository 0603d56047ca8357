"""An option of a fence, or of the front matter of a page, has a value that it cannot have.

Options are checked like fields of records: by their type, with what was expected and found.

Fails:

```markdown title="apollo/pages/course.md"
~~~handbook
view: timeline
group: deliverables  # PAGE003
~~~
```

Passes:

```markdown title="apollo/pages/course.md"
~~~handbook
view: timeline
group: deliverable
~~~
```
"""

from handbook.problems import Severity

CODE = "PAGE003"
NAME = "bad-option"
SEVERITY = Severity.ERROR
