"""Takes the paragraphs of one section and gives pairs of Polish and Czech; never drops one in silence."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from layout.model.diagnostic import Diagnostic, Severity, Span
from layout.model.languages import CZECH, PAIR, POLISH, other_of
from layout.model.values import Count, Values
from layout.source.import_text.split_text import Paragraph
from layout.source.import_text.tell_language import tell_language
from layout.source.nodes.parsing import show_text

_STEM = 4
"""Letters by which related words of the two languages are matched."""
_WINDOW = 120
_OVERLAP = 40
"""Paragraphs aligned at a time, and how many of them are aligned again with the next ones."""


@dataclass(frozen=True, slots=True)
class PairedText:
    """Pairs of paragraphs, Polish first, and what is doubtful or wrong about them."""

    pairs: tuple[tuple[Paragraph, Paragraph], ...]
    findings: tuple[Diagnostic, ...]


def pair_text(paragraphs: Sequence[Paragraph], file: str) -> PairedText:
    """Pairs in the order of each language, whether the languages stand in two runs or alternate."""
    languages, findings = _tell_languages(paragraphs, file)
    polish = [p for p, language in zip(paragraphs, languages, strict=True) if language == POLISH]
    czech = [p for p, language in zip(paragraphs, languages, strict=True) if language == CZECH]
    if len(polish) != len(czech) and None not in languages:
        findings.append(_explain_lone(polish, czech, file))
    return PairedText(tuple(zip(polish, czech, strict=False)), tuple(findings))


def _tell_languages(paragraphs: Sequence[Paragraph], file: str) -> tuple[list[str | None], list[Diagnostic]]:
    """The language of each paragraph; one that shows none is guessed, with a warning."""
    told = [tell_language(paragraph.text) for paragraph in paragraphs]
    rarer = _fill_up(told)
    findings = []
    languages: list[str | None] = []
    for index, paragraph in enumerate(paragraphs):
        language = told[index]
        if language is None:
            before = languages[index - 1] if index else None
            after = next((later for later in told[index + 1 :] if later), None)
            language = rarer or _guess(before, after, told)
            findings.append(_explain_guess(paragraph, language, file))
        languages.append(language)
    return languages, findings


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


def _explain_guess(paragraph: Paragraph, language: str | None, file: str) -> Diagnostic:
    where, start = Span(file, paragraph.line, 1), {"start": show_text(paragraph.text)}
    if language is None:
        return Diagnostic("import-no-language", where, start)
    return Diagnostic("import-guessed", where, {**start, "language": language}, Severity.WARNING)


def _explain_lone(polish: list[Paragraph], czech: list[Paragraph], file: str) -> Diagnostic:
    """The first paragraph that has no partner, found by aligning what the languages have in common."""
    language, more, fewer = (POLISH, polish, czech) if len(polish) > len(czech) else (CZECH, czech, polish)
    lone = more[_find_lone(more, fewer)]
    values: Values = {
        "language": language,
        "other": other_of(language),
        "start": show_text(lone.text),
        "polish": Count(len(polish)),
        "czech": Count(len(czech)),
    }
    return Diagnostic("import-unpaired", Span(file, lone.line, 1), values)


def _find_lone(more: Sequence[Paragraph], fewer: Sequence[Paragraph]) -> int:
    """Index of the first of `more` that the best alignment with `fewer` leaves out.

    Long sections are aligned in overlapping windows, so that the work grows linearly.
    """
    start = 0
    while True:
        spare = min(len(more) - len(fewer), _WINDOW)
        partners = fewer[start : start + _WINDOW]
        skips = _align(more[start : start + len(partners) + spare], partners, spare)
        lone = next((index for index, skip in enumerate(skips) if skip), len(skips))
        last = start + _WINDOW >= len(fewer)
        if last or lone < _WINDOW - _OVERLAP:
            return start + lone
        start += _WINDOW - _OVERLAP


def _align(more: Sequence[Paragraph], fewer: Sequence[Paragraph], spare: int) -> list[int]:
    """For each of `fewer`, in order, how many of `more` are left out before its partner (at most `spare`)."""
    weights = _weigh_stems([*more, *fewer])
    left = [_stems(paragraph.text) for paragraph in more]
    best = [0.0] * (spare + 1)
    origins: list[list[int]] = []
    for index, paragraph in enumerate(fewer):
        right = _stems(paragraph.text)
        origin = _leaders(best)
        origins.append(origin)
        best = [
            best[origin[skipped]]
            + _likeness(left[index + skipped], right, weights)
            + _closeness(more[index + skipped], paragraph)
            for skipped in range(spare + 1)
        ]
    skips: list[int] = []
    skipped = _leaders(best)[-1]
    for origin in reversed(origins):
        skips.append(skipped)
        skipped = origin[skipped]
    return skips[::-1]


def _leaders(scores: Sequence[float]) -> list[int]:
    """For each position the index of the highest score up to it, the first of equals."""
    leaders, leader = [], 0
    for index, score in enumerate(scores):
        if score > scores[leader]:
            leader = index
        leaders.append(leader)
    return leaders


_WORD = re.compile(r"\d+|[^\W\d_]{3,}")
_FOLDED = str.maketrans({"ł": "l", "w": "v"})


def _stems(text: str) -> Counter[str]:
    """Beginnings of words, spelt so that Polish and Czech relatives agree, and numbers."""
    plain = text.lower().translate(_FOLDED)
    plain = "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
    for polish, common in (("rz", "r"), ("sz", "s"), ("cz", "c")):
        plain = plain.replace(polish, common)
    return Counter(word if word[0].isdigit() else word[:_STEM] for word in _WORD.findall(plain))


def _weigh_stems(paragraphs: Sequence[Paragraph]) -> dict[str, float]:
    """How much a stem tells: the rarer among the paragraphs, the more; numbers twice as much."""
    holders = Counter(stem for paragraph in paragraphs for stem in _stems(paragraph.text))
    return {
        stem: math.log(1 + len(paragraphs) / count) * (2 if stem[0].isdigit() else 1)
        for stem, count in holders.items()
    }


def _likeness(one: Counter[str], other: Counter[str], weights: dict[str, float]) -> float:
    """How much two paragraphs have in common, in words and in length, from 0 to 1.3."""
    shared = sum(weights[stem] * count for stem, count in (one & other).items())
    sizes = [sum(weights[stem] * count for stem, count in words.items()) for words in (one, other)]
    lengths = sorted((sum(one.values()), sum(other.values())))
    return shared / math.sqrt(max(sizes[0] * sizes[1], 1e-9)) + 0.3 * lengths[0] / max(lengths[1], 1)


def _closeness(one: Paragraph, other: Paragraph) -> float:
    """Neighbours in the file are likelier partners, where languages alternate; far ones do not differ."""
    return 0.15 / abs(one.line - other.line) if one.line != other.line else 0.0
