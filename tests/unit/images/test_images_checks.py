"""A brochure's pictures looked through at once, and each loaded once."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from layout.images.checks import inspect_pictures, inspect_pixels, load_picture
from layout.images.pixels import RasterInfo
from layout.model.blocks.block import Block
from layout.model.blocks.pictures import Figure, Placement, QrCode
from layout.model.blocks.reference import EmblemWish, Logo, Publicity
from layout.model.colour import Colour
from layout.model.content.brochure import Brochure, Covers, Section, TypographySettings
from layout.model.content.pairs import Pair
from layout.model.content.prose import Prose
from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span
from layout.model.drawing import Drawing
from layout.resources.messages import explain
from layout.resources.places import messages_folder
from layout.resources.spoken import LANGUAGES
from tests.told import texts
from tests.unit.images.picture_files import WHERE, explained, photograph, save, write

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="3" height="3" {}/></svg>'
WORDS = Pair("a", "b")
NO_PROSE: Pair[Prose | None] = Pair(Prose(()), Prose(()))


def brochure(folder: Path, *blocks: Block) -> Brochure:
    return Brochure(
        folder=str(folder),
        where=Span("brochure.yaml"),
        title=WORDS,
        title_where=Span("brochure.yaml"),
        subtitle=None,
        languages=("pl", "cs"),
        date=date(2026, 1, 1),
        publisher=WORDS,
        theme="two-banks",
        covers=Covers(None, None),
        page_multiple=4,
        typography=TypographySettings(),
        sections=(Section("a.yaml", blocks),),
    )


def inspect(content: Brochure) -> tuple[Diagnostic, ...]:
    return inspect_pictures(content.sections, Path(content.folder))


def figure(file: str, line: int) -> Figure:
    return Figure(
        where=Span("a.yaml", line, 1),
        file=file,
        placement=Placement.BOTH,
        height=None,
        caption=None,
        credit=None,
        alternative=WORDS,
    )


def test_every_picture_and_code_that_cannot_be_drawn_is_told_at_its_place(tmp_path: Path) -> None:
    save(photograph(), tmp_path / "good.jpg")
    write(tmp_path / "good.svg", SVG.format("").encode())
    write(tmp_path / "bad.svg", SVG.format('stroke-width="x" stroke="red"').encode())
    write(tmp_path / "empty.png", b"")
    logos = (
        Logo(file="good.svg", height=30, alternative=WORDS, where=Span("a.yaml", 8, 1)),
        Logo(file="layers.psd", height=30, alternative=WORDS, where=Span("a.yaml", 9, 1)),
    )
    write(tmp_path / "layers.psd", b"8BPS" + bytes(20))
    found = inspect(
        brochure(
            tmp_path,
            figure("good.jpg", 1),
            figure("bad.svg", 2),
            figure("empty.png", 3),
            figure("none.png", 4),
            Publicity(Span("a.yaml", 7, 1), NO_PROSE, EmblemWish(), logos),
            QrCode(Span("a.yaml", 10, 1), "https://example.org", 10, NO_PROSE, WORDS),
        )
    )
    assert [(one.where.line, one.code) for one in found] == [
        (2, "svg-number"),
        (3, "image-empty"),
        (4, "image-missing"),
        (9, "image-format"),
        (10, "qr-too-fine"),
    ]
    assert all(one.severity is Severity.ERROR for one in found)


def test_pixels_that_cannot_be_decoded_are_told_once_at_their_first_place(tmp_path: Path) -> None:
    for name in ("cut.png", "cut.jpg", "cut.tif", "cut.webp"):
        path = save(photograph(), tmp_path / name)
        whole = Path(path).read_bytes()
        end = {"png": b"\0\0\0\0IEND\xaeB`\x82", "jpg": b"\xff\xd9"}.get(name[-3:], b"")
        write(tmp_path / name, whole[: len(whole) // 2] + end)
    save(photograph(), tmp_path / "good.jpg")
    write(tmp_path / "good.svg", SVG.format('data-colour="mine"').encode())
    names = ("cut.png", "good.jpg", "cut.jpg", "good.svg", "none.png", "cut.png", "cut.tif", "cut.webp")
    content = brochure(tmp_path, *(figure(name, line) for line, name in enumerate(names, 1)))
    told = [*inspect(content), *inspect_pixels(content.sections, tmp_path)]
    found = sorted((one.where.line, texts(one)["file"].rpartition("/")[2]) for one in told)
    broken = [(1, "cut.png"), (3, "cut.jpg"), (4, "good.svg"), (5, "none.png")]
    assert [place for place in found if place[0] < 7] == broken
    assert {line for line, _ in found} == {1, 3, 4, 5, 7, 8}


def test_a_good_brochure_has_nothing_to_tell(tmp_path: Path) -> None:
    save(photograph(), tmp_path / "a.jpg")
    assert inspect(brochure(tmp_path, figure("a.jpg", 1))) == ()


def test_a_picture_is_what_its_content_says(tmp_path: Path) -> None:
    raster = load_picture(save(photograph(), tmp_path / "a.jpg"))
    drawing = load_picture(write(tmp_path / "a.png", SVG.format("").encode()))
    assert isinstance(raster, RasterInfo)
    assert isinstance(drawing, Drawing)


def test_a_picture_is_read_once_until_its_file_changes(tmp_path: Path) -> None:
    path = write(tmp_path / "a.svg", SVG.format("").encode())
    first = load_picture(path, Span("a.yaml", 1, 1))
    assert load_picture(path, Span("a.yaml", 2, 2)) is first
    write(tmp_path / "a.svg", SVG.format('fill="#fff"').encode())
    assert load_picture(path) != first


def test_another_palette_is_another_drawing(tmp_path: Path) -> None:
    path = write(tmp_path / "a.svg", SVG.format('data-colour="river"').encode())
    mine = {"river": Colour((1, 0, 0, 0), (0, 0, 1))}
    drawing = load_picture(path, WHERE, mine)
    assert isinstance(drawing, Drawing) and drawing.paths[0].fill == mine["river"]
    assert load_picture(path, WHERE) != drawing
    with pytest.raises(Rejected):
        load_picture(path, WHERE, {})


def test_a_refusal_tells_each_askers_own_place(tmp_path: Path) -> None:
    for line in (1, 2):
        with pytest.raises(Rejected) as caught:
            load_picture(str(tmp_path / "none.png"), Span("a.yaml", line, 1))
        assert caught.value.diagnostics[0].where.line == line


# --- the words ------------------------------------------------------------------------------------

MESSAGES = messages_folder() / "images.toml"
CODES = {
    code
    for path in (Path(__file__).parents[3] / "layout" / "images").rglob("*.py")
    for code in re.findall(r'"((?:image|svg|qr|emblem|logo)-[a-z-]+)"', path.read_text(encoding="utf-8"))
}


@pytest.mark.parametrize(
    ("size", "height", "wished", "told"),
    [
        ((300, 200), 60.0, None, "emblem-grown"),
        ((100, 100), 120.0, None, "emblem-grown"),
        ((300, 200), 30.0, None, ""),
        ((1000, 100), 30.0, None, ""),
        ((100, 1000), 150.0, None, ""),
        ((300, 200), 60.0, 50.0, "logo-over-emblem"),
        ((300, 200), 60.0, 60.0, ""),
        ((100, 100), 60.0, 40.0, ""),
        ((100, 100), 61.0, 40.0, "logo-over-emblem"),
    ],
)
def test_no_logo_is_larger_than_the_emblem_both_ways(
    size: tuple[int, int], height: float, wished: float | None, told: str, tmp_path: Path
) -> None:
    Image.new("RGB", size).save(tmp_path / "logo.png")
    logo = Logo(file="logo.png", height=height, alternative=WORDS, where=Span("a.yaml", 2, 1))
    block = Publicity(Span("a.yaml", 1, 1), NO_PROSE, EmblemWish(wished), (logo,))
    found = inspect_pictures([Section("a.yaml", (block,))], tmp_path)
    assert [one.code for one in found] == ([told] if told else [])


def test_every_code_has_words_and_every_word_a_code() -> None:
    with MESSAGES.open("rb") as file:
        assert set(tomllib.load(file)) == CODES


def test_the_words_of_a_language_use_the_same_values() -> None:
    with MESSAGES.open("rb") as file:
        for code, entry in tomllib.load(file).items():
            used = {
                language: set(re.findall(r"\{(\w+)\}", entry[language]["what"] + entry[language]["do"]))
                for language in LANGUAGES
            }
            assert used["en"] == used["pl"] == used["cs"], code


def test_refusals_can_be_explained_in_every_language(tmp_path: Path) -> None:
    bad = '<foreignObject/><blink/><rect data-colour="x"/><path d="?"/><g opacity="x"/><image href="a"/>'
    content = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{bad}</svg>'
    with pytest.raises(Rejected) as caught:
        load_picture(write(tmp_path / "a.svg", content.encode()), WHERE)
    assert len(caught.value.diagnostics) == 6
    for diagnostic in explained(caught.value):
        assert all("a.svg" in explain(diagnostic, language) for language in LANGUAGES)
