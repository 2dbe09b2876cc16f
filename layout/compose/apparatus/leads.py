"""Takes placed pages and the marks on them, gives what the pages tell, and links led to their places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from layout.compose.apparatus.marks import Goal, Marks, ToLeaf, ToPage
from layout.compose.apparatus.numbering import PagesTold
from layout.model.content.prose import INSIDE
from layout.model.layout import Destination, LayoutPage, Link, TextItem
from layout.model.records import replace

ABOVE = 1.2
"""How far above the baseline of its line a place is shown from, in sizes of its type."""


def tell_pages(pages: Sequence[LayoutPage], marks: Marks) -> PagesTold:
    """On which pages the homes of keys and the entries of the index are; notes numbered on each page."""
    if not (marks.homes or marks.entries or marks.notes):
        return PagesTold()
    spots = _find_spots(pages)
    folios = [page.number for page in pages]
    keys = {home: folios[spots[leaf].page] for home, leaf in marks.homes.items() if leaf in spots}
    entries: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    for number, leaf in _seen(pages):
        if leaf in marks.entries:
            entries[marks.entries[leaf]].add(number)
    frozen = {entry: frozenset(found) for entry, found in entries.items()}
    return PagesTold(keys, frozen, _count_by_page(spots, marks))


def _count_by_page(spots: Mapping[int, Destination], marks: Marks) -> dict[tuple[int, int], int]:
    """The number of each note among those of its language on its page."""
    there: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    for leaf, note in marks.notes.items():
        if leaf in spots:
            there[spots[leaf].page, note.side].add(note.order)
    return {
        (side, order): number
        for (_, side), orders in there.items()
        for number, order in enumerate(sorted(orders), 1)
    }


def join_links(pages: Sequence[LayoutPage], marks: Marks) -> tuple[LayoutPage, ...]:
    """The pages with links inside the brochure that lead to their places; the others stay as they are."""
    if not marks.leads:
        return tuple(pages)
    spots = _find_spots(pages)
    places = {page.number: index for index, page in enumerate(pages)}

    def spot_of(goal: Goal) -> Destination | None:
        if isinstance(goal, ToPage):
            return Destination(places[goal.number], 0.0) if goal.number in places else None
        if isinstance(goal, ToLeaf):
            return spots.get(goal.leaf)
        homes = (marks.homes.get((goal.key, side)) for side in (goal.side, 1 - goal.side))
        return next((spots[home] for home in homes if home in spots), None)

    def joined(link: Link) -> Iterator[Link]:
        if not (isinstance(link.target, str) and link.target.startswith(INSIDE)):
            yield link
        elif (lead := marks.leads.get(link.leaf)) and (spot := spot_of(lead.goal)):
            yield replace(link, target=spot, description=lead.called)

    return tuple(
        replace(page, links=tuple(one for link in page.links for one in joined(link))) for page in pages
    )


def _seen(pages: Sequence[LayoutPage]) -> Iterator[tuple[int, int]]:
    """Folio and leaf of each run of text."""
    for page in pages:
        for item in page.items:
            if isinstance(item, TextItem) and item.leaf >= 0:
                yield from ((page.number, item.leaf + run.ink.part) for run in item.line.runs)


def _find_spots(pages: Sequence[LayoutPage]) -> dict[int, Destination]:
    """Where each leaf of text begins."""
    spots: dict[int, Destination] = {}
    for index, page in enumerate(pages):
        for item in page.items:
            if isinstance(item, TextItem) and item.leaf >= 0:
                for run in item.line.runs:
                    leaf = item.leaf + run.ink.part
                    if leaf not in spots:
                        spots[leaf] = Destination(index, max(0.0, item.y - ABOVE * run.ink.size))
    return spots
