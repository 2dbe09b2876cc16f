"""Takes the record of a face, gives its file opened by HarfBuzz, and parts cut from it; shapes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import uharfbuzz as hb

from layout.model.fonts import FontFace
from layout.model.records import Struct

UNUSED_TABLES = (b"GSUB", b"GPOS", b"GDEF", b"DSIG", b"STAT", b"BASE", b"kern")
"""What a PDF's font file has no use for: the glyphs are chosen and placed already."""


class OpenedFont(Struct, frozen=True):
    """A font ready to shape, a variable one at the place on its axes that its record asks for."""

    face: Any
    font: Any
    axes: Mapping[str, float]

    @property
    def em(self) -> float:
        """What a unit of the font is, in thousandths of an em."""
        return 1000.0 / float(self.face.upem)


def open_font(record: FontFace) -> OpenedFont:
    """The file of `record`; shaping and embedding open it alike, so that both see the same letters."""
    face = hb.Face(hb.Blob.from_file_path(record.path))
    font = hb.Font(face)
    axes = {info.tag: _place(info, record) for info in face.axis_infos}
    if axes:
        font.set_variations(axes)
    return OpenedFont(face, font, axes)


def cut_font(opened: OpenedFont, glyphs: Iterable[int]) -> tuple[Any, Mapping[int, int]]:
    """A font of these glyphs alone, and their numbers in it; raises RuntimeError where the file is broken.

    A CID-keyed font gets glyph numbers for CIDs, a variable one loses its axes, CFF2 becomes CFF.
    """
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(set(glyphs))
    wanted.flags = (
        hb.SubsetFlags.NOTDEF_OUTLINE
        | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        | hb.SubsetFlags.NO_HINTING
        | hb.SubsetFlags.CFF_IDENTITY_CHARSET
        | hb.SubsetFlags.DOWNGRADE_CFF2
    )
    for axis, place in opened.axes.items():
        wanted.pin_axis_location(opened.face, axis, place)
    drop: Any = wanted.drop_table_tag_set
    drop.update(int.from_bytes(tag, "big") for tag in UNUSED_TABLES)
    plan = hb.SubsetPlan(opened.face, wanted)
    return plan.execute(), plan.old_to_new_glyph_mapping


def _place(info: Any, record: FontFace) -> float:
    """Where the face stands on an axis: nearest to its weight and slope, else where its maker left it."""
    wanted = {
        "wght": float(record.weight_class),
        "ital": float(record.italic),
        "slnt": info.min_value if record.italic else 0.0,
    }.get(info.tag, info.default_value)
    return float(min(max(wanted, info.min_value), info.max_value))
