"""A font embedded as another kind than it is is found in any file; each sound way of embedding passes."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from layout.preflight import PROFILES, preflight
from layout.preflight.text.cff_widths import CffAdvances
from layout.preflight.text.programs import read_program
from layout.resources.messages import phrase
from layout.resources.spoken import LANGUAGES
from tests.faults.paper import Paper, Ref, Stream, small_font
from tests.faults.seeds import member
from tests.faults.sound import print_paper
from tests.font_files import compact_font

PROGRAM, UNMEASURED = "font-program", "font-unmeasured"


@cache
def compact() -> bytes:
    """The small font with CFF outlines, as an OpenType file."""
    return compact_font(small_font()[0])


@cache
def bare(keyed: int = 0) -> bytes:
    """The same outlines alone."""
    data = TTFont(BytesIO(compact_font(small_font()[0], keyed)))
    return bytes(data.getTableData("CFF "))


def embed(paper: Paper, program: bytes, key: str, subtype: str, kind: str) -> None:
    """Puts another program into the file's font, under a key and with the subtypes given."""
    font = member(paper)
    descriptor = paper.objects[font["FontDescriptor"].number - 1]
    del descriptor["FontFile2"]
    entries = {"Subtype": f"/{subtype}"} if subtype else {}
    descriptor[key] = paper.add(Stream(entries, program))
    font["Subtype"] = f"/{kind}"
    if kind == "CIDFontType0":
        del font["CIDToGIDMap"]


def found(change: Callable[[Paper], object], profile: str = "print") -> dict[str, str]:
    """The rules that a changed print file breaks, each with the detail it tells."""
    paper = print_paper()
    change(paper)
    report = preflight(paper.build(), PROFILES[profile], render=False)
    return {one.rule: str(one.values.get("detail", "")) for one in report.findings}


@pytest.mark.parametrize(
    ("program", "key", "subtype", "kind"),
    [
        (compact, "FontFile3", "OpenType", "CIDFontType0"),
        (bare, "FontFile3", "CIDFontType0C", "CIDFontType0"),
        (lambda: bare(1), "FontFile3", "CIDFontType0C", "CIDFontType0"),
        (lambda: small_font()[0], "FontFile3", "OpenType", "CIDFontType2"),
        (lambda: small_font()[0], "FontFile2", "", "CIDFontType2"),
    ],
)
def test_sound_ways_of_embedding_pass(
    program: Callable[[], bytes], key: str, subtype: str, kind: str
) -> None:
    assert found(lambda paper: embed(paper, program(), key, subtype, kind)) == {}


MISMATCHES: dict[str, tuple[Callable[[], bytes], str, str, str]] = {
    "an OpenType file as TrueType": (compact, "FontFile2", "", "CIDFontType2"),
    "bare CFF as TrueType": (bare, "FontFile2", "", "CIDFontType2"),
    "CFF for simple fonts in a composite one": (bare, "FontFile3", "Type1C", "CIDFontType0"),
    "no subtype": (bare, "FontFile3", "", "CIDFontType0"),
    "an unknown subtype": (bare, "FontFile3", "CFF2", "CIDFontType0"),
    "TrueType as CFF": (lambda: small_font()[0], "FontFile3", "CIDFontType0C", "CIDFontType0"),
    "TrueType outlines in a font of CFF": (lambda: small_font()[0], "FontFile3", "OpenType", "CIDFontType0"),
    "CFF outlines in a font of TrueType": (compact, "FontFile3", "OpenType", "CIDFontType2"),
    "a whole file where CFF alone belongs": (compact, "FontFile3", "CIDFontType0C", "CIDFontType0"),
    "CFF alone where a whole file belongs": (bare, "FontFile3", "OpenType", "CIDFontType0"),
    "the key of Type 1": (lambda: small_font()[0], "FontFile", "", "CIDFontType2"),
    "a web font": (lambda: b"wOF2" + bytes(60), "FontFile2", "", "CIDFontType2"),
    "no font": (lambda: b"GIF89a" + bytes(60), "FontFile3", "OpenType", "CIDFontType0"),
}


@pytest.mark.parametrize("name", MISMATCHES)
@pytest.mark.parametrize("profile", ["print", "screen"])
def test_each_mismatch_is_told(name: str, profile: str) -> None:
    program, key, subtype, kind = MISMATCHES[name]
    told = found(lambda paper: embed(paper, program(), key, subtype, kind), profile)
    assert PROGRAM in told
    assert key in told[PROGRAM]


def test_two_programs_are_one_too_many() -> None:
    def change(paper: Paper) -> None:
        descriptor = paper.objects[member(paper)["FontDescriptor"].number - 1]
        descriptor["FontFile3"] = paper.add(Stream({"Subtype": "/CIDFontType0C"}, bare()))

    assert found(change)[PROGRAM] == "FontFile2 + FontFile3"


