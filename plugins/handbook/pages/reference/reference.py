"""All pages of the reference, by their paths below its folder."""

from typing import NamedTuple

from handbook.pages.reference.kinds import kind_page, kinds_index, title
from handbook.pages.reference.rules import families, family_page, rules_index
from handbook.records.kind import kinds


class ReferencePage(NamedTuple):
    """One page: its path below the folder of the reference, its title, and its text as Markdown."""

    path: str
    title: str
    markdown: str


def reference() -> dict[str, tuple[ReferencePage, ...]]:
    """The pages by section, ``records`` and ``rules``; the first of each lists the others."""
    ordered = sorted(kinds().values(), key=lambda kind: kind.name)
    records = (ReferencePage(f"records/{kind.name}.md", title(kind), kind_page(kind)) for kind in ordered)
    rules = (
        ReferencePage(f"rules/{family.lower()}.md", family, family_page(family, found))
        for family, found in families().items()
    )
    return {
        "records": (ReferencePage("records/index.md", "Record reference", kinds_index()), *records),
        "rules": (ReferencePage("rules/index.md", "Rules", rules_index()), *rules),
    }
