"""Takes an office's plain bilingual text, makes a content folder that builds; never overwrites unasked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from layout.model.content.pairs import Pair
from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span
from layout.model.languages import PAIR, POLISH
from layout.model.values import Count, SystemReason
from layout.source.fields.files import shown_path
from layout.source.fields.prose import LONGEST_PASSAGE
from layout.source.import_text.decode_text import DecodedText, decode_text
from layout.source.import_text.pair_text import PairedText, pair_text
from layout.source.import_text.split_text import Paragraph, TextSection, Title, split_text
from layout.source.import_text.write_content import PUBLISHER, PlainSection, write_content
from layout.source.nodes.parsing import LARGEST_FILE
from layout.source.write.store_files import FolderInUse, store_files


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import has made: `sections` gives each title and the number of its pairs."""

    folder: Path
    encoding: str
    languages: tuple[str, str]
    sections: tuple[tuple[Pair[str], int], ...]
    files: tuple[str, ...]
    findings: tuple[Diagnostic, ...]


def import_text(path: Path, folder: Path, force: bool, day: date) -> ImportReport:
    """A content folder made of a text in Polish and Czech, dated `day`.

    The columns stand in the order of the first title's languages. Raises Rejected with every mistake of the
    text, or if the folder holds something and `force` is not given; then nothing is written.
    """
    file = shown_path(path)
    decoded = _read_text(path, file)
    sections, mistakes = split_text(decoded.text, file)
    paired = [pair_text(section.paragraphs, file) for section in sections]
    findings = [
        *mistakes,
        *_check_sections(sections, file),
        *(finding for pairs in paired for finding in pairs.findings),
    ]
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise Rejected(sorted(findings, key=lambda finding: finding.where))
    titles = [section.title for section in sections if section.title]
    languages = PAIR[::-1] if titles[0].czech_first else PAIR
    plain = [_order_sides(title, pairs, languages) for title, pairs in zip(titles, paired, strict=True)]
    files = write_content(plain, languages, day)
    _store(folder, files, force)
    return ImportReport(
        folder=folder,
        encoding=decoded.encoding,
        languages=languages,
        sections=tuple((section.title, len(section.paragraphs)) for section in plain),
        files=tuple(files),
        findings=(*findings, _ask_for_publisher(folder, files["brochure.yaml"])),
    )


def _read_text(path: Path, file: str) -> DecodedText:
    try:
        with path.open("rb") as opened:
            data = opened.read(LARGEST_FILE + 1)
    except OSError as error:
        raise Rejected.one("unreadable-file", Span(file), reason=SystemReason.of(error)) from None
    return decode_text(data, file)


def _check_sections(sections: Sequence[TextSection], file: str) -> list[Diagnostic]:
    if not sections:
        return [Diagnostic("import-empty", Span(file))]
    found = []
    if not sections[0].title:
        found.append(Diagnostic("import-no-title", Span(file, sections[0].paragraphs[0].line, 1)))
    for section in sections:
        found += [_explain_length(p, file) for p in section.paragraphs if len(p.text) > LONGEST_PASSAGE]
    return found


def _explain_length(paragraph: Paragraph, file: str) -> Diagnostic:
    values = {"count": Count(len(paragraph.text)), "most": Count(LONGEST_PASSAGE)}
    return Diagnostic("text-too-long", Span(file, paragraph.line, 1), values)


def _order_sides(title: Title, paired: PairedText, languages: tuple[str, str]) -> PlainSection:
    def pair(polish: str, czech: str) -> Pair[str]:
        return Pair(polish, czech) if languages[0] == POLISH else Pair(czech, polish)

    return PlainSection(
        pair(title.polish, title.czech),
        tuple(pair(polish.text, czech.text) for polish, czech in paired.pairs),
    )


def _store(folder: Path, files: dict[str, str], force: bool) -> None:
    shown = shown_path(folder)
    try:
        store_files(folder, files, force)
    except FolderInUse:
        raise Rejected.one("import-folder-in-use", Span(shown), folder=shown) from None
    except OSError as error:
        raise Rejected.one("import-not-written", Span(shown), reason=SystemReason.of(error)) from None


def _ask_for_publisher(folder: Path, brochure: str) -> Diagnostic:
    line = brochure[: brochure.index("\n" + PUBLISHER) + 1].count("\n") + 1
    return Diagnostic(
        "import-publisher", Span(shown_path(folder / "brochure.yaml"), line, 1), {}, Severity.NOTE
    )
