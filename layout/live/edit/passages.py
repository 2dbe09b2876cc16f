"""Takes a place in a content file, gives the passage written there, in both languages, as it is typed."""

from __future__ import annotations

from layout.model.content.translation import Route
from layout.model.languages import PAIR
from layout.model.records import Struct
from layout.source.nodes.parsing import Entries, Scalar, begin_of
from layout.source.write.content_text import ContentText, find_route, node_at


class Typed(Struct, frozen=True):
    """The words of one field, with the way to them, their language where they have one, and their line."""

    route: Route
    language: str | None
    words: str
    line: int


class TypedPassage(Struct, frozen=True):
    """One passage: the block it belongs to (its kind and the way to it), and the words of each side."""

    kind: str
    block: Route
    sides: tuple[Typed, ...]


def find_passage(source: ContentText, line: int, column: int) -> TypedPassage:
    """The passage whose words, in either language, begin at a place; raises Rejected where none does."""
    return passage_at(source, find_route(source, line, column))


def passage_at(source: ContentText, route: Route) -> TypedPassage:
    """The passage that the words at `route` are a side of; raises Rejected where nothing stands there."""
    pair = node_at(source, route[:-1]) if route and route[-1] in PAIR else None
    if isinstance(pair, Entries):
        found = {language: pair.values.get(language) for language in PAIR}
        sides = tuple(
            _typed(source, (*route[:-1], language), language, node)
            for language, node in found.items()
            if isinstance(node, Scalar)
        )
    else:
        scalar = node_at(source, route)
        sides = (_typed(source, route, None, scalar),) if isinstance(scalar, Scalar) else ()
    kind = next((step for step in route if isinstance(step, str)), "")
    return TypedPassage(kind, route[:1] if route and isinstance(route[0], int) else (), sides)


def _typed(source: ContentText, route: Route, language: str | None, node: Scalar) -> Typed:
    return Typed(route, language, node.text.strip(), begin_of(node, source.text, source.file).line)
