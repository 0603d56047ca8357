"""A text refers to a record that does not exist, or that it does not tell apart from another.

A reference in double brackets becomes a link with the state of the record. One that leads nowhere stays on
the page as it was typed. In code it is text.

Fails:

```markdown title="apollo/pages/course.md"
Nothing moves before [[M-99]] is reached.  <!-- PAGE005 -->
```

Passes:

```markdown title="apollo/pages/course.md"
Nothing moves before [[apollo]] is agreed. Write `[[M-99]]` for a milestone.
```
"""

from handbook.problems import Severity

CODE = "PAGE005"
NAME = "unknown-reference-in-text"
SEVERITY = Severity.WARNING
