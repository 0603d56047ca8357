"""Which projects need attention: the order in which a portfolio lists them."""

from handbook.analysis.judgement import GRAVITY
from handbook.analysis.portfolio import Portfolio
from handbook.records.kinds.project import Project

_STATES = {"active": 0, "on-hold": 0, "proposed": 1, "completed": 2, "cancelled": 3}


def attention(portfolio: Portfolio) -> tuple[Project, ...]:
    """All projects, those first that need attention most.

    Running ones before proposed, completed and cancelled ones; among them red before amber before green
    before those that cannot be judged; then the greatest slip of an open promise, then the greatest score
    of open threats, then the id.
    """
    return tuple(sorted(portfolio.book.projects, key=lambda project: _rank(portfolio, project)))


def _rank(portfolio: Portfolio, project: Project) -> tuple[int, int, int, int, str]:
    slips = [one.slip or 0 for one in portfolio.promises(project.id) if one.outcome == "open"]
    return (
        _STATES[project.status],
        -GRAVITY[portfolio.health(project.id).overall.colour],
        -max(slips, default=0),
        -portfolio.exposure(project.id).score,
        project.id.casefold(),
    )
