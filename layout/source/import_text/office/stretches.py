"""Takes words in stretches of one style each, gives a passage as words and as Markdown; reads no file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from layout.model.diagnostic import Diagnostic, Severity, Span
from layout.model.records import Struct, field, replace
from layout.model.values import Count, Listed, Value
from layout.source.fields.prose import LINK_SCHEMES
from layout.source.import_text.markup import plain_words, protect, write_note
from layout.source.import_text.passages import LINE_BREAK, Mark, Paragraph, TakenPicture
from layout.source.import_text.plain.split_text import clean_words


class WordStretch(Struct, frozen=True):
    """Words in one style, or a footnote as Markdown."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    note: str = ""


class Told(Struct):
    """What an import has to tell of a document, by code of its message, and who has changed it."""

    count: Counter[str] = field(default_factory=Counter)
    authors: set[str] = field(default_factory=set)

    def tell(self, file: str) -> Iterator[Diagnostic]:
        """A warning for each kind of thing."""
        for code, count in sorted(self.count.items()):
            values: dict[str, Value] = {"count": Count(count)}
            if code == "import-changes":
                values["authors"] = Listed(tuple(sorted(name or "?" for name in self.authors)))
            yield Diagnostic(code, Span(file), values, Severity.WARNING)


class ParagraphShape(Struct, frozen=True):
    """What a paragraph is; `heading` 0 is the title, None no heading; `level` of an item from 0.

    `contents` is a line of a table of contents.
    """

    heading: int | None = None
    mark: Mark | None = None
    level: int = 0
    caption: bool = False
    contents: bool = False


class OfficeWords(Struct, frozen=True):
    """A paragraph's words in order, the language its program takes them for, and its pictures."""

    stretches: tuple[WordStretch, ...]
    language: str | None
    pictures: tuple[TakenPicture, ...]

    @property
    def text(self) -> str:
        return clean_words("".join(stretch.text for stretch in self.stretches))


def make_passage(words: OfficeWords, shape: ParagraphShape, line: int) -> Paragraph:
    """The passage that a paragraph of a document is."""
    return Paragraph(
        text=words.text,
        line=line,
        run=line if shape.mark is None else 0,
        mark=shape.mark,
        level=shape.level,
        markup=mark_up(words.stretches),
        heading=shape.heading,
        hint=words.language,
        caption=shape.caption,
        pictures=words.pictures,
    )


def make_note(paragraphs: Sequence[Sequence[WordStretch]]) -> WordStretch:
    """A footnote of one or more paragraphs, which stand on one line."""
    words = [" ".join(_note_words(one).split()) for one in paragraphs]
    return WordStretch("", note=" ".join(filter(None, words)))


def _note_words(stretches: Sequence[WordStretch]) -> str:
    unbroken = [replace(one, text=one.text.replace(LINE_BREAK, " "), note="") for one in stretches]
    return mark_up(unbroken) or protect(clean_words("".join(one.text for one in unbroken)))


def mark_up(stretches: Sequence[WordStretch]) -> str:
    """The words as Markdown; empty where nothing is bold, slanted or linked, or no marks can say it."""
    plain = clean_words("".join(one.text + plain_words(one.note) for one in stretches))
    unstyled = [replace(one, bold=False, italic=False) for one in stretches]
    for dressed in (_join([_keep_link(one) for one in side]) for side in (stretches, unstyled)):
        if not any(one.bold or one.italic or one.link or one.note for one in dressed):
            return ""
        text = clean_words("".join(map(_style, dressed)))
        if plain_words(text) == plain:
            return text
    return ""


def _keep_link(stretch: WordStretch) -> WordStretch:
    """The stretch, its link only if a page can lead there, spelt so that no sign of it ends the mark."""
    link = stretch.link.strip()
    if not link.lower().startswith(LINK_SCHEMES):
        return replace(stretch, link="")
    return replace(stretch, link=quote(link, safe="!#$%&'*+,/:;=?@[]~"))


def _join(stretches: Sequence[WordStretch]) -> list[WordStretch]:
    """The stretches, neighbours of one style made one."""
    joined: list[WordStretch] = []
    for one in stretches:
        if joined and not one.note and replace(joined[-1], text="") == replace(one, text=""):
            joined[-1] = replace(one, text=joined[-1].text + one.text)
        else:
            joined.append(one)
    return joined


def _style(stretch: WordStretch) -> str:
    """One stretch between its signs, which stand close to the words."""
    if stretch.note:
        return write_note(stretch.note)
    text = stretch.text.strip()
    if not text:
        return stretch.text
    before, _, after = stretch.text.partition(text)
    sign = "*" * (int(stretch.italic) + 2 * int(stretch.bold))
    words = f"{sign}{protect(text)}{sign}"
    return f"{before}{f'[{words}]({stretch.link})' if stretch.link else words}{after}"
