"""What cannot or may not be set is told of each font file, at the place in content that names it."""

from __future__ import annotations

import random
import struct
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from fontTools.ttLib import TTFont

from layout.cli import main
from layout.model.diagnostic import Diagnostic, Severity, Span
from layout.model.fonts import FontFace
from layout.source.themes.fonts import read_fonts
from layout.text.fonts.font_checks import find_unfit_fonts
from tests.font_files import KINDS, change_rights, compact_font, plain_font, variable_font

Writer = Callable[..., Path]


def look(folder: Path, data: bytes, face: str = "weight: regular") -> list[Diagnostic]:
    """What is told of a font file of a content folder."""
    (folder / "fonts").mkdir(exist_ok=True)
    (folder / "fonts/tried.otf").write_bytes(data)
    (folder / "fonts/fonts.yaml").write_text(
        f"Tried:\n  licence: OFL\n  faces:\n    - {{{face}, file: tried.otf}}\n"
    )
    return list(find_unfit_fonts(read_fonts(folder).faces.values()))


@pytest.mark.parametrize("kind", KINDS)
def test_sound_fonts_of_each_kind_are_taken(kind: str, tmp_path: Path) -> None:
    assert look(tmp_path, KINDS[kind]()) == []


def test_fonts_that_are_shipped_are_not_looked_at() -> None:
    assert list(find_unfit_fonts(read_fonts().faces.values())) == []


def without(tag: str) -> bytes:
    font = TTFont(BytesIO(plain_font()))
    font.recalcBBoxes = False
    del font[tag]
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def without_letters(*letters: str) -> bytes:
    font = TTFont(BytesIO(plain_font()))
    for table in font["cmap"].tables:
        for letter in letters or tuple(map(chr, table.cmap)):
            table.cmap.pop(ord(letter), None)
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def overwritten(tag: bytes, at: int, by: bytes) -> bytes:
    """The font with bytes of a table changed."""
    data = bytearray(plain_font())
    (count,) = struct.unpack_from(">H", data, 4)
    for entry in range(12, 12 + 16 * count, 16):
        if data[entry : entry + 4] == tag:
            (start,) = struct.unpack_from(">I", data, entry + 8)
            data[start + at : start + at + len(by)] = by
            return bytes(data)
    raise KeyError(tag)


