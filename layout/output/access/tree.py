"""Takes a Layout and what was drawn of it, gives the tag tree in reading order; writes no PDF."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Union

from layout.model.content.brochure import ReadingOrder
from layout.model.layout import Item, Layout, StructNode, TextItem
from layout.model.records import Struct, replace
from layout.model.units import SOFT_HYPHEN, SOFT_SPACE

Corners = tuple[float, float, float, float]
"""Left, bottom, right, top in points, y upward from the page's foot."""


class MarkedContent(Struct, frozen=True):
    """One marked content: the body's page (from 0) and its identifier there."""

    page: int
    mcid: int


class TaggedAnnotation(Struct, frozen=True):
    """One live area: the body's page, its place among that page's links, and what it is called."""

    page: int
    index: int
    description: str


class Echo(Struct, frozen=True):
    """One more marked content for what another element holds: the body's page, its tag, and where that is."""

    page: int
    tag: str
    box: Corners


class StructElement(Struct, frozen=True, kw_only=True):
    """A structure element with its kids in reading order (ISO 32000-1, 14.7 and 14.8).

    `language` is None where the element around it has the same; `box` is where a figure stands.
    """

    tag: str
    kids: tuple[Union[StructElement, MarkedContent, TaggedAnnotation], ...]
    language: str | None = None
    alternative: str | None = None
    scope: str | None = None
    numbering: str | None = None
    actual: str | None = None
    box: Corners | None = None


class Tree(Struct, frozen=True):
    """The tag tree, and what its pages must still be given: on each, echoes take the next identifiers."""

    root: StructElement
    echoes: tuple[Echo, ...]


def build_tree(
    layout: Layout,
    leaves: Sequence[Sequence[int]],
    languages: tuple[str, str],
    order: ReadingOrder = ReadingOrder.PAIRS,
) -> Tree:
    """The tag tree of `layout`; `leaves` are for each page the leaf of each marked content, as drawn."""
    root = layout.structure
    if order is ReadingOrder.LANGUAGES:
        parts = tuple(
            _sort_by_language(part, languages) if isinstance(part, StructNode) else part
            for part in root.children
        )
        root = replace(root, children=parts)
    grower = _Grower(layout, leaves)
    return Tree(grower.grow(root, None), tuple(grower.echoes))


def _sort_by_language(part: StructNode, languages: tuple[str, str]) -> StructNode:
    """A part read in one language, then in the other; what is of neither comes with the first."""
    groups: dict[str, list[StructNode | int]] = {language: [] for language in languages}
    for child in part.children:
        language = child.language if isinstance(child, StructNode) else None
        groups.get(language or "", groups[languages[0]]).append(child)
    sections = (
        StructNode(tag="Sect", children=tuple(nodes), language=language)
        for language, nodes in groups.items()
        if nodes
    )
    return replace(part, children=tuple(sections))


class _Grower:
    """Turns nodes into elements, each leaf into the contents and annotations that were drawn of it."""

    def __init__(self, layout: Layout, leaves: Sequence[Sequence[int]]) -> None:
        self._contents: dict[int, list[MarkedContent]] = {}
        self._counts = [len(drawn) for drawn in leaves]
        self._given: set[int] = set()
        self.echoes: list[Echo] = []
        for page, drawn in enumerate(leaves):
            for mcid, leaf in enumerate(drawn):
                self._contents.setdefault(leaf, []).append(MarkedContent(page, mcid))
        self._layout = layout
        self._seen = {
            (number, item.leaf): item
            for number, page in enumerate(layout.pages)
            for item in reversed(page.items)
        }
        """The first item of each leaf on each page."""
        self._annotations = _find_annotations(layout)

    def grow(self, node: StructNode, around: str | None) -> StructElement:
        """The element of `node`, which stands in an element of the language `around`."""
        inner = node.language or around
        kids: list[StructElement | MarkedContent | TaggedAnnotation] = []
        annotations: list[TaggedAnnotation] = []
        for child in node.children:
            if isinstance(child, StructNode):
                kids.append(self.grow(child, inner))
            else:
                kids.extend(self._take(child, node.tag))
                annotations.extend(self._annotations.get(child, ()))
        leaf = next((child for child in node.children if isinstance(child, int)), None)
        return StructElement(
            tag=node.tag,
            kids=(*kids, *annotations),
            language=node.language if node.language != around else None,
            alternative=node.alternative,
            scope=node.scope,
            numbering=node.numbering,
            actual=node.actual,
            box=self._box(leaf) if node.tag == "Figure" and leaf is not None else None,
        )

    def _box(self, leaf: int) -> Corners | None:
        """Where a picture is seen, on the first page that has it."""
        drawn = self._contents.get(leaf)
        return _find_box(self._seen[drawn[0].page, leaf], self._layout) if drawn else None

    def _take(self, leaf: int, tag: str) -> list[MarkedContent]:
        """What was drawn of a leaf; for a second element its echo, since no content can be in two."""
        drawn = self._contents.get(leaf, [])
        if leaf not in self._given:
            self._given.add(leaf)
            return drawn
        echoed = []
        for page in dict.fromkeys(content.page for content in drawn):
            echoed.append(MarkedContent(page, self._counts[page]))
            self._counts[page] += 1
            self.echoes.append(Echo(page, tag, _find_box(self._seen[page, leaf], self._layout)))
        return echoed


def _find_box(item: Item, layout: Layout) -> Corners:
    """Where a picture, or a line of text, is seen on its page."""
    if isinstance(item, TextItem):
        size = max(run.ink.size for run in item.line.runs)
        x, y = item.x + item.line.x, layout.height - item.y
        return (x, y, x + item.line.width, y + size)
    seen = item.clip or item.box
    left, right = max(seen.x, 0.0), min(seen.x + seen.width, layout.width)
    top, foot = max(seen.y, 0.0), min(seen.y + seen.height, layout.height)
    return (left, layout.height - foot, right, layout.height - top)


def _find_annotations(layout: Layout) -> Mapping[int, list[TaggedAnnotation]]:
    """For each link's leaf its live areas; each is called by all the words of its link."""
    words = _read_leaves(layout, {link.leaf for page in layout.pages for link in page.links})
    found: dict[int, list[TaggedAnnotation]] = {}
    for number, page in enumerate(layout.pages):
        for index, link in enumerate(page.links):
            inside = not isinstance(link.target, str)
            called = link.description if inside else words.get(link.leaf) or link.description
            plain = " ".join(called.replace(SOFT_HYPHEN, "").replace(SOFT_SPACE, " ").split())
            found.setdefault(link.leaf, []).append(TaggedAnnotation(number, index, plain))
    return found


def _read_leaves(layout: Layout, wanted: set[int]) -> dict[int, str]:
    """All the words of each leaf of `wanted`."""
    words = dict.fromkeys(wanted, "")
    for page in layout.pages:
        for item in page.items:
            if not isinstance(item, TextItem):
                continue
            for run in item.line.runs:
                leaf = item.leaf + run.ink.part
                if leaf in wanted:
                    words[leaf] += "".join(text for shape in run.shapes for text in shape.texts)
                    words[leaf] += "" if item.line.inside or run is not item.line.runs[-1] else " "
    return words
