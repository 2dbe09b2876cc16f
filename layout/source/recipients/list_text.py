"""Takes the bytes of a list of recipients, gives its characters; tells where an encoding is only a guess."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span
from layout.model.signatures import COMPOUND_FILE, ZIP, marked_encoding
from layout.source.import_text.decode_text import is_utf7, rate_likeness
from layout.source.nodes.parsing import place_of

_BOOKS = (ZIP, COMPOUND_FILE)
"""How an .xlsx or .ods, and an old .xls file begin."""
_PAGES = {"cp1250": "Windows-1250", "iso8859_2": "ISO-8859-2"}
"""The likelier one first. Those of DOS and of old Macs are no choice: they make `MŘller` of `Müller`."""
_CONTROL = re.compile("[\0\x80-\x9f]")
"""What a code page that is not the right one makes of letters."""
_WORD = re.compile(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*")
_STRAY_SIGNS = frozenset("«»¦§¶ˇ")


@dataclass(frozen=True, slots=True)
class ListText:
    """Characters of a list, the encoding they were read by, and whether another one is as likely."""

    text: str
    encoding: str
    warnings: tuple[Diagnostic, ...] = ()


def decode_list(data: bytes, file: str) -> ListText:
    """The characters of UTF-8, UTF-7, marked UTF-16 or 32, Windows-1250, ISO-8859-2; or raises Rejected."""
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
    """The reading whose words look most like Polish and Czech; where none does, the first with a warning."""
    words = [word for word in dict.fromkeys(_WORD.findall(data)) if len({*_read(word, readings)}) > 1]
    likeness = {page: sum(rate_likeness(word.decode(page)) for word in words) for page in readings}
    page = max(likeness, key=lambda page: likeness[page])
    others = [other for other in readings if other != page and likeness[other] == likeness[page]]
    warnings = tuple(_tell_guess(data, words[0], page, other, file) for other in others if words)
    return ListText(readings[page], page, warnings)


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


def find_stray_signs(name: str) -> str:
    """Signs such as ® or » that stand in no name, but where letters were read by the wrong code page."""
    return "".join(dict.fromkeys(sign for sign in name if sign > "\x7f" and _is_stray(sign)))


def _is_stray(sign: str) -> bool:
    return sign in _STRAY_SIGNS or unicodedata.category(sign)[0] == "S"
