"""Takes the passages of a section, gives pairs of Polish and Czech; drops or crosses none in silence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from layout.model.diagnostic import Diagnostic, Severity, Span
from layout.model.languages import CZECH, PAIR, POLISH, other_of
from layout.model.records import Struct
from layout.model.values import Count, Values
from layout.source.import_text.align import find_crossing, find_lone
from layout.source.import_text.passages import Paragraph
from layout.source.import_text.tell_language import tell_language, weigh_languages
from layout.source.nodes.parsing import show_text

_CLEARLY = 2.0
"""How much more a list must show one language than the other: the neighbours' towns are named in both."""
_TWO_LISTS = 4
"""Items from which a list whose halves show two languages is a list in each."""


class PairedText(Struct, frozen=True):
    """Pairs of passages, Polish first, and what is doubtful or wrong about them."""

    pairs: tuple[tuple[Paragraph, Paragraph], ...]
    findings: tuple[Diagnostic, ...]


def pair_text(paragraphs: Sequence[Paragraph], file: str, languages: tuple[str, str] = PAIR) -> PairedText:
    """Pairs in the order of each language, whether the languages stand in two runs or alternate.

    `languages` is the order in which passages alternate that do not show theirs.
    """
    told, findings = _tell_languages(paragraphs, file, languages)
    polish = [p for p, language in zip(paragraphs, told, strict=True) if language == POLISH]
    czech = [p for p, language in zip(paragraphs, told, strict=True) if language == CZECH]
    if None not in told:
        if len(polish) != len(czech):
            findings.append(_explain_lone(polish, czech, file))
        elif not all(one.language for one in paragraphs) and (crossing := find_crossing(polish, czech)):
            findings.append(_explain_crossing(polish, czech, crossing, file))
    findings += [
        Diagnostic("import-note", _place(one, file), {"start": show_text(one.text)}, Severity.WARNING)
        for one in paragraphs
        if one.note
    ]
    return PairedText(tuple(zip(polish, czech, strict=False)), tuple(findings))


def _tell_languages(
    paragraphs: Sequence[Paragraph], file: str, order: tuple[str, str]
) -> tuple[list[str | None], list[Diagnostic]]:
    """The language of each paragraph; one that shows none is guessed, with a warning."""
    told = [one.language or tell_language(one.text) or one.hint for one in paragraphs]
    _tell_lists(paragraphs, told)
    sure = _tell_twins(paragraphs, told, order)
    rarer = _fill_up(told)
    findings = []
    languages: list[str | None] = []
    for index, paragraph in enumerate(paragraphs):
        language = told[index]
        if language is None:
            before = languages[index - 1] if index else None
            after = next((later for later in told[index + 1 :] if later), None)
            language = rarer or _guess(before, after, told)
            if paragraph.mark is None or language is None:
                findings.append(_explain_guess(paragraph, language, file))
        languages.append(language)
    return languages, [] if sure else findings


def _tell_lists(paragraphs: Sequence[Paragraph], told: list[str | None]) -> None:
    """The items of a list have one language: what all show together, else that of the words around them."""
    places = [
        index for index, paragraph in enumerate(paragraphs) if paragraph.mark and not paragraph.language
    ]
    groups = groupby(places, key=lambda index: (index - places.index(index), paragraphs[index].run))
    for indices in [list(group) for _, group in groups]:
        if _alternates([told[index] for index in indices]):
            continue
        middle = len(indices) // 2
        halves = [_shown_by(paragraphs, half) for half in (indices[:middle], indices[middle:])]
        if len(indices) >= _TWO_LISTS and None not in halves and halves[0] != halves[1]:
            for index in indices:
                told[index] = halves[int(index >= indices[middle])]
            continue
        before = told[indices[0] - 1] if indices[0] else None
        after = told[indices[-1] + 1] if indices[-1] + 1 < len(told) else None
        language = _shown_by(paragraphs, indices) or before or after
        for index in indices:
            told[index] = language


