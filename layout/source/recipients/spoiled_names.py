"""Takes a name, gives what in it looks as if letters went wrong on the way here; mends none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from layout.model.languages import OWN_LETTERS
from layout.model.patterns import late_pattern
from layout.model.units import NO_BREAK_SPACE

_FITTING = frozenset("’‘‚“”„–—‑…·ªº°№" + NO_BREAK_SPACE + "\u202f\u2019")
"""Signs beyond ASCII that a name or an office's name may have."""
_ODD = frozenset("?`^~|{}_#«»")
_WRITTEN = late_pattern(
    r"%[0-9A-F]{2}|&#?\w{2,8};|=\?[\w-]+\?|(?:=[0-9A-F]{2})+|\\[ux][0-9A-Fa-f]{2,4}|\+[A-Za-z0-9]{2,6}-(?=\w|\Z)"
)
"""Letters written as codes: of an address, of HTML, of a mail header, of a program, of UTF-7."""
_PARTED = late_pattern(rf"(?<=[^\W\d_])(?:{NO_BREAK_SPACE}(?=[a-z])|[‚„](?=\w|\s|\Z))")
"""A no-break space or a low quotation mark where a letter was: CP852 read as Windows-1250."""
_WORD = late_pattern(r"[^\W\d_]+")
_ACCENTED = "áíýúůěščřžďťň"
_VOWEL = "aeiouyáéíóúůýąęě"
_CONSONANT = "bcdfghjklmnpqrstvwxzčďňřšťžćłńśźż"
_WRONG_LETTERS = late_pattern(
    rf"[øØ](?=[aiouáíéýúů])|(?<=[aiouáíéýúů])[øØ]|[ìùòÌÙÒ](?=[{_CONSONANT}{_VOWEL}])|[èÈ](?=[{_VOWEL}ì])"
    rf"|[æÆ](?=[{_VOWEL}w])|(?<=[{_VOWEL}])[æÆ]|[ñÑ](?=[{_CONSONANT}]|\Z)|[œŒ](?=[{_CONSONANT}]|\Z)"
    rf"|(?<=[{_VOWEL}])ß(?=[{_VOWEL}]\w*ß)"
)
"""Western letters where they stand in no western name, but where Windows-1250 or ISO-8859-2 has ours."""
_WESTERN = frozenset("øìùòèïêœû")
_LATEST = "\u017f"
"""The last letter of Latin Extended-A: what UTF-8 read by a wrong page may be meant for."""


def find_spoiled(name: str) -> tuple[str, ...]:
    """Signs and letters such as `®`, `Ã¡`, `?` or `%C3` that stand in no name; none of a sound one.

    Foreign names such as O'Brien, Müller, Sørensen and Muñoz are sound.
    """
    found = [match[0] for match in _WRITTEN.finditer(name)]
    found += ("␣" if match[0] == NO_BREAK_SPACE else match[0] for match in _PARTED.finditer(name))
    found += (sign for sign in name if _is_odd(sign))
    for word in name.split() if not found else ():
        found += _find_misread(word)
    for match in _WORD.finditer(name):
        found += _find_wrong_letters(match[0])
    return tuple(dict.fromkeys(found))


def _is_odd(sign: str) -> bool:
    if sign <= "\x7f":
        return sign in _ODD
    kind = unicodedata.category(sign)
    return sign not in _FITTING and (kind[0] in "SP" or kind in ("No", "Co"))


_PAGES = ("cp1252", "latin-1", "cp1250", "iso8859_2", "mac_roman", "cp852")


def _find_misread(word: str) -> Iterator[str]:
    """A word that is UTF-8 read by a code page: `NovÃ¡kovÃ¡`, `Jiĺ™Ă­`."""
    if word.isascii():
        return
    for page in _PAGES:
        try:
            meant = word.encode(page).decode("utf-8")
        except UnicodeError:
            continue
        if meant != word and all(letter <= _LATEST or "\u2010" <= letter <= "\u2026" for letter in meant):
            yield "".join(letter for letter in word if letter > "\x7f")
            return


def _find_wrong_letters(word: str) -> Iterator[str]:
    lower = word.lower()
    yield from (match[0] for match in _WRONG_LETTERS.finditer(word))
    own = [letter for letter in lower if letter in _ACCENTED]
    if own and (western := [letter for letter in word if letter.lower() in _WESTERN]):
        yield from western
    if re.search("sz|cz|rz|w", lower):
        yield from (letter for letter in word if letter in "êÊ")
    sides = [[letter for letter in word if letter.lower() in own] for own in OWN_LETTERS.values()]
    if all(sides):
        yield from (letter for side in sides for letter in side)
    if not word.isupper():
        yield from (letter for letter in word[1:] if letter > "\x7f" and letter.isupper())
    scripts = {unicodedata.name(letter, "").partition(" ")[0] for letter in word}
    if "LATIN" in scripts and len(scripts) > 1:
        yield from (letter for letter in word if not unicodedata.name(letter, "").startswith("LATIN"))
