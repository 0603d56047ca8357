r"""A text holds characters that nobody sees.

Control characters, separators of lines and marks that reverse the direction of text can make a line look
like another one, in an editor and in a review. Those that would act as a line break are read as a blank.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  notes: "They asked\u202Efor more time"  # READ015
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  notes: They asked for more time – twice
```
"""

from handbook.problems import Severity

CODE = "READ015"
NAME = "hidden-character"
SEVERITY = Severity.ERROR
