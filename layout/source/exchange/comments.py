"""Takes a sheet of comments from somebody who read a proof, gives them by the numbers of its lines."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path

from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span
from layout.model.patterns import late_pattern
from layout.model.records import Struct
from layout.model.values import SystemReason
from layout.pdfreading.bounded import open_regular
from layout.source.exchange.word_tables import read_rows
from layout.source.fields.files import shown_path
from layout.source.import_text.plain.decode_text import decode_text
from layout.source.import_text.word.package import is_word
from layout.source.nodes.parsing import show_text

LARGEST_SHEET = 20_000_000
"""Bytes of a file of comments."""
DELIMITERS = ";\t,"
_LINES = late_pattern(
    r"\W*(?:w(?:iersz\w*|\.)?|ř(?:ád\w*|\.)?|l(?:ines?|inia|\.)?|nr|č|r)?\.?:?\s*"
    r"(?P<first>\d{1,6})(?:\s*(?:[-–—]|do|až|a|i)\s*(?P<last>\d{1,6}))?(?P<rest>(?:\s*[.:)”“\"–—|-]+|\s|$).*)?",
    re.IGNORECASE | re.DOTALL,
)
_LEAD = late_pattern(r"^[\s.:)”“\"–—|-]+")


class LineComment(Struct, frozen=True):
    """What somebody said of a proof's lines from `first` to `last`; `row` counts in the sheet, from 1."""

    first: int
    last: int
    text: str
    row: int


class CommentSheet(Struct, frozen=True):
    """The comments of a file, and the rows that name no line."""

    comments: tuple[LineComment, ...]
    warnings: tuple[Diagnostic, ...]


def read_comments(path: Path) -> CommentSheet:
    """The comments of a .docx (a table, or paragraphs that begin with a number) or .csv; raises Rejected."""
    file = shown_path(path)
    data = _read(path, file)
    rows = read_rows(data, file) if is_word(data) else list(_csv_rows(data, file))
    comments, warnings = list[LineComment](), list[Diagnostic]()
    for number, row in enumerate(rows, start=1):
        cells = [cell for cell in row if cell.strip()]
        if not cells:
            continue
        comment = _comment(cells, number)
        if comment is not None:
            comments.append(comment)
        elif number > 1 and comments:
            said = {"text": show_text(" ".join(cells))}
            warnings.append(Diagnostic("comment-without-line", Span(file, number, 1), said, Severity.WARNING))
    if not comments:
        raise Rejected.one("comments-none", Span(file))
    return CommentSheet(tuple(comments), tuple(warnings))


def _read(path: Path, file: str) -> bytes:
    try:
        with open_regular(path) as opened:
            data = opened.read(LARGEST_SHEET + 1)
    except OSError as error:
        raise Rejected.one("unreadable-file", Span(file), reason=SystemReason.of(error)) from None
    if len(data) > LARGEST_SHEET:
        raise Rejected.one("exchange-unsafe", Span(file))
    return data


def _csv_rows(data: bytes, file: str) -> Iterator[tuple[str, ...]]:
    text = decode_text(data, file).text
    if "\0" in text:
        raise Rejected.one("exchange-broken", Span(file))
    head = text[:4000]
    delimiter = max(DELIMITERS, key=head.count)
    try:
        for row in csv.reader(StringIO(text), delimiter=delimiter):
            yield tuple(row)
    except csv.Error:
        raise Rejected.one("exchange-broken", Span(file)) from None


def _comment(cells: Iterable[str], row: int) -> LineComment | None:
    first, *others = cells
    found = _LINES.fullmatch(first.strip())
    if found is None:
        return None
    start = int(found["first"])
    rest = _LEAD.sub("", found["rest"] or "")
    text = " – ".join(part for part in (rest.strip(), *(other.strip() for other in others)) if part)
    return LineComment(start, max(start, int(found["last"] or start)), " ".join(text.split()), row)
