"""Takes contacts, an imprint and publicity, gives rows of small ragged text kept whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from layout.compose.desk import Desk, Picture, figure_nodes, nodes_of
from layout.compose.parts.composed import ComposedBlock
from layout.compose.parts.marks import StatementMark, clear_space, place_marks
from layout.compose.parts.stacks import side_stacks, stack_items, stack_of
from layout.compose.rows import Fixed, Row
from layout.images.marks.emblem import USUAL_HEIGHT, draw_emblem, fit_height
from layout.images.marks.logos import size_logos
from layout.images.pixels import SheetInfo
from layout.images.svg.bounds import is_within
from layout.lang.languages import LANGUAGES
from layout.model.blocks.reference import Contacts, Imprint, Logo, Masthead, Publicity
from layout.model.content.looks import PictureLook
from layout.model.content.pairs import Pair, ProsePair
from layout.model.content.prose import Prose, Run, RunStyle
from layout.model.diagnostic import Span
from layout.model.drawing import Drawing
from layout.model.layout import ArtworkItem, DrawingItem, ImageItem, Item, StructNode
from layout.model.records import replace
from layout.model.units import NO_BREAK_SPACE

WORDS = 4.5
"""Height of an emblem of which nothing is asked, in sizes of the type beside it; capitals are a seventh."""


def compose_contacts(block: Contacts, desk: Desk) -> ComposedBlock:
    """Each contact in both languages level, kept whole."""
    entries = (
        ((entry.name, "contact-name"), *((line, "contact-line") for line in entry.lines))
        for entry in block.entries
    )
    return _stack_entries(entries, block.where, desk)


_Entry = Sequence[tuple[ProsePair, str]]
"""Pairs that are set one below the other, each in a style."""


def _stack_entries(entries: Iterable[_Entry], where: Span, desk: Desk) -> ComposedBlock:
    """A row for each entry, level in both languages."""
    rows: list[Row] = []
    nodes: list[StructNode] = []
    for pairs in entries:
        stacks = side_stacks(tuple(pairs), "P", desk)
        items: list[Item] = []
        height = 0.0
        for stack in stacks:
            lines, used = stack_items(stack, 0.0, desk)
            items.extend(lines)
            height = max(height, used)
            nodes.extend(passage.node for passage in stack)
        fixed = Fixed(tuple(items))
        grid = desk.theme.page.grid
        rows.append(Row(where=where, step=desk.whole(height), count=1, pieces=(fixed,), before=grid))
    return ComposedBlock(rows=tuple(rows), nodes=tuple(nodes))


def compose_imprint(block: Imprint, desk: Desk) -> ComposedBlock:
    """The imprint at the page's foot: the title over groups of lines, each level in both languages."""
    assert block.masthead is not None, "an imprint is composed of a whole brochure"
    groups = [
        group for group in (_name_publication(block.masthead, desk), *_tell_making(block, desk)) if group
    ]
    composed = _stack_entries(groups, block.where, desk)
    last = composed.rows[-1]
    return replace(
        composed, rows=tuple(replace(row, foot=True, keep=row is not last) for row in composed.rows)
    )


def _name_publication(masthead: Masthead, desk: Desk) -> _Entry:
    """Its title, its edition, who publishes it, where and when, and its number."""
    year = str(masthead.day.year)
    if masthead.publisher is not None:
        year = f"©{NO_BREAK_SPACE}{year}"
    lines = [(masthead.title, "contact-name")]
    if masthead.edition is not None:
        lines.append((masthead.edition, "contact-line"))
    if masthead.publisher is not None:
        lines.append((_labelled("publisher", masthead.publisher, desk), "contact-line"))
    place = masthead.place
    lines.append((_alike(year, masthead.title) if place is None else _behind(place, year), "contact-line"))
    if masthead.isbn is not None:
        lines.append((_alike(f"ISBN{NO_BREAK_SPACE}{masthead.isbn}", masthead.title), "contact-line"))
    return lines


def _tell_making(block: Imprint, desk: Desk) -> Iterator[_Entry]:
    """What the block itself says, in groups."""
    making = {"printer": block.printer, "run": block.run, "paper": block.paper, "licence": block.licence}
    yield [(line, "contact-line") for line in block.credits]
    yield [
        (_labelled(key, words, desk), "contact-line") for key, words in making.items() if words is not None
    ]
    yield [] if block.funding is None else [(block.funding, "contact-line")]
    yield [(line, "contact-line") for line in block.contacts]


