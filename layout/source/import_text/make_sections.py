"""Takes the files an office sends, gives the sections of a brochure in both languages; writes no content."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span
from layout.model.languages import PAIR
from layout.model.records import Struct
from layout.model.values import Count
from layout.source.fields.files import shown_path
from layout.source.fields.prose import LONGEST_PASSAGE
from layout.source.import_text.arrange import ArrangedText, arrange_text
from layout.source.import_text.decisions import Settling, settle_doubts
from layout.source.import_text.pair_text import pair_text
from layout.source.import_text.passages import Paragraph, TextSection
from layout.source.import_text.read_office import read_office


class MadeText(Struct, frozen=True):
    """A text in sections, the order of its languages, what is to be told of it, and how it was encoded."""

    text: ArrangedText
    languages: tuple[str, str]
    findings: tuple[Diagnostic, ...]
    encoding: str


def make_sections(paths: Sequence[Path], wishes: Settling) -> MadeText:
    """What one bilingual file says, or two of one language each.

    Raises Rejected with every mistake of the text and every doubt that the wishes do not settle.
    """
    file = shown_path(paths[0])
    office = read_office(paths)
    languages = PAIR[::-1] if _is_czech_first(office.sections) else PAIR
    paired = [pair_text(section.paragraphs, file, languages) for section in office.sections]
    paired = settle_doubts(office.sections, paired, wishes, file)
    arranged = arrange_text(office.sections, paired, languages, file)
    findings = [*office.findings, *_check_sections(office.sections, arranged is not None, file)]
    if arranged is not None:
        findings += [*(one for pairs in paired for one in pairs.findings), *arranged.findings]
        findings += [one for pairs in paired if pairs.doubt for one in pairs.doubt.findings]
    if arranged is None or any(finding.severity is Severity.ERROR for finding in findings):
        raise Rejected(sorted(findings, key=lambda finding: finding.where))
    return MadeText(arranged, languages, tuple(findings), office.encoding)


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
