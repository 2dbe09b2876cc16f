"""Takes text blocks (leads, paragraphs, lists, quotes), gives rows that may be cut between lines."""

from __future__ import annotations

from itertools import product

from layout.compose.desk import Desk, SetPassage, lines_of, nodes_of, text_items
from layout.compose.parts.composed import ComposedBlock
from layout.compose.parts.markers import NUMBERING, Markers, lay_markers, set_marker
from layout.compose.parts.side_notes import set_side_note
from layout.compose.rows import FORBIDDEN, Fixed, Row, Setting, Stagger
from layout.model.blocks.running import ItemList, ListItem, Marking, Quote, Text
from layout.model.content.pairs import ProsePair
from layout.model.diagnostic import Span
from layout.model.layout import StructNode
from layout.model.records import Struct, replace
from layout.model.shapes import Line
from layout.model.theme import Paging

ORPHAN = WIDOW = FORBIDDEN
"""One line of a paragraph alone at a page's foot or head (PN-83/P-55366)."""
HYPHEN_ACROSS = FORBIDDEN * 0.5
SPLIT_COST = 4.0
"""Price of cutting a paragraph at all."""
QUOTE_COST = 150.0
"""Price of dividing a displayed quotation: that of five empty lines."""
STAGGER_COST = 18.0
"""Price of each line by which a column ends above the other at a page's foot."""
STAGGERS = ((0, 1), (1, 1), (0, 2), (1, 2))
"""Which column may be cut before the other, and by how many lines."""


def cut_prices(*passages: SetPassage | None) -> tuple[float, ...]:
    """The price of a page break after each line of a row, for both sides together."""
    return tuple(map(sum, zip(*_side_prices(*passages), strict=True)))


def _side_prices(*passages: SetPassage | None) -> list[list[float]]:
    """For each side that is there the price of a page break after each line of the row."""
    there = [passage.text.lines for passage in passages if passage is not None]
    most = max(map(len, there), default=0)
    return [[_cut_price(lines, k) for k in range(1, most)] for lines in there]


def stagger_cuts(left: SetPassage | None, right: SetPassage | None) -> tuple[Stagger | None, ...]:
    """The cheapest uneven cut after each line of a row that has no good level one there."""
    if left is None or right is None:
        return ()
    prices = _side_prices(left, right)
    lengths = (len(left.text.lines), len(right.text.lines))
    return tuple(
        None if prices[0][k] + prices[1][k] < HYPHEN_ACROSS else _stagger(prices, lengths, k + 1)
        for k in range(len(prices[0]))
    )


def _stagger(prices: list[list[float]], lengths: tuple[int, int], k: int) -> Stagger | None:
    """The cheapest uneven cut with the longer column cut after its line `k`; None if none is good."""
    best, least = None, HYPHEN_ACROSS
    for early, less in STAGGERS:
        other, end = 1 - early, k - less
        if not 0 < end < lengths[early] or k > lengths[other]:
            continue
        price = prices[early][end - 1] + prices[other][k - 1] + STAGGER_COST * less
        if price < least:
            back = (less, 0) if early == 0 else (0, less)
            extra = max(lengths[early] - end, lengths[other] - k) - max(lengths) + k
            best, least = Stagger(back, extra, price), price
    return best


def _cut_price(lines: tuple[Line, ...], k: int) -> float:
    if k >= len(lines):
        return 0.0
    price = SPLIT_COST
    if k == 1:
        price += ORPHAN
    if len(lines) - k == 1:
        price += WIDOW
    if lines[k - 1].hyphenated:
        price += HYPHEN_ACROSS
    return price


def text_row(
    where: Span, desk: Desk, left: SetPassage | None, right: SetPassage | None, before: float
) -> Row:
    """A row of two passages whose lines share a leading."""
    there = [passage for passage in (left, right) if passage is not None]
    leading = there[0].text.leading
    whole = desk.whole(leading) == leading
    ways = _ways(left, right, desk.theme.paging) if whole else [_Way(0.0, left, right)]
    first, *others = (way.setting(whole, ways[0].price) for way in ways)
    pieces = lines_of(ways[0].left) + lines_of(ways[0].right)
    return Row(
        where=where,
        step=leading,
        count=first.count,
        pieces=pieces,
        cuts=first.cuts,
        staggers=first.staggers,
        before=before,
        pad=desk.whole(leading * first.count) - leading * first.count,
        settings=tuple(others),
    )


class _Way(Struct, frozen=True):
    """Both sides of a row, each as it is or in another number of lines, at a price."""

    price: float
    left: SetPassage | None
    right: SetPassage | None

    @property
    def sides(self) -> list[SetPassage]:
        return [side for side in (self.left, self.right) if side is not None]

    @property
    def count(self) -> int:
        return max(len(side.text.lines) for side in self.sides)

    def setting(self, level: bool, least: float) -> Setting:
        """The way as a setting of its row; uneven cuts are for rows whose lines are `level` with the grid."""
        return Setting(
            count=self.count,
            columns=tuple(side.text.lines for side in self.sides),
            cuts=cut_prices(self.left, self.right),
            staggers=stagger_cuts(self.left, self.right) if level else (),
            price=self.price - least,
        )


def _ways(left: SetPassage | None, right: SetPassage | None, paging: Paging) -> list[_Way]:
    """The cheapest way for each number of lines that the row may have, the cheapest of all first."""
    best: dict[int, _Way] = {}
    for (one, left_price), (other, right_price) in product(_alternatives(left), _alternatives(right)):
        price = paging.variant_cost * (left_price + right_price)
        if one is not None and other is not None:
            price += paging.blank_cost * abs(len(one.text.lines) - len(other.text.lines))
        way = _Way(price, one, other)
        known = best.get(way.count)
        if known is None or price < known.price:
            best[way.count] = way
    return sorted(best.values(), key=lambda way: way.price)


