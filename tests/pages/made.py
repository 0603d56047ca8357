"""Handbooks on disk for tests of pages: the base that rules are tested on, with files laid over it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from handbook.pages.opening import Opened, Wanted, open_handbook

from tests.checks.handbooks import lay

RISKS = """R-1:
  title: The supplier goes out of business
  cause: One factory makes the part
  event: The factory closes
  effect: The launch moves by months
  owner: ana
  probability: low
  impact: minor
  status: monitoring
"""
DECISION = """---
title: Order online first
status: accepted
date: 2026-02-02
deciders: [eve]
---
## Context
Paying comes later, see [[R-1]] and [the risks](../risks.yml).

## Options
Both at once.

## Outcome
Ordering first.

## Consequences
Until then they pay at the counter.
"""
RISK_PAGE = RISKS.replace("R-1:\n", "---\n").replace("\n  ", "\n") + "---\nTold at length.\n"
STORY = {"apollo/risks.yml": RISKS, "apollo/decisions/D-1.md": DECISION}


def opened(folder: Path, files: Mapping[str, str] = STORY, **wanted: object) -> Opened:
    """The base handbook with files laid over it, opened; it speaks of the day that its settings name."""
    return reopened(lay(folder, dict(files)), **wanted)


def reopened(root: Path, **wanted: object) -> Opened:
    """The handbook in ``root`` as it is there now."""
    return open_handbook(Wanted(root, **wanted), today=_nobody, run=_nothing)  # type: ignore[arg-type]


def _nobody() -> date:
    raise AssertionError("the settings name a day: nobody may ask the clock")


def _nothing(*words: object) -> str | None:
    raise AssertionError("the settings name a day: nobody may ask git")
