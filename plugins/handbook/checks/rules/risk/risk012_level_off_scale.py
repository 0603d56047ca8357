"""A probability or an impact is on no level of the scale.

Without a level there is no score, and the risk is missing from the matrix. The settings name the levels
(`scales`).

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: hihg  # RISK012
  impact: minor
  status: monitoring
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: high
  impact: minor
  status: monitoring
```
"""

from collections.abc import Iterator, Sequence

from handbook.analysis.portfolio import Portfolio
from handbook.checks.cures import Cures
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.kinds.risk import Risk
from handbook.records.parts import Assessment
from handbook.records.scales import Level, Scales
from handbook.records.types.rating import Rating

CODE = "RISK012"
NAME = "level-off-scale"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Ratings that the scales of the settings do not know, of all three assessments of each risk."""
    scales, cures = portfolio.book.settings.scales, Cures()
    for risk in portfolio.book.of(Risk):
        yield from _faults(scales, cures, risk, risk, ())
        if risk.residual is not None:
            yield from _faults(scales, cures, risk, risk.residual, ("residual",))
        if risk.target is not None:
            yield from _faults(scales, cures, risk, risk.target, ("target",))


def _faults(
    scales: Scales, cures: Cures, risk: Risk, rated: Risk | Assessment, path: tuple[str, ...]
) -> Iterator[Fault]:
    if rated.probability.share is None and scales.probability_level(rated.probability) is None:
        yield _fault(cures, risk, (*path, "probability"), rated.probability, scales.probability)
    impact, told = rated.impact, None
    for field, rating in (("time", impact.time), ("cost", impact.cost), ("quality", impact.quality)):
        if rating is not None and scales.impact_rating_level(rating) is None:
            # One impact that stands for all dimensions is three equal ratings, and one fault.
            if rating != told:
                yield _fault(cures, risk, (*path, "impact", field), rating, scales.impact)
            told = rating


def _fault(cures: Cures, risk: Risk, path: tuple[str, ...], found: Rating, levels: Sequence[Level]) -> Fault:
    names = [level.name for level in levels]
    message = f"expected one of {', '.join(names)}, or 1 to {len(names)}, found '{found}'"
    cure = cures.nearest(str(found), lambda: names, path[-1] == "probability", project=risk.project)
    return Fault.at(risk, *path, message=message, cure=cure)
