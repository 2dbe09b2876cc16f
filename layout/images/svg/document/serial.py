"""Takes an SVG's normalised tree, gives it as a document, or one of its elements; follows no reference."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from layout.images.svg.document.tree import SvgElement
from layout.model.patterns import late_pattern

_SVG = "http://www.w3.org/2000/svg"
_VIEW = late_pattern(r' viewBox="[\s,]*[^\s,"]+[\s,]+[^\s,"]+[\s,]+([^\s,"]+)[\s,]+([^\s,"]+)[\s,]*"')
_LENGTHS = "x|y|width|height|r|rx|ry|cx|cy|fx|fy|x1|x2|y1|y2|dx|dy|stroke-width|stroke-dasharray|style"
_SHARE = late_pattern(rf' (?:{_LENGTHS})="[^"]*%')
_LEFT_OUT = frozenset(
    {"style", "script", "metadata", "title", "desc", "foreignObject", "a:title", "view", "cursor"}
)
_NOT_WRITTEN = frozenset({"style", "class", "data-colour", "href"})
_EFFECTS = ("opacity", "clip-path", "mask", "filter", "mix-blend-mode", "isolation", "clip")
_PAINTING = frozenset(
    {"g", "a", "use", "svg", "text", "image", "path", "rect", "circle", "ellipse", "line", "polyline"}
    | {"polygon", "flowRoot"}
)


def write_document(root: SvgElement) -> str:
    """The whole tree, each element's rules in its `style`; it refers to nothing outside itself."""
    pieces: list[str] = []
    _write(root, pieces, f' xmlns="{_SVG}"')
    return "".join(pieces)


def is_written(element: SvgElement) -> bool:
    """Whether the document has the element, and so counts it."""
    return element.tag not in _LEFT_OUT and element.tag.isidentifier()


def _write(element: SvgElement, pieces: list[str], head: str = "") -> None:
    pieces.append(f"<{element.tag}{head}{''.join(_attributes(element))}>")
    pieces.append(escape(element.text))
    for child in element.children:
        if is_written(child):
            _write(child, pieces)
        pieces.append(escape(child.tail))
    pieces.append(f"</{element.tag}>")


def _attributes(element: SvgElement) -> Iterable[str]:
    for name, value in element.attributes.items():
        if name not in _NOT_WRITTEN and name.replace("-", "").replace(":", "").isalnum():
            yield f" {name}={quoteattr(value)}"
    href = element.attributes.get("href", "").strip()
    if href.startswith(("#", "data:")):
        yield f" href={quoteattr(href)}"
    if element.rules:
        rules = ";".join(f"{name}:{value}" for name, value in element.rules.items())
        yield f" style={quoteattr(rules)}"


def alone(document: str, number: int) -> ElementTree.Element:
    """The document with nothing painted but one element, as it is before what its groups do to it."""
    root, path = _find(document, number)
    for above, below in pairwise(path):
        _strip(above)
        for order, child in enumerate(list(above)):
            if child is not below:
                _hide(above, order, child)
    if len(path) > 1 or number == 0:
        path[-1].attrib.pop("mix-blend-mode", None)
        _unset(path[-1], ("mix-blend-mode",))
    return root


def up_to(document: str, number: int) -> ElementTree.Element:
    """The document with what is painted up to and including one element."""
    root, path = _find(document, number)
    for above, below in pairwise(path):
        at = list(above).index(below)
        for order, child in enumerate(list(above)):
            if order > at:
                _hide(above, order, child)
    return root


def unit_of(document: str, page: tuple[float, float]) -> float:
    """Points in a user unit of a document that fills a `page`."""
    match = _VIEW.search(document[: document.index(">")])
    if match is None:
        return 0.75
    width, height = float(match[1]), float(match[2])
    return min(page[0] / width, page[1] / height)


def has_shares(document: str) -> bool:
    """Whether some length is a share of the whole page's, so that none of it may be drawn alone."""
    return _SHARE.search(document) is not None


def _find(document: str, number: int) -> tuple[ElementTree.Element, list[ElementTree.Element]]:
    """The root, and the way from it to an element by its number."""
    root = ElementTree.fromstring(document)
    parents = {child: parent for parent in root.iter() for child in parent}
    path = [next(one for order, one in enumerate(root.iter()) if order == number)]
    while path[-1] in parents:
        path.append(parents[path[-1]])
    return root, path[::-1]


def _hide(parent: ElementTree.Element, order: int, child: ElementTree.Element) -> None:
    """Puts a sibling among the definitions, where it is painted no more but can be referred to."""
    if child.tag.rpartition("}")[2] in _PAINTING:
        defs = ElementTree.Element(f"{{{_SVG}}}defs")
        defs.append(child)
        parent[order] = defs


def _strip(element: ElementTree.Element) -> None:
    for name in _EFFECTS:
        element.attrib.pop(name, None)
    _unset(element, (*_EFFECTS, "background-color", "background"))


def _unset(element: ElementTree.Element, names: Iterable[str]) -> None:
    style = element.attrib.get("style")
    if style is not None:
        kept = [one for one in style.split(";") if one.partition(":")[0].strip() not in names]
        element.attrib["style"] = ";".join(kept)
