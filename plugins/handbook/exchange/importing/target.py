"""The file that records are added to."""

from typing import NamedTuple

from handbook.records.kind import Kind, kinds


class Target(NamedTuple):
    """A file, seen from the folder of the projects, and the keys under which it keeps records of a kind."""

    file: str
    under: tuple[str, ...] = ()


def target(kind: Kind, project: str | None) -> Target | None:
    """Where records of a kind are added; None if each is a file, or part of another record."""
    folder = f"{project}/" if project else ""
    if kind.file and not kind.single:
        return Target(f"{folder}{kind.file}", (kind.under,) if kind.under else ())
    for holder in kinds().values():
        if holder.single and holder.organisation == (project is None):
            for nest in holder.nests:
                if nest.kind == kind.name:
                    return Target(f"{folder}{holder.file}", (nest.key,))
    return None
