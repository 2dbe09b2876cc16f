"""Pages of PDF, Illustrator and EPS files as pictures: their boxes, colours, fonts, and what is refused."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, RectangleObject
from reportlab.lib.colors import CMYKColor, CMYKColorSep, Color
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from layout.images.checks import load_picture
from layout.images.pixels import SheetInfo
from layout.model.content.looks import PageChoice, SheetBox
from layout.model.diagnostic import Diagnostic, Rejected, Severity
from layout.model.products.edition import EDITIONS
from layout.output.artwork.extract import extract_artwork
from layout.output.artwork.render import render_artwork
from layout.pdfreading import ghostscript
from layout.pdfreading.artwork import UnfitArtwork
from layout.pdfreading.ghostscript import find_renderer
from layout.pipeline.checking import check_folder
from layout.pipeline.composing import compose_folder
from layout.pipeline.product import make_product
from layout.pipeline.wishes import ProductWishes
from layout.preflight import inspect_file
from layout.resources.messages import explain
from layout.resources.places import fonts_folder
from layout.resources.spoken import LANGUAGES

needs_ghostscript = pytest.mark.skipif(find_renderer() is None, reason="Ghostscript is not installed")

RED, GREEN, BLUE = Color(0.8, 0.1, 0.2), Color(0, 0.5, 0.2), CMYKColor(1, 0.6, 0, 0.1)
EPS = b"""%!PS-Adobe-3.0 EPSF-3.0
%%BoundingBox: 10 10 130 70
1 0.6 0 0.1 setcmykcolor 10 10 50 60 rectfill
showpage
"""
Draw = Callable[[Canvas], None]


def pdf(*draws: Draw, size: tuple[float, float] = (120, 60), face: str = "Drawn") -> bytes:
    """A PDF with a page for each of `draws`."""
    if face == "Drawn" and face not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(face, str(next(fonts_folder().rglob("Lato-Regular.ttf")))))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, initialFontName=face, invariant=1)
    for draw in draws:
        canvas.setFont(face, 14)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def mark(colour: Color) -> Draw:
    """A square at the lower left, and words."""

    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(colour)
        canvas.rect(5, 5, 50, 50, stroke=0, fill=1)
        canvas.drawString(60, 30, "Znak Ř")

    return draw


def glass(canvas: Canvas) -> None:
    mark(RED)(canvas)
    canvas.setFillColor(Color(0, 0, 1, alpha=0.5))
    canvas.rect(30, 20, 60, 30, stroke=0, fill=1)


def shade(canvas: Canvas) -> None:
    canvas.linearGradient(0, 0, 120, 60, (Color(1, 0, 0), Color(0, 0, 1)))


def changed(data: bytes, change: Callable[[PdfWriter], object], **options: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    change(writer)
    if options:
        writer.encrypt(**options)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


FILES = {
    "rgb.pdf": pdf(mark(RED), mark(GREEN)),
    "cmyk.pdf": pdf(mark(BLUE)),
    "grey.pdf": pdf(mark(Color(0.5, 0.5, 0.5))),
    "spot.pdf": pdf(mark(CMYKColorSep(1, 0.6, 0, 0.1, spotName="PANTONE 293 C", density=1))),
    "glass.pdf": pdf(glass),
    "shade.pdf": pdf(shade),
    "illustrator.ai": pdf(mark(BLUE)),
}


def write(folder: Path, files: dict[str, bytes], figures: str) -> Path:
    (folder / "images").mkdir(parents=True)
    for name, data in files.items():
        (folder / "images" / name).write_bytes(data)
    (folder / "a.yaml").write_text(figures, "utf-8")
    (folder / "brochure.yaml").write_text(
        "title: {pl: Próba, cs: Zkouška}\npublisher: {pl: Ktoś, cs: Někdo}\nlanguages: [pl, cs]\n"
        "date: 2026-11-29\nsections: [a.yaml]\n",
        "utf-8",
    )
    return folder


def figure(name: str, more: str = "") -> str:
    return (
        f"- figure: {{file: images/{name}, place: left, {more} alt: "
        "{pl: Znak z kwadratem., cs: Značka se čtvercem.}}\n"
    )


HEAD = "- heading: {pl: Obrazy, cs: Obrázky, level: 1}\n"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    section = HEAD + "".join(map(figure, FILES)) + figure("rgb.pdf", "page: 2,")
    return write(tmp_path_factory.mktemp("artworks") / "content", FILES, section)


@pytest.fixture(scope="module")
def made(content: Path) -> dict[str, tuple[bytes, list[Diagnostic]]]:
    composed = compose_folder(content)
    products = {}
    for name in ("screen", "print", "print-x1a", "mail", "handout"):
        told: list[Diagnostic] = []
        products[name] = (make_product(composed, EDITIONS[name], ProductWishes(report=told.append)), told)
    return products


def pictured(told: list[Diagnostic]) -> set[str]:
    return {Path(str(one.values["file"])).name for one in told if one.code == "artwork-pictured"}


def test_each_edition_keeps_shapes_where_it_can_say_them(
    made: dict[str, tuple[bytes, list[Diagnostic]]],
) -> None:
    assert pictured(made["screen"][1]) == set()
    assert pictured(made["mail"][1]) == {"spot.pdf"}
    for name in ("print", "print-x1a"):
        assert pictured(made[name][1]) == {"spot.pdf", "glass.pdf", "shade.pdf"}
    for _, told in made.values():
        assert not [one for one in told if one.severity is Severity.ERROR]


@pytest.mark.parametrize("name", ["screen", "print", "print-x1a", "mail"])
def test_letters_stay_letters_in_embedded_fonts(
    made: dict[str, tuple[bytes, list[Diagnostic]]], name: str
) -> None:
    pages = inspect_file(made[name][0], render=False).pages
    said = "".join(text.text for page in pages for text in page.texts)
    assert said.replace(" ", "").count("ZnakŘ") >= 5


@pytest.mark.parametrize("name", ["print", "print-x1a"])
def test_print_has_no_light_and_nothing_to_look_through(
    made: dict[str, tuple[bytes, list[Diagnostic]]], name: str
) -> None:
    facts = inspect_file(made[name][0], render=False)
    families = {space.family for page in facts.pages for use in page.spaces for space in use.space.chain}
    assert "DeviceRGB" not in families and families & {"DeviceCMYK"}


def test_a_product_is_the_same_each_time(
    content: Path, made: dict[str, tuple[bytes, list[Diagnostic]]]
) -> None:
    composed = compose_folder(content)
    assert make_product(composed, EDITIONS["print"], ProductWishes()) == made["print"][0]


def test_the_same_page_is_stored_once(tmp_path: Path) -> None:
    once = write(tmp_path / "a", FILES, HEAD + figure("cmyk.pdf"))
    twice = write(tmp_path / "b", FILES, HEAD + figure("cmyk.pdf") * 3)
    sizes = [
        len(make_product(compose_folder(one), EDITIONS["screen"], ProductWishes())) for one in (once, twice)
    ]
    assert sizes[1] - sizes[0] < 1500


# --- boxes and turns -----------------------------------------------------------------------------


def looks(data: bytes, choice: PageChoice) -> Image.Image:
    artwork, faults = extract_artwork(data, choice)
    assert not faults
    samples, width, height = render_artwork(artwork, 72)
    return Image.frombytes("RGB", (width, height), samples)


@pytest.mark.parametrize("turn", [0, 90, 180, 270, -90])
def test_pages_stand_as_viewers_show_them(turn: int) -> None:
    """The square at the lower left of the page is where the turn takes it."""
    data = changed(pdf(mark(RED)), lambda writer: writer.pages[0].rotate(turn))
    image = looks(data, PageChoice())
    assert image.size == ((120, 60) if turn % 180 == 0 else (60, 120))
    width, height = image.size
    corners = {0: (0, 1), 90: (0, 0), 180: (1, 0), 270: (1, 1)}
    across, down = corners[turn % 360]
    spot = (20 if not across else width - 20, height - 20 if down else 20)
    red, green, _ = image.getpixel(spot)  # type: ignore[misc]
    assert red > 180 and green < 60
    far = (width - 3 if not across else 3, 3 if down else height - 3)
    assert min(image.getpixel(far)) > 240  # type: ignore[type-var]


BOXES = {"/MediaBox": (-10, -10, 130, 70), "/CropBox": (0, 0, 120, 60), "/TrimBox": (5, 5, 55, 55)}


def boxed(**more: tuple[int, ...]) -> bytes:
    def change(writer: PdfWriter) -> None:
        for key, box in {**BOXES, **{f"/{name}": box for name, box in more.items()}}.items():
            writer.pages[0][NameObject(key)] = RectangleObject(box)  # type: ignore[arg-type]

    return changed(pdf(mark(RED)), change)


@pytest.mark.parametrize(
    ("box", "more", "size"),
    [
        (SheetBox.TRIM, {}, (50, 50)),
        (SheetBox.CROP, {}, (120, 60)),
        (SheetBox.MEDIA, {}, (140, 80)),
        (SheetBox.BLEED, {}, (120, 60)),
        (SheetBox.BLEED, {"BleedBox": (2, 2, 58, 58)}, (56, 56)),
        (SheetBox.ART, {}, (120, 60)),
        (SheetBox.ART, {"ArtBox": (5, 5, 30, 55)}, (25, 50)),
    ],
)
def test_the_box_that_is_asked_for_is_the_picture(
    box: SheetBox, more: dict[str, tuple[int, ...]], size: tuple[int, int]
) -> None:
    image = looks(boxed(**more), PageChoice(1, box))
    assert image.size == size
    if box in (SheetBox.TRIM, SheetBox.ART) and (more or box is SheetBox.TRIM):
        assert all(image.getpixel(at)[0] > 180 for at in ((2, 2), (size[0] - 3, size[1] - 3)))  # type: ignore[index]


def test_units_of_a_page_count(tmp_path: Path) -> None:
    data = changed(
        pdf(mark(RED)), lambda writer: writer.pages[0].update({NameObject("/UserUnit"): NumberObject(2)})
    )
    (tmp_path / "a.pdf").write_bytes(data)
    assert load_picture(str(tmp_path / "a.pdf")) == SheetInfo(240.0, 120.0, 1)


# --- what is refused -----------------------------------------------------------------------------


def hide_layer(writer: PdfWriter) -> None:
    layer = writer._add_object(DictionaryObject({NameObject("/Type"): NameObject("/OCG")}))
    writer.root_object[NameObject("/OCProperties")] = DictionaryObject(
        {
            NameObject("/OCGs"): ArrayObject([layer]),
            NameObject("/D"): DictionaryObject({NameObject("/OFF"): ArrayObject([layer])}),
        }
    )


def hollow(writer: PdfWriter) -> None:
    writer.pages[0][NameObject("/PieceInfo")] = DictionaryObject()


def say_hollow(canvas: Canvas) -> None:
    canvas.setFont("Drawn", 4)
    canvas.drawString(2, 40, "This is an Adobe Illustrator File that was")
    canvas.drawString(2, 30, "saved without PDF Content.")


REFUSED = {
    "encrypted": changed(FILES["cmyk.pdf"], lambda writer: None, user_password="a", owner_password="b"),
    "broken": FILES["cmyk.pdf"][:400],
    "fonts": pdf(mark(RED), face="Helvetica"),
    "empty": pdf(lambda canvas: None),
    "layers": changed(FILES["cmyk.pdf"], hide_layer),
    "turned": changed(
        FILES["cmyk.pdf"], lambda writer: writer.pages[0].update({NameObject("/Rotate"): NumberObject(30)})
    ),
    "page-size": changed(
        FILES["cmyk.pdf"],
        lambda writer: writer.pages[0].update({NameObject("/MediaBox"): RectangleObject((0, 0, 0, 0))}),
    ),
    "hollow": changed(pdf(say_hollow, size=(200, 60)), hollow),
}


@pytest.mark.parametrize("reason", REFUSED)
def test_a_page_that_cannot_be_placed_is_refused_with_its_reason(tmp_path: Path, reason: str) -> None:
    folder = write(tmp_path / "content", {"a.pdf": REFUSED[reason]}, HEAD + figure("a.pdf"))
    with pytest.raises(Rejected) as caught:
        check_folder(folder)
    (found,) = (one for one in caught.value.diagnostics if one.code.startswith("artwork-"))
    assert found.code == f"artwork-{reason}" and found.where.line == 2
    assert all(explain(found, language) for language in LANGUAGES)


def test_a_page_that_is_not_there(tmp_path: Path) -> None:
    folder = write(tmp_path / "content", FILES, HEAD + figure("rgb.pdf", "page: 3,"))
    with pytest.raises(Rejected) as caught:
        compose_folder(folder)
    assert [one.code for one in caught.value.diagnostics] == ["artwork-page-missing"]


@needs_ghostscript
def test_an_eps_is_a_page_of_its_bounding_box(tmp_path: Path) -> None:
    (tmp_path / "a.eps").write_bytes(EPS)
    assert load_picture(str(tmp_path / "a.eps")) == SheetInfo(120.0, 60.0, 1)
    folder = write(tmp_path / "content", {"a.eps": EPS}, HEAD + figure("a.eps"))
    told: list[Diagnostic] = []
    product = make_product(compose_folder(folder), EDITIONS["print"], ProductWishes(report=told.append))
    assert pictured(told) == set()
    families = {use.space.family for page in inspect_file(product, render=False).pages for use in page.spaces}
    assert "DeviceCMYK" in families and "DeviceRGB" not in families


@needs_ghostscript
@pytest.mark.parametrize(
    "program", [b"{} loop\n", b"(/etc/passwd) (r) file closefile\n", b"1 0 div\n", b"undefinedname\n"]
)
def test_an_eps_that_does_harm_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: bytes
) -> None:
    monkeypatch.setattr(ghostscript, "SECONDS", 3.0)
    (tmp_path / "a.eps").write_bytes(EPS.replace(b"1 0.6", program + b"1 0.6"))
    with pytest.raises(Rejected) as caught:
        load_picture(str(tmp_path / "a.eps"))
    (found,) = caught.value.diagnostics
    assert found.code == ("artwork-eps-too-slow" if b"loop" in program else "artwork-eps-failed")


def test_without_ghostscript_an_eps_is_asked_for_in_another_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    (tmp_path / "a.eps").write_bytes(EPS + b"% another one\n")
    with pytest.raises(Rejected) as caught:
        load_picture(str(tmp_path / "a.eps"))
    (found,) = caught.value.diagnostics
    assert found.code == "artwork-eps-no-ghostscript"
    assert "PDF" in explain(found, "pl")


@pytest.mark.parametrize("name", ["rgb.pdf", "spot.pdf", "glass.pdf", "shade.pdf"])
def test_fifty_spoiled_files_of_each_kind_are_placed_or_refused(name: str) -> None:
    dice = random.Random(name)
    data = FILES[name]
    for _ in range(50):
        spoiled = bytearray(data)
        for _ in range(dice.randrange(1, 30)):
            spoiled[dice.randrange(9, len(spoiled))] = dice.randrange(256)
        cut = dice.randrange(len(spoiled) // 2, len(spoiled) + 1)
        try:
            extract_artwork(bytes(spoiled[:cut]), PageChoice(dice.randrange(1, 3)))
        except UnfitArtwork as unfit:
            assert unfit.code.startswith("artwork-")
