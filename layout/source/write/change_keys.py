"""Takes a content file, gives it with other keys and values, and proves it."""

from __future__ import annotations

from collections.abc import Iterator

from layout.model.content.translation import Route
from layout.model.diagnostic import Rejected, Span
from layout.source.nodes.parsing import Entries, Items, Scalar
from layout.source.write.change_items import insert_item
from layout.source.write.change_words import change_words, exchange, first_proved, splice_or_none
from layout.source.write.content_text import ContentText, Plain, bare, node_at, walk_scalars
from layout.source.write.spell_words import spell_new


def put_value(source: ContentText, route: Route, value: str) -> ContentText:
    """The file with the scalar `value` at `route`; mappings on the way are made where there are none.

    Raises Rejected where something else than a mapping is in the way, or a list stands at `route`.
    """
    depth = _depth(source, route)
    if depth == len(route):
        return change_words(source, route, value)
    mapping = node_at(source, route[:depth])
    if not isinstance(mapping, Entries) or not mapping.keys:
        raise _refuse("edit-no-words", source, route)
    wanted = exchange(bare(source.root), route[: depth + 1], _nested(route[depth + 1 :], value))
    return first_proved(_puts(source, route, depth, value), wanted, source, route)


def remove_key(source: ContentText, route: Route) -> ContentText:
    """The file without the key at `route` and its value, a scalar; raises Rejected where there is none."""
    mapping, key = node_at(source, route[:-1]), str(route[-1])
    scalar = mapping.values.get(key) if isinstance(mapping, Entries) else None
    if not isinstance(mapping, Entries) or not isinstance(scalar, Scalar) or len(mapping.keys) < 2:
        raise _refuse("edit-no-words", source, route)
    inner = bare(mapping)
    assert isinstance(inner, dict)
    del inner[key]
    wanted = exchange(bare(source.root), route[:-1], inner)
    return first_proved(_cuts(source, mapping.keys[key].start, scalar.end), wanted, source, route)


def wrap_value(source: ContentText, route: Route, key: str) -> ContentText:
    """The file with a mapping at `route` that has at `key` what stood there alone: `a` becomes `{key: a}`."""
    scalar = node_at(source, route)
    if not isinstance(scalar, Scalar):
        return source
    written = source.text[scalar.start : scalar.end].rstrip("\n")
    wanted = exchange(bare(source.root), route, {key: bare(scalar)})
    text = splice_or_none(source, scalar.start, scalar.start + len(written), f"{{{key}: {written}}}")
    return first_proved([text], wanted, source, route)


def add_to_list(source: ContentText, route: Route, value: str) -> ContentText:
    """The file with one more word in the list at `route`, which is made where there is none."""
    depth = _depth(source, route)
    if depth < len(route):
        mapping = node_at(source, route[:depth])
        if not isinstance(mapping, Entries) or not mapping.keys:
            raise _refuse("edit-no-words", source, route)
        wanted = exchange(bare(source.root), route[: depth + 1], _nested(route[depth + 1 :], [value]))
        return first_proved(_puts(source, route, depth, f"[{value}]", spell=False), wanted, source, route)
    listed = node_at(source, route)
    if not isinstance(listed, Items):
        raise _refuse("edit-no-list", source, route)
    now = bare(listed)
    assert isinstance(now, list)
    start = _offset(source, listed.line, listed.column)
    if source.text[start : start + 1] != "[":
        return insert_item(source, (*route, len(listed.nodes)), value)
    wanted = exchange(bare(source.root), route, [value, *now])
    put = f"{value}, " if listed.nodes else value
    return first_proved([splice_or_none(source, start + 1, start + 1, put)], wanted, source, route)


