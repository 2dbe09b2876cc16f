"""Pictures in documents: into images/, once each, with what is said of them; what no page shows is told."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from layout.model.blocks.pictures import Figure
from tests.unit.source import odt_files
from tests.unit.source.imports import CZECH, FOLDER, POLISH, blocks, made, told
from tests.unit.source.word_files import document, paragraph, style, table

TITLE = paragraph("Historia rzeki / Historie řeky")
HEAD = (1, "Historia rzeki", "Historie řeky")
PAIR = paragraph(POLISH) + paragraph(CZECH)
TODO = ("TODO: opisz, co widać na obrazie", "TODO: popište, co je na obrázku")
DESCRIBED = "<svg:desc>Kamienny most na rzece</svg:desc>"
BRIDGE = ("Kamienny most na rzece", "Kamenný most přes řeku")
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"


@pytest.fixture(autouse=True)
def _in_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def picture(colour: str = "navy", kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(out, kind)
    return out.getvalue()


def relations(**targets: str) -> dict[str, str | bytes]:
    rows = "".join(
        f'<Relationship Id="{name}" Target="{target}"'
        + (' TargetMode="External"' if ":" in target else "")
        + "/>"
        for name, target in targets.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return {"word/_rels/document.xml.rels": f'<Relationships xmlns="{space}">{rows}</Relationships>'}


def drawing(name: str = "p1", description: str = "", inside: str = "", width: int = 6_000_000) -> str:
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{DRAWN}/wordprocessingDrawing" xmlns:a="{DRAWN}/main">'
        f'<wp:extent cx="{width}" cy="9"/><wp:docPr id="1" name="x" descr="{description}">{inside}</wp:docPr>'
        f'<a:blip r:embed="{name}"/></wp:inline></w:drawing></w:r>'
    )


def word(*blocks: str, parts: dict[str, str | bytes] | None = None, styles: str = "") -> tuple[str, bytes]:
    given = {"word/media/a.png": picture(), **relations(p1="media/a.png"), **(parts or {})}
    return "a.docx", document(TITLE, *blocks, parts=given, styles=styles)


def test_a_picture_comes_with_its_caption() -> None:
    captions = paragraph("Most na rzece", "c") + paragraph("Most přes řeku", "c")
    for name in ("caption", "Legenda", "Titulek", "Podpis", "Popisek"):
        named = style("c", name)
        found = told(word(PAIR, paragraph(drawing(description=BRIDGE[0])), captions, styles=named))
        assert found == ["import-picture-undescribed"]
        assert made() == [
            HEAD,
            (POLISH, CZECH),
            [
                "figure",
                "images/picture-01.png",
                ("Most na rzece", "Most přes řeku"),
                (BRIDGE[0], TODO[1]),
            ],
        ]
        assert (FOLDER / "images/picture-01.png").read_bytes() == picture()


@pytest.mark.parametrize(
    ("polish", "czech"),
    [
        ("Rys. 1. Most na rzece", "Obr. 1. Most přes řeku"),
        ("Fot. 2: Most na rzece", "Foto 2: Most přes řeku"),
        ("Rysunek 3 – Most na rzece", "Obrázek 3 – Most přes řeku"),
        ("Zdjęcie 1. Rzeka", "Obrázek 1. Řeka"),
        ("Fot.: Jan Kowalski, rzeka", "Foto: Jan Novák, řeka"),
    ],
)
def test_a_caption_is_told_by_how_it_begins(polish: str, czech: str) -> None:
    told(word(PAIR, paragraph(drawing()), paragraph(polish), paragraph(czech)))
    assert made()[2] == ["figure", "images/picture-01.png", (polish, czech), TODO]


def test_one_picture_in_both_columns_or_files_stands_once_with_both_descriptions() -> None:
    polish = paragraph("Kamienny most.") + paragraph(drawing(description=BRIDGE[0]))
    czech = paragraph("Kamenný most.") + paragraph(drawing(description=BRIDGE[1]))
    assert told(word(table((POLISH, CZECH), (polish, czech)))) == []
    shown = ["figure", "images/picture-01.png", (), (BRIDGE[0], BRIDGE[1])]
    assert made() == [HEAD, (POLISH, CZECH), ("Kamienny most.", "Kamenný most."), shown]
    assert set(told(word(paragraph(POLISH), polish, paragraph(CZECH), czech))) <= {"import-by-order"}
    assert made()[-1] == shown
    parts = {"word/media/a.png": picture(), **relations(p1="media/a.png")}
    sides = [
        (f"{number}.docx", document(paragraph(title), paragraph(words), side, parts=parts))
        for number, (title, words, side) in enumerate(((HEAD[1], POLISH, polish), (HEAD[2], CZECH, czech)))
    ]
    assert told(*sides) == []
    assert made()[-1] == shown


def test_two_pictures_in_one_place_are_kept_and_told() -> None:
    parts = {
        "word/media/b.png": picture("red"),
        **relations(p1="media/a.png", p2="media/b.png"),
    }
    polish, czech = (
        paragraph(words) + paragraph(drawing(name)) for words, name in ((POLISH, "p1"), (CZECH, "p2"))
    )
    assert "import-pictures-differ" in told(word(polish, czech, parts=parts))
    assert [one[1] for one in made() if one[0] == "figure"] == [
        "images/picture-01.png",
        "images/picture-02.png",
    ]  # type: ignore[index]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP"])
def test_kinds_that_a_page_shows(kind: str) -> None:
    parts = {"word/media/a.bin": picture(kind=kind), **relations(p1="media/a.bin")}
    assert told(word(PAIR, paragraph(drawing()), parts=parts)) == ["import-picture-undescribed"]
    assert made()[2][1].startswith("images/picture-01.")  # type: ignore[index]


EMF = b"\x01\0\0\0" + bytes(36) + b" EMF" + bytes(40)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (EMF, "EMF"),
        (b"\xd7\xcd\xc6\x9a" + bytes(40), "WMF"),
        (b"\x01\x00\x09\x00" + bytes(40), "WMF"),
        (b"GIF89a" + bytes(40), "GIF"),
        (b"BM" + bytes(40), "BMP"),
        (b"\x1f\x8b" + bytes(40), "EMZ / WMZ"),
        (b"no picture", "?"),
    ],
)
def test_kinds_that_no_page_shows_are_told(data: bytes, kind: str) -> None:
    assert told(word(PAIR, paragraph(drawing()), parts={"word/media/a.png": data})) == ["import-picture-kind"]
    assert made() == [HEAD, (POLISH, CZECH)]
    assert not (FOLDER / "images").exists()


@pytest.mark.parametrize(
    "target",
    [
        "https://example.org/a.png",
        "file:///etc/passwd",
        "../../../etc/passwd",
        "media/none.png",
        "/etc/passwd",
    ],
)
def test_nothing_outside_the_document_is_fetched(target: str) -> None:
    assert told(word(PAIR, paragraph(drawing()), parts=relations(p1=target))) == ["import-picture-linked"]
    assert made() == [HEAD, (POLISH, CZECH)]


@pytest.mark.parametrize("text", ["foto.jpg", "C:\\Users\\x\\most.png", "/home/x/most", "image1.PNG", "  "])
def test_a_name_of_a_file_describes_nothing(text: str) -> None:
    told(word(PAIR, paragraph(drawing(description=text))))
    assert made()[2][3] == TODO  # type: ignore[index]


def test_an_ornament_needs_no_description() -> None:
    inside = (
        '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    )
    assert told(word(PAIR, paragraph(drawing(inside=inside)))) == []
    assert made()[2][3] is None  # type: ignore[index]


def test_an_emblem_keeps_its_width() -> None:
    told(word(PAIR, paragraph(drawing(width=1_080_000))))
    (figure,) = (block for block in blocks() if isinstance(block, Figure))
    assert figure.width and round(figure.width * 25.4 / 72) == 30


def test_pictures_of_old_word_files() -> None:
    shape = (
        '<w:r><w:pict><v:shape alt="Kamienny most na rzece"><v:imagedata r:id="p1"/></v:shape></w:pict></w:r>'
    )
    assert told(word(PAIR, paragraph(shape))) == ["import-picture-undescribed"]
    assert made()[2][3] == (BRIDGE[0], TODO[1])  # type: ignore[index]


def test_drawings_without_a_picture_are_told() -> None:
    assert told(word(PAIR, paragraph("<w:r><w:drawing/></w:r>"))) == ["import-pictures"]


def frame(inside: str = "", name: str = "Pictures/a.png") -> str:
    return f'<draw:frame svg:width="12cm"><draw:image xlink:href="{name}"/>{inside}</draw:frame>'


def odt(*blocks: str) -> tuple[str, bytes]:
    head = odt_files.heading("Historia rzeki / Historie řeky", 1)
    pair = odt_files.paragraph(POLISH) + odt_files.paragraph(CZECH)
    return "a.odt", odt_files.text_document(head, pair, *blocks, parts={"Pictures/a.png": picture()})


@pytest.mark.parametrize(
    "shown",
    [
        odt_files.paragraph(frame(DESCRIBED)),
        odt_files.paragraph(frame(DESCRIBED.replace("desc", "title"))),
        frame(DESCRIBED),
        odt_files.paragraph(f"<draw:g>{frame(DESCRIBED)}</draw:g>"),
        odt_files.paragraph(f'<draw:a xlink:href="https://example.org">{frame(DESCRIBED)}</draw:a>'),
    ],
    ids=["desc", "title", "page", "group", "link"],
)
def test_pictures_of_an_odt(shown: str) -> None:
    assert told(odt(shown)) == ["import-picture-undescribed"]
    assert made()[2] == ["figure", "images/picture-01.png", (), (BRIDGE[0], TODO[1])]


def test_a_frame_of_libreoffice_around_a_picture_and_its_caption() -> None:
    boxes = [
        odt_files.paragraph(
            "<draw:frame><draw:text-box>"
            + odt_files.paragraph(frame() + words, "Illustration")
            + "</draw:text-box></draw:frame>"
        )
        for words in ("Rysunek 1: Most na rzece", "Obrázek 1: Most přes řeku")
    ]
    assert told(odt(*boxes)) == ["import-picture-undescribed"]
    assert made()[2] == [
        "figure",
        "images/picture-01.png",
        ("Rysunek 1: Most na rzece", "Obrázek 1: Most přes řeku"),
        TODO,
    ]


@pytest.mark.parametrize(
    "name", ["https://example.org/a.png", "../a.png", "/etc/passwd", "Pictures/none.png", ""]
)
def test_nothing_outside_an_odt_is_fetched(name: str) -> None:
    assert told(odt(odt_files.paragraph(frame(name=name)))) == ["import-picture-linked"]


def test_too_many_pictures_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("layout.source.import_text.office.pictures.MOST_PICTURES", 1)
    assert "import-picture-too-many" in told(word(PAIR, paragraph(drawing()), paragraph(drawing())))
