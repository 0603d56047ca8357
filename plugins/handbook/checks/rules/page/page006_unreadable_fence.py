"""The options in a fence, or in the front matter of a page, cannot be read.

They are YAML with an option and its value in each line. Front matter that cannot be read stops everything: it
may say who is to read the page.

Fails:

```markdown title="apollo/pages/course.md"
~~~handbook
view: timeline
group: owner: ana  # PAGE006
~~~
```

Passes:

```markdown title="apollo/pages/course.md"
~~~handbook
view: timeline
group: owner
~~~
```
"""

from handbook.problems import Severity

CODE = "PAGE006"
NAME = "unreadable-fence"
SEVERITY = Severity.ERROR
