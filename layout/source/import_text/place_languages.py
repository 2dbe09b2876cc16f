"""Takes the passages of a section, tells which are Polish and which Czech, by words, neighbours and turn."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from layout.model.diagnostic import Diagnostic, Severity, Span
from layout.model.languages import CZECH, PAIR, POLISH, other_of
from layout.model.patterns import late_pattern
from layout.model.values import Count
from layout.source.import_text.passages import Paragraph
from layout.source.import_text.tell_language import tell_language, weigh_languages
from layout.source.nodes.parsing import show_text

_CLEARLY = 2.0
"""How much more a list must show one language than the other: the neighbours' towns are named in both."""
_FIRM = 2.0
"""Letters of evidence that are more than a hint: a letter or a word that only one language has."""
_TWO_LISTS = 4
"""Items from which a list whose halves show two languages is a list in each."""


def place_languages(
    paragraphs: Sequence[Paragraph], file: str, order: tuple[str, str]
) -> tuple[list[str | None], list[Diagnostic]]:
    """The language of each paragraph; one that shows none is guessed, with a warning."""
    told = [one.language or tell_language(one.text) or one.hint for one in paragraphs]
    _tell_lists(paragraphs, told)
    sure = _tell_twins(paragraphs, told, order)
    told = _drop_hints(paragraphs, told, order)
    unsaid = [paragraph for paragraph, language in zip(paragraphs, told, strict=True) if language is None]
    fitting = _fitting_orders(told, order)
    if unsaid and fitting:
        placed: list[str | None] = list(fitting[0])
        if len(fitting) > 1:
            pairs = zip(paragraphs, placed, strict=True)
            return placed, [_explain_guess(one, tag, file) for one, tag in pairs if one in unsaid]
        count = {"count": Count(len(unsaid))}
        where = place_of(unsaid[0], file)
        return placed, [Diagnostic("import-by-order", where, count, Severity.NOTE)]
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


_FIGURES = late_pattern(r"[\d\W_]+")


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


def _drop_hints(
    paragraphs: Sequence[Paragraph], told: list[str | None], order: tuple[str, str]
) -> list[str | None]:
    """What is told without passages that only hint at their language, where one order fits the others.

    As many passages in each language leave no reason to doubt a hint.
    """
    if len({told.count(tag) for tag in PAIR}) == 1 or None in told:
        return told
    firm = [
        tag if one.language or max(weigh_languages(one.text).values()) >= _FIRM else None
        for one, tag in zip(paragraphs, told, strict=True)
    ]
    return firm if len(_fitting_orders(firm, order)) == 1 else told


def _fitting_orders(told: Sequence[str | None], order: tuple[str, str]) -> list[tuple[str, ...]]:
    """The languages of all passages in each order that fits those shown; none where too few are shown.

    Orders are one language after the other, and both by turn, either first. Numbers, addresses and names are
    few beside what is shown. Two of each language in a row are no turn.
    """
    count = len(told)
    if count % 2 or 2 * told.count(None) > count:
        return []
    half = count // 2
    known = [language for language in told if language]
    apart = len(known) >= _TWO_LISTS and sum(one != other for one, other in pairwise(known)) == 1
    orders = [(first,) * half + (second,) * half for first, second in (order, order[::-1])]
    orders += [] if apart else [order * half, order[::-1] * half]
    fitting = [
        one for one in orders if all(tag in (None, place) for tag, place in zip(told, one, strict=True))
    ]
    return list(dict.fromkeys(fitting))


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


def place_of(paragraph: Paragraph, file: str) -> Span:
    """Where a passage stands in what was sent; `file` if it names none itself."""
    return Span(paragraph.file or file, paragraph.line, 1)


def _explain_guess(paragraph: Paragraph, language: str | None, file: str) -> Diagnostic:
    where, start = place_of(paragraph, file), {"start": show_text(paragraph.text)}
    if language is None:
        return Diagnostic("import-no-language", where, start)
    return Diagnostic("import-guessed", where, {**start, "language": language}, Severity.WARNING)
