"""Takes the bytes of a list of recipients, gives its characters; tells where an encoding is only a guess."""

from __future__ import annotations

from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span
from layout.model.languages import OWN_LETTERS
from layout.model.patterns import late_pattern
from layout.model.products.signatures import COMPOUND_FILE, ZIP, marked_encoding
from layout.model.records import Struct
from layout.model.units import NO_BREAK_SPACE
from layout.source.import_text.plain.decode_text import is_utf7
from layout.source.nodes.parsing import place_of

_BOOKS = (ZIP, COMPOUND_FILE)
"""How an .xlsx or .ods, and an old .xls file begin."""
_PAGES = {
    "cp1250": "Windows-1250",
    "iso8859_2": "ISO-8859-2",
    "cp852": "DOS (CP852)",
    "mac_latin2": "Mac (Central European)",
}
"""The likelier one first. For á, é, í, ó, ú and ü CP852 is CP437 and CP850 too."""
_OLD = ("cp852", "mac_latin2")
"""Pages of systems that are gone: not taken where another one explains as much."""
_CONTROL = late_pattern("[\0\x80-\x9f]")
"""What a code page that is not the right one makes of letters."""
_WORD = late_pattern(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*")
_NEIGHBOURS = "óäöüßľôŕĺőű"
"""Letters of German, Slovak and Hungarian names."""
_SIDES = tuple(letters + more for letters, more in zip(OWN_LETTERS.values(), "wv", strict=True))
"""Letters that hardly stand in one word with those of the other language."""
_WEIGHTS = {
    **dict.fromkeys(_NEIGHBOURS + _NEIGHBOURS.upper(), 1),
    **dict.fromkeys("".join(letters + letters.upper() for letters in OWN_LETTERS.values()), 2),
}
"""What a letter beyond ASCII counts for; one of no name here counts against a reading."""
QUOTES = frozenset("„”“‚‘’–—")
_STRANGE, _BROKEN = 2, 6
"""What a letter of no name here takes off a reading, and a sign or a capital amid letters."""


class ListText(Struct, frozen=True):
    """Characters of a list, the encoding they were read by, and whether another one is as likely."""

    text: str
    encoding: str
    warnings: tuple[Diagnostic, ...] = ()


def decode_list(data: bytes, file: str) -> ListText:
    """The characters of UTF-8, UTF-7, marked UTF-16 or 32, or a code page of Windows, DOS, Mac or ISO-8859-2.

    Raises Rejected on anything else, and where no page gives names.
    """
    if data.startswith(_BOOKS):
        raise Rejected.one("recipients-workbook", Span(file))
    marked = marked_encoding(data)
    encoding = marked or ("utf-7" if is_utf7(data) else "utf-8")
    text = _decode(data, encoding)
    if text is not None and "\0" not in text:
        return ListText(text, encoding)
    readings = {page: text for page in _PAGES if (text := _decode(data, page)) and not _CONTROL.search(text)}
    if marked or not readings:
        raise Rejected.one("recipients-encoding", Span(file))
    return _choose(data, readings, file)


def _decode(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError:
        return None


def _choose(data: bytes, readings: dict[str, str], file: str) -> ListText:
    """The reading whose words look most like names; where none does, the first with a warning.

    Raises Rejected where even the best has more signs that belong to no name than letters that do.
    """
    words = [word for word in dict.fromkeys(_WORD.findall(data)) if len({*_read(word, readings)}) > 1]
    likeness = {
        page: sum(_rate_name(word.decode(page)) for word in words) - (page in _OLD) for page in readings
    }
    page = max(likeness, key=lambda page: likeness[page])
    if likeness[page] < 0:
        raise Rejected.one("recipients-encoding", Span(file))
    others = [
        other for other in readings if other != page and likeness[other] + (other in _OLD) >= likeness[page]
    ]
    warnings = tuple(
        _tell_guess(data, word, page, other, file)
        for other in others
        if (word := _differing(words, page, other))
    )
    return ListText(readings[page], page, warnings)


def _differing(words: list[bytes], page: str, other: str) -> bytes:
    """The first word that two pages read differently; empty if there is none."""
    return next((word for word in words if word.decode(page) != word.decode(other)), b"")


def _rate_name(word: str) -> int:
    """Polish and Czech letters, minus what stands in no name: signs, strange letters, capitals inside."""
    found = 0
    for at, letter in enumerate(word):
        before, after = word[at - 1 : at] if at else "", word[at + 1 : at + 2]
        if letter == NO_BREAK_SPACE:
            found -= _BROKEN if before.isalpha() and (after.islower() or not after) else 0
        elif letter > "\x7f" and not letter.isalpha():
            found -= 0 if letter in QUOTES and not (before.isalpha() and after.isalpha()) else _BROKEN
        elif letter > "\x7f":
            found += _WEIGHTS.get(letter, -_STRANGE)
        if letter.isupper() and before.isalpha() and max(before, letter) > "\x7f":
            found -= _BROKEN if before.islower() or after.islower() else 0
    found -= word[0] > "\x7f" and word[0].islower()
    return found - (_STRANGE if _is_mixed(word) else 0)


def _is_mixed(word: str) -> bool:
    """Whether letters of Polish alone and of Czech alone stand in one word."""
    lower = set(word.lower())
    return all(not lower.isdisjoint(letters) for letters in _SIDES)


def _read(word: bytes, readings: dict[str, str]) -> list[str]:
    return [word.decode(page) for page in readings]


def _tell_guess(data: bytes, word: bytes, page: str, other: str, file: str) -> Diagnostic:
    before = data[: data.index(word)].decode(page)
    values = {
        "encoding": _PAGES[page],
        "value": word.decode(page),
        "other": _PAGES[other],
        "otherwise": word.decode(other),
    }
    return Diagnostic(
        "recipients-encoding-guess", place_of(before, len(before), file), values, Severity.WARNING
    )
