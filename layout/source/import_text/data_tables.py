"""Takes rows of cells, gives a table of data as a passage, or as one a language; decides no words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from layout.model.languages import PAIR, other_of
from layout.model.records import replace
from layout.source.import_text.markup import protect
from layout.source.import_text.passages import LINE_BREAK, Grid, Paragraph, Title
from layout.source.import_text.plain.titles import split_title
from layout.source.import_text.tell_language import tell_language, weigh_languages

MOST_COLUMNS = 12
"""Columns of a table on a page."""
_FEWEST = 2
_EMPTY = "–"
"""What stands in a cell without words."""
_ALIKE = 0.4
"""Share of cells that a table has in common with its translation: numbers, names."""
_CLEARLY = 2.0
"""Letters by which a table must show one language more than the other."""
CELL_JOINT = " | "

Rows = Sequence[Sequence[Sequence[Paragraph]]]
"""Rows of cells, each with its passages."""


def make_tables(rows: Rows, bilingual: bool) -> list[Paragraph]:
    """A table of data as one passage, as two where its cells hold both languages; none where it is none."""
    filled = [row for row in rows if any(one.text for cell in row for one in cell)]
    width = max((len(row) for row in filled), default=0)
    columns = [
        column
        for column in range(width)
        if any(column < len(row) and any(one.text for one in row[column]) for row in filled)
    ]
    if len(filled) < _FEWEST or not _FEWEST <= len(columns) <= MOST_COLUMNS:
        return []
    cells = [[row[column] if column < len(row) else () for column in columns] for row in filled]
    passages = [one for row in cells for cell in row for one in cell]
    table = Paragraph(
        text=CELL_JOINT.join(one.text for one in passages if one.text),
        line=passages[0].line,
        run=passages[0].line,
        hint=passages[0].hint,
        grid=tuple(tuple(_write(cell) for cell in row) for row in cells),
        pictures=tuple(picture for one in passages for picture in one.pictures),
    )
    sides = [[_split(cell) for cell in row] for row in cells] if bilingual else []
    if not any(split for row in sides for split in row):
        return [table]
    return [
        replace(table, language=language, tied=True, grid=grid)
        for language, grid in zip(PAIR, _grids(cells, sides), strict=True)
    ]


def _grids(cells: Rows, sides: Sequence[Sequence[tuple[str, str] | None]]) -> Iterator[Grid]:
    for side in range(len(PAIR)):
        yield tuple(
            tuple(split[side] if split else _write(cell) for cell, split in zip(row, splits, strict=True))
            for row, splits in zip(cells, sides, strict=True)
        )


def _write(cell: Sequence[Paragraph]) -> str:
    """A cell's words as Markdown, its passages on lines of their own."""
    return protect(LINE_BREAK).join(one.markup or protect(one.text) for one in cell if one.text) or _EMPTY


def _split(cell: Sequence[Paragraph]) -> tuple[str, str] | None:
    """A cell's words in Polish and in Czech, if it holds both: in two passages or lines, around a slash."""
    worded = [one for one in cell if one.text]
    if len(worded) == 1:
        lines = worded[0].text.split(LINE_BREAK)
        if len(lines) == 1:
            title = split_title(worded[0])
            lines = [title.polish, title.czech] if title else []
        worded = [replace(worded[0], text=line, markup="") for line in lines]
    if len(worded) != len(PAIR):
        return None
    told = [tell_language(one.text) or one.hint for one in worded]
    if set(told) != set(PAIR):
        return None
    polish, czech = worded if told[0] == PAIR[0] else worded[::-1]
    return _write([polish]), _write([czech])


def share_tables(parts: Sequence[Paragraph | Title]) -> list[Paragraph | Title]:
    """Tables that show no language are each other's translation where they are alike; others are for both."""
    passages = ((index, one) for index, one in enumerate(parts) if isinstance(one, Paragraph))
    tables = {index: one for index, one in passages if one.grid and not one.language}
    told = {index: _language(one.text) for index, one in tables.items()}
    partners = _partners(tables, told)
    shared: list[Paragraph | Title] = []
    for index, part in enumerate(parts):
        if index in partners:
            shared.append(replace(tables[index], language=partners[index]))
        elif index in told and told[index] is None:
            shared += (replace(tables[index], language=language, tied=True) for language in PAIR)
        else:
            shared.append(part)
    return shared


def _language(text: str) -> str | None:
    """The language that a table clearly shows; names and addresses in it are those of both countries."""
    evidence = weigh_languages(text)
    second, first = sorted(evidence.values())[-2:]
    return tell_language(text) if first - second >= _CLEARLY else None


def _partners(tables: Mapping[int, Paragraph], told: Mapping[int, str | None]) -> dict[int, str]:
    """The language of each table that has a twin, which is the nearest behind it of those alike."""
    found: dict[int, str] = {}
    places = list(tables)
    for place, index in enumerate(places):
        if index in found:
            continue
        for later in places[place + 1 :]:
            languages = (told[index], told[later])
            fits = None in languages or languages[0] != languages[1]
            if later in found or not fits or not _are_alike(tables[index], tables[later]):
                continue
            first = languages[0] or (other_of(languages[1]) if languages[1] else PAIR[0])
            found |= {index: first, later: other_of(first)}
            break
    return found


def _are_alike(one: Paragraph, other: Paragraph) -> bool:
    """Whether two tables have the same shape and enough cells in common."""
    assert one.grid and other.grid
    if shape_of(one.grid) != shape_of(other.grid):
        return False
    cells = [
        (left, right)
        for rows in zip(one.grid, other.grid, strict=True)
        for left, right in zip(*rows, strict=True)
    ]
    return sum(left == right for left, right in cells) >= _ALIKE * len(cells)


def shape_of(grid: Grid) -> tuple[int, int]:
    """Rows and columns of a table."""
    return len(grid), len(grid[0])
