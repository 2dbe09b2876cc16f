"""Takes inner pages and generated covers, gives one Layout of them all, front cover first; moves no item."""

from __future__ import annotations

from layout.model.layout import Destination, Layout, LayoutPage, Link
from layout.model.records import replace


def bind(front: Layout | None, body: Layout, back: Layout | None) -> Layout:
    """The pages of all that are there, their structure in that order.

    They come from one desk, so that no two have a leaf of the same number.
    """
    shift = len(front.pages) if front is not None else 0
    parts = [part for part in (front, body, back) if part is not None]
    pages = [
        [_shift_links(page, shift) for page in body.pages] if part is body else part.pages for part in parts
    ]
    children = tuple(child for part in parts for child in part.structure.children)
    return replace(
        body,
        pages=tuple(page for several in pages for page in several),
        structure=replace(body.structure, children=children),
        outline=tuple(replace(entry, page=entry.page + shift) for entry in body.outline),
    )


def _shift_links(page: LayoutPage, shift: int) -> LayoutPage:
    """The page with links that lead as many pages further."""
    return replace(page, links=tuple(_shift(link, shift) for link in page.links))


def _shift(link: Link, shift: int) -> Link:
    target = link.target
    if isinstance(target, Destination):
        return replace(link, target=replace(target, page=target.page + shift))
    return replace(link, target=target + shift) if isinstance(target, int) else link
