"""Tells URLs, e-mail addresses, domains and file names from words, and where long ones may be cut."""

from __future__ import annotations

import re

_TOP = "eu|pl|cz|sk|de|at|uk|com|org|net|info|gov|edu|int|io|bio|biz|tv|travel|museum|europa"
_FILE = "pdf|docx?|xlsx?|pptx?|odt|ods|zip|jpe?g|png|svg|csv|txt|eml|html?|ya?ml|xml|json"
_TAIL = r"[^\s\u2028\ue000<>\"„“”«»]*[^\s\u2028\ue000<>\"„“”«».,;:!?…()\[\]'’]"
NETWORK = re.compile(
    rf"(?:https?://|ftp://|www\.){_TAIL}"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    rf"|(?<![\w@.-])[A-Za-z0-9-]{{2,}}(?:\.[A-Za-z0-9-]+)*\.(?:{_TOP})(?![\w-])(?:/{_TAIL})?/?"
    rf"|(?<![\w.])[\w-]+\.(?:{_FILE})(?!\w)"
)
"""Addresses and file names; punctuation behind them is not part of them."""

_LEAST_LENGTH = 12
_LEAST_END = 3
_JOINT = re.compile(r"(?<=[/.@?&=_~#])(?=[^/.@?&=_~#\s])")


def break_address(word: str) -> list[int]:
    """Offsets at which a long address may be cut: behind its marks, three characters from its ends."""
    if len(word) < _LEAST_LENGTH:
        return []
    return [
        joint.start()
        for joint in _JOINT.finditer(word)
        if _LEAST_END <= joint.start() <= len(word) - _LEAST_END
    ]
