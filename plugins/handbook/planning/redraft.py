"""Drafts in which a few records say something else: the numbers of these alone are made again."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from handbook.planning.activities import milestone_activity, summary_activity, task_activity
from handbook.planning.breakdown import Item
from handbook.planning.draft import Abroad, Draft, bound, far_link, near_link
from handbook.planning.staffing import Staffing
from handbook.planning.ties import Tie
from handbook.records.kinds.levelled import Levelled
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.person import Person
from handbook.records.kinds.task import Task
from handbook.records.types.dependency import Dependency
from handbook.schedule import Activity, Link


def with_item(draft: Draft, item: Item) -> Draft:
    """The draft with another record of an item. It waits for nothing that it did not wait for before."""
    at = draft.outline.work.index.get(item.id.casefold())
    if at is None:
        return draft
    old = draft.outline.work.items[at]
    outline = replace(draft.outline, work=draft.outline.work.instead({at: item}))
    made = draft._replace(outline=outline)
    if item.after != old.after:
        made = _retied(made, at, item)
    row = next((row for row, one in enumerate(made.activities) if one.key == at), None)
    return made if row is None else _remade(made, (row,))


def with_people(draft: Draft, people: Iterable[Person]) -> Draft:
    """The draft with other records of some people, who are there on other days."""
    changed = {one.id: one for one in people}
    tools = draft.tools._replace(presence=draft.tools.presence.instead(changed.values()))
    parties = tools.presence.parties

    def is_done_by_them(item: Item) -> bool:
        doers = tools.staffing.of(item) if isinstance(item, Task) else ()
        return any(person.id in changed for party in doers for person in parties.people(party) or ())

    return _remade(draft._replace(tools=tools), _rows(draft, is_done_by_them))


def with_levelled(draft: Draft, levelled: Levelled) -> Draft:
    """The draft with another levelled schedule, of the same tasks in the same order."""
    entries = {id_.casefold(): entry for id_, entry in levelled.entries.items()}
    tools = draft.tools
    staffing = Staffing(tools.presence.parties, entries, tools.staffing.status_date)
    made = draft._replace(
        outline=replace(draft.outline, entries=entries),
        tools=tools._replace(staffing=staffing),
    )
    return _remade(made, _rows(draft, lambda item: item.id.casefold() in entries))


def with_dates_abroad(draft: Draft, abroad: Abroad) -> Draft:
    """The draft with the dates that work of other projects has by now."""
    changes = dict(_abroad(draft, abroad))
    return _with(draft, changes) if changes else draft


def with_nothing_abroad(draft: Draft, projects: Collection[str], instant: int) -> Draft:
    """The draft as if the work of some projects, in lower case, were done at an instant."""
    far = {link.pred for link, tie in zip(draft.links, draft.ties, strict=True) if _is_in(tie, projects)}
    return _with(
        draft,
        {row: replace(draft.activities[row], actual_start=instant, actual_finish=instant) for row in far},
    )


def _is_in(tie: Tie, projects: Collection[str]) -> bool:
    return tie.inside is None and (tie.target.project or "").casefold() in projects


def _abroad(draft: Draft, abroad: Abroad) -> Iterator[tuple[int, Activity]]:
    for link, tie in zip(draft.links, draft.ties, strict=True):
        span = abroad(tie.target) if tie.inside is None else None
        if span is not None:
            at = bound(tie, span, draft.activities[link.succ], draft.tools)
            old = draft.activities[link.pred]
            if old.actual_finish != at:
                yield link.pred, replace(old, actual_start=at, actual_finish=at)


def _rows(draft: Draft, is_changed: Callable[[Item], bool]) -> Iterator[int]:
    """The indexes of the activities of some items."""
    for row in range(len(draft.activities)):
        item = draft.item(row)
        if item is not None and is_changed(item):
            yield row


def _remade(draft: Draft, rows: Iterable[int]) -> Draft:
    """The draft with some activities made again."""
    changes = {}
    for row in rows:
        old, item = draft.activities[row], draft.item(row)
        made = old if item is None else _activity(draft, old, item)
        if made != old:
            changes[row] = made
    return _with(draft, changes) if changes else draft


def _activity(draft: Draft, old: Activity, item: Item) -> Activity:
    key = old.key if isinstance(old.key, int) else 0
    if isinstance(item, Milestone):
        waits = any(tie.successor == key for tie in draft.ties)
        return milestone_activity(key, item, old.parent, draft.tools, waits=waits)
    if key in draft.outline.work.summaries:
        return summary_activity(key, item, old.parent, draft.tools)
    return task_activity(key, item, old.parent, draft.tools)


def _with(draft: Draft, changes: Mapping[int, Activity]) -> Draft:
    activities = list(draft.activities)
    for row, one in changes.items():
        activities[row] = one
    return draft._replace(activities=tuple(activities))


def _retied(draft: Draft, at: int, item: Item) -> Draft:
    """The draft with the dependencies of an item as they now are: fewer, or of another lag or type.

    Links keep their order, in which the dependencies of an item stand together.
    """
    own = [
        (tie, link)
        for tie, link in zip(draft.ties, draft.links, strict=True)
        if tie.successor == at and not tie.people
    ]
    kept = [pair for one in item.after for pair in _tied(draft, own, one)]
    pairs: list[tuple[Tie, Link]] = []
    for tie, link in zip(draft.ties, draft.links, strict=True):
        if tie.successor != at or tie.people:
            pairs.append((tie, link))
        elif kept:
            pairs += kept
            kept = []
    return draft._replace(ties=tuple(tie for tie, _ in pairs), links=tuple(link for _, link in pairs))


def _tied(draft: Draft, own: list[tuple[Tie, Link]], dependency: Dependency) -> Iterator[tuple[Tie, Link]]:
    """The tie and link of a dependency: those it had, or those of the one whose place it took."""
    for tie, link in own:
        if tie.dependency is dependency:
            yield tie, link
            return
    for tie, link in own:
        if tie.target.address == dependency.target:
            made = tie._replace(dependency=dependency)
            yield made, _relinked(draft, made, link)
            return


def _relinked(draft: Draft, tie: Tie, link: Link) -> Link:
    if tie.inside is None:
        return far_link(tie, link.pred, link.succ)
    return near_link(tie, link.pred, link.succ, draft.tools)
