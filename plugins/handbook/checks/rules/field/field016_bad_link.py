"""A link or a mail address is not one that may stand on a page.

Links lead to `https:`, `http:` or `mailto:`, or to a path in the repository. Others can run code in the
browser of whoever follows them.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  links: ['javascript:alert(1)']  # FIELD016
```

Fails:

```yaml title="people.yml"
ana: {name: Ana Silva}
eve: {name: Eve Lund, email: eve at example.org}  # FIELD016
tom: {name: Tom Beck}
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  links: ['https://example.org/supplier']
```
"""

from handbook.problems import Severity

CODE = "FIELD016"
NAME = "bad-link"
SEVERITY = Severity.ERROR
