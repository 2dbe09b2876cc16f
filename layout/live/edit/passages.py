"""Takes a place in a content file, gives the passage written there, in both languages, as it is typed."""

from __future__ import annotations

from collections.abc import Iterator

from layout.model.content.translation import Route
from layout.model.diagnostic import Rejected, Span
from layout.model.languages import PAIR
from layout.model.records import Struct
from layout.source.blocks.block import BLOCKS
from layout.source.nodes.parsing import Entries, Items, Node, Scalar, begin_of
from layout.source.write.content_text import ContentText, bare, find_route, node_at, walk_scalars


class Typed(Struct, frozen=True):
    """The words of one field, with the way to them, their language where they have one, and their line.

    A side that is not written yet has the line 0.
    """

    route: Route
    language: str | None
    words: str
    line: int


class BlockSetting(Struct, frozen=True):
    """What may be said of a block beside its words: the way to it, its value, and what may be chosen."""

    route: Route
    key: str
    value: str | None
    choices: tuple[str, ...]


class TypedPassage(Struct, frozen=True):
    """One passage: the block it belongs to (its kind and the way to it), the words of each side, settings."""

    kind: str
    block: Route
    sides: tuple[Typed, ...]
    settings: tuple[BlockSetting, ...]


def find_passage(source: ContentText, line: int, column: int) -> TypedPassage:
    """The passage whose words, in either language, begin at a place; raises Rejected where none does."""
    return passage_at(source, find_route(source, line, column))


def find_near(source: ContentText, line: int) -> TypedPassage:
    """The passage that a line belongs to, or of the block that begins there; raises Rejected for none."""
    blocks = source.root.nodes if isinstance(source.root, Items) else ()
    number = next((at for at, item in enumerate(blocks) if item.line == line), None)
    inside = list(walk_scalars(source.root))
    if number is not None:
        inside = [(route, scalar) for route, scalar in inside if route[0] == number]
        inside.sort(key=lambda one: one[0][-1] not in PAIR)
    else:
        inside = [(route, scalar) for route, scalar in inside if scalar.line <= line][-1:] or inside
    if not inside:
        raise Rejected.one("edit-no-place", Span(source.file), place=str(line))
    return passage_at(source, inside[0][0])


def passage_at(source: ContentText, route: Route) -> TypedPassage:
    """The passage that the words at `route` are a side of; raises Rejected where nothing stands there."""
    pair = node_at(source, route[:-1]) if route and route[-1] in PAIR else None
    if isinstance(pair, Entries):
        found = {language: pair.values.get(language) for language in PAIR}
        sides = tuple(
            _typed(source, (*route[:-1], language), language, node)
            for language, node in found.items()
            if node is None or isinstance(node, Scalar)
        )
    else:
        scalar = node_at(source, route)
        sides = (_typed(source, route, None, scalar),) if isinstance(scalar, Scalar) else ()
    kind = next((step for step in route if isinstance(step, str)), "")
    block = route[:1] if route and isinstance(route[0], int) else ()
    return TypedPassage(kind, block, sides, tuple(_settings(source, block, kind)) if block else ())


def _typed(source: ContentText, route: Route, language: str | None, node: Scalar | None) -> Typed:
    if node is None:
        return Typed(route, language, "", 0)
    return Typed(route, language, node.text.strip(), begin_of(node, source.text, source.file).line)


def _settings(source: ContentText, block: Route, kind: str) -> Iterator[BlockSetting]:
    """What the tables of the content format know of a block of this kind, words apart."""
    item: Node = node_at(source, block)
    inside = item.values.get(kind) if isinstance(item, Entries) else None
    if kind not in BLOCKS or not isinstance(inside, Entries):
        return
    values = bare(inside)
    assert isinstance(values, dict)
    for key, schema in BLOCKS[kind].reader.schema().get("properties", {}).items():
        value = values.get(key)
        if key not in PAIR and _is_plain(schema) and (value is None or isinstance(value, str)):
            yield BlockSetting((*block, kind, key), key, value, _choices(schema))


def _is_plain(schema: dict[str, object]) -> bool:
    """Whether a field is one value, no mapping and no list."""
    kinds = schema.get("type", "string")
    return "properties" not in schema and kinds not in ("object", "array", "null") and "anyOf" not in schema


def _choices(schema: dict[str, object]) -> tuple[str, ...]:
    if schema.get("type") == "boolean":
        return ("true", "false")
    listed = schema.get("enum", ())
    assert isinstance(listed, list | tuple)
    return tuple(str(one).lower() if isinstance(one, bool) else str(one) for one in listed)
