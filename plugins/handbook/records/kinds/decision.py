"""Decisions: what was decided, by whom, and why (after ADR and MADR).

Example:
```markdown title="apollo/decisions/D-1.md"
---
title: Which payment service do we use?
status: accepted
date: 2026-02-27
deciders: [eve]
consulted: [tom]
informed: [ana]
affects: [build]
---
## Context
Two services meet the terms of the bank.

## Options
1. The service that the shop uses today.
2. A cheaper one that nobody here knows.

## Outcome
The first: the team knows it.

## Consequences
Fees are 0.2 % higher.
```
"""

from typing import ClassVar, Literal

from pydantic import Field

from handbook.records.kind import Kind
from handbook.records.record import Record
from handbook.records.types.day import Day
from handbook.records.types.many import Many
from handbook.records.types.reference import AnyRef, DecisionRef, PartyRef
from handbook.records.types.text import Line


class Decision(Record):
    """A decision, taken or waiting. The body tells context, options, outcome and consequences."""

    kind: ClassVar[str] = "decision"

    title: Line = Field(description="What is decided, as a statement or a question.")
    status: Literal["proposed", "accepted", "rejected", "superseded"] = Field(description="Where it stands.")
    date: Day | None = Field(None, description="When it was decided, or proposed.")
    deciders: Many[PartyRef] = Field((), description="Who decides.")
    consulted: Many[PartyRef] = Field((), description="Whose advice was asked.")
    informed: Many[PartyRef] = Field((), description="Who is told.")
    decide_by: Day | None = Field(None, description="The last day on which deciding does no harm.")
    supersedes: Many[DecisionRef] = Field((), description="Decisions it replaces.")
    affects: Many[AnyRef] = Field((), description="What depends on it.")


KIND = Kind(Decision, prefix="D", file="decisions.yml", folder="decisions")
