"""Takes a content file and new words for one place of it, gives the file with them, and proves it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from layout.model.content.translation import Route
from layout.model.diagnostic import Rejected, Span
from layout.model.values import Value
from layout.source.nodes.parsing import (
    Entries,
    Items,
    Scalar,
    compose_nodes,
    find_forbidden,
    name_character,
)
from layout.source.write.content_text import ContentText, Plain, Splice, bare, node_at, splice_all
from layout.source.write.spell_words import BLOCK, Seat, spell_new, spellings


def change_words(source: ContentText, route: Route, words: str) -> ContentText:
    """The file with `words` as the scalar at `route`, quoted as it was where they can be.

    All other bytes stay. It is read again, and says what it did but for these words, spaces around them
    aside. Raises Rejected on words that no content may hold.
    """
    words = _clean(words, source, route)
    scalar = node_at(source, route)
    if not isinstance(scalar, Scalar):
        raise _refuse("edit-no-words", source, route)
    seat = Seat(source.text[scalar.start : scalar.end], _parent_indent(source, route) + 2)
    texts = (splice_or_none(source, scalar.start, scalar.end, one) for one in spellings(words, scalar, seat))
    return first_proved(texts, exchange(bare(source.root), route, words), source, route)


def change_all(source: ContentText, changes: Mapping[Route, str]) -> ContentText:
    """The file with many words changed at once, which takes no longer than reading it twice.

    Raises Rejected as `change_words` does, and where words could only be put in one by one.
    """
    wanted = bare(source.root)
    splices: list[Splice] = []
    for route, typed in changes.items():
        words = _clean(typed, source, route)
        scalar = node_at(source, route)
        if not isinstance(scalar, Scalar):
            raise _refuse("edit-no-words", source, route)
        seat = Seat(source.text[scalar.start : scalar.end], _parent_indent(source, route) + 2)
        after = source.text[scalar.end : scalar.end + _NEAR].lstrip(" ")
        inside = scalar.style not in BLOCK and after.startswith(_FLOW_ENDS)
        likely = (one for one in spellings(words, scalar, seat) if _reads_as(one, words, seat, inside))
        splices.append((scalar.start, scalar.end, next(likely, "")))
        wanted = exchange(wanted, route, words)
    return first_proved([_or_none(source, splices)], wanted, source, ())


_FLOW_ENDS = (",", "}", "]")
_NEAR = 20
"""Characters behind a scalar in which what ends it is looked for."""


def _reads_as(spelled: str, words: str, seat: Seat, inside: bool) -> bool:
    """Whether words written so are read so, in a mapping of their own: in braces, or a line a key."""
    margin = " " * max(0, seat.indent - 2)
    text = f"{{k: {spelled}}}" if inside else f"{margin}k: {spelled}\n"
    try:
        return bare(compose_nodes(text, "") or Entries({}, {}, 1, 1)) == {"k": words}
    except Rejected:
        return False


def add_words(source: ContentText, route: Route, words: str, after: str) -> ContentText:
    """The file with one more key, the last step of `route`, behind the key `after` of the same mapping.

    What stands at `after` must be a scalar. Raises Rejected as `change_words`.
    """
    words = _clean(words, source, route)
    mapping, key = node_at(source, route[:-1]), str(route[-1])
    beside = mapping.values.get(after) if isinstance(mapping, Entries) else None
    if not isinstance(mapping, Entries) or not isinstance(beside, Scalar) or key in mapping.values:
        raise _refuse("edit-no-words", source, route)
    wanted = bare(source.root)
    inner = _inside(wanted, route[:-1])
    assert isinstance(inner, dict)
    inner[key] = words
    texts = _additions(source, mapping, beside, key, words)
    return first_proved(texts, wanted, source, route)


def _additions(
    source: ContentText, mapping: Entries, beside: Scalar, key: str, words: str
) -> Iterator[ContentText | None]:
    column = next(iter(mapping.keys.values())).column - 1
    text = source.text
    for spelled in spell_new(words, column + 2):
        line_end = text.find("\n", beside.end - (text[beside.end - 1 : beside.end] == "\n"))
        end = len(text) if line_end < 0 else line_end
        yield splice_or_none(source, end, end, f"\n{' ' * column}{key}: {spelled}")
        yield splice_or_none(source, beside.end, beside.end, f", {key}: {spelled}")


def _clean(words: str, source: ContentText, route: Route) -> str:
    words = words.replace("\r\n", "\n").replace("\r", "\n").strip()
    bad = find_forbidden(words)
    if bad is not None:
        raise _refuse("edit-forbidden", source, route, character=name_character(words[bad]))
    return words


def _refuse(code: str, source: ContentText, route: Route, **values: Value) -> Rejected:
    return Rejected.one(code, Span(source.file), place=" › ".join(map(str, route)), **values)


def _parent_indent(source: ContentText, route: Route) -> int:
    if not route:
        return -2
    parent = node_at(source, route[:-1])
    if isinstance(parent, Entries):
        return parent.keys[str(route[-1])].column - 1
    return parent.column - 1 if isinstance(parent, Items) else 0


def splice_or_none(source: ContentText, start: int, end: int, words: str) -> ContentText | None:
    """The file after a splice, or None where it could not be read then."""
    return _or_none(source, [(start, end, words)])


def _or_none(source: ContentText, splices: Iterable[Splice]) -> ContentText | None:
    try:
        return splice_all(source, splices)
    except Rejected:
        return None


def first_proved(
    texts: Iterable[ContentText | None], wanted: Plain, source: ContentText, route: Route
) -> ContentText:
    """The first of several texts that says what is `wanted`; raises Rejected if none does."""
    for text in texts:
        if text is not None and bare(text.root) == wanted:
            return text
    raise _refuse("edit-not-proved", source, route)


def exchange(root: Plain, route: Route, words: Plain) -> Plain:
    """Bare values with others at `route`."""
    if not route:
        return words
    inner = _inside(root, route[:-1])
    if isinstance(inner, dict):
        inner[str(route[-1])] = words
    elif isinstance(inner, list):
        inner[int(route[-1])] = words
    return root


def _inside(root: Plain, route: Route) -> Plain:
    for step in route:
        root = root[step] if isinstance(root, dict | list) else None  # type: ignore[index]
    return root
