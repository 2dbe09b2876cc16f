"""Functions, inks, fonts, character maps, dates, TIFFs and languages are read as their specifications say."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from PIL import Image

from layout.model.geometry import curve_extremes, scales
from layout.preflight.gathering.ghostscript import plates_of
from layout.preflight.gathering.rendering import read_plate
from layout.preflight.graphics.calculator import run_program, translate_program
from layout.preflight.graphics.colour import CMYK, GRAY, RGB, Space, is_white, measure_inks, total
from layout.preflight.graphics.functions import Exponential, Sampled, Stitching, evaluate
from layout.preflight.rules.metadata import read_date
from layout.preflight.rules.passages import guess_language
from layout.preflight.text.cmaps import read_cmap
from layout.preflight.text.programs import UnreadableFontError, read_program
from tests.faults.paper import small_font

UNIT = ((0.0, 1.0),)


@pytest.mark.parametrize(
    ("program", "inputs", "outputs"),
    [
        (b"{ dup 0.5 gt { 1 exch sub } { 2 mul } ifelse }", [0.75], [0.25]),
        (b"{ 3 1 roll }", [1, 2, 3], [3, 1, 2]),
        (b"{ 2 copy add }", [1, 2], [1, 2, 3]),
        (b"{ 1 index }", [5, 6], [5, 6, 5]),
        (b"{ 360 sin exch 0 cos pop pop 7 }", [1], [7]),
    ],
)
def test_a_calculator_computes(program: bytes, inputs: list[float], outputs: list[float]) -> None:
    read = translate_program(program)
    assert read is not None
    assert run_program(read, inputs)[-len(outputs) :] == pytest.approx(outputs)


@pytest.mark.parametrize("program", [b"{ 1", b"1 }", b"", b"{" * 50 + b"}" * 50])
def test_a_broken_calculator_is_none(program: bytes) -> None:
    assert translate_program(program) is None


def test_functions_interpolate() -> None:
    ramp = Exponential(UNIT, (0.0, 0.0), (1.0, 0.5), 1.0)
    assert evaluate(ramp, (0.5,)) == pytest.approx((0.5, 0.25))
    assert evaluate(ramp, (7.0,)) == pytest.approx((1.0, 0.5))
    table = Sampled(UNIT, ((0.0, 2.0),), (3,), 1, (0.0, 1.0, 0.0))
    assert evaluate(table, (0.25,)) == pytest.approx((0.5,))
    pieces = Stitching(UNIT, (ramp, ramp), (0.5,), ((0.0, 1.0), (1.0, 0.0)))
    assert evaluate(pieces, (0.75,)) == pytest.approx((0.5, 0.25))


def test_inks_of_spaces() -> None:
    assert dict(measure_inks(CMYK, (1, 0, 0.5, 0)) or ()) == {"Cyan": 1, "Yellow": 0.5}
    assert measure_inks(GRAY, (0.25,)) == (("Black", 0.75),)
    assert measure_inks(RGB, (1, 0, 0)) is None
    assert total(measure_inks(Space(family="Separation", components=1, names=("All",)), (1,)) or ()) == 4
    assert measure_inks(Space(family="DeviceN", components=2, names=("Gold", "None")), (0.5, 1)) == (
        ("Gold", 0.5),
    )
    palette = Space(family="Indexed", components=1, base=CMYK, palette=b"\0\0\0\0\xff\xff\0\0")
    assert measure_inks(palette, (1,)) == (("Cyan", 1.0), ("Magenta", 1.0))


def test_white_is_white_in_every_space() -> None:
    assert is_white(RGB, (1, 1, 1)) and is_white(GRAY, (1,)) and is_white(CMYK, (0, 0, 0, 0))
    assert not is_white(RGB, (1, 1, 0.9)) and not is_white(CMYK, (0, 0, 0, 0.1))


def test_truetype_glyphs_are_found() -> None:
    data, glyphs, _ = small_font()
    found = read_program(data)
    assert found.kind == "TrueType"
    assert found.by_unicode == {ord(letter): glyph for letter, glyph in glyphs.items()}
    assert found.count > max(glyphs.values())


def test_cff_glyphs_are_found_by_name() -> None:
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "A", "Aogonek"])
    builder.setupCharacterMap({65: "A", 0x104: "Aogonek"})
    pen = T2CharStringPen(500, None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 500))
    pen.closePath()
    shape = pen.getCharString()
    builder.setupCFF("Test", {}, dict.fromkeys((".notdef", "A", "Aogonek"), shape), {})
    table = builder.font["CFF "].compile(builder.font)
    found = read_program(table)
    assert found.count == 3
    assert {name: found.by_name[name] for name in ("A", "Aogonek")} == {"A": 1, "Aogonek": 2}


@pytest.mark.parametrize("data", [b"", b"\1\0\4\1", b"OTTO" + b"\xff" * 40, b"%!PS no font", b"\0\1\0\0\0\1"])
def test_a_broken_font_is_told(data: bytes) -> None:
    with pytest.raises(UnreadableFontError):
        read_program(data)


def test_character_maps() -> None:
    found = read_cmap(
        b"1 begincodespacerange <0000> <ffff> endcodespacerange "
        b"2 beginbfchar <0001> <0104> <0002> <00660069> endbfchar "
        b"2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<0061> <0062>] endbfrange "
        b"1 begincidrange <0100> <0102> 7 endcidrange"
    )
    assert found.lengths == (2,)
    assert found.text == {1: "Ą", 2: "fi", 16: "A", 17: "B", 18: "C", 32: "a", 33: "b"}
    assert found.cids == {256: 7, 257: 8, 258: 9}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("D:20261122110000+01'00'", datetime(2026, 11, 22, 10, tzinfo=UTC)),
        ("2026-11-22T10:00:00Z", datetime(2026, 11, 22, 10, tzinfo=UTC)),
        ("D:2026", datetime(2026, 1, 1, tzinfo=UTC)),
        ("D:20261322", None),
        ("D:20261122110000-55'00'", None),
        ("yesterday", None),
    ],
)
def test_dates_of_both_kinds(written: str, read: datetime | None) -> None:
    assert read_date(written) == read


@pytest.mark.parametrize("compression", ["raw", "tiff_lzw"])
def test_a_plate_is_read(tmp_path: Path, compression: str) -> None:
    path = tmp_path / "p1(Gold).tif"
    Image.frombytes("L", (2, 2), b"abcd").save(path, compression=compression)
    plate = read_plate(path)
    assert plate is not None
    assert (plate.size, plate.tobytes()) == ((2, 2), b"abcd")
    path.write_bytes(path.read_bytes()[:20])
    assert read_plate(path) is None


@pytest.mark.parametrize("mode", ["1", "RGB", "I;16"])
def test_a_picture_of_another_kind_is_no_plate(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "p1(Gold).tif"
    Image.new(mode, (2, 2)).save(path)
    assert read_plate(path) is None


def test_plates_are_told_by_page_and_ink(tmp_path: Path) -> None:
    for name in ("p1.tif", "p1(Cyan).tif", "p1(Gold (matt)).tif", "p11(Cyan).tif", "p2(Cyan).tif"):
        (tmp_path / name).touch()
    assert list(plates_of(1, tmp_path)) == ["Cyan", "Gold (matt)"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Spotkanie jest dla mieszkańców oraz gości", "pl"),
        ("Setkání je pro obyvatele a hosty, kteří přijedou", "cs"),
        ("Opole – Olomouc 2016", ""),
        ("Náměstí Míru, Kroměříž, Brno", ""),
        ("Most o\u00ad raz woda s\u00ad ię spotyka", "pl"),
        ("W Ołomuńcu przy Horní náměstí stoi kolumna, która jest na liście", "pl"),
    ],
)
def test_languages_are_told_apart_only_where_there_is_no_doubt(text: str, language: str) -> None:
    assert guess_language(text) == language


def test_geometry() -> None:
    assert scales((0, 2, -3, 0, 5, 5)) == pytest.approx((2, 3))
    assert curve_extremes(0, 1, 1, 0) == pytest.approx((0, 0.75))
    assert curve_extremes(0, 0.2, 0.8, 1) == (0, 1)
