"""Takes pictures, fonts, Word files, themes, profiles with parts changed; expects a product or a refusal."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image as Photograph

from tests.conftest import ROOT
from tests.faults.publicity import SOUND
from tests.fuzz.test_doors_fuzz import BROCHURE, change, put, run

SEEDS = range(5)
"""Rounds of each door; more of them are run by hand."""

SECTION = """\
- heading: {pl: Dwa brzegi, cs: Dva břehy, level: 1}
- paragraph: {pl: Rzeka **łączy** oba *miasta*., cs: Řeka **spojuje** obě *města*.}
- list: {items: [{pl: Woda płynie powoli., cs: Voda plyne pomalu.}]}
""".encode()
"""What every edition can be made of."""
SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60" viewBox="0 0 90 60">
<defs><linearGradient id="g"><stop stop-color="#0a4a63"/><stop offset="1" stop-color="#fff"/></linearGradient>
<clipPath id="c"><circle cx="30" cy="30" r="20"/></clipPath></defs><style>.a{fill:#fc0}</style>
<rect class="a" width="50" height="40" clip-path="url(#c)"/><path d="M1 1L80 9q3 4 5 6z" fill="url(#g)"/>
<use href="#p" x="3"/><g id="p" transform="rotate(3)"><text x="5" y="50">most</text></g></svg>"""
THEME = b"""
theme:
  base: two-banks
  page: {size: A5, bleed: 3mm}
  colours: {brick: {cmyk: [10, 80, 80, 5], rgb: "#b02b29"}}
  styles: {paragraph: {size: 9.5pt, leading: 12pt}}
  fallback: [Lato]
"""
PRINTER = b"""\
shop: Drukarnia
trim: [148mm, 210mm]
bleed: 3mm
marks: [crop, slug]
ink-limit: 300%
spots: [Gold]
exempt: [{rule: line-thin, reason: proof, pages: [1]}]
"""
PARAGRAPHS = ("Tęcza / Duha", "Żółta łąka jest tu.", "Žlutá louka je tady.", "a) jeden", "• dwa")
SPOKEN = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in PARAGRAPHS)
WORD = (
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    f"<w:body>{SPOKEN}<w:tbl><w:tr><w:tc><w:p><w:r><w:t>jest</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>je"
    "</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'officeDocument" Target="word/document.xml"/></Relationships>'
)


def photograph(kind: str, mode: str) -> bytes:
    out = io.BytesIO()
    Photograph.effect_noise((90, 60), 60).convert(mode).save(out, kind)
    return out.getvalue()


PICTURES = {
    "a.jpg": [photograph("JPEG", mode) for mode in ("RGB", "L", "CMYK")],
    "a.png": [photograph("PNG", mode) for mode in ("RGB", "L", "1", "P", "RGBA")],
    "a.svg": [SVG, (ROOT / "content/images/river.svg").read_bytes()],
}
FONT = (ROOT / "fonts/ubuntu/Ubuntu_400Regular.ttf").read_bytes()


def spoil(data: bytes, chance: random.Random) -> bytes:
    """Bytes with some of them changed, or cut off."""
    if chance.random() < 0.15:
        return data[: chance.randrange(len(data))]
    changed = bytearray(data)
    near = chance.choice((len(changed), 600))
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(min(near, len(changed)))
        changed[at : at + chance.choice((1, 1, 4))] = chance.randbytes(chance.choice((1, 1, 4)))
    return bytes(changed)


def build(folder: Path, chance: random.Random, more: bytes = b"", section: bytes = SECTION) -> None:
    """A check, and now and then what it passes is built."""
    put(folder / "brochure.yaml", BROCHURE + more)
    put(folder / "s" / "1.yaml", section)
    run("check", folder)
    if chance.random() < 0.5:
        edition = chance.choice(("screen", "mail", "print", "handout"))
        run("build", folder, "-e", edition, "-o", folder / "out")


def take_picture(folder: Path, chance: random.Random) -> None:
    name = chance.choice(list(PICTURES))
    data = chance.choice(PICTURES[name])
    put(folder / name, change(data, chance) if name == "a.svg" else spoil(data, chance))
    figure = f"- figure: {{file: {name}, place: both, decorative: true}}\n".encode()
    build(folder, chance, section=SECTION + figure)


def take_font(folder: Path, chance: random.Random) -> None:
    put(folder / "fonts/t.ttf", spoil(FONT, chance))
    listed = b"Tried: {licence: OFL, faces: [{weight: regular, file: t.ttf}]}\n"
    put(folder / "fonts/fonts.yaml", change(listed, chance) if chance.random() < 0.2 else listed)
    build(folder, chance, b"theme: {styles: {paragraph: {family: Tried}}}\n")


def take_theme(folder: Path, chance: random.Random) -> None:
    build(folder, chance, change(THEME, chance))


def take_word(folder: Path, chance: random.Random) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("_rels/.rels", RELATIONS)
        package.writestr("word/document.xml", change(WORD.encode(), chance))
    data = out.getvalue() if chance.random() < 0.7 else spoil(out.getvalue(), chance)
    run("import", put(folder / "a.docx", data), "-o", folder / "new")
    if (folder / "new").exists():
        run("check", folder / "new")


def take_printer(folder: Path, chance: random.Random) -> None:
    profile = put(folder / "shop.yaml", change(PRINTER, chance))
    run("preflight", put(folder / "a.pdf", SOUND.pdf()), "--profile", profile, "--no-render")


def take_publicity(folder: Path, chance: random.Random) -> None:
    if chance.random() < 0.5:
        data = (ROOT / "layout/resources/publicity/czpl-2014.yaml").read_bytes()
        profile = str(put(folder / "own.yaml", change(data, chance)))
        page = SOUND.pdf()
    else:
        profile, page = "czpl-2021", spoil(SOUND.pdf(), chance)
    run("preflight", put(folder / "a.pdf", page), "--publicity", profile, "--no-render")


def take_list(folder: Path, chance: random.Random) -> None:
    put(folder / "brochure.yaml", BROCHURE)
    put(folder / "s" / "1.yaml", SECTION)
    put(folder / "mail/mail.yaml", b"from: {name: U, address: a@u.pl}\nsubject: {pl: A, cs: B}\n")
    for language in ("pl", "cs"):
        for ending in ("txt", "html"):
            put(folder / f"mail/{language}.{ending}", change(b"Witaj {nazwa} <b>a</b>\n", chance))
    rows = "".join(f"a{row}@u.pl;Jan Řehoř Łącki;{'plcs'[row % 2 * 2 :][:2]}\n" for row in range(9))
    encoding = chance.choice(("utf-8", "cp1250", "utf-16", "iso8859-2", "cp852", "mac_latin2"))
    listed = f"email;nazwa;jezyk\n{rows}".encode(encoding)
    put(folder / "list.csv", change(listed, chance))
    extra = chance.choice(((), ("--cover-line",), ("--skip-bad",)))
    run("mail", folder, "--recipients", folder / "list.csv", "-o", folder / "out", "--dry-run", *extra)


DOORS = (take_picture, take_font, take_theme, take_word, take_printer, take_publicity, take_list)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("door", DOORS)
def test_no_file_fells_a_door(door: Callable[[Path, random.Random], None], seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    for turn in range(2):
        door(tmp_path / str(turn), chance)
