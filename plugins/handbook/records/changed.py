"""What has changed: records whose content is another than it was on a day."""

from datetime import date
from typing import NamedTuple


class Changed(NamedTuple):
    """A record that is not what it was at the end of a day.

    ``address`` is in lower case; ``fields`` are those that differ, in order of their names.
    """

    address: str
    day: date
    fields: tuple[str, ...]
