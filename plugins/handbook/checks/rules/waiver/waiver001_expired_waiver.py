"""A waiver has expired.

A waiver buys time. When the time is over it covers nothing any more: the problem it set aside is told again,
and so is the waiver, until somebody puts the record right or answers for a new date.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  cause: One factory makes the part
  event: The factory closes
  effect: The launch moves by months
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  review_by: 2026-02-20  # RISK005
```

```yaml title="apollo/waivers.yml"
W-1:
  rule: RISK005
  record: R-1
  reason: The supplier tells its figures at the end of February.
  approved_by: eve
  expires: 2026-02-28  # WAIVER001
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  cause: One factory makes the part
  event: The factory closes
  effect: The launch moves by months
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  review_by: 2026-02-20
```

```yaml title="apollo/waivers.yml"
W-1:
  rule: RISK005
  record: R-1
  reason: The supplier tells its figures at the end of March.
  approved_by: eve
  expires: 2026-03-31
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.waiver import Waiver

CODE = "WAIVER001"
NAME = "expired-waiver"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Waivers whose last day is before the status date."""
    for waiver in open_records(portfolio.book, Waiver):
        if waiver.expires < portfolio.status_date:
            message = f"the waiver of {waiver.rule.upper()} for {waiver.record} ended on {waiver.expires}"
            cure = "put right what it set aside and remove it, or have it approved for longer"
            yield Fault.at(waiver, "expires", message=message, cure=cure)
