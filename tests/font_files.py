"""Makes font files of other kinds from a shipped TrueType one: with CFF outlines, CID-keyed, variable."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from typing import Any

from fontTools import subset, varLib
from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict
from fontTools.cffLib.CFFToCFF2 import convertCFFToCFF2
from fontTools.designspaceLib import DesignSpaceDocument
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.TupleVariation import TupleVariation

from tests.conftest import ROOT

SHOWN = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,:;-–!?()„”“«»‚‘’%&/…"
    "ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ"
)
KEPT = ("OS/2", "cmap", "head", "hhea", "hmtx", "maxp", "name", "post", "GPOS", "GSUB", "GDEF")


def compact_font(data: bytes, keyed: int = 0, wider: float = 1.0) -> bytes:
    """The OpenType file with CFF outlines of a TrueType one, drawn wider.

    `keyed` makes its glyphs CIDs, so far apart.
    """
    font = TTFont(BytesIO(data))
    order = font.getGlyphOrder()
    glyphs, widths = font.getGlyphSet(), font["hmtx"].metrics
    builder = FontBuilder(font=TTFont(BytesIO(data)))
    builder.font["hmtx"].metrics = widths
    outlines = {}
    for name in order:
        widths[name] = (round(wider * widths[name][0]), widths[name][1])
        pen: Any = T2CharStringPen(widths[name][0], glyphs)
        glyphs[name].draw(TransformPen(pen, (wider, 0, 0, 1, 0, 0)))
        outlines[name] = pen.getCharString()
    for tag in list(builder.font.keys()):
        if tag not in (*KEPT, "GlyphOrder"):
            del builder.font[tag]
    builder.font.sfntVersion = "OTTO"
    builder.isTTF = False
    units = font["head"].unitsPerEm
    builder.setupCFF("Small", {"FontMatrix": [1 / units, 0, 0, 1 / units, 0, 0]}, outlines, {})
    builder.font["maxp"].tableVersion = 0x00005000
    if keyed:
        _key(builder.font, keyed)
    out = BytesIO()
    builder.font.save(out)
    return out.getvalue()


def _key(font: Any, apart: int) -> None:
    """Makes a font CID-keyed (Adobe Technical Note 5176, 18), in one part."""
    whole = font["CFF "].cff
    top = whole.topDictIndex[0]
    part = FontDict()
    part.rawDict["Private"] = part.Private = top.Private
    part.FontName = "Small-Part"
    parts = FDArrayIndex()
    parts.strings = None
    parts.GlobalSubrs = top.GlobalSubrs
    parts.append(part)
    select = FDSelect()
    select.format, select.gidArray = 3, [0] * len(top.charset)
    named = [top.CharStrings[name] for name in top.charset]
    cids = [".notdef", *(f"cid{apart * at:05}" for at in range(1, len(top.charset)))]
    for glyph in named:
        glyph.fdSelectIndex = 0
    top.CharStrings.charStrings = dict(zip(cids, top.CharStrings.charStrings.values(), strict=True))
    top.CharStrings.fdArray, top.CharStrings.fdSelect = parts, select
    top.charset = cids
    top.ROS, top.CIDCount = ("Adobe", "Japan1", 0), apart * len(cids)
    top.FDArray, top.FDSelect = parts, select
    top.rawDict.pop("Private", None)
    del top.Private
    top.rawDict.pop("Encoding", None)
    metrics = font["hmtx"].metrics
    font["hmtx"].metrics = dict(zip(cids, (metrics[name] for name in font.getGlyphOrder()), strict=True))
    font.setGlyphOrder(cids)


def variable_font(data: bytes, wider: int = 200) -> bytes:
    """A TrueType font with weights from 300 to 700; up to regular as it was, at bold its glyphs are wider."""
    font = TTFont(BytesIO(data))
    builder = FontBuilder(font=font)
    builder.setupFvar([("wght", 300, 400, 700, "Weight")], [])
    changes = {}
    for name in font.getGlyphOrder():
        glyph = font["glyf"][name]
        points = len(glyph.components) if glyph.isComposite() else len(getattr(glyph, "coordinates", ()))
        deltas = [(0, 0)] * (points + 1) + [(wider, 0), (0, 0), (0, 0)]
        changes[name] = [TupleVariation({"wght": (0.0, 1.0, 1.0)}, deltas)]
    builder.setupGvar(changes)
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def variable_compact_font(data: bytes, wider: float = 1.25) -> bytes:
    """A CFF2 font with weights from 400 to 700, at bold drawn wider; kerned alike at every weight."""
    document = DesignSpaceDocument()
    document.addAxisDescriptor(name="Weight", tag="wght", minimum=400, default=400, maximum=700)
    for place, width in ((400, 1.0), (700, wider)):
        master = TTFont(BytesIO(compact_font(data, wider=width)))
        for tag in ("GPOS", "GSUB", "GDEF"):
            if tag in master:
                del master[tag]
        document.addSourceDescriptor(
            font=master, location={"Weight": place}, familyName="Small", styleName="R"
        )
    font, _, _ = varLib.build(document)
    plain = TTFont(BytesIO(data))
    for tag in ("GPOS", "GSUB", "GDEF"):
        if tag in plain:
            font[tag] = plain[tag]
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def newer_font(data: bytes) -> bytes:
    """A CFF font as CFF2, which no PDF may hold."""
    font = TTFont(BytesIO(data))
    convertCFFToCFF2(font)
    out = BytesIO()
    font.save(out)
    return out.getvalue()


@cache
def plain_font() -> bytes:
    """Lato with the letters of Polish and Czech alone, its kerning and ligatures kept."""
    font = TTFont(ROOT / "fonts" / "lato" / "Lato-Regular.ttf")
    cutter = subset.Subsetter(subset.Options(name_IDs=[1, 2, 6], notdef_outline=True, hinting=False))
    cutter.populate(text=SHOWN)
    cutter.subset(font)
    out = BytesIO()
    font.save(out)
    return out.getvalue()


KINDS: Mapping[str, Callable[[], bytes]] = {
    "truetype": plain_font,
    "variable": lambda: variable_font(plain_font()),
    "compact": lambda: compact_font(plain_font()),
    "keyed": lambda: compact_font(plain_font(), 10),
    "variable compact": lambda: variable_compact_font(plain_font()),
    "newer": lambda: newer_font(compact_font(plain_font())),
}
"""Fonts of the same letters by what they are."""


def change_rights(data: bytes, rights: int) -> bytes:
    """A font with other bits of `fsType`."""
    font = TTFont(BytesIO(data))
    font["OS/2"].fsType = rights
    out = BytesIO()
    font.save(out)
    return out.getvalue()
