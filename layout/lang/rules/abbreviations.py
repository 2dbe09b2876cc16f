"""The rules for abbreviations and names (T17, T02): closed or spaced as each language spells them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from layout.lang.language import Language
from layout.lang.rules.fragments import GAP, LOWER, UPPER, squeeze
from layout.lang.rules.rule import Edit, Finder, Fitting, Rule, replace
from layout.lang.rules.word_kinds import Kind
from layout.model.patterns import late_pattern
from layout.model.units import NO_BREAK_SPACE

_BOUND = NO_BREAK_SPACE

Spell = Callable[[re.Match[str]], str]
"""How what was found is written."""


def _within_words(written: Iterable[str], pattern_of: Callable[[str], str], spell: Spell) -> Finder:
    """Finds whole abbreviations, never the end of a longer word or abbreviation.

    They are many, and few paragraphs hold one: their letters and stops are looked for before their pattern.
    """
    longest_first = sorted(written, key=len, reverse=True)
    signs = tuple(dict.fromkeys(squeeze(entry) for entry in longest_first))
    patterns = "|".join(pattern_of(entry) for entry in longest_first)
    compiled = late_pattern(rf"(?:{patterns})(?!\w)")

    def find(text: str) -> Iterator[Edit]:
        close = squeeze(text)
        if not any(sign in close for sign in signs):
            return
        for match in compiled.finditer(text):
            before = text[match.start() - 1 : match.start()]
            new = spell(match)
            if not before.isalnum() and before != "." and new != match[0]:
                yield match.start(), match.end(), new

    return find


def _gapped(entry: str) -> str:
    """An entry's pattern: any space for each of its own."""
    return re.escape(entry).replace(r"\ ", GAP)


def _closer(language: Language) -> Finder | None:
    """Finds abbreviations written open; their letters stay, stops and spaces go."""
    closed = language.abbreviations.closed
    if not closed:
        return None

    def spell(match: re.Match[str]) -> str:
        return closed[re.sub(GAP, " ", match[0])].replace(" ", _BOUND)

    return _within_words(closed, _gapped, spell)


def _spacer(language: Language) -> Finder | None:
    """Finds abbreviations of several words, however spaced; each gap becomes a no-break space."""
    if not language.abbreviations.spaced:
        return None
    inside = late_pattern(rf"(?<=\.)(?=\w)|{GAP}")

    def pattern_of(entry: str) -> str:
        return re.escape(entry).replace(r"\.\ ", rf"\.{GAP}?").replace(r"\ ", GAP)

    written = language.abbreviations.spaced.split("|")
    return _within_words(written, pattern_of, lambda match: inside.sub(_BOUND, match[0]))


def _gluer(language: Language) -> Finder | None:
    """Finds abbreviations of several words; their spaces become no-break, none is added."""
    if not language.abbreviations.glued:
        return None
    written = language.abbreviations.glued.split("|")
    return _within_words(written, _gapped, lambda match: re.sub(GAP, _BOUND, match[0]))


def _closed_before_name(kind: Kind) -> Fitting:
    """Finds an abbreviation written close to the name: `Ing.Novák`, `ul.Krakowska`."""
    stop = late_pattern(rf"\.(?=[{UPPER}{LOWER}])")
    last = late_pattern(r"[^\W\d_]+\.\Z")
    next_one = late_pattern(r"[^\W\d_]+\.")

    def fit(language: Language) -> Finder:
        words = language.words.get(kind, "").split()
        known = frozenset(word.lower() for word in words if word.endswith(".") and len(word) > 2)

        def find(text: str) -> Iterator[Edit]:
            for match in stop.finditer(text):
                end = match.end()
                word = last.search(text, max(0, end - 11), end)
                if not word or word[0].lower() not in known:
                    continue
                title = next_one.match(text, end, end + 11)
                if text[end].isupper() or (title and title[0] in known):
                    yield end, end, _BOUND

        return find

    return fit


def _initials(language: Language) -> Finder:
    """Finds initials close to the name, and close to one another where they stand apart.

    Without a name they are a person only if the language's record says so (T.G.M.); others are left.
    """
    data = language.abbreviations
    persons = frozenset(data.persons.split())
    degrees = frozenset(language.words.get(Kind.DEGREE, "").split())
    chain = late_pattern(rf"[{UPPER}]\.(?<![\w.]..)(?:[{UPPER}]\.){{0,5}}(?![{UPPER}]\.)")
    named = late_pattern(rf"{GAP}?[{UPPER}][{LOWER}]{{2,}}")
    joint = late_pattern(rf"\.(?=[{UPPER}])")

    def find(text: str) -> Iterator[Edit]:
        for match in chain.finditer(text):
            start, end = match.span()
            if match[0] in degrees or (match[0] not in persons and not named.match(text, end)):
                continue
            for stop in joint.finditer(text, start, end + 1):
                if data.initials_apart or stop.end() == end:
                    yield stop.end(), stop.end(), _BOUND

    return find


def _open_degree(language: Language) -> Finder | None:
    beginnings = "|".join(language.abbreviations.open_degrees.split())
    return replace(rf"({beginnings})\.{GAP}D\.", r"\1.D.") if beginnings else None


_NAMED = late_pattern(rf"[{UPPER}][{LOWER}]*\.?{GAP}[{UPPER}][{LOWER}]{{2,}}(?:-[{UPPER}][{LOWER}]+)?\Z")


def _add_comma(language: Language) -> Finder | None:
    """A degree behind a name stands after a comma (IJP, Tituly)."""
    degrees = language.abbreviations.degrees_after_comma.split()
    if not degrees:
        return None
    degree = late_pattern(rf"(?:{'|'.join(map(re.escape, degrees))})(?!\w)")

    def find(text: str) -> Iterator[Edit]:
        for match in degree.finditer(text):
            gap = match.start() - 1
            if gap > 0 and re.match(GAP, text[gap]) and _NAMED.search(text, max(0, gap - 60), gap):
                yield gap, gap, ","

    return find


ABBREVIATIONS: tuple[Rule, ...] = (
    Rule(id="T17", needs=(".",), fit=_closer, summary="m.in., itd., tzn., např. are closed"),
    Rule(id="T17", needs=(".",), fit=_gluer, summary="abbreviations of several words hold together"),
    Rule(id="T17", needs=(".",), fit=_spacer, summary="a. s., s. r. o. are spaced and hold together"),
    Rule(id="T17", needs=(".",), fit=_closed_before_name(Kind.PLACE), summary="a space behind ul., nám."),
    Rule(
        id="T02", needs=(".",), fit=_closed_before_name(Kind.TITLE), summary="a space between title and name"
    ),
    Rule(id="T02", needs=(".",), fit=_initials, summary="a space behind an initial"),
    Rule(id="T02", needs=("D",), fit=_open_degree, summary="Ph.D. is closed"),
    Rule(id="T02", needs=(), fit=_add_comma, summary="a comma before Ph.D., CSc."),
)
