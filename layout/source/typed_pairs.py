"""Takes the nodes of a content file, gives its passages in both languages as typed; checks nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from layout.model.content.translation import TRANSLATION_RULES, Route, TypedPair, TypedWords
from layout.model.languages import PAIR
from layout.model.patterns import late_pattern
from layout.source.fields.scalars import is_empty
from layout.source.nodes.parsing import Entries, Items, Node, Scalar
from layout.source.nodes.reading import Reading

SAME, EXCUSE, ONLY = "same", "excuse", "only"
"""Keys of a pair that say of it what its translation need not keep, or which language it has alone."""
_GAPS = late_pattern(r"[ \t\n]+")


def find_pairs(
    node: Node, file: str, reading: Reading, route: Route = (), only: str | None = None
) -> Iterator[TypedPair]:
    """Every mapping with words under the tag of a language; `file` is relative to the content folder.

    Pairs that are refused are given too, as far as they are there. What stands inside a block of one
    language, `only`, does so too.
    """
    if isinstance(node, Items):
        for number, inner in enumerate(node.nodes):
            yield from find_pairs(inner, file, reading, (*route, number), only)
    elif isinstance(node, Entries):
        only = _word(node.values, ONLY) or only
        sides = {
            language: _wording(node.values[language], reading)
            for language in reading.languages
            if _has_words(node.values.get(language))
        }
        if sides:
            yield TypedPair(
                file=file,
                route=route,
                where=next(iter(sides.values())).where,
                kind=" ".join(step for step in route if isinstance(step, str)),
                sides=sides,
                only=only,
                excused=_excused(node.values),
            )
        for key, inner in node.values.items():
            yield from find_pairs(inner, file, reading, (*route, key), only)


def _has_words(node: Node | None) -> bool:
    return isinstance(node, Scalar) and not is_empty(node) and bool(node.text.strip())


def _wording(node: Node, reading: Reading) -> TypedWords:
    assert isinstance(node, Scalar)
    return TypedWords(_GAPS.sub(" ", node.text).strip(), reading.span(node))


def _word(values: Mapping[str, Node], key: str) -> str | None:
    found = values.get(key)
    return found.text if isinstance(found, Scalar) and found.text in PAIR else None


def _excused(values: Mapping[str, Node]) -> frozenset[str]:
    same, excuse = values.get(SAME), values.get(EXCUSE)
    listed = excuse.nodes if isinstance(excuse, Items) else ()
    names = {item.text for item in listed if isinstance(item, Scalar)}
    if isinstance(same, Scalar) and same.text == "true":
        names.add(SAME)
    return frozenset(names).intersection(TRANSLATION_RULES)
