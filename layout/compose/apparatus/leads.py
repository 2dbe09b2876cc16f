"""Takes placed pages and the marks on them, gives what the pages tell, and links led to their places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from layout.compose.apparatus.marks import Goal, Marks, ToLeaf, ToPage
from layout.compose.apparatus.numbering import PagesTold
from layout.model.content.prose import INSIDE
from layout.model.layout import Destination, LayoutPage, Link, TextItem
from layout.model.memo import Memo
from layout.model.records import replace

ABOVE = 1.2
"""How far above the baseline of its line a place is shown from, in sizes of its type."""


Spots = Memo[int, tuple[LayoutPage, dict[int, float]]]
"""How far down each leaf of text begins on a page, by the page's identity; with the page itself."""


def tell_pages(pages: Sequence[LayoutPage], marks: Marks, known: Spots) -> PagesTold:
    """On which pages the homes of keys and the entries of the index are; notes numbered on each page."""
    if not (marks.homes or marks.entries or marks.notes):
        return PagesTold()
    spots = _find_spots(pages, known)
    folios = [page.number for page in pages]
    keys = {home: folios[spots[leaf].page] for home, leaf in marks.homes.items() if leaf in spots}
    entries: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    for page in pages if marks.entries else ():
        for leaf in _spots_of(page, known):
            if leaf in marks.entries:
                entries[marks.entries[leaf]].add(page.number)
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


def join_links(pages: Sequence[LayoutPage], marks: Marks, known: Spots) -> tuple[LayoutPage, ...]:
    """The pages with links inside the brochure that lead to their places; the others stay as they are."""
    if not marks.leads:
        return tuple(pages)
    spots = _find_spots(pages, known)
    places = {page.number: index for index, page in enumerate(pages)}

    def spot_of(goal: Goal) -> Destination | None:
        if isinstance(goal, ToPage):
            return Destination(places[goal.number], 0.0) if goal.number in places else None
        if isinstance(goal, ToLeaf):
            return spots.get(goal.leaf)
        homes = (marks.homes.get((goal.key, side)) for side in (goal.side, 1 - goal.side))
        return next((spots[home] for home in homes if home in spots), None)

    def joined(link: Link) -> Iterator[Link]:
        if not _leads_inside(link):
            yield link
        elif (lead := marks.leads.get(link.leaf)) and (spot := spot_of(lead.goal)):
            yield replace(link, target=spot, description=lead.called)

    return tuple(
        replace(page, links=tuple(one for link in page.links for one in joined(link)))
        if any(map(_leads_inside, page.links))
        else page
        for page in pages
    )


def _leads_inside(link: Link) -> bool:
    """Whether a link leads to a key of the brochure that is no place yet."""
    return isinstance(link.target, str) and link.target.startswith(INSIDE)


def _spots_of(page: LayoutPage, known: Spots) -> dict[int, float]:
    """How far down each leaf of text on a page begins there."""
    found = known.get(id(page))
    if found is None:
        found = known.keep(id(page), (page, dict(_list_spots(page))))
    return found[1]


def _list_spots(page: LayoutPage) -> Iterator[tuple[int, float]]:
    """Each run of text that has a leaf, the last one first: of two of one leaf the upper one holds."""
    for item in reversed(page.items):
        if isinstance(item, TextItem) and item.leaf >= 0:
            for run in reversed(item.line.runs):
                yield item.leaf + run.ink.part, max(0.0, item.y - ABOVE * run.ink.size)


def _find_spots(pages: Sequence[LayoutPage], known: Spots) -> dict[int, Destination]:
    """Where each leaf of text begins."""
    spots: dict[int, Destination] = {}
    for index, page in enumerate(pages):
        for leaf, y in _spots_of(page, known).items():
            if leaf not in spots:
                spots[leaf] = Destination(index, y)
    return spots
