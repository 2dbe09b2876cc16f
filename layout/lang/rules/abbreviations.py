"""The rules for abbreviations and names (T17, T02): closed or spaced as each language spells them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from layout.lang import czech, polish
from layout.lang.rules.rule import CZECH, GAP, LOWER, POLISH, UPPER, Edit, LatePattern, Rule, replace
from layout.lang.rules.word_kinds import Kind
from layout.model.units import NO_BREAK_SPACE

_BOUND = NO_BREAK_SPACE
_STOP_INSIDE = LatePattern(rf"\.{GAP}?(?:[{LOWER}]|D\.|Kr\.|U\.)|po{GAP}Kr\.")
"""Where a paragraph lacks this, none of the abbreviations below can be in it."""


def _within_words(patterns: str, spell: Callable[[re.Match[str]], str]) -> Callable[[str], Iterator[Edit]]:
    """Finds whole abbreviations, never the end of a longer word or abbreviation."""
    compiled = LatePattern(rf"(?:{patterns})(?!\w)")

    def find(text: str) -> Iterator[Edit]:
        if not _STOP_INSIDE.search(text):
            return
        for match in compiled.finditer(text):
            before = text[match.start() - 1 : match.start()]
            new = spell(match)
            if not before.isalnum() and before != "." and new != match[0]:
                yield match.start(), match.end(), new

    return find


def _closer(closed: Mapping[str, str]) -> Callable[[str], Iterator[Edit]]:
    """Finds abbreviations written open; their letters stay, stops and spaces go."""
    written = sorted(closed, key=len, reverse=True)
    patterns = "|".join(re.escape(entry).replace(r"\ ", GAP) for entry in written)

    def spell(match: re.Match[str]) -> str:
        return closed[re.sub(GAP, " ", match[0])].replace(" ", _BOUND)

    return _within_words(patterns, spell)


def _spacer(abbreviations: str) -> Callable[[str], Iterator[Edit]]:
    """Finds abbreviations of several words, however spaced; each gap becomes a no-break space."""
    written = sorted(abbreviations.split("|"), key=len, reverse=True)
    patterns = "|".join(
        re.escape(entry).replace(r"\.\ ", rf"\.{GAP}?").replace(r"\ ", GAP) for entry in written
    )
    inside = LatePattern(rf"(?<=\.)(?=\w)|{GAP}")
    return _within_words(patterns, lambda match: inside.sub(_BOUND, match[0]))


def _gluer(abbreviations: str) -> Callable[[str], Iterator[Edit]]:
    """Finds abbreviations of several words; their spaces become no-break, none is added."""
    written = sorted(abbreviations.split("|"), key=len, reverse=True)
    patterns = "|".join(re.escape(entry).replace(r"\ ", GAP) for entry in written)
    return _within_words(patterns, lambda match: re.sub(GAP, _BOUND, match[0]))


def _closed_before_name(language: str, kind: Kind) -> Callable[[str], Iterator[Edit]]:
    """Finds an abbreviation written close to the name: `Ing.Novák`, `ul.Krakowska`."""
    words = (polish if language == "pl" else czech).WORDS[kind]
    known = frozenset(word.lower() for word in words.split() if word.endswith(".") and len(word) > 2)
    stop = LatePattern(rf"\.(?=[{UPPER}])")
    last = LatePattern(r"[^\W\d_]+\.\Z")

    def find(text: str) -> Iterator[Edit]:
        for match in stop.finditer(text):
            word = last.search(text, max(0, match.start() - 10), match.end())
            if word and word[0].lower() in known:
                yield match.end(), match.end(), _BOUND

    return find


_CZECH_INITIALS = replace(rf"([{UPPER}]\.)(?<!\w\1)(?=[{UPPER}](?:\.|[{LOWER}]{{2,}}))", rf"\1{_BOUND}")
_POLISH_INITIAL = replace(rf"([{UPPER}]\.)(?<!\w\1)(?=[{UPPER}][{LOWER}]{{2,}})", rf"\1{_BOUND}")
_OPEN_DEGREE = replace(rf"(Ph|Th)\.{GAP}D\.", r"\1.D.")
_DEGREE = LatePattern(r"(?:Ph\.D\.|PhD\.|CSc\.|DrSc\.|DSc\.|Th\.D\.|DiS\.|MBA|LL\.M\.|MPA)(?!\w)")
_NAMED = LatePattern(rf"[{UPPER}][{LOWER}]*\.?{GAP}[{UPPER}][{LOWER}]{{2,}}(?:-[{UPPER}][{LOWER}]+)?\Z")


def _add_comma(text: str) -> Iterator[Edit]:
    """A degree behind a name stands after a comma (IJP, Tituly)."""
    for match in _DEGREE.finditer(text):
        gap = match.start() - 1
        if gap > 0 and re.match(GAP, text[gap]) and _NAMED.search(text, max(0, gap - 60), gap):
            yield gap, gap, ","


ABBREVIATIONS: tuple[Rule, ...] = (
    Rule("T17", POLISH, (".",), _closer(polish.CLOSED), "m.in., p.n.e., itd. are closed"),
    Rule("T17", POLISH, (".",), _gluer(polish.GLUED), "abbreviations of several words hold together"),
    Rule("T17", CZECH, (".",), _closer(czech.CLOSED), "atd., tzn., např. are closed"),
    Rule("T17", CZECH, (".",), _spacer(czech.SPACED), "a. s., s. r. o. are spaced and hold together"),
    Rule("T17", POLISH, (".",), _closed_before_name("pl", Kind.PLACE), "a space behind ul., pl."),
    Rule("T17", CZECH, (".",), _closed_before_name("cs", Kind.PLACE), "a space behind ul., nám."),
    Rule("T02", POLISH, (".",), _closed_before_name("pl", Kind.TITLE), "a space between title and name"),
    Rule("T02", CZECH, (".",), _closed_before_name("cs", Kind.TITLE), "a space between title and name"),
    Rule("T02", POLISH, (".",), _POLISH_INITIAL, "a space between initial and name"),
    Rule("T02", CZECH, (".",), _CZECH_INITIALS, "a space behind each initial"),
    Rule("T02", CZECH, ("D",), _OPEN_DEGREE, "Ph.D. is closed"),
    Rule("T02", CZECH, ("DCM",), _add_comma, "a comma before Ph.D., CSc."),
)
