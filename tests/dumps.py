"""A Layout as text, so that golden files diff as text."""

from __future__ import annotations

from collections.abc import Iterator

from layout.compose.making.memory import STRIDE
from layout.model.layout import ARTIFACT, Destination, Item, Layout, StructNode, TextItem
from layout.model.units import SOFT_HYPHEN

VISIBLE = str.maketrans({"\u00a0": "~", "\u202f": "^", SOFT_HYPHEN: "¬"})


def dump_layout(layout: Layout) -> str:
    """Pages with their items in order, positions to a tenth of a point; then outline and structure."""
    return "\n".join((*_pages(layout), *_outline(layout), *_nodes(layout.structure, 0))) + "\n"


def _pages(layout: Layout) -> Iterator[str]:
    for page in layout.pages:
        yield f"page {page.number}"
        yield from (_item(item) for item in page.items)
        for link in page.links:
            yield f"  link {link.box.x:.1f} {link.box.y:.1f} -> {_target(link.target)}"


def _target(target: str | int | Destination) -> str:
    if isinstance(target, Destination):
        return f"page index {target.page} {target.y:.1f}"
    return str(target)


def _item(item: Item) -> str:
    if isinstance(item, TextItem):
        line = item.line
        size = line.runs[0].ink.size
        place = f"{item.x + line.x:.1f} {item.y:.1f}"
        return f"  text {place} {size:g} s{line.space:.2f} #{_leaf(item.leaf)} {line.text.translate(VISIBLE)}"
    box = item.box
    kind = type(item).__name__.removesuffix("Item").lower()
    return f"  {kind} {box.x:.1f} {box.y:.1f} {box.width:.1f}×{box.height:.1f} #{_leaf(item.leaf)}"


def _leaf(leaf: int) -> str:
    """A leaf's number within its section."""
    return str(leaf if leaf == ARTIFACT else leaf % STRIDE)


def _outline(layout: Layout) -> Iterator[str]:
    for entry in layout.outline:
        yield f"outline {'  ' * entry.level}{entry.title} -> page index {entry.page}"


def _nodes(node: StructNode, depth: int) -> Iterator[str]:
    leaves = [_leaf(child) for child in node.children if isinstance(child, int)]
    marks = [
        node.language or "",
        f"alt={node.alternative}" if node.alternative else "",
        f"actual={node.actual}" if node.actual else "",
        node.scope or "",
    ]
    yield " ".join(("  " * depth + node.tag, *filter(None, marks), *(f"#{leaf}" for leaf in leaves)))
    for child in node.children:
        if isinstance(child, StructNode):
            yield from _nodes(child, depth + 1)
