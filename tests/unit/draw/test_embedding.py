"""Fonts of every kind are embedded as what they are, and read, measured and drawn as the file has them."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2  # type: ignore[import-untyped]
import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from layout.draw.embedding import EmbeddedFace
from layout.draw.entries import Indirect, StreamEntry
from layout.model.diagnostic import Span
from layout.model.fonts import FontFace
from layout.model.products.edition import EDITIONS
from layout.model.records import replace
from layout.pipeline.composing import compose_folder
from layout.pipeline.product import make_product
from layout.pipeline.wishes import ProductWishes
from layout.preflight import PROFILES, Verdict, preflight
from layout.preflight.text.programs import read_program
from layout.text.faces import Face, Faces
from tests.conftest import FOLDER
from tests.font_files import KINDS, compact_font, plain_font, variable_font

Writer = Callable[..., Path]
WORDS = {"pl": "Zażółć gęślą jaźń – efekt „offsetu” 1234", "cs": "Příliš žluťoučký kůň úpěl ďábelské ódy 1234"}


def record(data: bytes, folder: Path, weight: str = "regular", italic: bool = False) -> FontFace:
    path = folder / "tried.otf"
    path.write_bytes(data)
    return FontFace(
        key=f"tried-{weight}",
        family="Tried",
        weight=weight,
        italic=italic,
        path=str(path),
        sha256="",
        licence="OFL",
        where=Span("fonts.yaml", 1, 1),
    )


def inner(entry: Any) -> Any:
    """What an entry that stands by reference says."""
    return entry.value if isinstance(entry, Indirect) else entry


def embed(face: FontFace, text: str) -> tuple[Any, Any, Any]:
    """A face with the letters of `text` as its Type 0 font, the descendant and the descriptor."""
    embedded = EmbeddedFace("S1", face)
    embedded.encode(Face(face).shape(text), 10.0)
    whole = embedded.describe()
    descendant = inner(whole["DescendantFonts"][0])  # type: ignore[index]
    return whole, descendant, inner(descendant["FontDescriptor"])


@pytest.mark.parametrize("kind", ["compact", "keyed", "newer", "variable compact"])
def test_cff_outlines_are_embedded_as_cff(kind: str, tmp_path: Path) -> None:
    whole, descendant, descriptor = embed(record(KINDS[kind](), tmp_path), "Żółw")
    assert "FontFile2" not in descriptor and "CIDToGIDMap" not in descendant
    program = inner(descriptor["FontFile3"])
    assert (descendant["Subtype"], program.entries["Subtype"]) == ("CIDFontType0", "CIDFontType0C")
    found = read_program(program.data)
    assert found.kind == "CFF" and not found.wrapped and found.count == 5
    assert found.by_cid is None or found.by_cid == {cid: cid for cid in range(5)}
    encoding = inner(whole["Encoding"])
    assert isinstance(encoding, StreamEntry) and b"begincidchar" in encoding.data
    assert encoding.entries["CIDSystemInfo"] == descendant["CIDSystemInfo"]


def test_truetype_outlines_stay_what_they_were(tmp_path: Path) -> None:
    whole, descendant, descriptor = embed(record(plain_font(), tmp_path), "Żółw")
    assert descendant["Subtype"] == "CIDFontType2" and whole["Encoding"] == "Identity-H"
    assert read_program(inner(descriptor["FontFile2"]).data).kind == "TrueType"


def test_a_collection_of_characters_is_not_claimed_after_renumbering(tmp_path: Path) -> None:
    """The font made here says Adobe-Japan1, whose CIDs mean certain characters."""
    _, descendant, descriptor = embed(record(KINDS["keyed"](), tmp_path), "Żółw")
    program = inner(descriptor["FontFile3"]).data
    assert descendant["CIDSystemInfo"]["Ordering"] == "Identity"
    assert b"Japan1" not in program and b"Identity" in program


@pytest.mark.parametrize(
    ("weight", "wider"), [("light", 0), ("regular", 0), ("medium", 67), ("bold", 200), ("black", 200)]
)
def test_a_variable_font_stands_at_the_weight_asked_for(weight: str, wider: int, tmp_path: Path) -> None:
    plain = Face(record(plain_font(), tmp_path)).shape("o").width
    face = record(variable_font(plain_font()), tmp_path, weight)
    units = TTFont(BytesIO(plain_font()))["head"].unitsPerEm
    width = Face(face).shape("o").width
    assert width == pytest.approx(plain + 1000 * wider / units, abs=0.6)
    whole, descendant, descriptor = embed(face, "o")
    program = TTFont(BytesIO(inner(descriptor["FontFile2"]).data))
    assert not {"fvar", "gvar", "HVAR", "avar"} & set(program.keys())
    assert descendant["W"][1][0] == pytest.approx(width, abs=0.06)
    assert read_program(inner(descriptor["FontFile2"]).data).advances[1] == pytest.approx(width, abs=0.6)
    assert whole["BaseFont"].endswith(f"-{weight}")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("edition", ["mail", "print"])
def test_a_brochure_in_each_kind_of_font(kind: str, edition: str, write_folder: Writer) -> None:
    """Judged sound, read as typed, and drawn as the TrueType font of the same letters is."""
    folder = write_folder(
        brochure_yaml=FOLDER["brochure.yaml"].replace(
            "theme: two-banks",
            "theme: {styles: {paragraph: {family: Tried}, heading1: {family: Tried, weight: regular}}}",
        ),
        **{"sections/a.yaml": f"- paragraph: {{pl: {WORDS['pl']!r}, cs: {WORDS['cs']!r}}}\n"},
    )
    pages = []
    for name in ("truetype", kind):
        (folder / "fonts").mkdir(exist_ok=True)
        (folder / "fonts/tried.otf").write_bytes(KINDS[name]())
        (folder / "fonts/fonts.yaml").write_text(
            "Tried: {licence: OFL, faces: [{weight: regular, file: tried.otf}]}\n"
        )
        pdf = make_product(compose_folder(folder), EDITIONS[edition], ProductWishes())
        found = preflight(pdf, PROFILES[edition], render=False).findings
        assert {one.rule for one in found} <= {"marks-unwanted"}, found
        page = pypdfium2.PdfDocument(pdf)[0]
        text = "".join(page.get_textpage().get_text_range().split())
        assert all("".join(words.split()).replace("\u2013", "–") in text for words in WORDS.values()), text
        pages.append(np.asarray(page.render(scale=2).to_pil().convert("L"), dtype=float))
    assert 255 - pages[0].mean() > 0.2
    assert np.abs(pages[0] - pages[1]).mean() < 0.2


def test_two_faces_of_one_file_have_names_of_their_own(tmp_path: Path) -> None:
    data = variable_font(plain_font())
    names = {embed(record(data, tmp_path, weight), "o")[0]["BaseFont"] for weight in ("regular", "bold")}
    assert len(names) == 2


@pytest.mark.parametrize(
    ("kern", "drawn"), [(0.0, ""), (0.3, ""), (0.7, ">1<"), (-0.7, ">-1<"), (30.0, ">30<")]
)
def test_kerning_is_drawn_where_it_comes_to_a_thousandth(kern: float, drawn: str, tmp_path: Path) -> None:
    face = record(plain_font(), tmp_path)
    shape = Face(face).shape("oo")
    first, second = shape.advances
    kerned = replace(shape, advances=(first - kern, second))
    assert EmbeddedFace("S1", face).encode(kerned, 10.0) == f"<0001{drawn}0001>"


def test_a_name_that_pdf_cannot_spell_is_left_out(tmp_path: Path) -> None:
    font = TTFont(BytesIO(compact_font(plain_font())))
    font["name"].setName("Żółw (próba) [1]", 6, 3, 1, 0x409)
    out = BytesIO()
    font.save(out)
    whole, _, _ = embed(record(out.getvalue(), tmp_path), "o")
    assert whole["BaseFont"].split("+")[1] == "wprba1"


MARKED = ["x̂", "q̃", "A̋", "ĝ̈", "ạ̈", "ŕ̂", "b̌"]
"""Letters whose marks no code point has with them: the font says where they stand."""


@pytest.mark.parametrize("family", ["Source Serif 4", "Lato"])
@pytest.mark.parametrize("letters", MARKED)
def test_marks_stand_where_harfbuzz_puts_them(family: str, letters: str, faces: Faces) -> None:
    face = faces.face(family, "regular", False)
    shape = face.shape(letters)
    embedded = EmbeddedFace("S1", face.record)
    pen, rise, drawn, inside, last = 0.0, 0.0, [], True, 0.0
    size = 20.0
    for token in re.findall(r"-?\d[\d.]*|<[0-9a-f]+>|Ts|[][]", embedded.encode(shape, size)):
        if token in ("[", "]"):
            inside = token == "["
        elif token == "Ts":
            rise = last
        elif token[0] == "<":
            drawn.append((pen, rise * 1000 / size))
            pen += embedded.advance(shape.glyphs[len(drawn) - 1])
        elif inside:
            pen -= float(token)
        else:
            last = float(token)
    wanted, at = [], 0.0
    for advance, (right, up) in zip(shape.advances, shape.offsets, strict=True):
        wanted.append((at + right, up))
        at += advance
    assert len(drawn) == len(wanted)
    for (x, y), (right, up) in zip(drawn, wanted, strict=True):
        assert x == pytest.approx(right, abs=2.5) and y == pytest.approx(up, abs=0.5)
    assert any(up for _, up in wanted) or any(right for right, _ in wanted)


def test_marks_are_drawn_over_their_letters_and_read_as_typed(write_folder: Callable[..., Path]) -> None:
    folder = write_folder(sections__a_yaml='- paragraph: {pl: "Ax̂ Ab̌ Aŕ̂ ĝ̈ koniec", cs: "Ax̂ Ab̌ Aŕ̂ konec"}\n')
    pdf = make_product(compose_folder(folder), EDITIONS["mail"])
    assert preflight(pdf, PROFILES["mail"]).verdict is Verdict.PASSED
    contents = [page.get_contents() for page in PdfReader(BytesIO(pdf)).pages]
    for content in contents:
        assert content is not None
        assert not re.search(rb"[\d.]-|\d\.\d*\.|--", re.sub(rb"<[^>]*>|\([^)]*\)", b" ", content.get_data()))
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    assert "x̂" in text and "b̌" in text
