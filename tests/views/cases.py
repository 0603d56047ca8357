"""What each view is asked to show in the tests: the project of the page, and options."""

from typing import Any, NamedTuple


class Case(NamedTuple):
    """One drawing of a view."""

    project: str | None
    options: dict[str, Any]


APOLLO, PORTFOLIO = "apollo", None
NEW = (
    *("AC-2", "A-2", "O-1", "S-1", "S-2", "C-3", "budget", "L-1", "2026-03"),
    *("CR-1", "G-1", "G-2", "G-1.load", "G-2.drawn", "IT-2", "LL-1", "LL-2", "W-2"),
    *("PB-3", "backlog"),
)
"""Records of which each is told in full."""

CASES: dict[str, tuple[Case, ...]] = {
    "action-log": (
        Case(APOLLO, {"show": "all"}),
        Case(APOLLO, {"everywhere": True}),
        Case(PORTFOLIO, {"most": 2}),
    ),
    "backlog": (
        Case(APOLLO, {"show": "all", "details": True}),
        Case(APOLLO, {}),
        Case(APOLLO, {"show": "done", "most": 1}),
    ),
    "backlog-forecast": (Case(APOLLO, {"by": "2026-07-10"}), Case(APOLLO, {"growth": False})),
    "baselines": (Case(APOLLO, {}),),
    "budget": (Case(APOLLO, {"details": True}), Case(APOLLO, {}), Case("idle", {})),
    "burn-down": (Case(APOLLO, {}), Case(APOLLO, {"iteration": "IT-1"}), Case(APOLLO, {"iteration": "IT-4"})),
    "burn-up": (Case(APOLLO, {}), Case(APOLLO, {"by": "size"})),
    "change-log": (Case(APOLLO, {"details": True}), Case(PORTFOLIO, {"show": "open"})),
    "charter": (Case(APOLLO, {}),),
    "communication-plan": (Case(APOLLO, {}),),
    "cost-time": (Case("hermes", {}), Case("idle", {})),
    "cumulative-flow": (Case(APOLLO, {}), Case(APOLLO, {"by": "size"})),
    "cycle-time": (Case(APOLLO, {}), Case(APOLLO, {"last": 2})),
    "decision": (Case(APOLLO, {"record": "D-2"}), Case(PORTFOLIO, {"record": "apollo/D-1"})),
    "decision-log": (Case(APOLLO, {}), Case(PORTFOLIO, {"show": "proposed"})),
    "decisions-needed": (Case(APOLLO, {}), Case(PORTFOLIO, {"most": 1})),
    "deliverables": (Case(APOLLO, {}),),
    "driving-chain": (
        Case(APOLLO, {"by": "1w"}),
        Case(APOLLO, {"record": "plan.build.api", "paths": 1}),
        Case("idle", {}),
    ),
    "driving-chains": (Case(APOLLO, {}), Case("hermes", {})),
    "engagement-matrix": (Case(APOLLO, {}),),
    "finish-distribution": (Case(APOLLO, {}), Case(APOLLO, {"of": "M-2"}), Case("idle", {})),
    "forecast": (Case(APOLLO, {}), Case("hermes", {}), Case("idle", {})),
    "gates": (Case(APOLLO, {}), Case(PORTFOLIO, {"show": "open"}), Case(APOLLO, {"criteria": False})),
    "earned-value": (Case("hermes", {}), Case("hermes", {"by": "category"}), Case(APOLLO, {"by": "work"})),
    "headline": (Case(APOLLO, {}), Case("hermes", {}), Case("idle", {})),
    "issue-log": (Case(APOLLO, {"show": "all", "details": True}), Case(PORTFOLIO, {})),
    "iterations": (Case(APOLLO, {}), Case(APOLLO, {"average": False})),
    "lessons": (Case(APOLLO, {}), Case(PORTFOLIO, {"about": "planning"})),
    "milestone-trend": (Case(APOLLO, {}), Case(APOLLO, {"show": "open", "most": 1})),
    "milestones": (Case(APOLLO, {}), Case(PORTFOLIO, {"show": "open", "from": "2026-06", "most": 3})),
    "portfolio-summary": (Case(PORTFOLIO, {}),),
    "raci-matrix": (Case(APOLLO, {}), Case(APOLLO, {"kind": "tasks"})),
    "record": (
        Case(APOLLO, {"record": "R-5"}),
        Case(APOLLO, {"record": "plan.build.api"}),
        Case(APOLLO, {"record": "M-2"}),
        Case(APOLLO, {"record": "service"}),
        Case(APOLLO, {"record": "@ana"}),
        *(Case(APOLLO, {"record": record}) for record in NEW),
    ),
    "records": (
        Case(
            APOLLO,
            {"kind": "risk", "columns": ["title", "owner", "probability", "affects"], "sort": "-probability"},
        ),
        Case(
            PORTFOLIO,
            {
                "kind": "task",
                "columns": ["id", "title", "after", "assigned", "deadline"],
                "where": {"assigned": "ana"},
            },
        ),
        Case(
            PORTFOLIO,
            {"kind": "person", "columns": ["name", "leave", "capacity"], "where": {"name": "~ruiz"}},
        ),
        Case(APOLLO, {"kind": "iteration", "columns": ["id", "goal", "from", "committed", "completed"]}),
        Case(APOLLO, {"kind": "budget-line", "columns": ["title", "planned", "profile", "wbs"]}),
        Case(APOLLO, {"kind": "stakeholder", "columns": ["name", "engagement", "influence", "needs"]}),
        Case(APOLLO, {"kind": "criterion", "columns": ["text", "result", "evidence"], "sort": "result"}),
    ),
    "schedule-health": (Case(APOLLO, {}), Case(APOLLO, {"show": "failed", "tasks": False})),
    "slip": (
        Case(APOLLO, {"show": "all"}),
        Case(APOLLO, {"baseline": ["2026-02", "latest"], "show": "late"}),
        Case(APOLLO, {"baseline": "2024", "show": "milestones"}),
    ),
    "stakeholder-grid": (Case(APOLLO, {}),),
    "stakeholders": (Case(APOLLO, {"details": True}), Case(APOLLO, {})),
    "report": (Case(APOLLO, {}), Case(APOLLO, {"record": "2026-04-30"}), Case("hermes", {})),
    "reports": (Case(APOLLO, {}),),
    "risk-matrix": (Case(APOLLO, {}), Case(PORTFOLIO, {"kind": "opportunity"})),
    "risk-register": (
        Case(APOLLO, {"details": True}),
        Case(PORTFOLIO, {"show": "all", "kind": "threat", "least": 5}),
    ),
    "roadmap": (
        Case(PORTFOLIO, {}),
        Case(PORTFOLIO, {"group": "manager", "milestones": "all", "to": "2026-12"}),
    ),
    "skills-matrix": (Case(APOLLO, {}), Case(PORTFOLIO, {"show": "gaps"})),
    "status-board": (Case(PORTFOLIO, {}), Case(PORTFOLIO, {"manager": "ana"})),
    "status-card": (Case(APOLLO, {}), Case("idle", {})),
    "team": (Case(APOLLO, {}),),
    "timeline": (
        Case(APOLLO, {"links": True}),
        Case(APOLLO, {"group": "owner", "from": "2026-04", "to": "2026-08"}),
        Case(APOLLO, {"group": "deliverable", "depth": 0, "spare": False}),
        Case(APOLLO, {"baseline": "latest"}),
        Case(APOLLO, {"baseline": ["2026-02", "apollo/2026-03", "2025"], "group": "owner"}),
        Case("idle", {}),
    ),
    "timetable": (Case(APOLLO, {"why": True}), Case(APOLLO, {"show": "critical"})),
    "velocity": (Case(APOLLO, {}), Case(APOLLO, {"last": 1})),
    "waivers": (Case(APOLLO, {}), Case(PORTFOLIO, {})),
    "tornado": (Case(APOLLO, {}), Case(APOLLO, {"most": 1}), Case(APOLLO, {"of": "M-2"}), Case("idle", {})),
    "wbs": (Case(APOLLO, {}),),
    "what-if": (
        Case(
            APOLLO,
            {"title": "All is late", "changes": ["extend build.api 60d", "leave @ben 2026-06-01..12"]},
        ),
        Case(PORTFOLIO, {"changes": "delay apollo/M-3 1d"}),
        Case(APOLLO, {"changes": "shorten build.api 900d"}),
    ),
    "workload": (Case(APOLLO, {"weeks": 6}), Case(PORTFOLIO, {"weeks": 14, "least": 50, "most": 3})),
    "work-in-progress": (Case(APOLLO, {}),),
}
