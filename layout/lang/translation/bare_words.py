"""Takes a passage as typed, gives its words without marks of emphasis, links and foreign phrases."""

from __future__ import annotations

from layout.model.content.prose import INSIDE
from layout.model.patterns import late_pattern
from layout.model.units import NO_BREAK_SPACE, SOFT_HYPHEN, THIN_NO_BREAK_SPACE

_LINK = late_pattern(r"\[([^\[\]]*)\]\(([^()\s]*)\)")
_FOREIGN = late_pattern(r"(?<!\^)\[([^\[\]]*)\]\{([^{}]*)\}")
_NOTE = late_pattern(r"\^\[([^\[\]]*)\](\{\s*only\s*\})?")
_PAGE = late_pattern(r"\{\s*page\s*=[^{}]*\}")
_MARKS = late_pattern(r"\\(?=\W)|[*`]|(?<!\w)_|_(?!\w)")
_SPACES = str.maketrans(
    {NO_BREAK_SPACE: " ", THIN_NO_BREAK_SPACE: " ", "\u2009": " ", "\n": " ", "\t": " ", SOFT_HYPHEN: None}
)


def bare_words(text: str) -> str:
    """What is read of a passage, with plain spaces: no addresses, page numbers, notes of one language."""
    text = text.translate(_SPACES)
    if "[" in text:
        text = _FOREIGN.sub(r"\1", _LINK.sub(r"\1", text))
    if "^[" in text:
        text = _NOTE.sub(_keep_paired, text)
    if "{" in text:
        text = _PAGE.sub("", text)
    return _MARKS.sub("", text)


def own_words(text: str) -> str:
    """The same without phrases that are marked as another language's."""
    return bare_words(_FOREIGN.sub(_drop_foreign, text) if "[" in text else text)


def _drop_foreign(found: object) -> str:
    return " " if "lang" in found[2] else found[1]  # type: ignore[index]


def _keep_paired(found: object) -> str:
    return "" if found[2] else f" {found[1]} "  # type: ignore[index]


def link_targets(text: str) -> list[str]:
    """The addresses of a passage's links, without those that lead to a place in the brochure."""
    found = [found[2] for found in _LINK.finditer(text)] if "](" in text else []
    return [address for address in found if not address.startswith(INSIDE)]
