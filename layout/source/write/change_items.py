"""Takes a content file, gives it with items of a list put in, taken out, moved or copied, and proves it."""

from __future__ import annotations

from collections.abc import Sequence

from layout.model.content.translation import Route
from layout.model.diagnostic import Rejected, Span
from layout.model.records import Struct
from layout.source.nodes.parsing import Items, Node, compose_nodes
from layout.source.write.change_words import exchange, first_proved, splice_or_none
from layout.source.write.content_text import (
    ContentText,
    Plain,
    bare,
    node_at,
    walk_scalars,
)


class _Chunk(Struct, frozen=True):
    """The lines of an item, remarks right above it among them, and what stands between it and the next."""

    core: str
    gap: str


class _Listing(Struct, frozen=True):
    """A list written an item a line: its items' chunks, and where they begin and end in the text."""

    chunks: tuple[_Chunk, ...]
    start: int
    end: int
    indent: int


def insert_item(source: ContentText, route: Route, written: str) -> ContentText:
    """The file with one more item, as YAML without its dash, so that `route` leads to it.

    Raises Rejected where the list is not written an item a line, and on YAML that says nothing.
    """
    listing, number = _find(source, route[:-1]), int(route[-1])
    node = compose_nodes(written, source.file)
    if node is None:
        raise _refuse("edit-empty-item", source, route)
    lines = written.strip("\n").split("\n")
    margin = " " * listing.indent
    core = "\n".join(
        f"{margin}{'  ' if at else '- '}{line}" if line.strip() else "" for at, line in enumerate(lines)
    )
    return _with_item(source, listing, (*route[:-1], number), core + "\n", bare(node))


def copy_item(source: ContentText, route: Route, to: int) -> ContentText:
    """The file with the item at `route` once more, at number `to` of its list, remarks above it as well."""
    listing = _find(source, route[:-1])
    item = bare(node_at(source, route))
    core = listing.chunks[int(route[-1])].core
    return _with_item(source, listing, (*route[:-1], to), core, item)


def remove_item(source: ContentText, route: Route) -> ContentText:
    """The file without the item at `route` and the remarks right above it; no list may become empty."""
    listing, number = _find(source, route[:-1]), int(route[-1])
    node_at(source, route)
    if len(listing.chunks) == 1:
        raise _refuse("edit-last-item", source, route)
    chunks = list(listing.chunks)
    gap = chunks.pop(number).gap
    if number == len(chunks):
        before = chunks.pop()
        chunks.append(_Chunk(before.core, before.gap if before.gap.strip() else ""))
    elif gap.strip():
        after = chunks[number]
        chunks[number] = _Chunk(gap.lstrip("\n") + after.core, after.gap)
    wanted = _bare_list(source, route[:-1])
    wanted.pop(number)
    return _rebuilt(source, listing, chunks, route, wanted)


def move_item(source: ContentText, route: Route, to: int) -> ContentText:
    """The file with the item at `route` at number `to` of its list; what stands between items stays."""
    listing, number = _find(source, route[:-1]), int(route[-1])
    node_at(source, route)
    wanted = _bare_list(source, route[:-1])
    if not 0 <= to < len(wanted):
        raise _refuse("edit-no-place", source, (*route[:-1], to))
    wanted.insert(to, wanted.pop(number))
    cores = [chunk.core for chunk in listing.chunks]
    cores.insert(to, cores.pop(number))
    gaps = [chunk.gap for chunk in listing.chunks]
    chunks = [_Chunk(core, gap) for core, gap in zip(cores, gaps, strict=True)]
    return _rebuilt(source, listing, chunks, route, wanted)


def _with_item(source: ContentText, listing: _Listing, route: Route, core: str, item: Plain) -> ContentText:
    number = int(route[-1])
    wanted = _bare_list(source, route[:-1])
    if not 0 <= number <= len(wanted):
        raise _refuse("edit-no-place", source, route)
    wanted.insert(number, item)
    chunks = list(listing.chunks)
    usual = next((chunk.gap for chunk in chunks if not chunk.gap.strip()), "")
    if number == len(chunks):
        chunks[-1] = _Chunk(chunks[-1].core, usual)
        chunks.append(_Chunk(core, ""))
    else:
        chunks.insert(number, _Chunk(core, usual))
    return _rebuilt(source, listing, chunks, route, wanted)


