"""Takes a JPEG file's bytes, gives them ready for a PDF if nothing must change; never decodes a pixel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PIL.ImageFile import ImageFile

from layout.images import inks
from layout.images.fitting import fewer_pixels
from layout.images.pixels import WHOLE, Pixels, RasterInfo, Space, Target
from layout.model.patterns import late_pattern
from layout.model.records import Struct

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_PDF_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
"""Baseline, extended and progressive Huffman coding: what DCTDecode reads (ISO 32000-1, 7.4.8)."""
_SEQUENTIAL = frozenset({0xC0, 0xC1})
_PICTURE_SEGMENTS = frozenset(range(0xC0, 0xE0)) - {_START, _END}
_AFTER_CODE = late_pattern(rb"\xff[^\x00\xd0-\xd7\xff]")
_SPACES: dict[str, Space] = {"L": "grey", "RGB": "rgb", "CMYK": "cmyk"}
_LUMINANCE_SUM = 3688
"""Sum of the luminance table of ITU-T T.81, table K.1."""
_GENEROUS = 10


class JpegFrame(Struct, frozen=True, kw_only=True):
    """What a PDF reader must know of a JPEG: coding, components, markers; `data` is the picture alone."""

    coding: int
    precision: int
    components: int
    jfif: bool
    adobe: int | None
    data: bytes

    @property
    def unambiguous(self) -> bool:
        """Whether every reader decodes it alike: coding, depth, and colours that a marker tells."""
        if self.coding not in _PDF_FRAMES or self.precision != 8:
            return False
        if self.components == 3:
            return self.adobe in ({1, None} if self.jfif else {0, 1})
        return self.components == 1 or self.adobe in {None, 0, 2}


def read_frame(data: bytes) -> JpegFrame | None:
    """The frame of a JPEG without its metadata, trailing bytes or further pictures; None if it has no end."""
    kept = [data[:2]]
    coding = precision = components = 0
    jfif, adobe = False, None
    at = 2
    while (segment := _segment(data, at)) is not None:
        marker, start, at = segment
        body = data[start + 4 : at]
        if marker in _FRAMES and len(body) > 5:
            coding, precision, components = marker, body[0], body[5]
        jfif = jfif or (marker == 0xE0 and body.startswith(b"JFIF"))
        if marker == 0xEE and body.startswith(b"Adobe") and len(body) > 11:
            adobe = body[11]
        if marker == _SCAN:
            code = _AFTER_CODE.search(data, at)
            at = code.start() if code else len(data)
        if _belongs(marker, body):
            kept.append(data[start:at])
        if data[at : at + 2] == b"\xff\xd9":
            return JpegFrame(
                coding=coding,
                precision=precision,
                components=components,
                jfif=jfif,
                adobe=adobe,
                data=b"".join([*kept, b"\xff\xd9"]),
            )
    return None


def _segment(data: bytes, at: int) -> tuple[int, int, int] | None:
    """Marker, start and end of the segment at or after a place; None where the file is broken."""
    while data[at : at + 2] == b"\xff\xff":
        at += 1
    head = data[at : at + 4]
    if len(head) < 4 or head[0] != 0xFF or head[1] < 0xC0:
        return None
    end = at + 2 + int.from_bytes(head[2:4], "big")
    return (head[1], at, end) if at + 4 <= end <= len(data) else None


def _belongs(marker: int, body: bytes) -> bool:
    """Whether a segment is part of the picture: EXIF, XMP, thumbnails, profiles and comments are not."""
    return (
        marker in _PICTURE_SEGMENTS
        or (marker == 0xE0 and body.startswith(b"JFIF"))
        or (marker == 0xEE and body.startswith(b"Adobe"))
    )


def reuse(path: str, image: ImageFile, info: RasterInfo, target: Target) -> Pixels | None:
    """The file's own JPEG data where `target` asks for no change of size, orientation or colours.

    Inks, and black alone, are never coded anew for a press only because a part is wanted: it is shown of the
    whole. Light is cut, which makes a file for the screen smaller.
    """
    if info.kind != "JPEG" or info.orientation != 1 or fewer_pixels(info, target) or target.look.duotone:
        return None
    whole = target.crop != WHOLE
    if not _colours_fit(image, target) or (whole and target.space != "cmyk"):
        return None
    frame = read_frame(Path(path).read_bytes())
    if frame is None or not frame.unambiguous:
        return None
    return Pixels(
        width=info.width,
        height=info.height,
        space=_SPACES[image.mode],
        bits=8,
        data=frame.data,
        filter="DCT",
        inverted=image.mode == "CMYK" and info.inverted is not False,
        whole=whole,
    )


def _colours_fit(image: ImageFile, target: Target) -> bool:
    profile = image.info.get("icc_profile")
    if image.mode == "L":
        return True
    if image.mode == "RGB":
        return target.space == "rgb" and inks.is_srgb(profile)
    return target.space == "cmyk" and inks.matches(profile, target.intent)


def is_generous(image: ImageFile, target: Target) -> bool:
    """Whether a screen picture is stored at a quality so high that coding it anew may pay."""
    if target.space == "cmyk":
        return False
    return stored_quality(image) > target.quality + _GENEROUS


def stored_quality(image: ImageFile) -> float:
    """The libjpeg quality (0…100) whose luminance table is as coarse as the file's."""
    table: list[int] | None = getattr(image, "quantization", {}).get(0)
    if not table:
        return 0.0
    scale = 100 * sum(table) / _LUMINANCE_SUM
    return 5000 / scale if scale > 100 else (200 - scale) / 2


def entropy_coded(jpeg: bytes) -> tuple[bytes, tuple[int, ...]] | None:
    """A baseline JPEG's first scan, and what the code of zeros means in each Huffman table before it.

    None for other codings and for files that break off before (ITU-T T.81, B.2.4.2).
    """
    symbols: list[int] = []
    at, baseline = 2, False
    while (segment := _segment(jpeg, at)) is not None:
        marker, start, at = segment
        if marker == 0xC4:
            symbols.extend(_first_symbols(jpeg[start + 4 : at]))
        baseline = baseline or marker in _SEQUENTIAL
        if marker == _SCAN:
            code = _AFTER_CODE.search(jpeg, at)
            return (jpeg[at : code.start() if code else len(jpeg)], tuple(symbols)) if baseline else None
    return None


def _first_symbols(tables: bytes) -> Iterator[int]:
    """The first symbol of each table of a segment: its code is zeros alone (ITU-T T.81, C.2)."""
    at = 0
    while at + 17 < len(tables):
        yield tables[at + 17]
        at += 17 + sum(tables[at + 1 : at + 17])
