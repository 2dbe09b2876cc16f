"""Takes a cover's content in its new file, gives it without tags and layers, and what it lacks."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from itertools import chain

from pypdf import PdfWriter
from pypdf.generic import (
    DictionaryObject,
    IndirectObject,
    StreamObject,
)

from layout.model.records import Struct
from layout.output.covers.checks import Unfit
from layout.output.covers.fonts import SurveyedContent, font_name, idle_fonts, is_embedded, used_fonts
from layout.output.covers.groups import drop_idle_groups
from layout.output.covers.packing import check_depth, mend_streams
from layout.output.covers.survey import MARKING, survey_content
from layout.output.pdf.objects import entries_of, named_entries, store_deflated
from layout.output.pdf.scanning import operand_names, scan_operators
from layout.output.pdf.store import forget_decoded, list_objects
from layout.output.pdf.walk import HeldContent, all_contents, walk_contents
from layout.pdfreading.opening import Unreadable, look_up, tolerate

MOST_OBJECTS = 50_000
MOST_CONTENT = 40_000_000
"""Bytes of content streams when unpacked."""


class Cleaned(Struct, frozen=True):
    """What cleaning showed: `fonts` that show text and are not embedded; `drawn` if anything is painted."""

    fonts: tuple[str, ...]
    drawn: bool


def clean_content(writer: PdfWriter, form: IndirectObject) -> Cleaned:
    """Take out of `form`, and of all it draws, what does not print: tags, layers, idle groups and fonts.

    Goes through forms, patterns, soft masks and Type 3 glyphs. A cover inside a tagged body is one figure:
    tags of its own would collide with the body's. Fonts in which nothing is shown are taken out.
    Raises `Unfit` ("cover-too-complex") or `Unreadable` ("too-big", "broken") before it takes long.
    """
    objects = list_objects(writer)
    if len(objects) > MOST_OBJECTS:
        raise Unfit("cover-too-complex")
    mend_streams(objects)
    check_depth(form)
    walked = list(_survey(form))
    used = used_fonts(walked)
    drop_idle_groups(walked)
    for content in walked:
        _strip(content, idle_fonts(content.resources, used))
    for resources in {id(content.resources): content.resources for content in walked}.values():
        _drop_layers(resources)
        _drop_fonts(resources, idle_fonts(resources, used))
    lacking = dict.fromkeys(font_name(font) for font in used if not is_embedded(font))
    return Cleaned(tuple(lacking), any(map(_draws, walked)))


def _survey(form: IndirectObject) -> Iterator[SurveyedContent]:
    """Each stream of operators that `form` is drawn with, unpacked and looked through."""
    start = form.get_object()
    assert isinstance(start, StreamObject)
    unpacked = 0
    for stream, resources in walk_contents([HeldContent(start, DictionaryObject())], all_contents):
        data = _unpack(stream)
        unpacked += len(data)
        if unpacked > MOST_CONTENT:
            raise Unfit("cover-too-complex")
        yield SurveyedContent(stream, resources, data, survey_content(data))


def _draws(content: SurveyedContent) -> bool:
    """Whether a stream paints anything by itself; forms are streams of their own."""
    return content.survey.paints or any(
        name in content.survey.drawn and entry.get("/Subtype") == "/Image"
        for name, entry in named_entries(content.resources, "/XObject")
    )


def _drop_layers(resources: DictionaryObject) -> None:
    for entry in chain(entries_of(resources, "/XObject"), entries_of(resources, "/Pattern")):
        entry.pop("/OC", None)


def _drop_fonts(resources: DictionaryObject, names: Iterable[str]) -> None:
    fonts = look_up(resources, "/Font")
    if isinstance(fonts, DictionaryObject):
        for name in names:
            del fonts[name]


def _strip(content: SurveyedContent, idle: Container[str]) -> None:
    """Write the stream anew without marked content and without the setting of `idle` fonts, if it has any."""
    found = content.survey
    if found.marked or any(name in idle for name in found.set_fonts):
        store_deflated(content.stream, _without(content.data, idle))


def _without(data: bytes, idle: Container[str]) -> bytes:
    kept, position = [], 0
    for operator in scan_operators(data):
        name, begin, end = operator
        if name in MARKING or (name == b"Tf" and any(font in idle for font in operand_names(data, operator))):
            kept.append(data[position:begin])
            position = end
    return b"".join((*kept, data[position:]))


def _unpack(stream: StreamObject) -> bytes:
    data = tolerate(stream.get_data, None)
    forget_decoded(stream)
    if data is None:
        raise Unreadable("broken")
    return data