WRONG: dict[str, tuple[str, Callable[[], bytes]]] = {
    "an empty file": ("font-unknown", lambda: b""),
    "a page of the web": ("font-unknown", lambda: b"<!DOCTYPE html><html></html>"),
    "an archive": ("font-unknown", lambda: b"PK\3\4" + bytes(40)),
    "a picture": ("font-unknown", lambda: b"\x89PNG\r\n" + bytes(40)),
    "WOFF": ("font-web", lambda: b"wOFF" + bytes(40)),
    "WOFF2": ("font-web", lambda: b"wOF2" + bytes(40)),
    "a collection": ("font-collection", lambda: b"ttcf" + bytes(40)),
    "Type 1, binary": ("font-postscript", lambda: b"\x80\x01" + bytes(40)),
    "Type 1, text": ("font-postscript", lambda: b"%!PS-AdobeFont-1.0: Old"),
    "a head alone": ("font-broken", lambda: b"OTTO"),
    "a directory of nothing": ("font-broken", lambda: b"\0\1\0\0\0\0" + bytes(6)),
    "the first half": ("font-broken", lambda: plain_font()[: len(plain_font()) // 2]),
    "all but the end": ("font-broken", lambda: plain_font()[:-3000]),
    "no map of characters": ("font-broken", lambda: without("cmap")),
    "no widths": ("font-broken", lambda: without("hmtx")),
    "no characters": ("font-broken", without_letters),
    "no units": ("font-broken", lambda: overwritten(b"head", 18, b"\0\0")),
    "no glyphs": ("font-broken", lambda: overwritten(b"maxp", 4, b"\0\0")),
    "no outlines": ("font-without-outlines", lambda: without("glyf")),
    "no word space": ("font-no-space", lambda: without_letters(" ", "\u00a0")),
    "embedding forbidden": ("font-forbidden", lambda: change_rights(plain_font(), 0x0002)),
    "bitmaps alone allowed": ("font-forbidden", lambda: change_rights(plain_font(), 0x0200)),
    "no subsets": ("font-whole", lambda: change_rights(plain_font(), 0x0100)),
    "no subsets, else free to edit": ("font-whole", lambda: change_rights(plain_font(), 0x0108)),
    "CFF, embedding forbidden": (
        "font-forbidden",
        lambda: change_rights(compact_font(plain_font()), 0x0002),
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_told_where_the_face_is_described(name: str, tmp_path: Path) -> None:
    code, make = WRONG[name]
    (found,) = look(tmp_path, make())
    assert (found.code, found.severity) == (code, Severity.ERROR)
    assert (Path(found.where.file).name, found.where.line) == ("fonts.yaml", 4)
    assert found.values["file"] == "tried.otf"


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    face = FontFace(
        key="tried",
        family="Tried",
        weight="regular",
        italic=False,
        path=str(tmp_path),
        sha256="",
        licence="OFL",
        where=Span("fonts.yaml", 4, 1),
    )
    assert [one.code for one in find_unfit_fonts([face])] == ["font-file-unread"]


@pytest.mark.parametrize("rights", [0x0000, 0x0004, 0x0008, 0x000C, 0x0006, 0x000A])
def test_what_its_maker_allows_is_taken(rights: int, tmp_path: Path) -> None:
    """Of several kinds of usage the most liberal holds (OpenType, OS/2, fsType)."""
    assert look(tmp_path, change_rights(plain_font(), rights)) == []


@pytest.mark.parametrize(
    ("weight", "used"), [("thin", "300"), ("light", ""), ("semibold", ""), ("bold", ""), ("black", "700")]
)
def test_a_weight_beyond_the_axis_is_a_warning(weight: str, used: str, tmp_path: Path) -> None:
    found = look(tmp_path, variable_font(plain_font()), f"weight: {weight}")
    assert [(one.code, one.severity, one.values["used"]) for one in found] == (
        [("font-weight-axis", Severity.WARNING, used)] if used else []
    )


def test_all_faces_are_told_at_once_with_the_other_mistakes(write_folder: Writer) -> None:
    folder = write_folder(**{"sections/a.yaml": "- paragraph: {pl: a}\n"})
    (folder / "fonts").mkdir()
    (folder / "fonts/a.otf").write_bytes(b"")
    (folder / "fonts/b.otf").write_bytes(change_rights(plain_font(), 2))
    faces = "[{weight: regular, file: a.otf}, {weight: bold, file: b.otf}]"
    (folder / "fonts/fonts.yaml").write_text(f"Tried: {{licence: OFL, faces: {faces}}}\n")
    for language, word in (("en", "forbids"), ("pl", "zabrania"), ("cs", "zakazuje")):
        run = CliRunner().invoke(main, ["check", str(folder), "--messages", language])
        assert run.exit_code == 1 and not isinstance(run.exception, TypeError)
        assert "a.otf" in run.output and word in run.output and "a.yaml:1" in run.output


def test_spoiled_fonts_are_refused_or_set(write_folder: Writer) -> None:
    """Bytes changed at chance: a message or a file, never a traceback, never long."""
    folder = write_folder()
    (folder / "brochure.yaml").write_text(
        (folder / "brochure.yaml")
        .read_text()
        .replace("theme: two-banks", "theme: {styles: {paragraph: {family: Tried}}}")
    )
    (folder / "fonts").mkdir()
    (folder / "fonts/fonts.yaml").write_text("Tried: {licence: OFL, faces: [{weight: regular, file: t.otf}]}")
    whole = {kind: make() for kind, make in KINDS.items()}
    statuses = set()
    for case in range(30):
        chance = random.Random(case)
        data = bytearray(whole[chance.choice(sorted(whole))])
        for _ in range(chance.choice((1, 4, 40))):
            data[chance.randrange(min(len(data), chance.choice((300, 1 << 20))))] = chance.randrange(256)
        (folder / "fonts/t.otf").write_bytes(data)
        started = time.monotonic()
        out = str(folder / "out")
        run = CliRunner().invoke(main, ["build", str(folder), "-e", "screen", "-o", out])
        assert run.exception is None or isinstance(run.exception, SystemExit), (case, run.exception)
        assert time.monotonic() - started < 20
        statuses.add(run.exit_code)
    assert statuses <= {0, 1}
