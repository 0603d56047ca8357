"""A text holds a placeholder: TODO, TBD, TBC, FIXME or lorem ipsum.

What is to be written later is read now. An action with an owner and a day is remembered; a placeholder is
found by a reader. A line, such as a title, is one if it begins with one, as those of a new record do.

Fails:

```yaml title="apollo/issues.yml"
I-1:
  title: TODO the issue in one line  # TEXT004
  owner: tom
```

Fails:

```yaml title="apollo/issues.yml"
I-1:
  title: The test machine is too slow
  owner: tom
  resolution: TBD after the load test  # TEXT004
```

Passes:

```yaml title="apollo/issues.yml"
I-1:
  title: The test machine is too slow
  owner: tom
  resolution: The log says `TBD`; a faster machine is ordered.
```
"""

from handbook.problems import Severity

CODE = "TEXT004"
NAME = "placeholder-left"
SEVERITY = Severity.INFO
