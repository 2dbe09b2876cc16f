"""Takes lines with tabs between their cells, tells which column is Polish and which Czech; mends no cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from layout.model.languages import CZECH, PAIR, POLISH
from layout.model.patterns import late_pattern
from layout.model.records import Struct
from layout.source.import_text.plain.labels import names_language
from layout.source.import_text.plain.list_items import begins_item, mend_bullets
from layout.source.import_text.tell_language import tell_language, weigh_languages

_FEWEST_ROWS = 2
_FEWEST_CELLS = 6
"""Cells of a table of data in plain text; fewer may be an accident of typing."""
_MOST_COLUMNS = 12
_CLEARLY = 1.5
"""How much stronger a column must show its language than the other one."""
_LONGEST_RATIO = 1.8
"""How much longer one side of a translation may be than the other; Czech is about 0.92 of Polish."""
_ROWS_SHOWN = 0.3
"""Share of rows in which both cells must show their language; others hold numbers, names, a word alone."""
_LOWER_WORD = late_pattern(r"(?<!\w)(?=[^\W\d_]{2})[a-ząćęłńóśźżáčďéěíňřšťúůýž]")
_CELL_GAP = late_pattern(r"[ \u00a0]*\t[ \u00a0]*")


class Columns(Struct, frozen=True):
    """Where each language stands in a row, from 0; `headed` where the first row only names them."""

    polish: int
    czech: int
    headed: bool

    def language(self, column: int) -> str | None:
        """The language of a column's passages; None for numbers, remarks and the like."""
        return {self.polish: POLISH, self.czech: CZECH}.get(column)


def split_cells(line: str) -> list[str]:
    """The cells of a line, empty ones too; quotation marks that a spreadsheet has put around one go."""
    return [_unquote(cell) for cell in _CELL_GAP.split(line.strip(" \u00a0\r\n"))]


def _unquote(cell: str) -> str:
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        return cell[1:-1].replace('""', '"')
    return cell


def find_tables(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where tables of data begin and end: neighbouring lines with as many cells, no items of a list."""
    start, width = 0, 0
    for number, line in enumerate([*lines, ""]):
        cells = split_cells(line) if "\t" in line.strip() else []
        count = 0 if begins_item(mend_bullets(line).strip()) else len(cells)
        if count == width:
            continue
        if width >= 2 and width * (number - start) >= _FEWEST_CELLS:
            yield start, number
        start, width = number, count


def find_columns(rows: Sequence[Sequence[str]]) -> Columns | None:
    """The columns of both languages in rows of cells, or None: the rows are no table of two languages."""
    rows = [row for row in rows if sum(map(bool, row)) >= 2]
    if not rows or len(rows[0]) > _MOST_COLUMNS:
        return None
    heads = [names_language(cell) for cell in rows[0]]
    if heads.count(POLISH) == heads.count(CZECH) == 1:
        return Columns(heads.index(POLISH), heads.index(CZECH), True)
    if len(rows) < _FEWEST_ROWS:
        return None
    width = max(map(len, rows))
    shown = [_weigh_column(rows, column) for column in range(width)]
    polish, czech = (max(range(width), key=lambda column: _lead(shown[column], tag)) for tag in PAIR)
    sure = all(_is_clear(shown[column], tag) for column, tag in zip((polish, czech), PAIR, strict=True))
    return Columns(polish, czech, False) if sure and _are_translations(rows, polish, czech) else None


def _are_translations(rows: Sequence[Sequence[str]], polish: int, czech: int) -> bool:
    """Whether two columns may be each other's translation: about as long, both languages in enough rows.

    In a table of data one column of names may look Czech and one of adjectives Polish.
    """
    cells = [(row[polish], row[czech]) for row in rows if max(polish, czech) < len(row)]
    pairs = [pair for pair in cells if all(pair) and pair[0] != pair[1]]
    lengths = [sum(map(len, side)) for side in zip(*pairs, strict=True)]
    if not pairs or min(lengths) * _LONGEST_RATIO < max(lengths):
        return False
    names = [not any(map(_LOWER_WORD.search, side)) for side in zip(*pairs, strict=True)]
    if names[0] != names[1]:
        return False
    shown = [[tell_language(cell) for cell in pair] == [POLISH, CZECH] for pair in pairs]
    return _ROWS_SHOWN * len(shown) <= sum(shown)


def _weigh_column(rows: Sequence[Sequence[str]], column: int) -> dict[str, float]:
    cells = " ".join(row[column] for row in rows if column < len(row))
    return dict(weigh_languages(cells))


def _lead(shown: dict[str, float], tag: str) -> float:
    return shown[tag] - sum(weight for other, weight in shown.items() if other != tag)


def _is_clear(shown: dict[str, float], tag: str) -> bool:
    others = max(weight for other, weight in shown.items() if other != tag)
    return shown[tag] > _CLEARLY * others
