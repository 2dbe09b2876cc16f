"""Takes rows and the plan of their pages, gives pages of positioned items; decides no break."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from layout.compose.apparatus.foot import lay_notes, note_room
from layout.compose.apparatus.leads import join_links
from layout.compose.desk import Desk, plain
from layout.compose.drawings.ruled_lines import draw_ruling
from layout.compose.floats import Half
from layout.compose.flow import PagePlan, Stretch
from layout.compose.furniture import furnish
from layout.compose.making.memory import MadePage, Memory
from layout.compose.outline import join_outlines
from layout.compose.parts.thin_rules import rule_spans
from layout.compose.rows import Fixed, Footnote, Lines, PageNumber, Piece, Row, Ruled
from layout.model.layout import (
    ARTIFACT,
    ArtifactKind,
    Box,
    DrawingItem,
    Item,
    LayoutPage,
    Link,
    OutlineEntry,
    PlacedPicture,
    TextItem,
)
from layout.model.records import Struct, replace
from layout.model.theme import COMMON

LOOSE = 3
"""Grid lines that may be left between the text and a float at the page's foot."""
RULE_PART, RULE_DOWN = 0.3, 0.55
"""Length of the rule above footnotes, as a part of their column; its place in the space above them."""


class _Origin(Struct, frozen=True):
    """Where a text block starts, in points from the page's top left."""

    x: float
    y: float


def place_pages(
    rows: Sequence[Row], plans: Sequence[PagePlan], first: int, desk: Desk, memory: Memory | None = None
) -> tuple[tuple[LayoutPage, ...], tuple[OutlineEntry, ...]]:
    """The pages of `plans`, numbered from `first`, and the outline; page indices count from 0.

    A page whose rows stand as on one in `memory` is that one.
    """
    memory = memory or Memory()
    numbered = _by_page(plans, desk)
    lead = _Lead(first, _anchor_pages(rows, numbered), desk)
    pages: list[LayoutPage] = []
    outlines: dict[str, list[OutlineEntry]] = {language: [] for language in desk.languages}
    running = ("", "")
    for index, flows in enumerate(numbered):
        key = (first, index, running, *(_name_plan(rows, plan) for plan in flows))
        placed = memory.pages.get(key)
        if placed is None or any(lead.folios[anchor] != folio for anchor, folio in placed.folios):
            placed = memory.pages.keep(key, _place_page(rows, flows, index, running, lead))
        pages.append(placed.page)
        running = placed.running
        for language, entry in placed.bookmarks:
            outlines[language].append(entry)
    return join_links(pages, desk.marks, memory.spots), join_outlines(outlines)


def _name_plan(rows: Sequence[Row], plan: PagePlan) -> tuple[object, ...]:
    """What tells the plan of a page from all others, by the identity of its rows."""
    return (
        tuple((id(rows[one.row]), one.start, one.stop, one.begin, one.end) for one in plan.stretches),
        *(tuple((id(rows[half.row]), half.side) for half in halves) for halves in (plan.head, plan.foot)),
    )


class _Lead(Struct, frozen=True):
    """What every page is placed with: the number of the first one, the pages of headings, and tools."""

    first: int
    folios: Mapping[int, int]
    desk: Desk


