"""Takes one line of plain text, gives it as the `text` command prints it: set by the rules, or divided.

A no-break space is printed as `~`, a fixed thin one as `^`, a soft one as a space.
"""

from __future__ import annotations

from functools import cache

from layout.lang.hyphenation.divide import Break, BreakKind, Hyphenator
from layout.lang.microtype import Context, microtype
from layout.lang.rules.fragments import GAP
from layout.model.content.brochure import TypographySettings
from layout.model.content.prose import Prose, Run
from layout.model.patterns import late_pattern
from layout.model.units import LINE_BREAK, NO_BREAK_SPACE, SOFT_HYPHEN, SOFT_SPACE, THIN_NO_BREAK_SPACE

_VISIBLE = str.maketrans({NO_BREAK_SPACE: "~", THIN_NO_BREAK_SPACE: "^", SOFT_SPACE: " "})
_BETWEEN_WORDS = late_pattern(f"(?:{GAP}|{LINE_BREAK})+")
SOFT_MARK, REPEAT_MARK, WHOLE_HYPHEN = "-", "/", "="
"""A break, an existing hyphen that is repeated, and one at which a line never ends."""


def show_line(line: str, language: str, settings: TypographySettings) -> str:
    """The line after microtypography in a narrow column."""
    return _set(line, language, settings).translate(_VISIBLE)


def show_breaks(line: str, language: str, settings: TypographySettings) -> str:
    """Each word of the line after microtypography with its break points, one space between words.

    All break points of the language are shown. A line uses those that leave three letters or more (T15).
    """
    exceptions = (settings.exceptions or {}).get(language, ())
    hyphenator = _hyphenator(language, exceptions, settings.off)
    words = _BETWEEN_WORDS.split(_set(line, language, settings))
    return " ".join(_show_word(word, hyphenator.division(word)) for word in words)


@cache
def _hyphenator(language: str, exceptions: tuple[str, ...], off: frozenset[str]) -> Hyphenator:
    return Hyphenator(language, exceptions, off)


def _set(line: str, language: str, settings: TypographySettings) -> str:
    prose, _ = microtype(Prose((Run(line),)), language, settings, Context.NARROW)
    return prose.text


def _show_word(word: str, breaks: tuple[Break, ...]) -> str:
    kinds = {place.offset: place.kind for place in breaks}
    address = bool(breaks) and BreakKind.BARE in kinds.values()
    shown = ""
    for offset, character in enumerate(word):
        if kinds.get(offset) is BreakKind.SOFT:
            shown += SOFT_MARK
        repeated = kinds.get(offset + 1) is BreakKind.REPEAT
        if character == "-" and not address:
            shown += REPEAT_MARK if repeated else WHOLE_HYPHEN
        elif character != SOFT_HYPHEN:
            shown += character
    return shown
