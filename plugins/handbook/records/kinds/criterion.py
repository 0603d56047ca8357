"""Criteria: what a quality gate asks for, how it is verified, and what was found.

Example:
```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    criteria:
      load: {text: 500 orders a minute for an hour, method: test, evidence: reports/load.xml}
```
"""

from typing import ClassVar, Literal

from pydantic import Field

from handbook.records.kind import Kind
from handbook.records.record import Record
from handbook.records.types.day import Day
from handbook.records.types.many import Many
from handbook.records.types.reference import PartyRef
from handbook.records.types.text import Line
from handbook.records.types.web import Url


class Criterion(Record):
    """One criterion of a gate, kept under its ``criteria``; a bare text is one too.

    Its id continues that of its gate: ``G-1.load``. Evidence is a link, or the path of a file, seen from the
    folder that holds ``projects``; of a JUnit XML report (``.xml``) the result is read.
    """

    kind: ClassVar[str] = "criterion"

    text: Line = Field(description="What must be true.")
    method: Literal["review", "analysis", "inspection", "test"] | None = Field(
        None, description="How it is verified (ISO/IEC/IEEE 29148)."
    )
    evidence: Many[Url] = Field((), description="Where it is shown: a link, a file, a JUnit XML report.")
    result: Literal["pass", "fail", "waived", "open"] = Field("open", description="What was found.")
    by: PartyRef | None = Field(None, description="Who found it.")
    on: Day | None = Field(None, description="When.")

    @property
    def label(self) -> str:
        """The title, or the text."""
        return self.title or self.text


KIND = Kind(Criterion, bare="text")
