"""Takes the files an office sends, gives the sections of passages in them; joins no languages.

One file holds both languages, as plain text or as a Word document; of two files each is in one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span
from layout.model.languages import CZECH, PAIR, POLISH
from layout.model.records import Struct, replace
from layout.model.values import ByteSize, SystemReason
from layout.pdfreading.bounded import open_regular
from layout.source.fields.files import shown_path
from layout.source.fields.spoiled_letters import find_spoiled
from layout.source.import_text.office.body import OfficeText
from layout.source.import_text.opendocument.document import is_opendocument, read_opendocument
from layout.source.import_text.passages import Paragraph, TextSection, Title
from layout.source.import_text.plain.decode_text import decode_text
from layout.source.import_text.plain.split_text import LINE_ENDS, part_sections, split_text
from layout.source.import_text.plain.titles import split_title
from layout.source.import_text.tell_language import weigh_languages
from layout.source.import_text.word.document import read_word
from layout.source.import_text.word.package import is_word
from layout.source.nodes.parsing import LARGEST_FILE, show_text

LARGEST_DOCUMENT = 200_000_000
"""Bytes of a document, most of them pictures."""
_DOCUMENTS: tuple[tuple[Callable[[bytes], bool], Callable[[bytes, str, bool], OfficeText]], ...] = (
    (is_word, read_word),
    (is_opendocument, read_opendocument),
)
"""How a document of each program is told, and its reader."""
_MOST_DOUBTS = 12
"""Spoiled words that are shown: whoever sees a dozen knows."""
_ONE_LANGUAGE = 3.0
"""How much more one of two files must show its language than the other one."""


class SentText(Struct, frozen=True):
    """The sections of what was sent, what is wrong or doubtful about it, and the encoding of plain text."""

    sections: tuple[TextSection, ...]
    findings: tuple[Diagnostic, ...]
    encoding: str


def read_office(paths: Sequence[Path]) -> SentText:
    """The sections of one file in both languages, or of two of the same build; raises Rejected."""
    read = [_read_file(path, len(paths) == 1) for path in paths]
    if len(read) == 1:
        return read[0]
    findings = [finding for one in read for finding in one.findings]
    parts = []
    spoken = []
    for path, one in zip(paths, read, strict=True):
        passages = [passage for section in one.sections for passage in _passages_of(section)]
        language = _main_language(passages)
        if language is None or language in spoken:
            findings.append(Diagnostic("import-two-files", Span(shown_path(path))))
        spoken.append(language)
        parts += [replace(passage, language=language, file=shown_path(path)) for passage in passages]
    return SentText((TextSection(None, tuple(parts)),), tuple(findings), read[0].encoding)


def _passages_of(section: TextSection) -> Iterator[Paragraph]:
    """A section's passages; what looked like a title in both languages is one in a file of one language."""
    if section.title:
        words = f"{section.title.polish} / {section.title.czech}"
        yield Paragraph(text=words, line=section.title.line, heading=1)
    yield from section.paragraphs


def _main_language(passages: Sequence[Paragraph]) -> str | None:
    shown: Counter[str] = Counter()
    for passage in passages:
        shown.update(weigh_languages(passage.text))
    best = max(PAIR, key=lambda tag: shown[tag])
    others = sum(shown[tag] for tag in PAIR if tag != best)
    return best if shown[best] > _ONE_LANGUAGE * others else None


def _read_file(path: Path, bilingual: bool) -> SentText:
    file = shown_path(path)
    data = _read_bytes(path, file)
    reader = next((read for shows, read in _DOCUMENTS if shows(data)), None)
    if reader is None:
        decoded = decode_text(data, file)
        sections, mistakes = split_text(decoded.text, file, bilingual)
        lines = LINE_ENDS.sub("\n", decoded.text).split("\n")
        return SentText(sections, (*mistakes, *_doubt_letters(lines, file)), decoded.encoding)
    document = reader(data, file, bilingual)
    parts = list(_tell_titles(document.paragraphs))
    lines = [passage.text for passage in document.paragraphs]
    return SentText(tuple(part_sections(parts)), (*document.findings, *_doubt_letters(lines, file)), "utf-8")


def _read_bytes(path: Path, file: str) -> bytes:
    try:
        with open_regular(path) as opened:
            data = opened.read(LARGEST_DOCUMENT + 1)
    except OSError as error:
        raise Rejected.one("unreadable-file", Span(file), reason=SystemReason.of(error)) from None
    limit = LARGEST_DOCUMENT if data.startswith(b"PK") else LARGEST_FILE
    if len(data) > limit:
        raise Rejected.one("file-too-large", Span(file), size=ByteSize(len(data)), limit=ByteSize(limit))
    return data


def _tell_titles(passages: Sequence[Paragraph]) -> Iterator[Paragraph | Title]:
    """A first passage with both languages is a title; a heading with both is one in each, in their order."""
    for index, passage in enumerate(passages):
        title = split_title(passage) if passage.heading is not None or index == 0 else None
        if title is None or passage.heading is None:
            yield title or passage
            continue
        sides = ((title.polish, POLISH), (title.czech, CZECH))
        for words, language in reversed(sides) if title.czech_first else sides:
            yield replace(passage, text=words, markup="", language=language)


def _doubt_letters(lines: Sequence[str], file: str) -> Iterator[Diagnostic]:
    """The first words whose letters were spoiled before, each with what it most likely was."""
    for word in islice(find_spoiled(lines), _MOST_DOUBTS):
        code = "import-spoiled" if word.likely else "import-letters-lost"
        values = {"word": show_text(word.word), "likely": show_text(word.likely)}
        yield Diagnostic(code, Span(file, word.line + 1, word.start + 1), values, Severity.WARNING)
