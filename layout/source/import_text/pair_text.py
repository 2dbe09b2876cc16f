"""Takes the passages of a section, gives pairs of Polish and Czech; drops or crosses none in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from layout.model.diagnostic import Diagnostic, Severity
from layout.model.languages import CZECH, PAIR, POLISH, other_of
from layout.model.records import Struct, replace
from layout.model.values import Count, Percent, Values
from layout.source.import_text.align import Partners, propose_order, rate_pairs
from layout.source.import_text.data_tables import shape_of
from layout.source.import_text.passages import Paragraph
from layout.source.import_text.place_languages import place_languages, place_of
from layout.source.nodes.parsing import show_text

_MOST_SHOWN = 12
"""Doubtful pairs of a section that are shown; a file of decisions holds all."""
UNTRANSLATED = {POLISH: "TODO: przetłumacz", CZECH: "TODO: přeložte"}
"""What stands for a missing translation until somebody writes it."""

Sides = tuple[Paragraph, Paragraph]
"""A passage in Polish and in Czech."""


class Doubt(Struct, frozen=True):
    """Another reading of a section than that by order: its passages, and which of them stand together.

    `findings` show both readings where they differ.
    """

    polish: tuple[Paragraph, ...]
    czech: tuple[Paragraph, ...]
    partners: Partners
    findings: tuple[Diagnostic, ...]


class PairedText(Struct, frozen=True):
    """Pairs of passages, Polish first, and what is doubtful or wrong about them."""

    pairs: tuple[Sides, ...]
    findings: tuple[Diagnostic, ...]
    doubt: Doubt | None = None


def pair_text(paragraphs: Sequence[Paragraph], file: str, languages: tuple[str, str] = PAIR) -> PairedText:
    """Pairs in the order of each language, whether the languages stand in two runs or alternate.

    `languages` is the order in which passages alternate that do not show theirs. Where another order is
    likelier, or a passage has no partner, the findings say so and the doubt holds the likelier reading.
    """
    told, findings = place_languages(paragraphs, file, languages)
    polish = [p for p, language in zip(paragraphs, told, strict=True) if language == POLISH]
    czech = [p for p, language in zip(paragraphs, told, strict=True) if language == CZECH]
    doubt = None
    if None not in told:
        doubt = _find_doubt(paragraphs, polish, czech, file)
        findings += _check_tables(list(zip(polish, czech, strict=False)), file) if not doubt else []
    return PairedText(
        tuple(zip(polish, czech, strict=False)), (*findings, *_tell_notes(paragraphs, file)), doubt
    )


def _tell_notes(paragraphs: Sequence[Paragraph], file: str) -> Iterator[Diagnostic]:
    for one in paragraphs:
        if one.note:
            start = {"start": show_text(one.text)}
            yield Diagnostic("import-note", place_of(one, file), start, Severity.WARNING)


def _find_doubt(
    paragraphs: Sequence[Paragraph], polish: Sequence[Paragraph], czech: Sequence[Paragraph], file: str
) -> Doubt | None:
    """What speaks against the order of the text; labels and the rows of a table leave no doubt of order."""
    settled = all(one.tied or (one.language and not one.file) for one in paragraphs)
    if settled and len(polish) == len(czech):
        return None
    partners = propose_order(polish, czech)
    if not partners:
        return None
    doubt = Doubt(tuple(polish), tuple(czech), partners, ())
    return replace(doubt, findings=tuple(_explain_doubt(doubt, file)))


def take_pairs(doubt: Doubt, file: str) -> PairedText:
    """The pairs of a reading; a passage without a partner stands beside a placeholder, which is told."""
    pairs: list[Sides] = []
    findings = []
    for left, right in doubt.partners:
        one = None if left is None else doubt.polish[left]
        other = None if right is None else doubt.czech[right]
        if one is None or other is None:
            lone, language = (other, CZECH) if one is None else (one, POLISH)
            assert lone is not None
            values: Values = {"start": show_text(lone.text), "other": other_of(language)}
            where = place_of(lone, file)
            findings.append(Diagnostic("import-untranslated", where, values, Severity.WARNING))
        pairs.append((one or _stand_in(other, POLISH), other or _stand_in(one, CZECH)))
    return PairedText(tuple(pairs), (*findings, *_check_tables(pairs, file)))


def _stand_in(passage: Paragraph | None, language: str) -> Paragraph:
    """The place of a translation that is missing."""
    assert passage is not None
    words = UNTRANSLATED[language]
    grid = passage.grid and tuple((words,) * len(row) for row in passage.grid)
    return replace(passage, text=words, markup="", grid=grid, pictures=())


def _check_tables(pairs: Sequence[Sides], file: str) -> list[Diagnostic]:
    """Pairs of which only one side is a table, or whose tables have not the same rows and columns."""
    found = []
    for polish, czech in pairs:
        shapes = [one.grid and shape_of(one.grid) for one in (polish, czech)]
        if shapes[0] != shapes[1]:
            values: Values = {
                "start": show_text(polish.text),
                "partner": show_text(czech.text),
                "line": czech.line,
            }
            found.append(Diagnostic("import-table-shape", place_of(polish, file), values))
    return found


def _explain_doubt(doubt: Doubt, file: str) -> list[Diagnostic]:
    """Both readings of what is doubtful, passage by passage; one line where a language is missing."""
    rows = sorted([*_explain_crossed(doubt, file), *_explain_lone(doubt, file)], key=lambda one: one.where)
    if not (doubt.polish and doubt.czech):
        return rows[:1]
    ratings = rate_pairs(doubt.polish, doubt.czech, doubt.partners)
    mean = sum(ratings) / max(len(ratings), 1)
    values: Values = {"count": Count(len(rows)), "sure": Percent(mean)}
    return [*rows[:_MOST_SHOWN], Diagnostic("import-doubt", rows[0].where, values, Severity.NOTE)]


def _explain_crossed(doubt: Doubt, file: str) -> Iterator[Diagnostic]:
    if len(doubt.polish) != len(doubt.czech):
        return
    for left, right in doubt.partners:
        if left is None or right is None or left == right:
            continue
        straight, likelier = doubt.czech[left], doubt.czech[right]
        yield Diagnostic(
            "import-crossed",
            place_of(doubt.polish[left], file),
            {
                "start": show_text(doubt.polish[left].text),
                "partner": show_text(straight.text),
                "line": straight.line,
                "likelier": show_text(likelier.text),
                "likelier_line": likelier.line,
            },
        )


def _explain_lone(doubt: Doubt, file: str) -> Iterator[Diagnostic]:
    """Passages without a partner, found by aligning what the languages have in common."""
    for left, right in doubt.partners:
        if left is not None and right is not None:
            continue
        lone, language = (
            (doubt.polish[left], POLISH) if left is not None else (doubt.czech[right or 0], CZECH)
        )
        yield Diagnostic(
            "import-unpaired",
            place_of(lone, file),
            {
                "language": language,
                "other": other_of(language),
                "start": show_text(lone.text),
                "polish": Count(len(doubt.polish)),
                "czech": Count(len(doubt.czech)),
            },
        )
