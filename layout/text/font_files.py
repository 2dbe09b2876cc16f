"""Takes the record of a face, gives its file opened by HarfBuzz; a variable font at the weight asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import uharfbuzz as hb

from layout.model.fonts import FontFace


@dataclass(frozen=True, slots=True)
class OpenedFont:
    """A font ready to shape, and where it stands on each of its axes; a plain font has none."""

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


def _place(info: Any, record: FontFace) -> float:
    """Where the face stands on an axis: nearest to its weight and slope, else where its maker left it."""
    wanted = {
        "wght": float(record.weight_class),
        "ital": float(record.italic),
        "slnt": info.min_value if record.italic else 0.0,
    }.get(info.tag, info.default_value)
    return float(min(max(wanted, info.min_value), info.max_value))
