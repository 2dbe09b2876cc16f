"""Takes a pair as typed, gives what looks untranslated or differs between its sides, rule by rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from layout.lang.translation.addresses import compare_addresses
from layout.lang.translation.bare_words import bare_words, own_words
from layout.lang.translation.compare_figures import FigureGaps, compare_figures
from layout.lang.translation.names import compare_names
from layout.lang.translation.telling import find_stranger, is_in
from layout.model.content.translation import TypedPair, TypedWords
from layout.model.diagnostic import Diagnostic, Severity, Span
from layout.model.patterns import late_pattern
from layout.model.records import replace
from layout.model.values import Listed, Named, Percent, Value

MOST_SHOWN = 60
"""Characters of a passage repeated in a message."""
_PLACEHOLDER = late_pattern(
    r"(?<!\w)(?:TODO|FIXME|TBD|TBC|TBA|X{4,}|x{3,}|[Ll]orem [Ii]psum|lipsum)(?!\w)|\?{3,}"
)
_TRIPLE = late_pattern(r"(?<!\w)XXX(?!\w)")
_ASKS = late_pattern(
    r"(?i)^\W*(?:do (?:uzupełnienia|przetłumaczenia|tłumaczenia)|(?:proszę )?(?:uzupełnić|przetłumaczyć)|"
    r"(?:brak )?tłumaczeni[ea]|(?:prosím )?(?:doplnit|přeložit)|bude doplněno|k (?:doplnění|překladu)|"
    r"(?:chybí )?překlad|to ?do|n/?a|tba|tbd)\W*$"
)
_LETTER = late_pattern(r"[^\W\d_]")
_LONGER_WORD = late_pattern(r"[^\W\d_]{2,}")
_MANY_WORDS = 4
"""Words that are no names, from which no passage is the same in both languages."""
MOST_KEPT = 20_000
"""Pairs whose judgement is kept for the next build of a session."""
_SHORT, _LONG = 30, 80
"""Characters of a passage whose length is hardly, or rather well, foretold by the other side."""


def judge_pair(
    pair: TypedPair, languages: tuple[str, str], off: frozenset[str] = frozenset()
) -> Iterator[Diagnostic]:
    """What a reader of both languages would stop at, as warnings; rules `off` or excused are not asked."""
    if len(pair.sides) < 2:
        for language in pair.sides:
            if "placeholder" not in off | pair.excused:
                yield from _told("placeholder", _placeholder(pair, language, ""), pair, language)
        return
    left, right = languages
    for found in _judge_texts(pair.text(left), pair.text(right), languages):
        if str(found.values["rule"]) not in off | pair.excused:
            yield replace(found, where=pair.sides[languages[found.where.line]].where)


@lru_cache(maxsize=MOST_KEPT)
def _judge_texts(left: str, right: str, languages: tuple[str, str]) -> tuple[Diagnostic, ...]:
    """What is found in two texts, as if the sides (0, 1) were lines: of a brochure seldom a text changes."""
    sides = {
        language: TypedWords(text, Span("", side))
        for side, (language, text) in enumerate(zip(languages, (left, right), strict=True))
    }
    pair = TypedPair(file="", route=(), where=Span(""), kind="", sides=sides)
    return tuple(_judge_sides(pair, languages))


def _judge_sides(pair: TypedPair, languages: tuple[str, str]) -> Iterator[Diagnostic]:
    left, right = languages
    gaps = [
        *_told("placeholder", _placeholder(pair, left, right), pair, left),
        *_told("placeholder", _placeholder(pair, right, left), pair, right),
    ]
    if gaps:
        yield from gaps
        return
    words = {language: bare_words(pair.text(language)) for language in languages}
    if words[left].casefold() == words[right].casefold():
        if _must_differ(words[left], languages):
            yield _diagnose("same", pair, _untranslated(words[left], languages), text=_show(words[left]))
        return
    strangers = list(_strangers(pair, languages))
    yield from strangers
    if strangers:
        return
    for compare in _COMPARE:
        yield from compare(pair, words, languages)


def _told(rule: str, text: str | None, pair: TypedPair, language: str) -> Iterator[Diagnostic]:
    if text is not None:
        yield _diagnose(rule, pair, language, text=_show(text))


def _placeholder(pair: TypedPair, language: str, other: str) -> str | None:
    """What stands for words that are not there yet, or None."""
    text = pair.text(language)
    found = _PLACEHOLDER.search(text) or _ASKS.match(text)
    if found:
        return found[0].strip()
    if _TRIPLE.search(text) and (text.strip() == "XXX" or not _is_thirty(pair.text(other))):
        return "XXX"
    empty = not _LETTER.search(text) and not any(sign.isdigit() for sign in text)
    return text if empty and other and _LETTER.search(pair.text(other)) else None


def _is_thirty(text: str) -> bool:
    return "XXX" in text or "30" in text


def _must_differ(text: str, languages: tuple[str, str]) -> bool:
    """Whether no two languages can say this alike: it has words that are no names."""
    words = [found[0] for found in _LONGER_WORD.finditer(text) if found[0].islower()]
    if len(words) >= _MANY_WORDS:
        return True
    return any(is_in(" ".join(words), language, other, 1.0) for language, other in _both_ways(languages))


def _both_ways(languages: tuple[str, str]) -> tuple[tuple[str, str], tuple[str, str]]:
    left, right = languages
    return (left, right), (right, left)


def _untranslated(text: str, languages: tuple[str, str]) -> str:
    """The side that the words are not in."""
    left, right = languages
    return left if is_in(text, right, left, 1.0) else right


def _strangers(pair: TypedPair, languages: tuple[str, str]) -> Iterator[Diagnostic]:
    found: dict[str, str] = {}
    for language, other in _both_ways(languages):
        stranger = find_stranger(own_words(pair.text(language)), language, other)
        if stranger is not None:
            found[language] = stranger
    if len(found) == len(languages):
        yield _diagnose("swapped", pair, languages[0], text=_show(found[languages[0]]))
        return
    for language, stranger in found.items():
        other = next(one for one in languages if one != language)
        named = {"wrong": Named("in-language", other), "wanted": Named("in-language", language)}
        yield _diagnose("language", pair, language, text=_show(stranger), **named)


Words = Mapping[str, str]


def _compare_counts(pair: TypedPair, words: Words, languages: tuple[str, str]) -> Iterator[Diagnostic]:
    gaps: FigureGaps = compare_figures({language: words[language] for language in languages})
    for rule, (left, right) in (("dates", gaps.days), ("sums", gaps.sums), ("numbers", gaps.numbers)):
        yield from _differ(rule, pair, languages, left, right)


def _compare_addresses(pair: TypedPair, words: Words, languages: tuple[str, str]) -> Iterator[Diagnostic]:
    left, right = compare_addresses({language: pair.text(language) for language in languages})
    yield from _differ("addresses", pair, languages, left, right)


def _compare_names(pair: TypedPair, words: Words, languages: tuple[str, str]) -> Iterator[Diagnostic]:
    left, right = compare_names({language: words[language] for language in languages})
    yield from _differ("names", pair, languages, left, right)


def _compare_lengths(pair: TypedPair, words: Words, languages: tuple[str, str]) -> Iterator[Diagnostic]:
    left, right = (len(words[language]) for language in languages)
    longer, shorter = max(left, right), max(1, min(left, right))
    most = 2.0 if longer >= _LONG * 2 else 2.6 if longer >= _LONG else 4.0
    if longer >= _SHORT and longer > most * shorter:
        language = languages[left > right]
        yield _diagnose("length", pair, language, part=Percent(shorter / longer))


_COMPARE: tuple[Callable[[TypedPair, Words, tuple[str, str]], Iterable[Diagnostic]], ...] = (
    _compare_counts,
    _compare_addresses,
    _compare_names,
    _compare_lengths,
)


def _differ(
    rule: str, pair: TypedPair, languages: tuple[str, str], left: tuple[str, ...], right: tuple[str, ...]
) -> Iterator[Diagnostic]:
    if left or right:
        yield _diagnose(
            rule,
            pair,
            languages[1],
            left=Named("language", languages[0]),
            right=Named("language", languages[1]),
            here=Listed(left or ("–",)),
            there=Listed(right or ("–",)),
        )


def _diagnose(rule: str, pair: TypedPair, language: str, **values: Value) -> Diagnostic:
    return Diagnostic(
        f"translation-{rule}", pair.sides[language].where, {"rule": rule, **values}, Severity.WARNING
    )


def _show(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 1].rstrip() + "…"