def simple(paper: Paper, subtype: str, files: dict[str, Any], **entries: Any) -> Ref:
    """A simple font of the small font's letters, shown on the second page."""
    descriptor = paper.objects[member(paper)["FontDescriptor"].number - 1]
    plain = {key: value for key, value in descriptor.items() if key != "FontFile2"}
    font = {
        "Type": "/Font",
        "Subtype": f"/{subtype}",
        "BaseFont": "/ABCDEF+Lato-Regular",
        "FontDescriptor": paper.add({**plain, "Flags": 32, **files}),
        "Encoding": "/WinAnsiEncoding",
        **entries,
    }
    sheet = paper.sheets[1]
    sheet.resources["Font"] = {**sheet.resources["Font"], "F7": paper.add(font)}
    sheet.content += "q 0 0 0 1 k /Over gs BT /F7 9 Tf 80 300 Td (abe) Tj ET Q\n"
    return sheet.resources["Font"]["F7"]


def widths() -> list[int]:
    _, glyphs, advances = small_font()
    return [advances.get(glyphs.get(chr(code), 0), 0) for code in range(32, 127)]


def truetype(paper: Paper, **entries: Any) -> None:
    data = small_font()[0]
    simple(paper, "TrueType", {"FontFile2": paper.add(Stream({"Length1": len(data)}, data))}, **entries)


def test_simple_fonts_are_held_to_the_same() -> None:
    measured = {"FirstChar": 32, "LastChar": 126, "Widths": widths()}
    assert found(lambda paper: truetype(paper, **measured)) == {}

    def as_type1(paper: Paper) -> None:
        simple(paper, "Type1", {"FontFile2": paper.add(Stream({}, small_font()[0]))}, **measured)

    assert found(as_type1)[PROGRAM] == "Type1, FontFile2"

    def keyed(paper: Paper) -> None:
        program = paper.add(Stream({"Subtype": "/Type1C"}, bare(1)))
        simple(paper, "Type1", {"FontFile3": program}, **measured)

    assert found(keyed)[PROGRAM] == "Type1, FontFile3/Type1C: CFF (CID)"


@pytest.mark.parametrize(
    ("entries", "told"),
    [
        ({}, "Widths"),
        ({"LastChar": 126, "Widths": widths()}, "Widths"),
        ({"FirstChar": 32, "LastChar": 126}, "Widths"),
        ({"FirstChar": 98, "LastChar": 126, "Widths": widths()[66:]}, "0x61"),
        ({"FirstChar": 32, "LastChar": 98, "Widths": widths()[:67]}, "0x65"),
    ],
)
def test_simple_fonts_without_widths_are_told(entries: dict[str, Any], told: str) -> None:
    assert found(lambda paper: truetype(paper, **entries)) == {UNMEASURED: told}


def test_a_composite_font_of_full_widths_needs_no_list() -> None:
    """Chinese characters are an em wide, which is what stands where nothing is said."""
    assert found(lambda paper: member(paper).pop("W")) == {UNMEASURED: "W"}
    assert found(lambda paper: member(paper).update(DW=500)) == {}


def test_widths_of_cff_outlines_are_read() -> None:
    truth = read_program(small_font()[0]).advances
    for program in (bare(), bare(1)):
        told = read_program(program).advances
        assert len(told) == len(truth)
        assert list(told) == pytest.approx(list(truth), abs=0.6)
        assert told[1:3] == [told[1], told[2]]


@pytest.mark.parametrize(
    ("outline", "width"),
    [
        (b"\x8b\x0e", 600.0),  # 0 endchar
        (b"\xef\x0e", 700.0),  # 100 endchar
        (b"\x0e", 500.0),  # endchar: the default width
        (b"\xef\x8b\x8b\x8b\x8b\x0e", 700.0),  # an accented letter
        (b"\xef\x8b\x8b\x01\x0e", 700.0),  # hstem
        (b"\x8b\x8b\x01\x0e", 500.0),
        (b"\x1c\xff\x9c\x8b\x16\x0e", 500.0),  # -100 0 hmoveto
        (b"\xef\x8b\x8b\x15\x0e", 700.0),  # rmoveto
        (b"\xff\x00\x64\x00\x00\x8b\x04\x0e", 700.0),  # 100.0 0 vmoveto
        (b"\xf7\x00\x8b\x16\x0e", 708.0),  # 108 0 hmoveto
        (b"\xfb\x00\x8b\x16\x0e", 492.0),  # -108 0 hmoveto
        (b"\x8b\x05\x0e", math.nan),  # a line before any move
        (b"\x8b\x0a\x0e", math.nan),  # a subroutine that is not there
        (b"\x8b" * 900, math.nan),
        (b"", math.nan),
    ],
)
def test_a_width_stands_before_the_first_move(outline: bytes, width: float) -> None:
    top = SimpleNamespace(
        Private=SimpleNamespace(nominalWidthX=600, defaultWidthX=500),
        CharStrings=SimpleNamespace(charStringsIndex=[SimpleNamespace(bytecode=outline)]),
        GlobalSubrs=[],
        rawDict={},
    )
    assert CffAdvances(top, 1)[0] == pytest.approx(width, nan_ok=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_can_mend_it_is_told(language: str) -> None:
    def told(producer: bytes) -> str:
        paper = print_paper()
        paper.info["Producer"] = producer
        member(paper).pop("W")
        (finding,) = preflight(paper.build(), PROFILES["screen"], render=False).findings
        return phrase(finding.rule, finding.values, language)

    theme = {"en": "theme", "pl": "motywie", "cs": "motivu"}[language]
    assert theme in told(b"Szpalta, ReportLab")
    assert theme not in told(b"Some Writer 7")
