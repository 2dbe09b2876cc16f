"""Takes the paragraphs and tables of a document in order, gives its passages; joins no languages.

A table with a language a column gives a passage a cell, a table of data is one passage, any other table
gives what its cells hold. Pictures hang on the passage they stand behind, or on their caption.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from layout.model.diagnostic import Diagnostic, Severity, Span
from layout.model.languages import PAIR
from layout.model.records import Struct, replace
from layout.model.values import Count, Value
from layout.source.import_text.data_tables import MOST_COLUMNS, make_tables, share_tables
from layout.source.import_text.office.pictures import begins_caption, begins_table_caption
from layout.source.import_text.passages import LINE_BREAK, Paragraph
from layout.source.import_text.plain.columns import Columns, find_columns
from layout.source.import_text.plain.titles import split_title
from layout.source.import_text.tell_language import tell_language
from layout.source.nodes.parsing import find_forbidden, name_character, show_text


class OfficeTable(Struct, frozen=True):
    """The cells of a table by rows, each with its blocks; one that spans several has empty ones behind it."""

    rows: tuple[tuple[tuple[Block, ...], ...], ...]


Block = Paragraph | OfficeTable


class OfficeText(Struct, frozen=True):
    """The passages of a document; their `line` counts its paragraphs."""

    paragraphs: tuple[Paragraph, ...]
    findings: tuple[Diagnostic, ...]


def lay_out(blocks: Iterable[Block], file: str, bilingual: bool) -> OfficeText:
    """The passages of a document's body; only a `bilingual` one has tables of two languages."""
    body = _Body(file, bilingual)
    passages = hang_pictures(list(body.flatten(blocks)))
    if bilingual:
        passages = [one for one in share_tables(passages) if isinstance(one, Paragraph)]
    return OfficeText(tuple(passages), tuple(body.findings))


class _Body:
    """Flattens tables, gathering what is wrong in them."""

    def __init__(self, file: str, bilingual: bool) -> None:
        self._file = file
        self._bilingual = bilingual
        self.findings: list[Diagnostic] = []

    def flatten(self, blocks: Iterable[Block]) -> Iterator[Paragraph]:
        for block in blocks:
            if isinstance(block, OfficeTable):
                yield from self._table(block)
            elif block.text or block.pictures:
                self._look_at(block)
                yield block

    def _look_at(self, passage: Paragraph) -> None:
        bad = find_forbidden(passage.text.replace(LINE_BREAK, " "))
        if bad is not None:
            values = {"character": name_character(passage.text[bad])}
            where = Span(self._file, passage.line, bad + 1)
            self.findings.append(Diagnostic("forbidden-character", where, values))

    def _table(self, table: OfficeTable) -> Iterator[Paragraph]:
        rows = [[list(self.flatten(cell)) for cell in row] for row in table.rows]
        plain = [[LINE_BREAK.join(one.text for one in cell if one.text) for cell in row] for row in rows]
        columns = find_columns(plain) if self._bilingual else None
        if columns is None:
            yield from make_tables(rows, self._bilingual) or self._cells(rows)
            return
        seen: set[int] = set()
        for row in rows[int(columns.headed) :]:
            fresh = [[one for one in cell if one.line not in seen] for cell in row]
            seen |= {one.line for cell in row for one in cell}
            yield from self._row(fresh, columns)

    def _cells(self, rows: Sequence[Sequence[list[Paragraph]]]) -> Iterator[Paragraph]:
        """What stands in a table that is none: a frame around text, or one too wide for a page."""
        cells = [one for row in rows for cell in row for one in cell]
        widest = max((sum(map(bool, row)) for row in rows), default=0)
        if widest > MOST_COLUMNS:
            where, columns = Span(self._file, cells[0].line, 1), Count(widest)
            told = Diagnostic("import-tables", where, {"columns": columns}, Severity.WARNING)
            self.findings.append(told)
        yield from cells

    def _row(self, row: Sequence[list[Paragraph]], columns: Columns) -> Iterator[Paragraph]:
        """The passages of one row by turn, each told its language."""
        sides = [
            hang_pictures([replace(one, language=columns.language(column), tied=True) for one in row[column]])
            if column < len(row)
            else []
            for column in (columns.polish, columns.czech)
        ]
        worded = [[one for one in side if one.text] for side in sides]
        if len(worded[0]) == len(worded[1]):
            yield from (one for pair in zip(*worded, strict=True) for one in pair)
            yield from (replace(one, language=None) for side in sides for one in side if not one.text)
            return
        filled = [cell for cell in row if any(one.text for one in cell)]
        if len(filled) == 1 and (shared := _share(filled[0])):
            yield from shared
            return
        first = next(one for side in worded for one in side)
        code = "import-row-uneven" if all(worded) else "import-cell-empty"
        values: dict[str, Value] = {"start": show_text(first.text)}
        if all(worded):
            values |= {"polish": Count(len(worded[0])), "czech": Count(len(worded[1]))}
        self.findings.append(Diagnostic(code, Span(self._file, first.line, 1), values))


def _share(cell: Sequence[Paragraph]) -> list[Paragraph]:
    """The words of a row's only cell for both languages; none if they are in one language alone."""
    shared: list[Paragraph] = []
    for one in cell:
        title = split_title(one)
        if title is None and (tell_language(one.text) or not one.text):
            return []
        sides = (title.polish, title.czech) if title else (one.text, one.text)
        markup = "" if title else one.markup
        for words, language in zip(sides, PAIR, strict=True):
            shared.append(replace(one, text=words, markup=markup, language=language, tied=True))
    return shared


def hang_pictures(passages: Sequence[Paragraph]) -> list[Paragraph]:
    """The passages with words; pictures alone hang on the caption behind them, else on what is before."""
    hung: list[Paragraph] = []
    loose: list[Paragraph] = []
    for passage in [*passages, None]:
        if passage is not None and not passage.text:
            loose.append(passage)
            continue
        if passage is not None:
            passage = _tell_caption(passage, bool(loose or (hung and hung[-1].caption)))
        pictures = tuple(one for bare in loose for one in bare.pictures)
        if pictures and passage is not None and (passage.caption or not hung):
            passage = replace(passage, pictures=(*pictures, *passage.pictures))
        elif pictures and hung:
            hung[-1] = replace(hung[-1], pictures=(*hung[-1].pictures, *pictures))
        elif pictures:
            return loose
        loose = []
        if passage is not None:
            hung.append(passage)
    return hung


def _tell_caption(passage: Paragraph, behind: bool) -> Paragraph:
    """The passage, a caption if its style says so or it begins as one, behind a picture or another one."""
    begins = bool(behind or passage.pictures) and begins_caption(passage.text)
    caption = passage.caption or begins or begins_table_caption(passage.text)
    return replace(passage, caption=caption)