def rename_key(source: ContentText, line: int, column: int, key: str) -> ContentText:
    """The file with the key that begins at a place called `key`; raises Rejected where none begins there."""
    route = next((one for one, found in _keys(source) if (found.line, found.column) == (line, column)), None)
    if route is None:
        raise _refuse("edit-no-place", source, (line, column))
    mapping = node_at(source, route[:-1])
    assert isinstance(mapping, Entries)
    old = mapping.keys[str(route[-1])]
    inner = bare(mapping)
    assert isinstance(inner, dict)
    renamed = {key if one == route[-1] else one: value for one, value in inner.items()}
    wanted = exchange(bare(source.root), route[:-1], renamed)
    return first_proved([splice_or_none(source, old.start, old.end, key)], wanted, source, route)


def _keys(source: ContentText) -> Iterator[tuple[Route, Scalar]]:
    """Each key of the file with the way to its value."""
    pending: list[tuple[Route, object]] = [((), source.root)]
    while pending:
        route, node = pending.pop()
        if isinstance(node, Entries):
            yield from (((*route, key), scalar) for key, scalar in node.keys.items())
            pending += [((*route, key), value) for key, value in node.values.items()]
        elif isinstance(node, Items):
            pending += [((*route, number), value) for number, value in enumerate(node.nodes)]


def _depth(source: ContentText, route: Route) -> int:
    """How many steps of the way are there already."""
    node: object = source.root
    for depth, step in enumerate(route):
        inside = node.values if isinstance(node, Entries) else {}
        if isinstance(node, Items) and isinstance(step, int) and step < len(node.nodes):
            node = node.nodes[step]
        elif step in inside:
            node = inside[str(step)]
        else:
            return depth
    return len(route)


def _nested(steps: Route, value: Plain) -> Plain:
    for step in reversed(steps):
        value = {str(step): value}
    return value


def _puts(
    source: ContentText, route: Route, depth: int, value: str, *, spell: bool = True
) -> Iterator[ContentText | None]:
    """Ways to write one more key: on a line of its own behind the mapping, or inside its braces."""
    mapping = node_at(source, route[:depth])
    assert isinstance(mapping, Entries)
    first = next(iter(mapping.keys.values()))
    inner = route[depth + 1 :]
    margin = " " * (first.column - 1)
    scalars = [scalar for _, scalar in walk_scalars(mapping)]
    last = max((scalar.end for scalar in scalars), default=first.end)
    behind = last - (source.text[last - 1 : last] == "\n")
    line_end = source.text.find("\n", behind)
    end = len(source.text) if line_end < 0 else line_end
    brace = _offset(source, mapping.line, mapping.column)
    for spelled in spell_new(value, first.column + 1) if spell else [value]:
        whole = "".join(f"{{{step}: " for step in inner) + spelled + "}" * len(inner)
        if source.text[brace : brace + 1] == "{":
            yield splice_or_none(source, brace + 1, brace + 1, f"{route[depth]}: {whole}, ")
        else:
            yield splice_or_none(source, end, end, f"\n{margin}{route[depth]}: {whole}")
            yield splice_or_none(source, first.start, first.start, f"{route[depth]}: {whole}\n{margin}")


def _cuts(source: ContentText, start: int, end: int) -> Iterator[ContentText | None]:
    """Ways to take a key out: its whole line, or with the comma on either side."""
    text = source.text
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end - (text[end - 1] == "\n"))
    stop = len(text) if line_end < 0 else line_end + 1
    if not text[line_start:start].strip(" "):
        yield splice_or_none(source, line_start, stop, "")
    after = end + len(text[end:]) - len(text[end:].lstrip(" "))
    if text[after : after + 1] == ",":
        yield splice_or_none(source, start, after + 1 + (text[after + 1 : after + 2] == " "), "")
    before = len(text[:start].rstrip(" "))
    if text[before - 1 : before] == ",":
        yield splice_or_none(source, before - 1, end, "")


def _offset(source: ContentText, line: int, column: int) -> int:
    """Where a line and a column, both from 1, are in the text."""
    start = 0
    for _ in range(line - 1):
        start = source.text.find("\n", start) + 1
    return start + column - 1


def _refuse(code: str, source: ContentText, route: Route) -> Rejected:
    return Rejected.one(code, Span(source.file), place=" › ".join(map(str, route)))