def _place_page(
    rows: Sequence[Row], flows: Sequence[PagePlan], index: int, running: tuple[str, str], lead: _Lead
) -> MadePage:
    """The page `index` with the plans of its text blocks; `running` are the titles before it."""
    desk = lead.desk
    notes = [notes_of(rows, plan) for plan in flows]
    placed = [
        tuple(_place_stretches(rows, plan, foot_of(there, desk), desk))
        for plan, there in zip(flows, notes, strict=True)
    ]
    bookmarks = []
    for stretch, y in chain.from_iterable(placed):
        row = rows[stretch.row]
        running = row.running or running
        if stretch.start == 0:
            for mark in row.bookmarks:
                entry = OutlineEntry(mark.title, mark.level, index, desk.theme.page.top + y)
                bookmarks.append((mark.language, entry))
    number = lead.first + index
    opens = any(rows[stretch.row].river for plan in flows for stretch in plan.stretches)
    shown = ("", "") if _to_write_on(rows, flows) else running
    sheet = _Sheet(number, furnish(number, shown, opens, desk), lead)
    for flow, (plan, stretches) in enumerate(zip(flows, placed, strict=True)):
        foot = foot_of(notes[flow], desk)
        sheet.start_flow(flow, foot, _height(rows, plan.foot, desk))
        for pieces, y in _place_floats(rows, plan, stretches, foot, desk):
            sheet.place_float(pieces, y)
        if stretches:
            sheet.place_head(rows[stretches[0][0].row], *stretches[0])
        for stretch, y in stretches:
            sheet.place_row(rows[stretch.row], stretch, y)
        sheet.place_notes(notes[flow])
    return MadePage(
        page=LayoutPage(number, tuple(sheet.items), tuple(sheet.links)),
        bookmarks=tuple(bookmarks),
        running=running,
        folios=tuple(sheet.folios.items()),
        rows=tuple(_rows_on(rows, flows)),
    )


def _rows_on(rows: Sequence[Row], flows: Sequence[PagePlan]) -> Iterator[Row]:
    for plan in flows:
        yield from (rows[stretch.row] for stretch in plan.stretches)
        yield from (rows[half.row] for half in plan.head + plan.foot)


def _to_write_on(rows: Sequence[Row], plans: Sequence[PagePlan]) -> bool:
    """Whether a page has nothing but room to write, of which no chapter speaks."""
    return all(rows[stretch.row].fills for plan in plans for stretch in plan.stretches)


def notes_of(rows: Sequence[Row], plan: PagePlan) -> list[Footnote]:
    """The footnotes whose marks stand on a page; those of what is over a spread stand on its left page."""
    slabs = chain(
        *(rows[stretch.row].footnotes[stretch.start : stretch.stop] for stretch in plan.stretches),
        *(rows[half.row].footnotes for half in plan.head + plan.foot if not half.side),
    )
    return list(chain.from_iterable(slabs))


def foot_of(notes: Sequence[Footnote], desk: Desk) -> float:
    """Where the text of a page with `notes` ends, in points below the text block's top."""
    page = desk.theme.page
    return page.lines * page.grid - note_room(notes, desk.theme.footnotes.space)


def _by_page(plans: Sequence[PagePlan], desk: Desk) -> list[Sequence[PagePlan]]:
    """The plans of each page: one, or as many as text blocks stand beside each other."""
    flows = desk.theme.page.flows
    return [plans[start : start + flows] for start in range(0, len(plans), flows)]


def _anchor_pages(rows: Sequence[Row], pages: Sequence[Sequence[PagePlan]]) -> dict[int, int]:
    """For each anchor the index of the page its row starts on."""
    found: dict[int, int] = {}
    for index, plan in ((index, plan) for index, plans in enumerate(pages) for plan in plans):
        for stretch in plan.stretches:
            anchor = rows[stretch.row].anchor
            if anchor is not None and stretch.start == 0:
                found[anchor] = index
    return found


def _height(rows: Sequence[Row], halves: Sequence[Half], desk: Desk) -> float:
    """What floats take from the text block, the space between them and the text included."""
    return sum(rows[half.row].height + desk.theme.page.grid for half in halves)


def _place_floats(
    rows: Sequence[Row], plan: PagePlan, stretches: Sequence[tuple[Stretch, float]], foot: float, desk: Desk
) -> Iterator[tuple[tuple[Piece, ...], float]]:
    """What floats on a page, with its y below the text block's top.

    Those for the foot end at `foot`; but under a text that is much shorter they follow it.
    """
    page, y = desk.theme.page, 0.0
    for half in plan.head:
        yield _pieces(rows[half.row], half, high=True), y
        y += rows[half.row].height + page.grid
    if not plan.foot:
        return
    if stretches:
        last, start = stretches[-1]
        y = start + rows[last.row].height_of(last.slabs, last.stop)
    top = foot - _height(rows, plan.foot, desk)
    follows = top - y > LOOSE * page.grid and plan.foot[0].side is None
    y = y if follows else top
    for half in plan.foot:
        y += page.grid
        yield _pieces(rows[half.row], half, high=False), y
        y += rows[half.row].height


