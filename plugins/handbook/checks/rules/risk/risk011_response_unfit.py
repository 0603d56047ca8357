"""The response does not go with the kind of risk.

A threat is avoided, reduced or transferred; an opportunity is exploited or enhanced. Sharing and accepting go
with both.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  response: exploit  # RISK011
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The new tool saves weeks
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  kind: opportunity
  response: exploit
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.risk import Risk

CODE = "RISK011"
NAME = "response-unfit"
SEVERITY = Severity.ERROR

_FIT = {
    "threat": ("avoid", "reduce", "transfer", "share", "accept", "fallback"),
    "opportunity": ("exploit", "enhance", "share", "accept", "reject"),
}


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Risks with a response that is for the other kind."""
    for risk in open_records(portfolio.book, Risk):
        fit = _FIT[risk.nature]
        if risk.response is not None and risk.response not in fit:
            message = f"expected one of {', '.join(fit)} for the {risk.nature}, found {risk.response}"
            yield Fault.at(risk, "response", message=message, cure="choose one of them, or change 'kind'")
