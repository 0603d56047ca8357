"""A decision or a change request that is a document of its own lacks a section.

Whoever reads it in two years asks four things: what was the matter, what else was possible, what was decided,
and what follows. A heading for each shows that none was forgotten. While it waits for its decision, what is
to be decided and between what is enough.

Fails:

```markdown title="apollo/decisions/D-1.md"
---
title: Which payment service do we use?
status: accepted  # TEXT003
date: 2026-02-27
deciders: [eve]
---
## Context
Two services meet the terms of the bank.

## Outcome
The one that the shop uses today.
```

Fails:

```markdown title="apollo/changes/CR-1.md"
---
title: Go live two weeks later  # TEXT003
reason: The supplier has moved its own date.
---
The date cannot be kept.
```

Passes:

```markdown title="apollo/decisions/D-1.md"
---
title: Which payment service do we use?
status: accepted
date: 2026-02-27
deciders: [eve]
---
## Context and problem
Two services meet the terms of the bank.

## Options that we looked at
The one that the shop uses today, and a cheaper one.

## Decision
The first.

## Consequences
Fees are 0.2 % higher.
```

```markdown title="apollo/decisions/D-2.md"
---
title: Do we open on a Sunday?
status: proposed
decide_by: 2026-03-20
---
## Context
The shop is closed on Sundays.

## Options
Sunday or Monday.
```

```markdown title="apollo/changes/CR-1.md"
---
title: Go live two weeks later
reason: The supplier has moved its own date.
options: [Do nothing, Go live without payment]
impact: {time: 10d}
---
The date cannot be kept.
```
"""

import re
from collections.abc import Iterator, Sequence

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.words import listed
from handbook.checks.completeness import is_whole
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.book import Book
from handbook.records.kinds.change import Change
from handbook.records.kinds.decision import Decision
from handbook.records.record import Part, Record
from handbook.records.types.many import Many
from handbook.records.types.text import Line

CODE = "TEXT003"
NAME = "template-section-missing"
SEVERITY = Severity.WARNING

_HEADING = re.compile(r"^ {0,3}#{1,6}\s+(.*?)\s*#*$", re.MULTILINE)
_FIELDS = {"context": "reason", "options": "options", "consequences": "impact"}


class Options(Part):
    """The sections, by words that a heading holds; several that will do are divided by |."""

    decided: Many[Line] = Field(
        ("context", "options", "outcome|decision", "consequences"),
        description="The sections of a decision that was taken.",
    )
    proposed: Many[Line] = Field(
        ("context", "options"), description="The sections of a decision that is proposed."
    )
    change: Many[Line] = Field(
        ("context", "options", "consequences"),
        description="The sections of a change request; reason, options and impact will do instead.",
    )


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Markdown files of decisions and change requests without all headings."""
    for record, wanted in _documents(portfolio.book, options):
        missing = _missing(record, wanted) if record.origin.body_line else []
        if missing and is_whole(portfolio.book, record):
            words = [section.split("|")[0] for section in missing]
            message = f"expected {'headings' if words[1:] else 'a heading'} with {listed(words)}, found none"
            field = "status" if isinstance(record, Decision) else "title"
            yield Fault.at(record, field, message=message, cure=f"add '## {words[0].capitalize()}'")


def _documents(book: Book, options: Options) -> Iterator[tuple[Record, Sequence[str]]]:
    """Decisions and change requests, each with the sections that are expected of it."""
    for decision in open_records(book, Decision):
        yield decision, options.proposed if decision.status == "proposed" else options.decided
    for change in open_records(book, Change):
        yield change, options.change


def _missing(record: Record, wanted: Sequence[str]) -> list[str]:
    """The sections that neither a heading nor a field of the record gives."""
    headings = " ".join(_HEADING.findall(record.description)).casefold()
    return [
        section
        for section in wanted
        if not any(word.strip().casefold() in headings for word in section.split("|"))
        and not getattr(record, _FIELDS.get(section.casefold(), ""), None)
    ]
