"""Takes the sections of a new text, gives its pieces in both languages and how each would be written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from layout.model.content.pairs import Pair
from layout.model.records import Struct
from layout.source.import_text.markup import protect
from layout.source.import_text.update.units import NewUnit, make_cell
from layout.source.import_text.write_content import (
    PlainFigure,
    PlainPair,
    PlainPassage,
    PlainSection,
    PlainTable,
    part_blocks,
    write_blocks,
    write_item,
    write_row,
)


class NewBlock(Struct, frozen=True):
    """A block of a new text: in YAML without its dash, and the picture it shows, if any."""

    written: str
    picture: str = ""


class NewText(Struct, frozen=True):
    """The blocks of a new text and its pieces, both in their order."""

    blocks: tuple[NewBlock, ...]
    units: tuple[NewUnit, ...]


def list_units(sections: Sequence[PlainSection], languages: tuple[str, str]) -> NewText:
    """The blocks and pieces of all sections; the title of each is a heading."""
    blocks: list[NewBlock] = []
    units: list[NewUnit] = []
    for section in sections:
        title = Pair(protect(section.title.left), protect(section.title.right))
        heading = PlainPair(title, heading=1)
        for passages in part_blocks([heading, *section.passages]):
            units += _units(passages, len(blocks), languages)
            written = write_blocks(passages, languages)[0]
            figure = passages[0]
            picture = figure.file if isinstance(figure, PlainFigure) else ""
            blocks.append(NewBlock(_undash(written), picture))
    return NewText(tuple(blocks), tuple(units))


def _units(passages: Sequence[PlainPassage], block: int, languages: tuple[str, str]) -> Iterator[NewUnit]:
    for passage in passages:
        if isinstance(passage, PlainTable):
            yield from _table_units(passage, block, languages)
        elif isinstance(passage, PlainFigure):
            if passage.caption:
                yield NewUnit(cells=(make_cell(passage.caption, languages),), block=block)
            else:
                yield NewUnit(cells=(), block=block)
        else:
            written = write_item(passage, languages) if passage.mark else ""
            cells = (make_cell(passage.words, languages),)
            yield NewUnit(cells=cells, block=block, level=passage.level, written=written)


def _table_units(table: PlainTable, block: int, languages: tuple[str, str]) -> Iterator[NewUnit]:
    if table.caption:
        yield NewUnit(cells=(make_cell(table.caption, languages),), block=block)
    for number, row in enumerate(table.rows):
        cells = tuple(make_cell(cell, languages) for cell in row)
        written = write_row(row, languages) if number else ""
        yield NewUnit(cells=cells, block=block, written=written)


def _undash(block: str) -> str:
    """A block as the only item of a list, without the dash and with its lines two signs to the left."""
    return "\n".join(line[2:] for line in block.rstrip("\n").split("\n"))