def _bare_list(source: ContentText, route: Route) -> list[Plain]:
    found = bare(node_at(source, route))
    assert isinstance(found, list)
    return found


def _rebuilt(
    source: ContentText, listing: _Listing, chunks: Sequence[_Chunk], route: Route, wanted: list[Plain]
) -> ContentText:
    whole = exchange(bare(source.root), route[:-1], list(wanted))
    words = "".join(_closed(chunk.core) + chunk.gap for chunk in chunks)
    if not source.text.endswith("\n") and listing.end == len(source.text):
        words = words.removesuffix("\n")
    return first_proved([splice_or_none(source, listing.start, listing.end, words)], whole, source, route)


def _closed(core: str) -> str:
    return core if core.endswith("\n") else core + "\n"


def _find(source: ContentText, route: Route) -> _Listing:
    """The list at `route`, line by line; raises Rejected where its items do not begin lines of their own."""
    node = node_at(source, route)
    if not isinstance(node, Items) or not node.nodes:
        raise _refuse("edit-no-list", source, route)
    lines = source.text.splitlines(keepends=True)
    dash = node.column - 1
    heads = [_head(lines, item.line - 1, dash) for item in node.nodes]
    if None in heads or len(set(heads)) < len(heads):
        raise _refuse("edit-no-list", source, route)
    firsts = [int(head or 0) for head in heads]
    filled = [max(first + 1, _filled(source, (*route, number))) for number, first in enumerate(firsts)]
    floors = [0, *filled[:-1]]
    begins = [_remarks_above(lines, first, floor) for first, floor in zip(firsts, floors, strict=True)]
    stops = [*begins[1:], _end_of_list(source, route, len(lines))]
    chunks: list[_Chunk] = []
    for begin, least, stop in zip(begins, filled, stops, strict=True):
        last = stop
        while last > least and _says_nothing(lines[last - 1]):
            last -= 1
        chunks.append(_Chunk("".join(lines[begin:last]), "".join(lines[last:stop])))
    start = sum(map(len, lines[: begins[0]]))
    kept = _Chunk(chunks[-1].core, "")
    length = sum(len(chunk.core) + len(chunk.gap) for chunk in chunks[:-1]) + len(kept.core)
    return _Listing((*chunks[:-1], kept), start, start + length, dash)


def _head(lines: Sequence[str], line: int, dash: int) -> int | None:
    """The line with an item's dash, with nothing before it; None if there is none."""
    while line >= 0:
        if lines[line][:dash].strip(" "):
            return None
        if lines[line][dash : dash + 1] == "-":
            return line
        if not _says_nothing(lines[line]) and lines[line][: dash + 1].strip(" "):
            return None
        line -= 1
    return None


def _remarks_above(lines: Sequence[str], first: int, floor: int) -> int:
    begin = first
    while begin - 1 >= floor and lines[begin - 1].lstrip().startswith("#"):
        begin -= 1
    return begin


def _filled(source: ContentText, route: Route) -> int:
    """Lines of the file up to the end of the last words of a node."""
    ends = [
        scalar.start + len(source.text[scalar.start : scalar.end].rstrip())
        for one, scalar in walk_scalars(node_at(source, route), route)
    ]
    return source.text.count("\n", 0, max(ends)) + 1 if ends else 0


def _says_nothing(line: str) -> bool:
    return not line.strip() or line.lstrip(" ").startswith("#")


def _end_of_list(source: ContentText, route: Route, lines: int) -> int:
    """The number of the line, from 0, on which what follows the list begins."""
    scalars = list(walk_scalars(source.root))
    inside = [number for number, (one, _) in enumerate(scalars) if one[: len(route)] == route]
    after = inside[-1] + 1 if inside else len(scalars)
    if after >= len(scalars):
        return lines
    following, scalar = scalars[after]
    begin = scalar.line - 1
    for depth in range(len(following)):
        node = node_at(source, following[:depth])
        if following[:depth] == route[:depth] and following[: depth + 1] != route[: depth + 1]:
            step = following[depth]
            whole: Node | None = node.nodes[int(step)] if isinstance(node, Items) else None
            head = whole or getattr(node, "keys", {}).get(str(step)) or scalar
            begin = min(begin, head.line - 1)
    return begin


def _refuse(code: str, source: ContentText, route: Route) -> Rejected:
    return Rejected.one(code, Span(source.file), place=" › ".join(map(str, route)))
