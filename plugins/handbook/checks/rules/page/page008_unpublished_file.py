"""A file beside the pages of a project is not published.

Published are Markdown, and pictures in formats that can hold no script, up to 8 MiB. Anything else in the
folder ``pages`` would go out unread, or be missed by readers.

Fails:

```text title="apollo/pages/drawing.svg"
<svg xmlns="http://www.w3.org/2000/svg"/>  <!-- PAGE008 -->
```

Passes:

```markdown title="apollo/pages/drawing.md"
# Drawing
```
"""

from handbook.problems import Severity

CODE = "PAGE008"
NAME = "unpublished-file"
SEVERITY = Severity.WARNING
