"""Takes a cover's content streams, gives the fonts that show text; a font merely listed or set shows none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject

from layout.output.covers.survey import INHERITED, ContentSurvey
from layout.output.pdf.objects import as_dictionary, entries_of
from layout.output.pdf.store import encoded_data
from layout.pdfreading.opening import look_up, tolerate

FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


LONGEST_EMPTY = 64
"""Bytes that nothing at all may take up when packed."""


class SurveyedContent(NamedTuple):
    """A content stream, the resources it is drawn with, its unpacked content and what that shows."""

    stream: StreamObject
    resources: DictionaryObject
    data: bytes
    survey: ContentSurvey


def used_fonts(drawn: Sequence[SurveyedContent]) -> list[DictionaryObject]:
    """The fonts that show text in any of the streams.

    ReportLab and others set Helvetica at the head of each page and show nothing in it. Where a stream shows
    text before it sets a font, the one it inherits may be any: then every font set anywhere counts.
    """
    unsure = any(INHERITED in content.survey.shown_fonts for content in drawn)
    used: list[DictionaryObject] = []
    for content in drawn:
        fonts = as_dictionary(look_up(content.resources, "/Font"))
        names = content.survey.set_fonts if unsure else content.survey.shown_fonts
        used += [font for name in sorted(names) if isinstance(font := look_up(fonts, name), DictionaryObject)]
        used += _of_states(content.resources)
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
    return any(_has_data(look_up(descriptor, key)) for key in FONT_FILES)


def _has_data(program: PdfObject | None) -> bool:
    """Whether a font program is there and not empty."""
    if not isinstance(program, StreamObject):
        return False
    return len(encoded_data(program)) > LONGEST_EMPTY or bool(tolerate(program.get_data, b""))


def font_name(font: DictionaryObject) -> str:
    """What a font is called in the file."""
    return str(look_up(font, "/BaseFont") or "?").removeprefix("/")


def _of_states(resources: DictionaryObject) -> Iterator[DictionaryObject]:
    """Fonts that graphics states set."""
    for state in entries_of(resources, "/ExtGState"):
        entry = look_up(state, "/Font")
        font = entry[0].get_object() if isinstance(entry, ArrayObject) and entry else None
        if isinstance(font, DictionaryObject):
            yield font
