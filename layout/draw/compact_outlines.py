"""Takes a font file of the glyphs used, gives its CFF outlines as a PDF may hold them; changes no outline."""

from __future__ import annotations

from io import BytesIO
from typing import Any

IDENTITY = ("Adobe", "Identity", 0)
"""The character collection in which a CID is a glyph's own number (ISO 32000-1, 9.7.3)."""


def read_compact(face: Any) -> bytes:
    """The CFF program of a font opened by HarfBuzz, empty where its outlines are TrueType's.

    CFF2, which no PDF may hold, becomes CFF. A font whose CIDs were those of a collection, Adobe-Japan1 say,
    claims it no longer: its glyphs were numbered anew.
    """
    data = bytes(face.reference_table("CFF ").data)
    if not data and not face.reference_table("CFF2").data:
        return b""
    if data and (b"Adobe" not in data or b"AdobeIdentity" in data):
        return data
    # fontTools is slow to load, and needed for few fonts.
    from fontTools.cffLib.CFF2ToCFF import convertCFF2ToCFF
    from fontTools.ttLib import TTFont

    font = TTFont(BytesIO(face.blob.data), recalcBBoxes=False)
    if not data:
        convertCFF2ToCFF(font)
    top = font["CFF "].cff.topDictIndex[0]
    if hasattr(top, "ROS"):
        top.ROS = IDENTITY
    compiled: bytes = font["CFF "].compile(font)
    return compiled