def _alternatives(passage: SetPassage | None) -> list[tuple[SetPassage | None, float]]:
    """The passage as it is, and its variants with their prices."""
    if passage is None:
        return [(None, 0.0)]
    text = passage.text
    others = (
        (replace(passage, text=replace(text, lines=variant.lines)), variant.price)
        for variant in text.variants
    )
    return [(passage, 0.0), *others]


def _as_best(passage: SetPassage | None) -> SetPassage | None:
    """The passage in its best number of lines alone: what else stands at its lines would move."""
    return None if passage is None else replace(passage, text=replace(passage.text, variants=()))


def compose_text(block: Text, desk: Desk) -> ComposedBlock:
    """A lead or a paragraph."""
    left, right = desk.set_pair(block.text, block.role.value, "P")
    style = desk.style(block.role.value)
    before = max(style.before, desk.theme.paragraph_space)
    if block.side_note is not None:
        left, right = _as_best(left), _as_best(right)
    row = text_row(block.where, desk, left, right, before)
    if block.side_note is not None:
        row, (left, right) = set_side_note(block.side_note, row, (left, right), desk)
    return ComposedBlock(rows=(replace(row, pad=row.pad + style.after),), nodes=nodes_of(left, right))


def compose_list(block: ItemList, desk: Desk) -> ComposedBlock:
    """A list; each item starts level in both languages, its marker hangs in the indent."""
    outer = lay_markers(block.marking, len(block.items), 0.0, desk)
    rows: list[Row] = []
    items: _Sides = ([], [])
    for number, item in enumerate(block.items):
        row, nodes = _list_item(block.where, item.text, number, outer)
        inner_rows, inner_lists = _inner_list(block.where, item, outer.indent, desk)
        rows += [replace(row, keep=bool(inner_rows)), *inner_rows]
        for side, node in nodes:
            items[side].append(_with_list(node, inner_lists.get(side)))
    rows[0] = replace(rows[0], before=desk.theme.paragraph_space)
    return ComposedBlock(rows=tuple(rows), nodes=tuple(_list_nodes(items, block.marking, desk).values()))


def _inner_list(
    where: Span, item: ListItem, indent: float, desk: Desk
) -> tuple[list[Row], dict[int, StructNode]]:
    """The list of an item, `indent` points from the column's edge: its rows, and its elements by side."""
    if not item.items:
        return [], {}
    marks = lay_markers(item.marking, len(item.items), indent, desk)
    rows: list[Row] = []
    items: _Sides = ([], [])
    for number, text in enumerate(item.items):
        row, nodes = _list_item(where, text, number, marks)
        rows.append(row)
        for side, node in nodes:
            items[side].append(node)
    return rows, _list_nodes(items, item.marking, desk)


_Sides = tuple[list[StructNode], list[StructNode]]


def _list_nodes(items: _Sides, marking: Marking, desk: Desk) -> dict[int, StructNode]:
    return {
        side: StructNode(
            tag="L",
            children=tuple(items[side]),
            language=desk.languages[side],
            numbering=NUMBERING[marking],
        )
        for side in (0, 1)
        if items[side]
    }


def _with_list(item: StructNode, inner: StructNode | None) -> StructNode:
    """An item's element with that of its own list inside its body."""
    if inner is None:
        return item
    label, body = item.children
    assert isinstance(body, StructNode)
    return replace(item, children=(label, replace(body, children=(*body.children, inner))))


def _list_item(
    where: Span, item: ProsePair, number: int, marks: Markers
) -> tuple[Row, list[tuple[int, StructNode]]]:
    desk = marks.desk
    passages = desk.set_pair(item, "list", "LBody")
    nodes: list[tuple[int, StructNode]] = []
    markers = []
    for side, passage in enumerate(passages):
        if passage is None:
            continue
        marker = set_marker(marks, number, passage, side)
        markers.append(Fixed(text_items(marker, 0.0, desk)))
        label = StructNode(tag="Lbl", children=(marker.leaf,))
        nodes.append((side, StructNode(tag="LI", children=(label, passage.node))))
    row = text_row(where, desk, *passages, before=0.0)
    return replace(row, pieces=(*row.pieces, *markers)), nodes


def hold_quote(row: Row) -> Row:
    """A row that is dearer to divide than running text, and nowhere unevenly."""
    cuts = tuple(price + QUOTE_COST for price in row.cuts)
    return replace(row, cuts=cuts, staggers=(), settings=())


def compose_quote(block: Quote, desk: Desk) -> ComposedBlock:
    """A displayed quotation; its attribution keeps with it."""
    style = desk.style("quote")
    left, right = desk.set_pair(block.text, "quote", "P")
    row = hold_quote(text_row(block.where, desk, left, right, style.before))
    rows = [replace(row, keep=block.attribution is not None)]
    sides: tuple[list[StructNode], list[StructNode]] = ([], [])
    for side, node in enumerate((left, right)):
        sides[side].extend(nodes_of(node))
    if block.attribution is not None:
        by = desk.set_pair(block.attribution, "attribution", "P")
        rows.append(text_row(block.where, desk, *by, before=0.0))
        for side, node in enumerate(by):
            sides[side].extend(nodes_of(node))
    rows[-1] = replace(rows[-1], pad=rows[-1].pad + style.after)
    nodes = tuple(
        StructNode(tag="BlockQuote", children=tuple(sides[side]), language=desk.languages[side])
        for side in (0, 1)
        if sides[side]
    )
    return ComposedBlock(rows=tuple(rows), nodes=nodes)
