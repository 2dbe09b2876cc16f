"""Takes a Word document, gives its passages in order and what had to be left out; joins no languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from layout.model.diagnostic import Diagnostic, Severity, Span
from layout.model.records import Struct, replace
from layout.model.values import Count, Listed, Value
from layout.source.import_text.markup import protect
from layout.source.import_text.passages import LINE_BREAK, Paragraph
from layout.source.import_text.plain.columns import Columns, find_columns
from layout.source.import_text.plain.split_text import clean_words
from layout.source.import_text.word.package import BODY, COMMENTS, W, WordPackage
from layout.source.import_text.word.styles import WordShape, WordStyles
from layout.source.import_text.word.words import Told, WordPassage, WordReader, WordStretch
from layout.source.nodes.parsing import find_forbidden, name_character, show_text

_CONTAINERS = (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag", f"{W}ins", f"{W}moveTo")
"""What holds paragraphs without being one."""
_CELL_JOINT = " | "


class WordText(Struct, frozen=True):
    """The passages of a document; their `line` counts its paragraphs."""

    paragraphs: tuple[Paragraph, ...]
    findings: tuple[Diagnostic, ...]


def read_word(data: bytes, file: str, bilingual: bool = True) -> WordText:
    """The passages of a .docx; only a `bilingual` one has tables of two languages. Raises Rejected."""
    package = WordPackage(data, Span(file))
    return _Reader(package, file, bilingual).read()


class _Reader:
    """Walks the body, counting paragraphs."""

    def __init__(self, package: WordPackage, file: str, bilingual: bool) -> None:
        self._bilingual = bilingual
        self._package = package
        self._file = file
        self._styles = WordStyles(package)
        self._told = Told()
        self._words = WordReader(package.links(), self._told)
        self._count = 0
        self._findings: list[Diagnostic] = []

    def read(self) -> WordText:
        root = self._package.part(BODY)
        body = None if root is None else root.find(f"{W}body")
        found = list(self._blocks(body)) if body is not None else []
        comments = self._package.part(COMMENTS)
        if comments is not None and (count := sum(1 for _ in comments.iter(f"{W}comment"))):
            self._told.count["import-comments"] = count
        return WordText(tuple(found), (*self._findings, *self._tell()))

    def _blocks(self, parent: Element) -> Iterator[Paragraph]:
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag in _CONTAINERS:
                yield from self._blocks(child)

    def _paragraph(self, element: Element) -> Iterator[Paragraph]:
        self._count += 1
        line = self._count
        words = self._words.read(element)
        shape = self._styles.shape(element)
        text = clean_words(words.text)
        if text:
            self._look_at(text, line)
            yield _make(words, text, shape, line)
        for box in words.boxes:
            yield from self._blocks(box)

    def _look_at(self, text: str, line: int) -> None:
        bad = find_forbidden(text)
        if bad is not None:
            values = {"character": name_character(text[bad])}
            self._findings.append(Diagnostic("forbidden-character", Span(self._file, line, bad + 1), values))

    def _table(self, table: Element) -> Iterator[Paragraph]:
        rows = [
            [list(self._blocks(cell)) for cell in _inside(row, f"{W}tc")] for row in _inside(table, f"{W}tr")
        ]
        plain = [[LINE_BREAK.join(one.text for one in cell) for cell in row] for row in rows]
        columns = find_columns(plain) if self._bilingual else None
        if columns is None:
            yield from self._flatten(rows)
            return
        for row in rows[int(columns.headed) :]:
            yield from self._row(row, columns)

    def _row(self, row: Sequence[list[Paragraph]], columns: Columns) -> Iterator[Paragraph]:
        """The passages of one row by turn, each told its language."""
        sides = [
            [replace(one, language=columns.language(column)) for one in row[column]]
            if column < len(row)
            else []
            for column in (columns.polish, columns.czech)
        ]
        if len(sides[0]) == len(sides[1]):
            yield from (one for pair in zip(*sides, strict=True) for one in pair)
            return
        first = next(one for side in sides for one in side)
        code = "import-row-uneven" if all(sides) else "import-cell-empty"
        values: dict[str, Value] = {"start": show_text(first.text)}
        if all(sides):
            values |= {"polish": Count(len(sides[0])), "czech": Count(len(sides[1]))}
        self._findings.append(Diagnostic(code, Span(self._file, first.line, 1), values))

    def _flatten(self, rows: Sequence[Sequence[list[Paragraph]]]) -> Iterator[Paragraph]:
        """A table that is no table of two languages: a passage a row, for now."""
        self._told.count["import-tables"] += 1
        for row in rows:
            cells = [one for cell in row for one in cell]
            if cells:
                text = _CELL_JOINT.join(one.text for one in cells)
                yield Paragraph(text=text, line=cells[0].line, run=cells[0].line, hint=cells[0].hint)

    def _tell(self) -> Iterator[Diagnostic]:
        for code, count in sorted(self._told.count.items()):
            values: dict[str, Value] = {"count": Count(count)}
            if code == "import-changes":
                values["authors"] = Listed(tuple(sorted(name or "?" for name in self._told.authors)))
            yield Diagnostic(code, Span(self._file), values, Severity.WARNING)


def _make(words: WordPassage, text: str, shape: WordShape, line: int) -> Paragraph:
    return Paragraph(
        text=text,
        line=line,
        run=line if shape.mark is None else 0,
        mark=shape.mark,
        level=shape.level,
        markup=mark_up(words.stretches),
        heading=shape.heading,
        hint=words.language,
    )


def mark_up(stretches: Sequence[WordStretch]) -> str:
    """The words as Markdown; empty where nothing is bold, slanted or linked."""
    if not any(one.bold or one.italic or one.link for one in stretches):
        return ""
    joined: list[WordStretch] = []
    for one in stretches:
        if joined and replace(joined[-1], text="") == replace(one, text=""):
            joined[-1] = replace(one, text=joined[-1].text + one.text)
        else:
            joined.append(one)
    return clean_words("".join(map(_style, joined)))


def _style(stretch: WordStretch) -> str:
    """One stretch between its signs, which stand close to the words."""
    text = stretch.text.strip()
    if not text:
        return stretch.text
    before, _, after = stretch.text.partition(text)
    sign = "*" * (int(stretch.italic) + 2 * int(stretch.bold))
    words = f"{sign}{protect(text)}{sign}"
    return f"{before}{f'[{words}]({stretch.link})' if stretch.link else words}{after}"


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, but none of a table inside it."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _CONTAINERS:
            yield from _inside(child, tag)
