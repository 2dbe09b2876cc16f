"""Takes a content file and new words for one place of it, gives the file with them, and proves it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from layout.model.content.translation import Route
from layout.model.diagnostic import Rejected, Span
from layout.model.values import Value
from layout.source.nodes.parsing import Entries, Items, Scalar, find_forbidden, name_character
from layout.source.write.content_text import ContentText, Plain, bare, node_at, splice
from layout.source.write.spell_words import Seat, spell_new, spellings


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
    try:
        return splice(source, start, end, words)
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
