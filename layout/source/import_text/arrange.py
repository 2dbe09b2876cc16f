"""Takes paired passages, gives the sections of a brochure: titles, blocks and pictures; writes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import groupby

from layout.model.content.pairs import Pair
from layout.model.diagnostic import Diagnostic, Severity, Span
from layout.model.languages import CZECH, PAIR, POLISH
from layout.model.records import Struct
from layout.model.values import Count, Value
from layout.source.import_text.data_tables import shape_of
from layout.source.import_text.markup import balance_notes, protect, strip_notes
from layout.source.import_text.office.pictures import begins_caption
from layout.source.import_text.pair_text import PairedText, Sides
from layout.source.import_text.passages import Grid, Paragraph, TakenPicture, TextSection
from layout.source.import_text.plain.titles import LONGEST_TITLE
from layout.source.import_text.tell_language import tell_language
from layout.source.import_text.write_content import (
    PlainFigure,
    PlainPair,
    PlainPassage,
    PlainSection,
    PlainTable,
)

_DEEPEST = 3
"""Levels of headings that a brochure has."""
_PLACEHOLDER = {POLISH: "TODO: opisz, co widać na obrazie", CZECH: "TODO: popište, co je na obrázku"}
"""What stands for an alternative text that the document does not tell, until somebody writes it."""


class ArrangedText(Struct, frozen=True):
    """The title of a brochure and its sections, pairs in the order of the languages; pictures by name."""

    title: Pair[str]
    sections: tuple[PlainSection, ...]
    pictures: Mapping[str, bytes]
    findings: tuple[Diagnostic, ...]


class _Opened(Struct):
    """A section that has been opened: its title, the heading of the text that is it, and what follows."""

    title: Pair[str]
    heading: Sides | None
    pairs: list[Sides]


def arrange_text(
    sections: Sequence[TextSection], paired: Sequence[PairedText], languages: tuple[str, str], file: str
) -> ArrangedText | None:
    """A section begins with a title in both languages or a pair of main headings; None without any title."""
    opened: list[_Opened] = []
    for section, pairs in zip(sections, paired, strict=True):
        if section.title:
            opened.append(_Opened(_pair(section.title.polish, section.title.czech, languages), None, []))
        for number, sides in enumerate(pairs.pairs):
            opens = sides[0].heading in (0, 1) and sides[1].heading in (0, 1)
            if opens or (number == 0 and not opened and all(map(_may_be_title, sides))):
                opened.append(_Opened(_pair(sides[0].text, sides[1].text, languages), sides, []))
            elif not opened:
                return None
            else:
                opened[-1].pairs.append(sides)
    if not opened:
        return None
    title = opened[0].title
    if len(opened) > 1 and _names_document(opened[0]):
        del opened[0]
    passages = _Passages(languages, file)
    made = tuple(PlainSection(one.title, tuple(passages.arrange(one))) for one in opened)
    return ArrangedText(title, made, passages.pictures, tuple(passages.findings))


def _names_document(opened: _Opened) -> bool:
    """Whether the first heading is the title of the whole, with nothing under it."""
    heading = opened.heading
    if heading is None or heading[0].heading != 0 or opened.pairs:
        return False
    return not any(side.pictures for side in heading)


def _may_be_title(passage: Paragraph) -> bool:
    fits = len(passage.text) <= LONGEST_TITLE and passage.text[-1] not in ".!?;,"
    return fits and passage.mark is None and passage.grid is None


class _Passages:
    """Makes the blocks of sections, and keeps each picture once."""

    def __init__(self, languages: tuple[str, str], file: str) -> None:
        self._languages = languages
        self._file = file
        self._files: dict[str, str] = {}
        self.pictures: dict[str, bytes] = {}
        self.findings: list[Diagnostic] = []

    def arrange(self, opened: _Opened) -> Iterator[PlainPassage]:
        """The blocks of a section; a list of one item is a paragraph as it was typed."""
        if opened.heading:
            self._tell_left_out(opened.heading)
            yield from self._figures(opened.heading)
        for listed, group in groupby(opened.pairs, key=lambda sides: sides[0].mark is not None):
            several = list(group)
            if listed:
                yield from (self._words(sides, len(several) == 1) for sides in several)
                yield from (figure for sides in several for figure in self._figures(sides))
            else:
                yield from self._running(several)

    def _running(self, pairs: Sequence[Sides]) -> Iterator[PlainPassage]:
        """Passages that are no items; a caption goes to the table behind it, or to its own picture."""
        caption: Sides | None = None
        for sides, following in zip(pairs, [*pairs[1:], None], strict=True):
            hung = any(side.pictures for side in sides)
            captions = any(side.caption for side in sides) and all(map(_may_be_caption, sides))
            if captions and not hung and following and following[0].grid:
                caption = sides
            elif captions and hung:
                yield from self._figures(sides, self._markup(sides))
            else:
                polish, czech = sides[0].grid, sides[1].grid
                if polish and czech and shape_of(polish) == shape_of(czech):
                    yield self._table(sides, polish, czech, caption)
                else:
                    yield self._words(sides, False)
                caption = None
                yield from self._figures(sides)

    def _words(self, sides: Sides, lone: bool) -> PlainPair:
        polish = sides[0]
        level = None if polish.heading is None else min(max(polish.heading, 2), _DEEPEST)
        mark = None if lone and polish.typed else polish.mark
        return PlainPair(self._markup(sides, lone), mark, polish.level, level)

    def _markup(self, sides: Sides, lone: bool = False) -> Pair[str]:
        words = _words(sides[0], lone), _words(sides[1], lone)
        if sides[0].heading is not None:
            self._tell_left_out(sides)
            return _pair(strip_notes(words[0])[0], strip_notes(words[1])[0], self._languages)
        return self._balanced(words, sides)

    def _balanced(self, words: tuple[str, str], sides: Sides) -> Pair[str]:
        """Words in both languages, whose footnotes stand beside each other; one alone is told."""
        words, lone = balance_notes(words)
        if lone:
            self._tell("import-note-lone", sides, count=Count(lone))
        return _pair(*words, self._languages)

    def _tell_left_out(self, sides: Sides) -> None:
        """Footnotes of headings, which have none."""
        count = sum(strip_notes(side.markup)[1] for side in sides)
        if count:
            self._tell("import-footnotes", sides, count=Count(count))

    def _table(self, sides: Sides, polish: Grid, czech: Grid, caption: Sides | None) -> PlainTable:
        rows = tuple(
            tuple(self._balanced(cells, sides) for cells in zip(*row, strict=True))
            for row in zip(polish, czech, strict=True)
        )
        return PlainTable(rows, self._markup(caption) if caption else None)

    def _figures(self, sides: Sides, caption: Pair[str] | None = None) -> Iterator[PlainFigure]:
        """The pictures of a pair, each once; only the first one takes the caption."""
        found: dict[str, list[tuple[TakenPicture, str]]] = {}
        for side, language in zip(sides, PAIR, strict=True):
            for picture in side.pictures:
                spoken = tell_language(picture.alternative) or language
                found.setdefault(sha256(picture.data).hexdigest(), []).append((picture, spoken))
        counts = {len(side.pictures) for side in sides}
        if len(counts) == 1 and len(found) > counts.pop():
            self._tell("import-pictures-differ", sides)
        for digest, told in found.items():
            yield self._figure(digest, told, caption, sides)
            caption = None

    def _figure(
        self, digest: str, told: Sequence[tuple[TakenPicture, str]], caption: Pair[str] | None, sides: Sides
    ) -> PlainFigure:
        picture = told[0][0]
        name = self._name(digest, picture)
        texts = {language: one.alternative for one, language in told if one.alternative}
        decorative = picture.decorative and not texts
        if not decorative and len(texts) < len(PAIR):
            self._tell("import-picture-undescribed", sides, file=name)
        polish, czech = (texts.get(tag, _PLACEHOLDER[tag]) for tag in PAIR)
        alternative = _pair(polish, czech, self._languages)
        return PlainFigure(
            file=name,
            caption=caption,
            alternative=None if decorative else alternative,
            width=picture.width,
        )

    def _name(self, digest: str, picture: TakenPicture) -> str:
        """The file of a picture in the folder; one that stands twice is kept once."""
        if digest in self._files:
            return self._files[digest]
        name = f"images/picture-{len(self._files) + 1:02}.{picture.ending}"
        self._files[digest] = name
        self.pictures[name] = picture.data
        return name

    def _tell(self, code: str, sides: Sides, **values: Value) -> None:
        where = Span(sides[0].file or self._file, sides[0].line, 1)
        self.findings.append(Diagnostic(code, where, values, Severity.WARNING))


def _may_be_caption(passage: Paragraph) -> bool:
    return passage.caption or begins_caption(passage.text)


def _words(passage: Paragraph, lone: bool) -> str:
    words = passage.markup or protect(passage.text)
    return protect(passage.typed) + words if lone else words


def _pair(polish: str, czech: str, languages: tuple[str, str]) -> Pair[str]:
    return Pair(polish, czech) if languages[0] == POLISH else Pair(czech, polish)
