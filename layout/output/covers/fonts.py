"""Takes a cover's content streams, gives the fonts that show text; a font merely listed or set shows none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from layout.output.pdf.objects import as_dictionary, entries_of
from layout.output.pdf.opening import look_up
from layout.output.pdf.scanning import scan_operators

Drawn = tuple[StreamObject, DictionaryObject, bytes]
"""A content stream, the resources it is drawn with, and its unpacked content."""

FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")

SET_FONT = re.compile(rb"/([^\s/\[\]<>(){}%]+)\s+[-+.\d]+\s+Tf\b")
_SHOW = re.compile(rb"\bT[jJ]\b|['\"]")
_SHOWING = frozenset({b"Tj", b"TJ", b"'", b'"'})
"""Operators that show text (ISO 32000-1, 9.4.3)."""


def used_fonts(drawn: Sequence[Drawn]) -> list[DictionaryObject]:
    """The fonts that show text in any of the streams.

    ReportLab and others set Helvetica at the head of each page and show nothing in it. Where a stream shows
    text before it sets a font, the one it inherits may be any: then every font set anywhere counts.
    """
    unsure = any(_inherits(data) for _, _, data in drawn)
    used: list[DictionaryObject] = []
    for _, resources, data in drawn:
        fonts = as_dictionary(look_up(resources, "/Font"))
        names = {_name(found) for found in SET_FONT.findall(data)}
        lacking = [name for name in names if name in fonts and not _is_embedded_in(fonts, name)]
        if lacking and not unsure:
            names = set(_shown(data)) | (names - set(lacking))
        used += [font for name in sorted(names) if isinstance(font := look_up(fonts, name), DictionaryObject)]
        used += _of_states(resources)
    return used


def idle_fonts(resources: DictionaryObject, used: Iterable[DictionaryObject]) -> frozenset[str]:
    """Names of the fonts in `resources` that are not embedded and show nothing."""
    busy = {id(font) for font in used}
    fonts = as_dictionary(look_up(resources, "/Font"))
    return frozenset(
        name
        for name in fonts
        if isinstance(font := look_up(fonts, name), DictionaryObject)
        and id(font) not in busy
        and not is_embedded(font)
    )


def is_embedded(font: DictionaryObject) -> bool:
    """Whether a font brings its shapes with it (ISO 32000-1, 9.9); a Type 3 font is nothing but shapes."""
    if font.get("/Subtype") == "/Type3":
        return True
    descendants = look_up(font, "/DescendantFonts")
    if isinstance(descendants, ArrayObject) and descendants:
        descendant = descendants[0].get_object()
        font = descendant if isinstance(descendant, DictionaryObject) else font
    descriptor = look_up(font, "/FontDescriptor")
    if not isinstance(descriptor, DictionaryObject):
        return False
    return any(isinstance(look_up(descriptor, key), StreamObject) for key in FONT_FILES)


def font_name(font: DictionaryObject) -> str:
    """What a font is called in the file."""
    return str(look_up(font, "/BaseFont") or "?").removeprefix("/")


def _shown(data: bytes) -> Iterator[str]:
    """Names of the fonts in force where text is shown; `q` and `Q` save and bring back the font too."""
    font = ""
    saved: list[str] = []
    for operator, begin, end in scan_operators(data):
        if operator == b"Tf":
            found = SET_FONT.search(data, begin, end)
            font = _name(found[1]) if found else font
        elif operator == b"q":
            saved.append(font)
        elif operator == b"Q" and saved:
            font = saved.pop()
        elif operator in _SHOWING:
            yield font


def _inherits(data: bytes) -> bool:
    """Whether a stream may show text before it sets a font of its own."""
    shown = _SHOW.search(data)
    return shown is not None and SET_FONT.search(data, 0, shown.start()) is None


def _of_states(resources: DictionaryObject) -> Iterator[DictionaryObject]:
    """Fonts that graphics states set."""
    for state in entries_of(resources, "/ExtGState"):
        entry = look_up(state, "/Font")
        font = entry[0].get_object() if isinstance(entry, ArrayObject) and entry else None
        if isinstance(font, DictionaryObject):
            yield font


def _is_embedded_in(fonts: DictionaryObject, name: str) -> bool:
    font = look_up(fonts, name)
    return isinstance(font, DictionaryObject) and is_embedded(font)


def _name(written: bytes) -> str:
    return f"/{written.decode('latin-1')}"
