"""Takes changed documents of Word and LibreOffice, through the import; expects a folder or a refusal."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest

from tests.fuzz.test_doors_fuzz import change, put, run
from tests.unit.source import odt_files, word_files

SEEDS = range(4)
"""Rounds of each kind of document; with 400 of them by hand nothing else was found."""
WHOLE = {
    "docx": [
        *(
            "<w:p/>",
            "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>",
            "<w:vMerge/>",
            '<w:br w:type="page"/>',
            "<w:tab/>",
        ),
        *("<w:drawing/>", '<w:footnoteReference w:id="1"/>', "<w:r><w:t>w</w:t></w:r>", "<w:sdt/>", "<w:t/>"),
        *('<w:gridSpan w:val="99999999"/>', '<w:numPr><w:ilvl w:val="-1"/></w:numPr>', "<w:txbxContent/>"),
        *('<w:outlineLvl w:val="2"/>', '<w:fldChar w:fldCharType="begin"/>', "<w:ins/>", "<w:pPr/>"),
    ],
    "odt": [
        *("<text:p>slovo</text:p>", "<text:list/>", "<text:list-item/>", '<text:s text:c="99999999"/>'),
        *("<text:note/>", "<draw:frame/>", "<draw:text-box><text:p>w</text:p></draw:text-box>", "<text:a/>"),
        *("<table:table/>", '<table:table-row table:number-rows-repeated="9999999"/>', "<text:h/>"),
        *('<table:table-cell table:number-columns-repeated="99999"/>', "<text:section/>", "<text:tab/>"),
        *('<draw:image xlink:href="../x.png"/>', '<draw:image xlink:href="Pictures/a.png"/>', "<text:span/>"),
    ],
}
"""Elements that may stand anywhere and leave the XML whole."""
WORDS = [
    "\U0001f600",
    "\u202e",
    "|",
    " / ",
    "[1]",
    "**",
    "`",
    "PL:",
    "\t",
    "\\",
    "1. ",
    "^[",
    "{page=a}",
    "&#1;",
]
PNG = b"\x89PNG\r\n\x1a\n" + bytes(60)


def word() -> bytes:
    rows = (("Trasa", "km"), ("Opole", "12"))
    inside = (
        word_files.run("To jest ", "<w:b/>") + word_files.run("akapit po polsku.") + "<w:r><w:drawing/></w:r>"
    )
    note = f'<w:footnote w:id="1">{word_files.paragraph("Dane [1].")}</w:footnote>'
    return word_files.document(
        word_files.paragraph("Historia rzeki / Historie řeky", "h"),
        word_files.paragraph(inside + '<w:r><w:drawing/><w:footnoteReference w:id="1"/></w:r>'),
        word_files.paragraph("Toto je odstavec česky."),
        word_files.item("mapa", 1) + word_files.item("voda", 2),
        word_files.table(*rows),
        styles=word_files.style("h", "heading 1"),
        parts={"word/footnotes.xml": f"<w:footnotes {word_files.W}>{note}</w:footnotes>"},
    )


def text() -> bytes:
    image = '<draw:image xlink:href="Pictures/a.png"/><svg:desc>Most</svg:desc>'
    frame = f'<draw:frame svg:width="3cm">{image}</draw:frame>'
    note = f"<text:note><text:note-body>{odt_files.paragraph('Dane [1].')}</text:note-body></text:note>"
    return odt_files.text_document(
        odt_files.heading("Historia rzeki / Historie řeky", 1),
        odt_files.paragraph(f"To jest <text:span>akapit</text:span> po polsku.{note}{frame}"),
        odt_files.paragraph("Toto je odstavec česky."),
        odt_files.listed("mapa", odt_files.listed("voda")),
        odt_files.table(("Trasa", "km"), ("Opole", "12")),
        parts={"Pictures/a.png": PNG},
    )


def spoil(data: bytes, kind: str, chance: random.Random) -> bytes:
    """The document with some of its parts, or the bytes of its archive, changed."""
    if chance.random() < 0.1:
        return change(data, chance)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name.endswith(".xml"):
                part = spoil_part(part, kind, chance)
            if name == "mimetype" or chance.random() < 0.95:
                target.writestr(name, part)
    return out.getvalue()


def spoil_part(part: bytes, kind: str, chance: random.Random) -> bytes:
    if chance.random() < 0.1:
        return change(part, chance)
    for _ in range(chance.randint(0, 4)):
        at = part.find(b">", chance.randrange(len(part))) + 1
        piece = chance.choice(WHOLE[kind] if chance.random() < 0.7 else WORDS)
        part = part[:at] + piece.encode() + part[at:]
    return part


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kind", ["docx", "odt"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_no_document_fells_the_import(kind: str, seed: int, tmp_path: Path) -> None:
    chance = random.Random(f"{kind}{seed}")
    sound = word() if kind == "docx" else text()
    for turn in range(4):
        folder = tmp_path / str(turn)
        document = put(folder / f"a.{kind}", spoil(sound, kind, chance))
        run("import", document, "-o", folder / "new", "--yes")
        if (folder / "new").exists():
            run("check", folder / "new")
            run("import", put(folder / f"b.{kind}", sound), "-o", folder / "new", "--update", "--yes")
            run("check", folder / "new")
