"""MSPDI, the XML of Microsoft Project since 2002, which most schedulers read and write."""

from handbook.exchange.plans.model import PlanFile
from handbook.exchange.plans.mspdi.reading import read_mspdi
from handbook.exchange.plans.mspdi.writing import write_mspdi

ENDINGS = (".xml",)
TITLE = "XML of Microsoft Project"
_HEAD = 4096


def knows(raw: bytes) -> bool:
    """Whether the first bytes are those of such a file, in whatever encoding."""
    head = raw[:_HEAD].replace(b"\0", b"")
    return b"schemas.microsoft.com/project" in head or b"<Project" in head


def read(raw: bytes) -> PlanFile:
    """The plan of a file. Raises `CannotRead` if it is none."""
    return read_mspdi(raw)


def write(plan: PlanFile) -> bytes:
    """The file of a plan."""
    return write_mspdi(plan)
