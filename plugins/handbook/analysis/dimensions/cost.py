"""Cost: what is spent against what is earned and planned.

- none: no budget is recorded
"""

from handbook.analysis.case import Case
from handbook.analysis.health import Verdict


def judge(case: Case) -> Verdict:
    """The colour of cost."""
    return Verdict("none", "no budget recorded")
