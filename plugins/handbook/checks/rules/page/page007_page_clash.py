"""Two pages would have one address.

A page in the folder ``pages`` of a project is published beside those made from its records, and projects
beside the pages of the portfolio. Only one of two pages with the same name could be seen.

Fails:

```markdown title="apollo/pages/risks.md"
# What we are afraid of  <!-- PAGE007 -->
```

Passes:

```markdown title="apollo/pages/fears.md"
# What we are afraid of
```
"""

from handbook.problems import Severity

CODE = "PAGE007"
NAME = "page-clash"
SEVERITY = Severity.ERROR
