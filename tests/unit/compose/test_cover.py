"""Generated covers: words and strokes never meet, all can be read, and what the content says is there."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from bench.gallery import FORMATS, THEMES
from layout.compose.covers.judge import LEAST_CONTRAST, grounds_below, is_crossed, trace_items
from layout.compose.covers.words import SIZES, box_of
from layout.model.colour import WHITE
from layout.model.diagnostic import Rejected
from layout.model.layout import DrawingItem, ImageItem, Layout, StructNode, TextItem
from layout.model.products.handout import Form, Handout
from layout.model.theme import Theme
from layout.pipeline.composing import Composed, compose_folder
from layout.source.fields.colours import contrast
from tests.conftest import FOLDER

LONG = "{pl: Z wizytą w Jesioniku i Głuchołazach, cs: Na návštěvě v Jeseníku a v Hlucholazech}"
LONGEST = (
    "{pl: Wspólna strategia rozwoju przyjaznej mieszkańcom komunikacji w aglomeracjach przygranicznych,"
    " cs: Společná strategie rozvoje dopravy přátelské k obyvatelům v příhraničních aglomeracích do 2034}"
)
TITLES = {
    "three letters": "{pl: Ona, cs: Oni}",
    "one for both": "{pl: Opole–Ołomuniec, cs: Opole–Ołomuniec}",
    "usual": "{pl: Dwa brzegi, cs: Dva břehy}",
    "long": LONG,
    "longest": LONGEST,
}
SAID = {
    "bare": "",
    "all": "subtitle: {pl: Od średniowiecza do dziś, cs: Od středověku do dneška}\n"
    "place: {pl: Opole, cs: Opole}\nseries: {pl: Zeszyty, cs: Sešity}\n"
    "edition: {pl: Wydanie drugie, cs: Druhé vydání}\nisbn: 978-80-904189-0-5\n"
    "logos: [{file: images/logo.svg, height: 12mm, alt: {pl: Logo, cs: Logo}}]\n",
}
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40mm" height="20mm" viewBox="0 0 4 2">'
    '<path d="M0 0h4v2z"/></svg>'
)
Writer = Callable[..., Path]


def compose(
    write: Writer, title: str, handout: Handout | None = None, said: str = "", theme: str = ""
) -> Composed:
    text = FOLDER["brochure.yaml"].replace("title: {pl: Dwa brzegi, cs: Dva břehy}", f"title: {title}")
    if theme:
        text = text.replace("theme: two-banks\n", f"theme: {theme}\n")
    text += "covers: {front: generated, back: generated}\n" + said
    folder = write(brochure_yaml=text)
    (folder / "images").mkdir(exist_ok=True)
    (folder / "images" / "logo.svg").write_text(LOGO, "utf-8")
    return compose_folder(folder, handout=handout)


def front(made: Composed) -> Layout:
    cover = made.covers[0]
    assert cover is not None
    return cover


def lines(cover: Layout) -> list[TextItem]:
    return [item for item in cover.pages[0].items if isinstance(item, TextItem)]


def title_lines(made: Composed) -> list[TextItem]:
    """The title's lines: all but those of the publisher."""
    return [item for item in lines(front(made)) if "Aglomer" not in item.line.text]


def size_of(item: TextItem) -> float:
    return max(run.ink.size for run in item.line.runs)


def drawings(cover: Layout) -> list[DrawingItem]:
    return [item for item in cover.pages[0].items if isinstance(item, DrawingItem)]


def test_a_short_title_has_the_themes_size(write_folder: Writer) -> None:
    made = compose(write_folder, "{pl: Dwa brzegi, cs: Dva břehy}")
    assert {size_of(line) for line in title_lines(made)} == {Theme().styles["cover-title"].size}


def test_a_long_title_is_smaller_and_ends_above_the_foot(write_folder: Writer) -> None:
    made = compose(write_folder, LONGEST)
    title, cover = title_lines(made), Theme().cover
    assert title[-1].y <= cover.title_foot
    assert size_of(title[0]) / Theme().styles["cover-title"].size in [pytest.approx(s) for s in SIZES[1:]]
    assert all(item.line.x + item.line.width <= Theme().page.block_width + 1e-6 for item in title)


