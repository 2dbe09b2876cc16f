"""Takes the bytes of a CSV file as office programs save it, gives rows of placed cells; judges none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

from layout.model.diagnostic import Diagnostic, Rejected, Span
from layout.model.patterns import late_pattern
from layout.model.records import Struct
from layout.model.values import ByteSize, Values
from layout.source.recipients.list_text import decode_list

DELIMITERS = (";", ",", "\t")
LARGEST_FILE = 50_000_000
"""Bytes; some 500,000 recipients."""

MOST_TITLES = 20
"""Rows above a header that are looked through."""
SURE = 2
"""Columns that a row below the first must name to be the header."""

_HINT = late_pattern(r"sep=(.)\r?\n")
"""The first line by which Excel tells itself the delimiter."""


class ListCell(Struct, frozen=True):
    """One value, white space around it taken off."""

    text: str
    line: int
    column: int


class ListRow(Struct, frozen=True):
    """One record; `number` counts as a spreadsheet does, from 1, the header included.

    `unclosed` is a value whose quotation mark is closed nowhere: the row's cells end before it, and the
    next row begins on the next line.
    """

    number: int
    line: int
    cells: tuple[ListCell, ...]
    unclosed: ListCell | None = None


class ListTable(Struct, frozen=True, kw_only=True):
    """A whole file; rows without any value are left out, but counted.

    `warnings` tells whether the encoding is only a guess.
    """

    file: str
    encoding: str
    delimiter: str
    header: ListRow
    rows: tuple[ListRow, ...]
    warnings: tuple[Diagnostic, ...]


def read_table(data: bytes, file: str, rate_header: Callable[[ListRow], int]) -> ListTable:
    """The table in `data`, encoded as `decode_list` knows it; comma, semicolon or tab.

    The delimiter is the one that gives the header which `rate_header` rates highest.
    Raises Rejected on what is no such file, and at a quotation mark of the header that is never closed.
    """
    if len(data) > LARGEST_FILE:
        raise Rejected.one("recipients-too-large", Span(file), limit=ByteSize(LARGEST_FILE))
    decoded = decode_list(data, file)
    text = decoded.text
    hint = _HINT.match(text)
    begin = hint.end() if hint else 0
    headers = {
        candidate: header
        for candidate in ((hint[1],) if hint else DELIMITERS)
        if (header := _find_header(_rows(text, begin, candidate), rate_header))
    }
    if not headers:
        raise Rejected.one("recipients-empty", Span(file))
    delimiter, header = max(
        headers.items(), key=lambda one: (rate_header(one[1]), not one[1].unclosed, len(one[1].cells))
    )
    if header.unclosed:
        raise Rejected([tell_unclosed(header, header.unclosed, file)])
    rows = tuple(row for row in _rows(text, begin, delimiter) if row.number > header.number)
    return ListTable(
        file=file,
        encoding=decoded.encoding,
        delimiter=delimiter,
        header=header,
        rows=rows,
        warnings=decoded.warnings,
    )


def _find_header(rows: Iterator[ListRow], rate_header: Callable[[ListRow], int]) -> ListRow | None:
    """The first row, or a later one that is more clearly a header: titles may stand above it."""
    first = next(rows, None)
    if first is None or first.unclosed:
        return first
    later = [row for row in islice(rows, MOST_TITLES) if rate_header(row) >= SURE and not row.unclosed]
    return max((first, *later), key=lambda row: (rate_header(row), -row.number))


def tell_unclosed(row: ListRow, cell: ListCell, file: str) -> Diagnostic:
    """That a quotation mark of the row opens `cell` and is closed nowhere."""
    values: Values = {"row": row.number, "value": cell.text[:40]}
    return Diagnostic("recipients-quote", Span(file, cell.line, cell.column), values)


_LINE_END = late_pattern(r"\r\n|\n|\r")
_END = late_pattern(r"\r\n|\n|\r|\Z")
_REST = late_pattern(r"[^\r\n]*")


def _cell_pattern(delimiter: str) -> re.Pattern[str]:
    mark = re.escape(delimiter)
    blank = r"[^\S\t\r\n]*"
    return re.compile(rf'{blank}"([^"]*(?:""[^"]*)*)"{blank}(?={mark}|[\r\n]|\Z)|([^{mark}\r\n]*)')


def _rows(text: str, position: int, delimiter: str) -> Iterator[ListRow]:
    """Each row that has a value; lines are counted as an editor does."""
    pattern = _cell_pattern(delimiter)
    line, line_start = text.count("\n", 0, position) + 1, position
    number = 0
    while position < len(text):
        number += 1
        begun, cells, unclosed = line, [], None
        while True:
            found = pattern.match(text, position)
            assert found is not None
            cell = _read_cell(found, line, position - line_start + 1)
            if found[1] is None and cell.text.startswith('"'):
                unclosed, found = cell, _REST.match(text, position)
                assert found is not None
            else:
                cells.append(cell)
            for inner in _LINE_END.finditer(text, found.start(), found.end()):
                line, line_start = line + 1, inner.end()
            position = found.end()
            if not text.startswith(delimiter, position):
                break
            position += len(delimiter)
        end = _END.match(text, position)
        assert end is not None
        position = line_start = end.end()
        line += 1
        if unclosed or any(cell.text for cell in cells):
            yield ListRow(number, begun, tuple(cells), unclosed)


def _read_cell(found: re.Match[str], line: int, column: int) -> ListCell:
    quoted, plain = found[1], found[2]
    return ListCell((plain if quoted is None else quoted.replace('""', '"')).strip(), line, column)