def _labelled(key: str, words: ProsePair, desk: Desk) -> ProsePair:
    """The words of each language behind what it calls them."""
    labels = (getattr(LANGUAGES[language].page_words.imprint, key) for language in desk.languages)
    left, right = (
        None if side is None else replace(side, runs=(Run(label), *side.runs))
        for label, side in zip(labels, words.sides, strict=True)
    )
    return Pair(left, right)


def _behind(words: ProsePair, after: str) -> ProsePair:
    """The words of each language with what both say alike behind them."""
    left, right = (
        None if side is None else replace(side, runs=(*side.runs, Run(" " + after))) for side in words.sides
    )
    return Pair(left, right)


def _alike(text: str, like: ProsePair) -> ProsePair:
    """The same in each language that `like` speaks, as it is typed."""
    said = Prose((Run(text, RunStyle(protected=True)),))
    left, right = (None if side is None else said for side in like.sides)
    return Pair(left, right)


def compose_publicity(block: Publicity, desk: Desk) -> ComposedBlock:
    """The EU emblem and logos in rows over both columns, the statement below; at the page's foot."""
    logos = _load_logos(block, desk)
    emblem = None
    if block.emblem is not None:
        usual = max(USUAL_HEIGHT, WORDS * desk.style("statement").size)
        height = block.emblem.height or fit_height(((logo.width, logo.height) for logo in logos), usual)
        emblem = _make_emblem(height, desk)
    (_, left), (right, _) = desk.columns
    centre = (left + right) / 2 if len(desk.sides) == 2 else None
    placed, tallest = place_marks(emblem, logos, desk.measure, centre)
    items: list[Item] = []
    nodes: list[StructNode] = []
    free = clear_space(emblem, logos)
    start = desk.whole(tallest + free)
    for mark, place in placed:
        leaf, source = desk.leaves.take(), mark.source
        box = replace(place, y=place.y + start - tallest - free)
        items.append(
            DrawingItem(box, source, leaf, None if is_within(source) else box, mark.file)
            if isinstance(source, Drawing)
            else ArtworkItem(box, mark.file, leaf, None, mark.choice)
            if mark.choice is not None
            else ImageItem(box, source, leaf, None, PictureLook(sharpening=desk.theme.pictures.sharpening))
        )
        nodes.extend(figure_nodes(mark.alternative, leaf, desk))
    height = 0.0
    statement = desk.set_pair(block.statement, "statement", "P")
    for passage in statement:
        lines, used = stack_items(stack_of(passage), start, desk)
        items.extend(lines)
        height = max(height, used)
    height = start + desk.whole(height)
    fixed = (Fixed(tuple(items)),)
    row = Row(where=block.where, step=height, count=1, pieces=fixed, before=desk.theme.page.grid, foot=True)
    return ComposedBlock(rows=(row,), nodes=(*nodes, *nodes_of(*statement)))


def _make_emblem(height: float, desk: Desk) -> StatementMark:
    words = Pair(*(LANGUAGES[language].page_words.emblem for language in desk.languages))
    drawing = draw_emblem(height)
    return StatementMark(source=drawing, width=drawing.width, height=drawing.height, alternative=words)


def _load_logos(block: Publicity, desk: Desk) -> list[StatementMark]:
    pictures = [desk.load(logo.file, logo.choice) for logo in block.logos]
    wishes = [
        (picture.width / picture.height, logo.height)
        for picture, logo in zip(pictures, block.logos, strict=True)
    ]
    sizes = size_logos(wishes, block.emblem.height if block.emblem else None)
    return [_make_logo(*one) for one in zip(block.logos, pictures, sizes, strict=True)]


def _make_logo(logo: Logo, picture: Picture, size: tuple[float, float]) -> StatementMark:
    return StatementMark(
        source=picture if isinstance(picture, Drawing) else logo.file,
        file=logo.file,
        width=size[0],
        height=size[1],
        alternative=logo.alternative,
        role=logo.role,
        choice=logo.choice if isinstance(picture, SheetInfo) else None,
    )
