r"""A line of text holds a character that nobody sees, or a line break.

Titles and names are shown beside others, in tables and menus. A hidden character makes them look like what
they are not, and keeps a search from finding them.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: "The supplier \u202Egoes out"  # FIELD013
  owner: ana
  probability: low
  impact: minor
  status: monitoring
```

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  cause: |  # FIELD013
    One customer.
    One market.
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  cause: One customer, one market
```
"""

from handbook.problems import Severity

CODE = "FIELD013"
NAME = "hidden-character-in-line"
SEVERITY = Severity.ERROR
