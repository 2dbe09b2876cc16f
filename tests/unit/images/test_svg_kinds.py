"""Kinds of drawings that once were drawn wrong without a word: each with members of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path as FilePath

import pytest

from layout.images.svg.bounds import is_within, painted_box
from layout.images.svg.drawing import read_svg
from layout.model.colour import Colour
from layout.model.diagnostic import Rejected, Severity
from layout.model.drawing import Drawing, Gradient, Group, Label, Part, Path
from layout.model.theme import Theme
from tests.told import texts
from tests.unit.images.picture_files import WHERE

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" width="100pt" height="100pt" viewBox="0 0 100 100">'
SQUARE = '<rect width="10" height="10"/>'
COLOURS = dict(Theme().colours)

Reader = Callable[[str], Drawing]


@pytest.fixture
def draw(tmp_path: FilePath) -> Reader:
    def read(content: str) -> Drawing:
        path = tmp_path / "a.svg"
        path.write_text(f"{HEAD}\n{content}\n</svg>", encoding="utf-8")
        return read_svg(str(path), WHERE, COLOURS)

    return read


def box(drawing: Drawing) -> tuple[float, ...]:
    """What is painted, rounded, clips counted."""
    found = painted_box(drawing.paths)
    assert found is not None
    return tuple(round(side, 3) + 0.0 for side in found)


def fills(drawing: Drawing) -> list[Colour]:
    """The fill of every path at the top, in order."""
    return [path.fill for path in drawing.paths if isinstance(path, Path) and isinstance(path.fill, Colour)]


@pytest.mark.parametrize(
    ("content", "seen"),
    [
        ('<svg x="10" y="20" width="30" height="5"><rect width="99" height="99"/></svg>', (10, 20, 40, 25)),
        (
            '<svg width="30" height="5" overflow="visible"><rect width="99" height="99"/></svg>',
            (0, 0, 99, 99),
        ),
        (
            '<svg style="overflow:auto" width="9" height="5"><rect width="20" height="9"/></svg>',
            (0, 0, 20, 9),
        ),
        (
            '<svg x="10" width="20" height="20" viewBox="0 0 5 5"><rect width="9" height="5"/></svg>',
            (10, 0, 30, 20),
        ),
        (f'<symbol id="s" viewBox="0 0 10 10">{SQUARE}</symbol><use href="#s" x="5" width="20" height="20"/>',
         (5, 0, 25, 20)),
        (
            '<symbol id="s" viewBox="0 0 10 10" preserveAspectRatio="xMidYMid slice">'
            f'{SQUARE}</symbol><use href="#s" x="30" y="30" width="40" height="20"/>',
            (30, 30, 70, 50),
        ),
        (
            '<symbol id="s" viewBox="0 0 10 10" preserveAspectRatio="none">'
            f'{SQUARE}</symbol><use href="#s" width="40" height="20"/>',
            (0, 0, 40, 20),
        ),
        (
            f'<defs><svg id="s" width="5" height="5">{SQUARE}</svg></defs>'
            '<use href="#s" width="8" height="6"/>',
            (0, 0, 8, 6),
        ),
        ('<svg width="50%" height="10%"><rect width="100%" height="100%"/></svg>', (0, 0, 50, 10)),
        (f'<svg width="0" height="9">{SQUARE}</svg><rect width="1" height="1"/>', (0, 0, 1, 1)),
        (
            '<rect x="40" y="40" width="20" height="20" transform="rotate(90)" transform-origin="50 50"/>',
            (40, 40, 60, 60),
        ),
        (
            '<rect x="40" y="40" width="20" height="10" style="'
            'transform:rotate(180deg);transform-origin:center"/>',
            (40, 50, 60, 60),
        ),
        (
            '<rect x="10" width="20" height="10" transform="scale(2)" style="transform-origin:right top"/>',
            (-80, 0, -40, 20),
        ),
        (
            '<rect x="40" y="40" width="20" height="10" transform="scale(2)" transform-origin="center"'
            ' style="transform-box:fill-box"/>',
            (30, 35, 70, 55),
        ),
        (f'<g style="translate:3px 4px">{SQUARE}</g>', (3, 4, 13, 14)),
        ('<rect width="10mm" height="1cm" transform="scale(2)"/>', (0, 0, 75.591, 75.591)),
    ],
)  # fmt: skip
def test_what_is_seen(draw: Reader, content: str, seen: tuple[float, ...]) -> None:
    assert box(draw(content)) == pytest.approx(seen)


@pytest.mark.parametrize(
    "hidden",
    [
        'systemLanguage="xx"',
        'systemLanguage="de, fr"',
        'requiredExtensions="urn:x"',
        'style="display:none"',
        'transform="scale(0)"',
        'opacity="0"',
    ],
)
def test_what_is_for_nobody_here_is_not_drawn(draw: Reader, hidden: str) -> None:
    assert box(draw(f'<rect {hidden} width="50" height="50"/>{SQUARE}')) == (0, 0, 10, 10)


@pytest.mark.parametrize("language", ["pl", "cs", "cs-CZ", "de,pl-PL", "en"])
def test_what_is_for_readers_of_the_brochure_is_drawn(draw: Reader, language: str) -> None:
    assert box(draw(f'<rect systemLanguage="{language}" width="50" height="50"/>')) == (0, 0, 50, 50)


def test_a_switch_shows_a_readers_language_before_english(draw: Reader) -> None:
    children = (
        '<rect systemLanguage="en" width="5" height="5"/><rect systemLanguage="cs" width="6" height="6"/>'
    )
    assert box(draw(f"<switch>{children}{SQUARE}</switch>")) == (0, 0, 6, 6)


def test_of_a_doubled_id_the_first_counts(draw: Reader) -> None:
    assert box(
        draw('<defs><rect id="a" width="5" height="5"/><circle id="a" r="9"/></defs><use href="#a"/>')
    ) == (
        0,
        0,
        5,
        5,
    )


@pytest.mark.parametrize(
    ("css", "element"),
    [
        (".a.paper{fill:#c00}", 'class="a paper"'),
        ("#q.paper{fill:#c00}", 'id="q" class="paper"'),
        ("g > .paper{fill:#c00}", 'class="paper"'),
        ("rect.paper:first-child{fill:#c00}", 'class="paper"'),
        (".paper, .b{fill:#c00}", 'class="paper b"'),
        ("@media print{.paper{fill:#c00}}", 'class="paper"'),
        ("[class~=paper]{fill:#c00} .paper{stroke-width:2}", 'class="paper"'),
    ],
)
def test_a_class_that_a_rule_asks_for_is_no_theme_colour(draw: Reader, css: str, element: str) -> None:
    (fill,) = fills(draw(f'<style>{css}</style><g><rect {element} width="9" height="9"/></g>'))
    assert fill.rgb == (0.8, 0, 0)


@pytest.mark.parametrize(
    ("value", "rgb"),
    [
        ("hsl(120,200%,25%)", (0, 128, 0)),
        ("hsl(120 -5% 50%)", (128, 128, 128)),
        ("hsla(0, 100%, 150%, 1)", (255, 255, 255)),
        ("#0a4a63 icc-color(FOGRA39L, 0.9, 0.55)", (10, 74, 99)),
        ("url(#none) #0000ff", (0, 0, 255)),
    ],
)
def test_colours_beyond_their_range_and_with_a_fallback(
    draw: Reader, value: str, rgb: tuple[int, ...]
) -> None:
    (fill,) = fills(draw(f'<rect width="9" height="9" fill="{value}"/>'))
    assert tuple(round(255 * part) for part in fill.rgb) == pytest.approx(rgb, abs=1)


def test_of_declared_colours_the_last_known_one_stands(draw: Reader) -> None:
    style = "fill:#010203;fill:color(display-p3 0.1 0.2 0.3)"
    (fill,) = fills(draw(f'<rect width="9" height="9" style="{style}"/>'))
    assert fill.rgb == pytest.approx((1 / 255, 2 / 255, 3 / 255))


@pytest.mark.parametrize("order", ["stroke", "stroke fill", "markers stroke", "stroke markers fill"])
def test_a_line_below_its_fill(draw: Reader, order: str) -> None:
    below, above = draw(f'<rect width="9" height="9" stroke="red" paint-order="{order}"/>').paths
    assert isinstance(below, Path) and below.fill is None and isinstance(above, Path) and above.stroke is None


@pytest.mark.parametrize("order", ["normal", "fill", "fill stroke", "markers fill", "nonsense", "fill fill"])
def test_a_line_above_its_fill(draw: Reader, order: str) -> None:
    (path,) = draw(f'<rect width="9" height="9" stroke="red" paint-order="{order}"/>').paths
    assert isinstance(path, Path) and path.fill and path.stroke


def pens(drawing: Drawing) -> list[tuple[float, ...]]:
    return [
        tuple(round(dash, 2) for dash in path.stroke.dash)
        for path in drawing.paths
        if isinstance(path, Path) and path.stroke
    ]


@pytest.mark.parametrize(
    ("attributes", "dash"),
    [
        ('stroke-dasharray="1mm 2mm"', (3.78, 7.56)),
        ('stroke-dasharray="10% 5"', (10, 5)),
        ('stroke-dasharray="1pt,2"', (1.33, 2)),
        ('stroke-dasharray="5" pathLength="45"', (10, 10)),
        ('stroke-dasharray="1 1" pathLength="9"', (10, 10)),
    ],
)
def test_dashes_in_units_and_shares(draw: Reader, attributes: str, dash: tuple[float, ...]) -> None:
    assert pens(draw(f'<path d="M0 0H90" stroke="#000" {attributes}/>')) == [dash]


def test_a_dash_without_length_shows_its_caps_alone(draw: Reader) -> None:
    line = '<path d="M0 0H90" fill="none" stroke="#000" stroke-dasharray="0 9" stroke-linecap="{}"/>'
    assert draw(line.format("round")).paths and draw(line.format("square")).paths
    with pytest.raises(Rejected):
        draw(line.format("butt"))


@pytest.mark.parametrize("data", ["M5 5h0", "M5 5z", "M5 5L5 5", "M5 5C5 5 5 5 5 5", "M5 5l0 0z"])
def test_a_line_without_length_shows_a_square_cap(draw: Reader, data: str) -> None:
    drawing = draw(f'<path d="{data}" stroke="#000" stroke-width="4" stroke-linecap="square" fill="none"/>')
    square = drawing.paths[-1]
    assert isinstance(square, Path) and square.fill and painted_box([square]) == pytest.approx((3, 3, 7, 7))


def test_a_nested_clip_cuts_each_time(draw: Reader) -> None:
    clips = (
        '<clipPath id="d"><rect width="20" height="20"/></clipPath>'
        '<clipPath id="c"><rect x="5" width="90" height="90" clip-path="url(#d)"/></clipPath>'
        '<clipPath id="e" clip-path="url(#c)"><rect y="7" width="90" height="90"/></clipPath>'
    )
    assert box(draw(f'{clips}<rect width="99" height="99" clip-path="url(#c)"/>')) == (5, 0, 20, 20)
    assert box(draw(f'{clips}<rect width="99" height="99" clip-path="url(#e)"/>')) == (5, 7, 20, 20)


@pytest.mark.parametrize(
    "child",
    [
        '<rect width="9" height="9" visibility="hidden"/>',
        '<rect width="9" height="9" display="none"/>',
        '<g><rect width="9" height="9"/></g>',
        "",
    ],
)
def test_a_clip_with_nothing_to_be_seen_in_takes_everything(draw: Reader, child: str) -> None:
    drawing = draw(f'<clipPath id="c">{child}</clipPath><g clip-path="url(#c)">{SQUARE}</g><circle r="3"/>')
    assert all(isinstance(shape, Path) or painted_box([shape]).width <= 0 for shape in drawing.paths)  # type: ignore[union-attr]


def test_a_clip_that_is_not_there_takes_nothing(draw: Reader) -> None:
    assert box(draw(f'<g clip-path="url(#no)">{SQUARE}</g>')) == (0, 0, 10, 10)


def test_opacity_of_a_symbol_a_group_and_a_fill(draw: Reader) -> None:
    (group,) = draw(f'<symbol id="s" opacity=".5">{SQUARE}</symbol><use href="#s"/>').paths
    assert isinstance(group, Group) and group.picture is not None
    (inner,) = group.shapes
    assert isinstance(inner, Group) and inner.opacity == 0.5
    (group,) = draw(f'<g opacity=".25">{SQUARE}</g>').paths
    assert isinstance(group, Group) and (group.opacity, group.picture is not None) == (0.25, True)
    (group,) = draw('<rect width="9" height="9" fill="rgba(0,0,0,.5)" fill-opacity="50%"/>').paths
    assert isinstance(group, Group) and isinstance(group.shapes[0], Group)
    assert group.shapes[0].opacity == 0.25


def test_a_gradient_takes_after_another(draw: Reader) -> None:
    stops = '<stop offset="0" stop-color="#fff"/><stop offset="50%" style="stop-color:#000"/>'
    defs = f'<linearGradient id="a">{stops}</linearGradient><linearGradient id="b" href="#a" x2="50%"/>'
    (path,) = draw(f'{defs}<rect x="10" width="20" height="40" fill="url(#b)"/>').paths
    assert isinstance(path, Path) and isinstance(path.fill, Gradient)
    assert path.fill.axis == (0, 0, 0.5, 0) and [stop.offset for stop in path.fill.stops] == [0, 0.5]
    assert path.fill.matrix == pytest.approx((20, 0, 0, 40, 10, 0))


@pytest.mark.parametrize(("spread", "count"), [("pad", 2), ("repeat", 16), ("reflect", 16)])
def test_a_gradient_covers_what_it_fills(draw: Reader, spread: str, count: int) -> None:
    stops = '<stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#000"/>'
    gradient = f'<linearGradient id="a" x2=".25" spreadMethod="{spread}">{stops}</linearGradient>'
    (path,) = draw(f'{gradient}<rect width="20" height="40" fill="url(#a)"/>').paths
    assert isinstance(path, Path) and isinstance(path.fill, Gradient) and len(path.fill.stops) == count


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (f'<mask id="m">{SQUARE}</mask><g id="x" mask="url(#m)">{SQUARE}</g>', "mask"),
        (f'<g id="x" filter="blur(2px)">{SQUARE}</g>', "filter"),
        (f'<g id="x" style="mix-blend-mode:multiply">{SQUARE}</g>', "mix-blend-mode"),
        ('<image id="x" width="9" height="9" href="data:image/png;base64,AAAA"/>', "image"),
        (f'<pattern id="p">{SQUARE}</pattern><circle id="x" r="9" fill="url(#p)"/>', "pattern"),
        (f'<marker id="m">{SQUARE}</marker><path id="x" d="M0 0h9" marker-end="url(#m)"/>', "marker"),
        ('<text id="x" textLength="50">a</text>', "text"),
        ('<path id="w" d="M0 9h50"/><text id="x"><textPath href="#w">a</textPath></text>', "text, textPath"),
        ('<rect id="x" width="2em" height="3"/>', "em"),
    ],
)
def test_what_no_shape_says_is_a_part_with_a_note(draw: Reader, content: str, what: str) -> None:
    drawing = draw(f"{content}{SQUARE}")
    parts = [shape for shape in drawing.paths if isinstance(shape, Part)]
    assert [part.name for part in parts] == ["x"] and len(drawing.paths) >= 2
    (note,) = drawing.notes
    assert (note.code, note.severity) == ("svg-pictured", Severity.NOTE)
    assert (texts(note)["name"], texts(note)["what"]) == ("x", what)


def test_a_part_in_a_copy_is_the_copy(draw: Reader) -> None:
    (part,) = draw(
        f'<defs><g id="a"><g filter="blur(1px)">{SQUARE}</g></g></defs><use id="u" href="#a"/>'
    ).paths
    assert isinstance(part, Part) and part.name == "u"


def test_what_blends_in_a_group_of_its_own_is_that_group(draw: Reader) -> None:
    inner = f'<g id="b" style="mix-blend-mode:screen">{SQUARE}</g>'
    (part,) = draw(f'<g id="o" opacity=".5">{inner}{SQUARE}</g>').paths
    assert isinstance(part, Part) and (part.name, part.blends) == ("o", False)
    below, part = draw(f"{SQUARE}{inner}").paths
    assert isinstance(below, Path) and isinstance(part, Part) and part.blends


def test_many_parts_are_one(draw: Reader) -> None:
    (part,) = draw(f'<g filter="blur(1px)">{SQUARE}</g>' * 41).paths
    assert isinstance(part, Part) and part.element == 0


def test_words_are_labels(draw: Reader) -> None:
    text = '<text x="5" y="9" font-size="4" font-family="Arial, sans-serif" text-anchor="middle">'
    (label,) = draw(
        f'{text}\n Ala  <tspan fill="red" font-weight="bold" dx="2">ma</tspan> kota </text>'
    ).paths
    assert isinstance(label, Label) and (label.x, label.y, label.anchor) == (5, 9, 0.5)
    assert [words.text for words in label.words] == ["Ala ", "ma", " kota"]
    assert [words.weight for words in label.words] == [400, 700, 400]
    assert label.words[1].dx == 2 and label.words[0].families == ("Arial", "sans-serif")


@pytest.mark.parametrize(
    "empty", ["<text/>", "<text> \n</text>", "<text><tspan/></text>", "<flowRoot><flowPara/></flowRoot>"]
)
def test_words_that_are_none_are_nothing(draw: Reader, empty: str) -> None:
    assert box(draw(f"{empty}{SQUARE}")) == (0, 0, 10, 10)


def test_lines_of_words_begin_where_they_say(draw: Reader) -> None:
    lines = '<tspan x="1" y="10">jeden</tspan><tspan x="1" y="20">dwa</tspan>'
    first, second = draw(f"<text>{lines}</text>").paths
    assert isinstance(first, Label) and isinstance(second, Label) and (first.y, second.y) == (10, 20)


@pytest.mark.parametrize(
    ("css", "code"),
    [("@import url(x.css);", "svg-import"), ("@media (prefers-color-scheme: dark){a{b:c}}", "svg-media")],
)
def test_what_a_style_sheet_asks_for_in_vain_is_told(draw: Reader, css: str, code: str) -> None:
    (note,) = draw(f"<style>{css} rect{{fill:red}}</style>{SQUARE}").notes
    assert (note.code, note.severity) == (code, Severity.NOTE)


def test_what_stands_beside_the_page_is_known(draw: Reader) -> None:
    assert is_within(draw(SQUARE))
    assert not is_within(draw('<rect x="95" width="10" height="10"/>'))
    assert not is_within(draw('<rect y="-5" width="10" height="10"/>'))


def test_short_entities_are_read(tmp_path: FilePath) -> None:
    path = tmp_path / "a.svg"
    path.write_text(
        f'<!DOCTYPE svg [<!ENTITY c "#ff0000">]>{HEAD}<rect width="9" height="9" fill="&c;"/></svg>'
    )
    (fill,) = fills(read_svg(str(path), WHERE, COLOURS))
    assert fill.rgb == (1, 0, 0)


def test_a_swarm_of_entities_is_refused(tmp_path: FilePath) -> None:
    path = tmp_path / "a.svg"
    path.write_text(f'<!DOCTYPE svg [<!ENTITY c "{"x" * 999}">]>{HEAD}<text>{"&c;" * 40_000}</text></svg>')
    with pytest.raises(Rejected):
        read_svg(str(path), WHERE, COLOURS)
