"""The bodies of new Markdown records: the headings that readers look for."""

from handbook.records.kind import Kind

_SECTIONS = {
    "decision": {
        "Context": "TODO what makes the decision necessary",
        "Options": "1. TODO what can be done, with doing nothing among it",
        "Outcome": "TODO what was decided, and why",
        "Consequences": "- TODO what follows from it, good and bad",
    },
    "report": {
        "Accomplished": "- TODO what was reached",
        "Next": "- TODO what comes next, and when",
        "Blockers": "- TODO what keeps work from going on, or none",
        "Decisions needed": "- TODO who has to decide what by when, or none",
    },
}


def body_of(kind: Kind) -> str:
    """The body of a new record of a kind; '' if it starts without one."""
    sections = _SECTIONS.get(kind.name, {})
    return "\n\n".join(f"## {title}\n{text}" for title, text in sections.items())
