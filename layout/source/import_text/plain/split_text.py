"""Takes the characters of an office's text and gives sections of passages; joins no languages.

A section begins with a title in both languages. A paragraph is a line, or lines that an editor has wrapped;
empty lines, lines of no-break spaces and form feeds stand between paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from layout.model.diagnostic import Diagnostic, Span
from layout.model.patterns import late_pattern
from layout.model.records import replace
from layout.source.fields.scalars import is_unseen
from layout.source.import_text.data_tables import make_tables, share_tables
from layout.source.import_text.passages import LINE_BREAK, Paragraph, TextSection, Title
from layout.source.import_text.plain.columns import Columns, find_columns, find_tables, split_cells
from layout.source.import_text.plain.labels import read_label
from layout.source.import_text.plain.list_items import begins_item, mark_items, mend_bullets
from layout.source.import_text.plain.titles import (
    LONGEST_TITLE,
    SURE,
    join_title,
    order_neutral_titles,
    own_separator,
    split_title,
)
from layout.source.import_text.tell_language import tell_language
from layout.source.nodes.parsing import find_forbidden, name_character, show_text

LINE_ENDS = late_pattern("\r\n|[\r\x85\u2029]")
_OFFICE_SIGNS = str.maketrans(
    {
        "\x0b": LINE_BREAK,
        "\u2028": LINE_BREAK,
        "\x1e": "-",
        "\x1f": "\u00ad",
        "\u200b": None,
        "\ufeff": None,
        "\u200e": None,
        "\u200f": None,
        "\u2060": None,
        "\u2011": "-",
    }
)
"""Forced line breaks, a hard and a soft hyphen as Word exports them; signs that no face can show."""
_GAP = late_pattern("[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_NOTE = late_pattern(r"\[\d{1,3}\]\s*\S|[¹²³⁴⁵⁶⁷⁸⁹⁰]+\s*\S|\*{1,3}\)?\s*\w")
"""How notes at the end of a text begin."""

_WIDEST_WRAP = 120
"""Characters of the longest line of a text that was wrapped by hand or by an editor."""
_WRAP_SLACK = 4
_ADDRESS_LINES = range(2, 9)
_ADDRESS_WIDTH = 45
"""Lines and characters of an address, opening hours and the like, which keep their lines."""

Run = list[Paragraph]


def split_text(
    text: str, file: str, bilingual: bool = True
) -> tuple[tuple[TextSection, ...], tuple[Diagnostic, ...]]:
    """The sections of a text, and what no brochure can hold; only a `bilingual` one has both in tables."""
    lines = LINE_ENDS.sub("\n", text).split("\n")
    tabbed = [split_cells(line) for line in lines if "\t" in line.strip()]
    columns = find_columns(tabbed) if bilingual else None
    mistakes: list[Diagnostic] = []
    runs = list(_read_columns(lines, columns, file, mistakes) if columns else _gather_all(lines, bilingual))
    mistakes += _find_forbidden(runs, file)
    wrapped = max((len(line.text) for run in runs for line in run), default=0) <= _WIDEST_WRAP
    parts = list(_parts_of(runs, wrapped))
    sections = order_neutral_titles(part_sections(share_tables(parts) if bilingual else parts))
    return tuple(sections), tuple(mistakes)


def part_sections(parts: Sequence[Paragraph | Title]) -> list[TextSection]:
    """What stands under each title, lists and notes told from other passages."""
    sections: list[TextSection] = []
    title: Title | None = None
    paragraphs: Run = []
    for part in [*parts, None]:
        if isinstance(part, Paragraph):
            paragraphs.append(part)
            continue
        if title or paragraphs:
            marked = mark_items(paragraphs)
            sections.append(TextSection(title, tuple(map(_note, marked))))
        title, paragraphs = part, []
    return sections


def _note(paragraph: Paragraph) -> Paragraph:
    plain = paragraph.mark is None and paragraph.grid is None
    return replace(paragraph, note=plain and bool(_NOTE.match(paragraph.text)))


def _read_columns(
    lines: Sequence[str], columns: Columns, file: str, mistakes: list[Diagnostic]
) -> Iterator[Run]:
    """Rows of a table with a language a column, each passage told its own; other lines as they are."""
    headed = columns.headed
    for number, line in enumerate(lines, 1):
        cells = split_cells(line.translate(_OFFICE_SIGNS)) if "\t" in line else []
        if not any(cells):
            if line.strip():
                yield [Paragraph(text=clean_words(line.translate(_OFFICE_SIGNS)), line=number, run=number)]
            continue
        if headed:
            headed = False
            continue
        row = [
            Paragraph(text=clean_words(mend_bullets(cell)), line=number, run=number, language=language)
            for column, cell in enumerate(cells)
            if cell and (language := columns.language(column))
        ]
        if len(row) == 1:
            mistakes.append(
                Diagnostic("import-cell-empty", Span(file, number, 1), {"start": show_text(row[0].text)})
            )
        yield from ([one] for one in row)


def _gather_all(lines: Sequence[str], bilingual: bool) -> Iterator[Run]:
    """Runs of filled lines, and each table of data between them."""
    start = 0
    for first, last in find_tables(lines):
        yield from _gather_runs(lines[start:first], start)
        rows = [[_read_cell(cell, first) for cell in split_cells(line)] for line in lines[first:last]]
        yield from ([table] for table in make_tables(rows, bilingual))
        start = last
    yield from _gather_runs(lines[start:], start)


def _read_cell(cell: str, line: int) -> list[Paragraph]:
    words = clean_words(cell.translate(_OFFICE_SIGNS))
    return [Paragraph(text=words, line=line + 1)] if words else []


def _gather_runs(lines: Iterable[str], before: int) -> Iterator[Run]:
    """Runs of neighbouring filled lines, spaces put in order; a form feed parts them like an empty line."""
    run: Run = []
    count = before
    spoken: str | None = None
    for number, line in enumerate(lines, before + 1):
        for index, piece in enumerate(mend_bullets(line).translate(_OFFICE_SIGNS).split("\f")):
            label, words = read_label(clean_words(piece))
            spoken = label or spoken
            if run and (index or not (words or label)):
                yield run
                run, count = [], count + 1
            if words:
                run.append(Paragraph(text=words, line=number, run=count, language=spoken))
    if run:
        yield run


def clean_words(text: str) -> str:
    """Each line without spaces around it; one sign of a gap is kept as typed, a longer gap is a space."""
    lines = (_GAP.sub(_shrink_gap, line).strip() for line in text.split(LINE_BREAK))
    return LINE_BREAK.join(line for line in lines if not is_unseen(line))


def _shrink_gap(gap: re.Match[str]) -> str:
    return gap[0] if len(gap[0]) == 1 and gap[0] != "\t" else " "


def _find_forbidden(runs: Iterable[Run], file: str) -> Iterator[Diagnostic]:
    for run in runs:
        for line in run:
            bad = find_forbidden(line.text)
            if bad is not None:
                values = {"character": name_character(line.text[bad])}
                yield Diagnostic("forbidden-character", Span(file, line.line, bad + 1), values)


def _parts_of(runs: Sequence[Run], wrapped: bool) -> Iterator[Paragraph | Title]:
    """Titles and whole paragraphs, in order."""
    kept = _find_addresses(runs)
    opening = _open_title(runs)
    separators = own_separator(runs[0][0]) if runs else SURE
    if opening:
        yield opening[0]
    for index, run in enumerate(runs):
        if run[0].grid:
            yield run[0]
            continue
        lines = [line for line in run if opening is None or line not in opening[1]]
        if index in kept:
            yield Paragraph(
                text=LINE_BREAK.join(line.text for line in lines), line=lines[0].line, run=run[0].run
            )
        elif lines:
            alone = separators if index == 0 or len(lines) == 1 else SURE
            yield from _parts_of_run(list(_join_broken_titles(lines)), wrapped, alone)


def _open_title(runs: Sequence[Run]) -> tuple[Title, Run] | None:
    """The title that the first two lines make, one in each language, and these lines."""
    lines = [line for run in runs[:2] for line in run][:2]
    if (
        len(lines) < 2
        or any(line.grid for line in lines)
        or (len(runs[0]) > 2 and lines[0].language is None)
        or own_separator(lines[0]) != SURE
    ):
        return None
    if split_title(lines[0]):
        return None
    title = join_title(*lines)
    return (title, lines) if title else None


def _find_addresses(runs: Sequence[Run]) -> frozenset[int]:
    """The runs whose short lines stay lines: two neighbours with as many each, one in each language."""
    shaped = [len(run) if _is_address(run) else 0 for run in runs]
    return frozenset(
        index
        for index, count in enumerate(shaped)
        if count and count in (*shaped[max(index - 1, 0) : index], *shaped[index + 1 : index + 2])
    )


def _is_address(run: Run) -> bool:
    if len(run) not in _ADDRESS_LINES or any(line.language or line.grid for line in run):
        return False
    short = all(len(line.text) <= _ADDRESS_WIDTH and line.text[-1] not in ".!?;,:" for line in run)
    if not short or any(begins_item(line.text) or split_title(line) for line in run):
        return False
    shown = {tell_language(line.text) for line in run} - {None}
    return len(shown) < 2 and any(any(map(str.isdigit, line.text)) for line in run[1:])


def _parts_of_run(lines: Run, wrapped: bool, separators: str) -> Iterator[Paragraph | Title]:
    """The parts of one run; a dash or a colon makes a title of its first line alone."""
    widest = max(len(line.text) for line in lines)
    open_lines: Run = []
    for index, line in enumerate(lines):
        title = None
        if (index == 0 or not open_lines or not wrapped) and not begins_item(line.text):
            title = split_title(line, SURE if index else separators)
        if open_lines and (title or not _continues(open_lines[-1], line, wrapped, widest)):
            yield _join(open_lines)
            open_lines = []
        if title:
            yield title
        else:
            open_lines.append(line)
    if open_lines:
        yield _join(open_lines)


def _join(lines: Run) -> Paragraph:
    return replace(lines[0], text=" ".join(line.text for line in lines))


def _join_broken_titles(run: Run) -> Iterator[Paragraph]:
    """A title whose slash stands at the end of its first line, or at the start of the second, is one line."""
    lines = iter(run)
    for line in lines:
        if line.text.endswith(("/", "|")) and len(line.text) <= LONGEST_TITLE:
            follower = next(lines, None)
            yield replace(line, text=f"{line.text} {follower.text}") if follower else line
        else:
            yield line


def _continues(line: Paragraph, following: Paragraph, wrapped: bool, widest: int) -> bool:
    """Whether a line goes on in the next one: its first word did not fit, or it begins in the middle."""
    if (
        begins_item(following.text, line.text)
        or line.language != following.language
        or LINE_BREAK in line.text
    ):
        return False
    here, there = tell_language(line.text), tell_language(following.text)
    if here and there and here != there:
        return False
    if following.text[0].islower() and line.text[-1] not in ".!?:;…":
        return True
    word = following.text.split(maxsplit=1)[0]
    return wrapped and widest > 40 and len(line.text) + 1 + len(word) > widest - _WRAP_SLACK
