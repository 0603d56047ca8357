"""Who may read a field."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Audience:
    """Marks a field that only readers of ``name``, or of a narrower circle, may see whatever its record says.

    The name is one of the default circles: public, partner, internal, restricted. In a handbook that names
    its own circles, a mark that is not among them counts as the narrowest.
    """

    name: str