@pytest.mark.parametrize("language", ["pl", "cs"])
@pytest.mark.parametrize("form", [Form.BOOKLET, Form.A4])
def test_a_long_title_fits_the_handout_in_one_language(
    write_folder: Writer, language: str, form: Form
) -> None:
    assert title_lines(compose(write_folder, LONG, Handout(form, language=language)))


@pytest.mark.parametrize("title", ["{pl: " + "długi " * 80 + ", cs: b}", "{pl: " + "ś" * 160 + ", cs: b}"])
def test_a_title_that_no_size_helps_is_refused_where_it_stands(write_folder: Writer, title: str) -> None:
    huge = "styles: {cover-title: {size: 60pt, leading: 66pt}}"
    with pytest.raises(Rejected) as caught:
        compose(write_folder, title, theme=f"{{base: two-banks, page: {{size: A6}}, {huge}}}")
    (said,) = caught.value.diagnostics
    assert (said.code, said.where.line) == ("cover-title-long", 1)
    assert said.where.file.endswith("brochure.yaml")


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("size", FORMATS)
def test_words_and_strokes_never_meet(write_folder: Writer, size: str, title: str, said: str) -> None:
    for theme in THEMES:
        made = compose(
            write_folder,
            TITLES[title],
            None,
            SAID[said],
            f"{{base: {theme}, page: {{size: {FORMATS[size]}}}}}",
        )
        for cover in made.covers:
            assert cover is not None
            check_words(cover, theme)
        assert not {"cover-crossed", "cover-pale", "cover-back-full"} & {one.code for one in made.diagnostics}


def check_words(cover: Layout, theme: str) -> None:
    """No line runs through letters, all of them are read on what is below, and stand on the page."""
    traces = trace_items(drawings(cover))
    for item in lines(cover):
        box = box_of(item)
        if item.line.text.strip("0123456789") and not item.line.text.startswith("ISBN"):
            assert not is_crossed(box, traces), (theme, item.line.text)
        colours = {run.ink.colour for run in item.line.runs}
        for ground in grounds_below(box, traces, (WHITE,)):
            assert min(contrast(one, ground) for one in colours) >= LEAST_CONTRAST, (theme, item.line.text)
        assert box.x >= 0 and box.x + box.width <= cover.width + 0.5
        assert box.y >= 0 and box.y + box.height <= cover.height


def test_two_titles_have_two_rivers_and_one_title_one(write_folder: Writer) -> None:
    titles = ("{pl: Dwa brzegi, cs: Dva břehy}", "{pl: Trzy brzegi, cs: Tři břehy}")
    first, other, again = (drawings(front(compose(write_folder, t)))[0] for t in (*titles, titles[0]))
    assert first.drawing == again.drawing
    assert first.drawing != other.drawing


def test_the_river_runs_on_from_the_back(write_folder: Writer) -> None:
    made = compose(write_folder, "{pl: Dwa brzegi, cs: Dva břehy}")
    back = made.covers[1]
    assert back is not None
    one, other = drawings(front(made))[0], drawings(back)[0]
    assert one.drawing == other.drawing
    assert other.box.x - one.box.x == pytest.approx(made.theme.page.width)


def test_the_river_leads_through_a_maps_places(write_folder: Writer) -> None:
    places = "[{pl: Źródło, cs: Pramen, at: [49.6, 17.5]}, {pl: Opole, cs: Opolí, at: [50.7, 17.9]}]"
    plain = drawings(front(compose(write_folder, "{pl: Dwa brzegi, cs: Dva břehy}")))[0]
    section = f"- map: {{places: {places}, line: true, alt: {{pl: Mapa, cs: Mapa}}}}\n"
    folder = write_folder(
        brochure_yaml=FOLDER["brochure.yaml"] + "covers: {front: generated, back: generated}\n",
        sections__a_yaml=FOLDER["sections/a.yaml"] + section,
    )
    assert drawings(front(compose_folder(folder)))[0].drawing != plain.drawing


