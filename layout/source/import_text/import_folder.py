"""Takes what an office sends in two languages, makes a content folder that builds; overwrites none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from layout.model.content.pairs import Pair
from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span
from layout.model.records import Struct
from layout.model.values import SystemReason
from layout.source.fields.files import shown_path
from layout.source.import_text.decisions import UNSETTLED, Settling
from layout.source.import_text.make_sections import make_sections
from layout.source.import_text.write_content import OFFER, PUBLISHER, write_content
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


def import_text(
    paths: Sequence[Path], folder: Path, force: bool, day: date, wishes: Settling = UNSETTLED
) -> ImportReport:
    """A content folder made of a text in Polish and Czech, or of two files, one in each; dated `day`.

    The columns stand in the order of the first title's languages. Words for a mailing come with it,
    unless the folder has some. Raises Rejected with every mistake of the text, every doubt that the wishes
    do not settle, or if the folder holds something and `force` is not given; then no folder is written.
    """
    made = make_sections(paths, wishes)
    words = {} if (folder / "mail").exists() else write_mail()
    written = write_content(made.text.title, made.text.sections, made.languages, day)
    files: dict[str, str | bytes] = {**words, **made.text.pictures, **written}
    _store(folder, files, force)
    return ImportReport(
        folder=folder,
        encoding=made.encoding,
        languages=made.languages,
        sections=tuple((section.title, len(section.passages)) for section in made.text.sections),
        files=tuple(files),
        findings=(*made.findings, *_say_what_may_be_added(folder, written)),
    )


def _store(folder: Path, files: Mapping[str, str | bytes], force: bool) -> None:
    shown = shown_path(folder)
    try:
        store_files(folder, files, force)
    except FolderInUse:
        raise Rejected.one("import-folder-in-use", Span(shown), folder=shown) from None
    except OSError as error:
        raise Rejected.one("import-not-written", Span(shown), reason=SystemReason.of(error)) from None


def _say_what_may_be_added(folder: Path, written: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Where each offer waits: the publisher, a sentence and a number to display, the imprint's lines."""
    for code, name, begins in _OFFERS:
        for file, text in written.items():
            if (name is None or file == name) and "\n" + begins in text:
                line = text[: text.index("\n" + begins) + 1].count("\n") + 1
                yield Diagnostic(code, Span(shown_path(folder / file), line, 1), {}, Severity.NOTE)


_OFFERS = (
    ("import-publisher", "brochure.yaml", PUBLISHER),
    ("import-display", None, OFFER),
    ("import-imprint", None, "- imprint:"),
)
"""What is told of each offer, the file it waits in, if always the same, and how its place begins."""
