"""A rule of the handbook's own cannot be used.

Its code is taken or no code, it names a kind or a value that does not exist, or its condition is none. Until
it is put right nobody looks for what it was to find.

Fails:

```yaml title="handbook.yml"
status_date: 2026-03-02
rules:
  own:
    ORG001: {on: risk, when: "scor >= 15", message: expected an action}  # CHECK006
    RISK099: {on: risk, when: "score >= 15", message: expected an action}  # CHECK006
    ORG002: {on: rsik, when: "score >= 15", message: expected an action}  # CHECK006
    ORG003: {on: risk, when: "size(actions)", message: expected an action}  # CHECK006
    ORG004: {on: risk, when: "score >= 15", message: "expected an action for {scor}"}  # CHECK006
```

Passes:

```yaml title="handbook.yml"
status_date: 2026-03-02
rules:
  own:
    ORG001:
      on: risk
      when: score >= 15 && size(actions) == 0
      message: expected an action for a score of {score}, found none
      severity: error
```
"""

from handbook.problems import Severity

CODE = "CHECK006"
NAME = "faulty-own-rule"
SEVERITY = Severity.ERROR
