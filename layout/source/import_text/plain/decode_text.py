"""Takes the bytes of an office's text file and gives its characters; never guesses in silence.

Polish and Czech letters lie at different places in the code pages that offices used, and each page turns
the other's letters into letters too. So every page is tried, and the one whose text looks most like
Polish and Czech is taken.
"""

from __future__ import annotations

from layout.model.diagnostic import Diagnostic, Rejected, Span
from layout.model.languages import CZECH, OWN_LETTERS, POLISH
from layout.model.patterns import late_pattern
from layout.model.products.signatures import COMPOUND_FILE, JPEG, PDF, PNG, RTF, ZIP, marked_encoding
from layout.model.records import Struct
from layout.model.values import ByteSize
from layout.source.nodes.parsing import LARGEST_FILE, place_of

_PAGES = ("cp1250", "iso8859_2", "cp852", "mac_latin2")
"""Windows-1250, ISO-8859-2, and the code pages of DOS and of old Macs."""
_NO_TEXT = (
    (ZIP, "ZIP / Excel, Calc"),
    (COMPOUND_FILE, "Word 97 (.doc)"),
    (RTF, "RTF"),
    (PDF, "PDF"),
    (PNG, "PNG"),
    (JPEG, "JPEG"),
)
_MARKUP = (b"<?xml", b"<!doctype", b"<html")
"""How pages of the web begin, and documents saved as one file of XML."""
_LETTERS = "".join(OWN_LETTERS.values()) + "ó"
_OWN = frozenset(_LETTERS + _LETTERS.upper())
_USUAL = frozenset("äöüßÄÖÜľĽôŕĺ„”“‚‘’–—…«»‹›§°×±·•€©®²³½\u00a0\u00ad")
"""Characters besides those letters that a Polish or Czech office text may well hold."""
_SHIFTED = late_pattern(rb"\+[A-Za-z0-9+/]{3,}-?")
_WORD = late_pattern(r"[^\W\d_]+")
_ODD_SHARE = 0.05
"""Odd characters to other non-ASCII ones, above which a reading is not believed."""


class DecodedText(Struct, frozen=True):
    """Characters of a file, without a byte order mark, and the encoding they were read by."""

    text: str
    encoding: str


def decode_text(data: bytes, file: str) -> DecodedText:
    """The text of a file in UTF-8, UTF-16, UTF-32, Windows-1250, ISO-8859-2, CP852 or Mac Latin 2.

    Raises Rejected if it is no text, or in no encoding that makes sense.
    """
    if len(data) > LARGEST_FILE:
        raise Rejected.one(
            "file-too-large", Span(file), size=ByteSize(len(data)), limit=ByteSize(LARGEST_FILE)
        )
    kind = next((kind for magic, kind in _NO_TEXT if data.startswith(magic)), None)
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:9].lower().startswith(_MARKUP):
        kind = "HTML / XML"
    if kind:
        raise Rejected.one("import-no-text", Span(file), kind=kind)
    for encoding in _name_encodings(data):
        try:
            return DecodedText(data.decode(encoding).removeprefix("\ufeff"), encoding)
        except UnicodeDecodeError:
            continue
    return _decode_by_letters(data, file)


def _name_encodings(data: bytes) -> list[str]:
    """Encodings that the bytes themselves name or prove, likeliest first."""
    marked = marked_encoding(data)
    if marked:
        return [marked]
    if is_utf7(data):
        return ["utf-7"]
    even, odd = data[0:2000:2].count(0), data[1:2000:2].count(0)
    if odd > 5 * even and odd > len(data[:2000]) // 5:
        return ["utf-16-le"]
    if even > 5 * odd and even > len(data[:2000]) // 5:
        return ["utf-16-be"]
    return ["utf-8"]


def is_utf7(data: bytes) -> bool:
    """Whether ASCII bytes spell Polish and Czech letters as old mail programs did (RFC 2152): `Nov+AOE-k`."""
    if not data.isascii() or not _SHIFTED.search(data):
        return False
    try:
        beyond = {sign for sign in data.decode("utf-7") if sign > "\x7f"}
    except UnicodeDecodeError:
        return False
    return bool(beyond & _OWN) and beyond <= _OWN | _USUAL


def _decode_by_letters(data: bytes, file: str) -> DecodedText:
    """The reading by the code page whose text looks most like Polish and Czech."""
    readings = [DecodedText(data.decode(page, "replace"), page) for page in _PAGES]
    best = max(readings, key=lambda reading: rate_likeness(reading.text))
    if _odd_share(best.text) > _ODD_SHARE:
        best = _ask_library(data) or best
    if _odd_share(best.text) > _ODD_SHARE:
        raise Rejected([_explain_bytes(data, file)])
    return best


def rate_likeness(text: str) -> int:
    """Own letters, minus what does not belong: odd signs, and words with letters of both alphabets."""
    found = 0
    for character in text:
        if character > "\x7f":
            found += 1 if character in _OWN else 0 if character in _USUAL else -3
    for word in _WORD.findall(text):
        lower = word.lower()
        if not lower.isascii() and set(lower) & _POLISH and set(lower) & _CZECH:
            found -= 2
    return found


_POLISH = frozenset(OWN_LETTERS[POLISH] + "w")
_CZECH = frozenset(OWN_LETTERS[CZECH] + "v")


def _odd_share(text: str) -> float:
    beyond = [character for character in text if character > "\x7f" or character < "\t"]
    odd = sum(character not in _OWN and character not in _USUAL for character in beyond)
    return odd / len(beyond) if beyond else 0.0


def _ask_library(data: bytes) -> DecodedText | None:
    """What charset-normalizer makes of bytes that the code pages above do not explain."""
    # Nearly every file is explained by the code pages above.
    import charset_normalizer

    found = charset_normalizer.from_bytes(data).best()
    return DecodedText(str(found), found.encoding) if found else None


def _explain_bytes(data: bytes, file: str) -> Diagnostic:
    """Where the file stops being UTF-8, as a hint to the byte that spoils it."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        where = place_of(before, len(before), file)
        return Diagnostic("import-encoding", where, {"byte": f"{data[error.start]:02X}"})
    return Diagnostic("import-encoding", Span(file), {"byte": "?"})