def _pieces(row: Row, half: Half, *, high: bool) -> tuple[Piece, ...]:
    """What stands on one page of a float, at its head or its foot."""
    assert row.floats is not None
    halves = row.floats.head if high else row.floats.foot
    return row.pieces if half.side is None or halves is None else halves[half.side]


def _place_stretches(
    rows: Sequence[Row], plan: PagePlan, foot: float, desk: Desk
) -> Iterator[tuple[Stretch, float]]:
    """Each stretch with its y below the text block's top; rows for the foot end at `foot`, above floats."""
    stretches = plan.stretches
    y, slack = _height(rows, plan.head, desk), 0.0
    tops: list[float] = []
    for order, stretch in enumerate(stretches):
        row = rows[stretch.row]
        if order == 0 and stretch.start == 0:
            y, slack = y + row.sink, row.slack
        elif stretch.start == 0 and row.before:
            y, slack = y + row.before + slack, 0.0
        tops.append(y)
        y += row.height_of(stretch.slabs, stretch.stop)
    drop = max(0.0, foot - _height(rows, plan.foot, desk) - y)
    feet = len(stretches)
    while feet and rows[stretches[feet - 1].row].foot:
        feet -= 1
    for order, (stretch, top) in enumerate(zip(stretches, tops, strict=True)):
        yield stretch, top + (drop if order >= feet else 0.0)


class _Sheet:
    """One page being filled: items and links as they are placed."""

    def __init__(self, number: int, furniture: Iterator[Item], lead: _Lead) -> None:
        self._number = number
        self._lead = lead
        self._desk = lead.desk
        self.items: list[Item] = list(furniture)
        self.links: list[Link] = []
        self.folios: dict[int, int] = {}
        """The pages of headings that the page leads to."""
        self.start_flow(0, 0.0, 0.0)

    def start_flow(self, flow: int, foot: float, floating: float) -> None:
        """What is placed from now on stands in the text block `flow` from the left, above notes at `foot`.

        The last `floating` points above it are taken.
        """
        page = self._desk.theme.page
        self._foot, self._floating = foot, floating
        self._origin = _Origin(page.left_edge(self._number) + flow * page.text_width, page.top)

    def place_head(self, row: Row, first: Stretch, y: float) -> None:
        """Places what `row` repeats above itself where its `first` stretch, at `y`, opens the page's text."""
        if first.start == 0:
            for piece in row.head:
                self._place_fixed(replace(piece, items=tuple(map(_as_header, piece.items))), y - row.sink)

    def place_float(self, pieces: tuple[Piece, ...], y: float) -> None:
        """Places what floats, its top `y` below the text block's."""
        for piece in pieces:
            if isinstance(piece, Fixed):
                self._place_fixed(piece, y)

    def place_row(self, row: Row, stretch: Stretch, y: float) -> None:
        """Places the slabs of `stretch`, their top `y` below the text block's."""
        columns = 0
        for piece in row.pieces:
            if isinstance(piece, Lines):
                self._place_lines(piece, row.step, stretch.lines(columns), y)
                columns += 1
            elif stretch.start == 0 and isinstance(piece, Fixed):
                self._place_fixed(piece, y)
            elif stretch.start == 0 and isinstance(piece, PageNumber):
                self.items.append(self._folio_item(piece, y))
            elif stretch.start == 0 and isinstance(piece, Ruled):
                self.items.append(self._ruling(piece, y + piece.y))

    def place_notes(self, notes: Sequence[Footnote]) -> None:
        """Places footnotes at the text block's foot, in each column that has some a rule above them."""
        space, weight = self._desk.theme.footnotes.space, self._desk.theme.footnotes.rule
        for side in sorted({note.side for note in notes}) if weight else ():
            x, width = self._desk.columns[side]
            span = [(x, width * RULE_PART)]
            rules = tuple(rule_spans(span, self._foot + space * RULE_DOWN, weight, self._desk))
            self._place_fixed(Fixed(rules), 0.0)
        for note, y in lay_notes(notes)[0]:
            lines = slice(0, len(note.lines.lines))
            self._place_lines(note.lines, note.leading, lines, self._foot + space + y)

    def _place_lines(self, piece: Lines, step: float, lines: slice, y: float) -> None:
        x = self._origin.x + piece.x
        above, there = piece.part(lines)
        baseline = self._origin.y + y + above * step + self._desk.baseline(step)
        for line in there:
            item = TextItem(x, baseline, line, piece.leaf)
            self.items.append(item)
            if len(line.runs) > 1 or line.runs[0].ink.link:
                self.links.extend(text_links(item))
            baseline += step

    def _place_fixed(self, piece: Fixed, y: float) -> None:
        dx = 0.0 if piece.bleeding else self._origin.x
        dy = self._origin.y + y
        for item in piece.items:
            moved = _moved(item, dx, dy)
            if isinstance(moved, TextItem):
                self.links.extend(text_links(moved))
            elif piece.bleeding and y == 0.0:
                moved = _to_head(moved, self._desk)
            self.items.append(moved)
        for link in piece.links:
            target = self._folio(link.target) if isinstance(link.target, int) else link.target
            self.links.append(replace(link, box=_shifted(link.box, dx, dy), target=target))

    def _ruling(self, piece: Ruled, y: float) -> DrawingItem:
        page = self._desk.theme.page
        (x, width), height = self._desk.measure, self._foot - self._floating - y
        drawing = draw_ruling(piece.ruling, width, height, page.grid, self._desk.theme.colour(COMMON))
        return DrawingItem(Box(self._origin.x + x, self._origin.y + y, width, height), drawing, ARTIFACT)

    def _folio(self, anchor: int) -> int:
        """The index of the page with a heading, noted as needed."""
        found = self.folios[anchor] = self._lead.folios[anchor]
        return found

    def _folio_item(self, piece: PageNumber, y: float) -> TextItem:
        words = plain(str(self._lead.first + self._folio(piece.anchor)))
        text = self._desk.typesetter.set(words, "contents-folio", piece.language, piece.width)
        line = text.lines[0]
        x = self._origin.x + piece.right - line.width - line.x
        return TextItem(x, self._origin.y + y + piece.y, line, piece.leaf)


