"""Takes words in any spelling, gives plain letters for file names and for comparing; never for readers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

WITHOUT_PARTS: Mapping[str, str] = {
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "Đ": "D",
    "ø": "o",
    "Ø": "O",
    "ß": "ss",
    "æ": "ae",
    "Æ": "AE",
    "œ": "oe",
    "Œ": "OE",
    "þ": "th",
    "Þ": "TH",
    "ð": "d",
    "Ð": "D",
}
"""Letters that Unicode does not take apart, and the plain ones they stand with."""

_PLAIN = str.maketrans({**WITHOUT_PARTS, **dict.fromkeys("–—−‑", "-"), **dict.fromkeys("\u00a0\u202f", " ")})


def strip_marks(text: str) -> str:
    """The text without diacritics: `Příliš łódź` gives `Prilis lodz`; other scripts stay as they are."""
    apart = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def plain_key(text: str) -> str:
    """What spellings of one name have in common: `Imię i nazwisko` and `IMIE_I_NAZWISKO` are the same."""
    return "".join(letter for letter in strip_marks(text).casefold() if letter.isalnum())


def ascii_file_name(name: str) -> str:
    """A file name of ASCII letters, digits, dots, hyphens and underscores alone; never empty."""
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", strip_marks(name))
    return re.sub(r"-+(\.|$)", r"\1", re.sub(r"-{2,}", "-", plain)).lstrip("-.") or "file"


def make_slug(text: str, longest: int, otherwise: str) -> str:
    """Small ASCII letters and digits with hyphens between words, at most `longest`; `otherwise` for none."""
    composed = unicodedata.normalize("NFC", text)
    words = "".join(letter if letter.isalnum() else " " for letter in composed)
    plain = strip_marks(words).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:longest].strip("-") or otherwise