@cache
def artwork(kind: str) -> str:
    """A designer's drawing with a line somewhere on the front, 296 × 210 mm."""
    line = {
        "head": "M0 40H296",
        "bend": "M148 30C200 60 250 20 296 45",
        "curtain": "".join(f"M0 {y}H296" for y in range(0, 210, 5)),
    }[kind]
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 296 210" width="296mm" height="210mm">'
    return f'{head}<path d="{line}" fill="none" stroke="#0a4a63" stroke-width="1"/></svg>'


@pytest.mark.parametrize(("kind", "warned"), [("head", False), ("bend", False), ("curtain", True)])
def test_words_move_off_a_designers_line(write_folder: Writer, kind: str, warned: bool) -> None:
    text = FOLDER["brochure.yaml"].replace(
        "theme: two-banks\n", "theme: {base: two-banks, cover: {artwork: images/a.svg}}\n"
    )
    folder = write_folder(brochure_yaml=text + "covers: {front: generated, back: generated}\n")
    (folder / "images").mkdir(exist_ok=True)
    (folder / "images" / "a.svg").write_text(artwork(kind), "utf-8")
    made = compose_folder(folder)
    cover = front(made)
    crossed = [item for item in lines(cover) if is_crossed(box_of(item), trace_items(drawings(cover)))]
    assert bool(crossed) is warned
    assert ("cover-crossed" in {one.code for one in made.diagnostics}) is warned


def test_dark_artwork_has_light_words(write_folder: Writer) -> None:
    made = compose(
        write_folder, "{pl: Dwa brzegi, cs: Dva břehy}", theme="{base: two-banks, cover: {ground: river}}"
    )
    assert {run.ink.colour for item in lines(front(made)) for run in item.line.runs} == {WHITE}


@pytest.mark.parametrize("levels", [(20, 30), (225, 240), (20, 240)])
def test_words_on_a_photograph_can_be_read(
    write_folder: Writer, levels: tuple[int, int], tmp_path: Path
) -> None:
    from PIL import Image

    text = FOLDER["brochure.yaml"].replace(
        "theme: two-banks\n", "theme: {base: one-view, cover: {artwork: images/a.jpg}}\n"
    )
    folder = write_folder(brochure_yaml=text + "covers: {front: generated, back: generated}\n")
    (folder / "images").mkdir(exist_ok=True)
    picture = Image.new("L", (900, 600))
    picture.putdata([levels[(x // 30 + y // 30) % 2] for y in range(600) for x in range(900)])
    picture.convert("RGB").save(folder / "images" / "a.jpg", quality=95)
    made = compose_folder(folder)
    cover, theme = front(made), made.theme
    assert any(isinstance(item, ImageItem) for item in cover.pages[0].items)
    panels = drawings(cover)
    colours = {run.ink.colour for item in lines(cover) for run in item.line.runs}
    if levels == (20, 240):
        assert len(panels) == 2 and colours == {WHITE}
        assert contrast(WHITE, theme.colour(theme.cover.ground)) >= LEAST_CONTRAST
    else:
        assert not panels
        (colour,) = colours
        assert colour == (WHITE if levels[1] < 100 else theme.colour("text"))


def test_what_the_content_says_of_itself_is_on_the_cover(write_folder: Writer) -> None:
    made = compose(write_folder, "{pl: Dwa brzegi, cs: Dva břehy}", said=SAID["all"])
    said = [item.line.text for item in lines(front(made))]
    assert said[:2] == ["Zeszyty", "Sešity"]
    assert {"Wydanie drugie", "Druhé vydání", "Opole 2026"} <= set(said)
    back = made.covers[1]
    assert back is not None
    assert lines(back)[0].line.text.replace("\xa0", " ") == "ISBN 978-80-904189-0-5"
    (part,) = back.structure.children
    assert isinstance(part, StructNode)
    tags = [node.tag for node in part.children if isinstance(node, StructNode)]
    assert tags == ["Figure", "Figure", "P"]