def _as_header(item: Item) -> Item:
    return replace(item, artifact=ArtifactKind.HEADER) if isinstance(item, TextItem) else item


def _moved(item: Item, dx: float, dy: float) -> Item:
    if isinstance(item, TextItem):
        return replace(item, x=item.x + dx, y=item.y + dy)
    clip = None if item.clip is None else _shifted(item.clip, dx, dy)
    return replace(item, box=_shifted(item.box, dx, dy), clip=clip)


def _shifted(box: Box, dx: float, dy: float) -> Box:
    return Box(box.x + dx, box.y + dy, box.width, box.height)


def _to_head(item: PlacedPicture, desk: Desk) -> PlacedPicture:
    """A picture at a page's head grown to the top bleed edge, its proportions kept, its foot where it was."""
    seen = item.clip or item.box
    top = -desk.theme.page.bleed
    if seen.y < top + 0.01:
        return item
    height = seen.y + seen.height - top
    grown = max(1.0, height / item.box.height)
    width, tall = item.box.width * grown, item.box.height * grown
    x = seen.x + (seen.width - width) / 2
    box = Box(x, top + (height - tall) / 2, width, tall)
    return replace(item, box=box, clip=Box(seen.x, top, seen.width, height))


def text_links(item: TextItem) -> Iterator[Link]:
    """A live area for each linked run of a line, as high as its letters."""
    x = item.x + item.line.x
    for run in item.line.runs:
        width = item.line.width_of(run)
        if run.ink.link is not None:
            size = run.ink.size
            words = "".join(text for shape in run.shapes for text in shape.texts)
            box = Box(x, item.y - 0.8 * size, width, 1.05 * size)
            yield Link(box, run.ink.link, item.leaf + run.ink.part, words)
        x += width
