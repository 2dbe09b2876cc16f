"""Takes what an office sends in two languages, makes a content folder that builds; overwrites none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from layout.model.content.pairs import Pair
from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span
from layout.model.languages import PAIR
from layout.model.records import Struct
from layout.model.values import Count, SystemReason
from layout.source.fields.files import shown_path
from layout.source.fields.prose import LONGEST_PASSAGE
from layout.source.import_text.arrange import arrange_text
from layout.source.import_text.pair_text import pair_text
from layout.source.import_text.passages import Paragraph, TextSection
from layout.source.import_text.read_office import read_office
from layout.source.import_text.write_content import PUBLISHER, write_content
from layout.source.write.mail_words import write_mail
from layout.source.write.store_files import FolderInUse, store_files


class ImportReport(Struct, frozen=True, kw_only=True):
    """What an import has made: `sections` gives each title and the number of its pairs."""

    folder: Path
    encoding: str
    languages: tuple[str, str]
    sections: tuple[tuple[Pair[str], int], ...]
    files: tuple[str, ...]
    findings: tuple[Diagnostic, ...]


def import_text(paths: Sequence[Path], folder: Path, force: bool, day: date) -> ImportReport:
    """A content folder made of a text in Polish and Czech, or of two files, one in each; dated `day`.

    The columns stand in the order of the first title's languages. Words for a mailing come with it,
    unless the folder has some. Raises Rejected with every mistake of the text, or if the folder holds
    something and `force` is not given; then nothing is written.
    """
    file = shown_path(paths[0])
    office = read_office(paths)
    languages = PAIR[::-1] if _is_czech_first(office.sections) else PAIR
    paired = [pair_text(section.paragraphs, file, languages) for section in office.sections]
    arranged = arrange_text(office.sections, paired, languages)
    findings = [*office.findings, *_check_sections(office.sections, arranged is not None, file)]
    if arranged is not None:
        findings += [finding for pairs in paired for finding in pairs.findings]
    if arranged is None or any(finding.severity is Severity.ERROR for finding in findings):
        raise Rejected(sorted(findings, key=lambda finding: finding.where))
    words = {} if (folder / "mail").exists() else write_mail()
    files = {**words, **write_content(arranged.title, arranged.sections, languages, day)}
    _store(folder, files, force)
    return ImportReport(
        folder=folder,
        encoding=office.encoding,
        languages=languages,
        sections=tuple((section.title, len(section.passages)) for section in arranged.sections),
        files=tuple(files),
        findings=(*findings, _ask_for_publisher(folder, files["brochure.yaml"])),
    )


def _is_czech_first(sections: Sequence[TextSection]) -> bool:
    """Whether the first title of all names the Czech side first."""
    titles = [section.title for section in sections if section.title]
    if titles:
        return titles[0].czech_first
    passages = [passage for section in sections for passage in section.paragraphs]
    first, second = (*passages[:2], None, None)[:2]
    if first is None or second is None or first.line != second.line:
        return False
    return first.heading is not None and first.language == PAIR[1]


def _check_sections(sections: Sequence[TextSection], titled: bool, file: str) -> list[Diagnostic]:
    passages = [passage for section in sections for passage in section.paragraphs]
    if not passages and not any(section.title for section in sections):
        return [Diagnostic("import-empty", Span(file))]
    found = [_explain_length(one, file) for one in passages if len(one.text) > LONGEST_PASSAGE]
    if not titled:
        found.append(Diagnostic("import-no-title", Span(file, passages[0].line, 1)))
    return found


def _explain_length(paragraph: Paragraph, file: str) -> Diagnostic:
    values = {"count": Count(len(paragraph.text)), "most": Count(LONGEST_PASSAGE)}
    return Diagnostic("text-too-long", Span(file, paragraph.line, 1), values)


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