def _shown_by(paragraphs: Sequence[Paragraph], indices: Sequence[int]) -> str | None:
    """The language that passages show together, clearly."""
    evidence = weigh_languages(" ".join(paragraphs[index].text for index in indices))
    second, first = sorted(evidence, key=lambda language: evidence[language])[-2:]
    return first if evidence[first] > _CLEARLY * evidence[second] else None


def _alternates(shown: Sequence[str | None]) -> bool:
    """Whether the items of one list are in two languages by turn."""
    known = [language for language in shown if language]
    changes = sum(one != other for one, other in pairwise(known))
    return len(set(known)) > 1 and changes >= len(known) - 1 and len(shown) % 2 == 0 and len(known) > 2


_FIGURES = re.compile(r"[\d\W_]+")


def _tell_twins(paragraphs: Sequence[Paragraph], told: list[str | None], order: tuple[str, str]) -> bool:
    """Neighbours alike that show no language are one in each, in the usual order; whether that told them all.

    They are alike if nothing but figures differs: telephones, addresses, names.
    """
    none_shown = not any(told)
    index = 0
    while index + 1 < len(told):
        one, other = paragraphs[index], paragraphs[index + 1]
        same = one.text.casefold() == other.text.casefold()
        alike = none_shown and _FIGURES.sub("", one.text.casefold()) == _FIGURES.sub(
            "", other.text.casefold()
        )
        if told[index] is None and told[index + 1] is None and (same or alike):
            told[index], told[index + 1] = order
            index += 1
        index += 1
    return none_shown and None not in told


def _fill_up(told: Sequence[str | None]) -> str | None:
    """The language that all undecided paragraphs must have for the counts to agree, if there is one."""
    polish, czech, undecided = told.count(POLISH), told.count(CZECH), told.count(None)
    if undecided and polish + undecided == czech:
        return POLISH
    if undecided and czech + undecided == polish:
        return CZECH
    return None


def _guess(before: str | None, after: str | None, told: Sequence[str | None]) -> str | None:
    """The language that fits between two neighbours: the same in runs, the other where they alternate."""
    shown = [language for language in told if language]
    changes = sum(one != other for one, other in pairwise(shown))
    if changes > 1:
        neighbour = before or after
        return other_of(neighbour) if neighbour else None
    if before and after and before != after:
        return min(PAIR, key=shown.count)
    return before or after


def _place(paragraph: Paragraph, file: str) -> Span:
    return Span(paragraph.file or file, paragraph.line, 1)


def _explain_guess(paragraph: Paragraph, language: str | None, file: str) -> Diagnostic:
    where, start = _place(paragraph, file), {"start": show_text(paragraph.text)}
    if language is None:
        return Diagnostic("import-no-language", where, start)
    return Diagnostic("import-guessed", where, {**start, "language": language}, Severity.WARNING)


def _explain_lone(polish: list[Paragraph], czech: list[Paragraph], file: str) -> Diagnostic:
    """The first paragraph that has no partner, found by aligning what the languages have in common."""
    language, more, fewer = (POLISH, polish, czech) if len(polish) > len(czech) else (CZECH, czech, polish)
    lone = more[find_lone(more, fewer)]
    values: Values = {
        "language": language,
        "other": other_of(language),
        "start": show_text(lone.text),
        "polish": Count(len(polish)),
        "czech": Count(len(czech)),
    }
    return Diagnostic("import-unpaired", _place(lone, file), values)


def _explain_crossing(
    polish: list[Paragraph], czech: list[Paragraph], crossing: tuple[int, int], file: str
) -> Diagnostic:
    """Both readings of the first doubtful pair, with their lines."""
    index, likelier = crossing
    values: Values = {
        "start": show_text(polish[index].text),
        "partner": show_text(czech[index].text),
        "line": czech[index].line,
        "likelier": show_text(czech[likelier].text),
        "likelier_line": czech[likelier].line,
    }
    return Diagnostic("import-crossed", _place(polish[index], file), values)
