"""Takes an element that is to become a picture, says whether the renderer shows it as this program would."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from layout.images.svg.document.tree import SvgElement
from layout.images.svg.flaw import Flaw
from layout.model.patterns import late_pattern

_BY_PIXEL = frozenset({"feConvolveMatrix", "feTile"})
"""Effects that look different at each resolution."""
_REFERENCE = late_pattern(r"""url\(\s*["']?#([^"')]*?)["']?\s*\)""")
_MOST_COPIES = 60_000
_DEEPEST = 64


def check_part(element: SvgElement, ids: Mapping[str, SvgElement]) -> None:
    """Raises `Flaw` for references out of the file, copies without end and what the renderer lacks."""
    for one in _reached(element, ids):
        _check(one)
    for one in _reached(element, ids):
        if one.tag == "pattern" and any(_leads_to(child, one, ids) for child in one.children):
            raise Flaw("svg-reference", name=f"#{one.attributes.get('id', '')}")
    if _copies(element, ids, {}, 0) > _MOST_COPIES:
        raise Flaw("svg-reference", name=element.attributes.get("id", element.tag))


def _check(one: SvgElement) -> None:
    reference = one.attributes.get("href", "").strip()
    if one.tag in {"image", "feImage"} and reference and not reference.startswith(("#", "data:")):
        raise Flaw("svg-outside", name=reference)
    if one.tag == "use" and not reference.startswith("#"):
        raise Flaw("svg-reference", name=reference)
    if one.tag == "foreignObject":
        raise Flaw("svg-text")
    if one.tag in _BY_PIXEL:
        raise Flaw("svg-effect", name=one.tag)
    if {**one.attributes, **one.rules}.get("transform-box", "view-box") not in {"view-box", "border-box"}:
        raise Flaw("svg-effect", name="transform-box")
    if {**one.attributes, **one.rules}.get(
        "vector-effect", "none"
    ) != "none" or "pathLength" in one.attributes:
        raise Flaw("svg-effect", name="vector-effect, pathLength")


def letters_in(element: SvgElement, ids: Mapping[str, SvgElement]) -> str:
    """Every visible character of the texts that an element shows, once each."""
    texts = (text for one in _reached(element, ids) if one.tag == "text" for text in one.walk())
    found = {letter for one in texts for letter in one.text + one.tail if letter.isprintable()}
    return "".join(sorted(found - {" "}))


def _reached(element: SvgElement, ids: Mapping[str, SvgElement]) -> Iterator[SvgElement]:
    """The element, all in it and all that they refer to, each once."""
    seen: set[int] = set()
    waiting = [element]
    while waiting:
        for one in waiting.pop().walk():
            if id(one) in seen:
                continue
            seen.add(id(one))
            yield one
            values = " ".join((*one.attributes.values(), *one.rules.values()))
            names = [one.attributes.get("href", "").strip().removeprefix("#"), *_REFERENCE.findall(values)]
            waiting += [ids[name] for name in names if name and name in ids]


def _leads_to(start: SvgElement, goal: SvgElement, ids: Mapping[str, SvgElement]) -> bool:
    return any(one is goal for one in _reached(start, ids))


def _copies(element: SvgElement, ids: Mapping[str, SvgElement], known: dict[int, int], depth: int) -> int:
    """How many elements are drawn, copies of copies counted."""
    if id(element) in known:
        return known[id(element)]
    if depth > _DEEPEST:
        return _MOST_COPIES + 1
    known[id(element)] = 0
    count = 1 + sum(_copies(child, ids, known, depth + 1) for child in element.children)
    source = ids.get(element.attributes.get("href", "").strip().removeprefix("#"))
    if element.tag == "use" and source is not None:
        count += _copies(source, ids, known, depth + 1)
    known[id(element)] = min(count, _MOST_COPIES + 1)
    return known[id(element)]


def has_words(element: SvgElement) -> bool:
    """Whether something can be read in it."""
    within = list(element.walk())
    return any(one.text.strip() or (one is not element and one.tail.strip()) for one in within) or any(
        one.tag == "tref" for one in within
    )
