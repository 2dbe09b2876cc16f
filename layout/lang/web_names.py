"""Tells URLs, e-mail addresses, domains and file names from words, and where long ones may be cut."""

from __future__ import annotations

from collections.abc import Iterator

from layout.lang.rules.fragments import ASIDE_NUMBER, ASIDE_WORD
from layout.model.patterns import late_pattern

_TOP = "eu|pl|cz|sk|de|at|uk|com|org|net|info|gov|edu|int|io|biz|tv|travel|museum|europa"
_FILE = "pdf|docx?|xlsx?|pptx?|odt|ods|zip|jpe?g|png|svg|csv|txt|eml|html?|ya?ml|xml|json"
_OUTSIDE = f'\\s\u2028\ue000<>"„“”«»{ASIDE_WORD}{ASIDE_NUMBER}'
_TAIL = rf"[^{_OUTSIDE}]*[^{_OUTSIDE}.,;:!?…()\[\]'’]"
_SIGN = late_pattern(r"\.[A-Za-z]{2}|@|//")
"""Text without this holds no address."""
_ADDRESS = late_pattern(
    rf"(?:https?://|ftp://|www\.){_TAIL}"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    rf"|(?<![\w@.-])[A-Za-z0-9-]{{2,}}(?:\.[A-Za-z0-9-]+)*\.(?:{_TOP})(?![\w-])(?:/{_TAIL})?/?"
    rf"|(?<![\w.-])[\w-]+\.(?:{_FILE})(?!\w)"
)
_LEAST_LENGTH = 12
_LEAST_END = 3
_JOINT = late_pattern(r"(?<=[/.@?&=_~#])(?=[^/.@?&=_~#\s])")


def find_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where addresses and file names stand; punctuation behind them is not part of them."""
    if _SIGN.search(text):
        for match in _ADDRESS.finditer(text):
            yield match.span()


def break_address(word: str) -> list[int]:
    """Offsets at which a long address may be cut: behind its marks, three characters from its ends."""
    if len(word) < _LEAST_LENGTH:
        return []
    return [
        joint.start()
        for joint in _JOINT.finditer(word)
        if _LEAST_END <= joint.start() <= len(word) - _LEAST_END
    ]
