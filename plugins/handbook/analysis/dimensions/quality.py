"""Quality: what is delivered and does not do what it should.

Judged are open issues that are a defect, or off their specification.

- red: one of them is critical
- amber: one of them is high
- green: none is worse than medium
- none: no such issue was ever recorded
"""

from handbook.analysis.case import Case
from handbook.analysis.health import Verdict
from handbook.analysis.words import figure
from handbook.records.kinds.issue import Issue
from handbook.records.parts import Colour

_RULE = "red: an open defect or off-specification is critical; amber: one is high"
_GRADES: tuple[tuple[str, Colour], ...] = (("critical", "red"), ("high", "amber"))


def judge(case: Case) -> Verdict:
    """The colour of quality."""
    issues = case.book.of(Issue, case.project.id)
    found = [issue for issue in issues if issue.type in {"defect", "off-specification"}]
    if not found:
        return Verdict("none", "no defects recorded")
    open_ = [issue for issue in found if issue.is_open]
    for severity, colour in _GRADES:
        if graded := [issue for issue in open_ if issue.severity == severity]:
            return Verdict(colour, _counted(graded, severity), _RULE)
    reason = f"{_counted(open_)}, none high or critical" if open_ else "no defect open"
    return Verdict("green", reason, _RULE)


def _counted(issues: list[Issue], severity: str = "") -> str:
    """``1 critical defect, 2 critical off-specifications open``."""
    kinds = [issue.type for issue in issues]
    counts = [(kind, kinds.count(kind)) for kind in ("defect", "off-specification") if kind in kinds]
    return ", ".join(figure(number, f"{severity} {kind}".strip()) for kind, number in counts) + " open"
