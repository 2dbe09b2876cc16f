"""SVG drawings as paths: every feature that is drawn, and every one that is refused with its line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path as FilePath
from typing import Any

import pytest

from layout.images.svg import reader
from layout.images.svg.document import tree as svg_tree
from layout.images.svg.drawing import read_svg
from layout.images.svg.numbers import read_transform
from layout.model.colour import Colour
from layout.model.diagnostic import Diagnostic, Rejected
from layout.model.drawing import Close, CurveTo, Drawing, Group, LineTo, MoveTo, Path, Segment
from layout.model.theme import Theme
from tests.told import texts
from tests.unit.images.picture_files import WHERE, explained

COLOURS = dict(Theme().colours)
RIVER, BRICK = COLOURS["river"], COLOURS["brick"]
BLACK = Colour((0, 0, 0, 1), (0, 0, 0))
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'

Reader = Callable[..., Drawing]


@pytest.fixture
def draw(tmp_path: FilePath) -> Reader:
    """Reads an SVG given by its content; 100 points square, a user unit a point, unless told otherwise."""

    def read(
        content: str | bytes, root: str = 'width="100pt" height="100pt" viewBox="0 0 100 100"'
    ) -> Drawing:
        data = f"{HEAD} {root}>\n{content}\n</svg>" if isinstance(content, str) else content
        path = tmp_path / "a.svg"
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return read_svg(str(path), WHERE, COLOURS)

    return read


@pytest.fixture
def refuse(draw: Reader) -> Callable[..., dict[str, Diagnostic]]:
    def read(content: str | bytes, **root: str) -> dict[str, Diagnostic]:
        with pytest.raises(Rejected) as caught:
            draw(content, **root)
        assert all(one.where == WHERE for one in caught.value.diagnostics)
        return {one.code: one for one in explained(caught.value)}

    return read


def only(drawing: Drawing) -> Path:
    (path,) = drawing.paths
    assert isinstance(path, Path)
    return path


def flat(segments: tuple[Segment, ...]) -> list[Any]:
    """Segments as letters and numbers rounded to a thousandth."""
    letters = {MoveTo: "M", LineTo: "L", CurveTo: "C", Close: "Z"}
    found: list[Any] = []
    for segment in segments:
        numbers = [round(getattr(segment, name), 3) + 0.0 for name in segment.__struct_fields__]
        found.append((letters[type(segment)], *numbers))
    return found


def ends(path: Path) -> list[tuple[float, float]]:
    return [(round(s.x, 3) + 0.0, round(s.y, 3) + 0.0) for s in path.segments if not isinstance(s, Close)]


RECTANGLE = '<rect x="1" y="2" width="3" height="4"/>'
CORNERS = [(1, 2), (4, 2), (4, 6), (1, 6)]


# --- shapes ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        (RECTANGLE, CORNERS),
        ('<polygon points="1,2 4,2 4,6 1,6"/>', CORNERS),
        ('<polyline points="1 2,4 2 4 6 1 6"/>', CORNERS),
        ('<path d="M1 2h3v4H1z"/>', CORNERS),
        ('<path d="M1,2,4,2,4,6,1,6Z"/>', CORNERS),
        ('<path d="m1 2 3 0l0 4-3 0"/>', CORNERS),
        ('<rect x="1%" y="2%" width="3%" height="4%"/>', CORNERS),
        ('<line x1="1" y1="2" x2="3" y2="4" stroke="#000"/>', [(1, 2), (3, 4)]),
        ('<circle cx="10" cy="10" r="5"/>', [(15, 10), (10, 15), (5, 10), (10, 5), (15, 10)]),
        ('<ellipse cx="10" cy="10" rx="5" ry="2"/>', [(15, 10), (10, 12), (5, 10), (10, 8), (15, 10)]),
    ],
)
def test_every_shape(draw: Reader, shape: str, expected: list[tuple[float, float]]) -> None:
    assert ends(only(draw(shape))) == expected


def test_a_circle_is_round_to_a_thousandth(draw: Reader) -> None:
    path = only(draw('<circle cx="50" cy="50" r="40"/>'))
    x, y = path.segments[0].x, path.segments[0].y  # type: ignore[union-attr]
    for segment in path.segments:
        if isinstance(segment, CurveTo):
            for t in (0.25, 0.5, 0.75):
                u = 1 - t
                px = u**3 * x + 3 * u * u * t * segment.x1 + 3 * u * t * t * segment.x2 + t**3 * segment.x
                py = u**3 * y + 3 * u * u * t * segment.y1 + 3 * u * t * t * segment.y2 + t**3 * segment.y
                assert abs(((px - 50) ** 2 + (py - 50) ** 2) ** 0.5 - 40) < 0.02
            x, y = segment.x, segment.y


def test_rounded_corners(draw: Reader) -> None:
    both = only(draw('<rect width="10" height="8" rx="2" ry="1"/>'))
    assert ends(both) == [(2, 0), (8, 0), (10, 1), (10, 7), (8, 8), (2, 8), (0, 7), (0, 1), (2, 0)]
    assert ends(only(draw('<rect width="10" height="8" ry="2"/>'))) == ends(
        only(draw('<rect width="10" height="8" rx="2"/>'))
    )
    assert ends(only(draw('<rect width="10" height="8" rx="99" ry="1"/>')))[0] == (5, 0)


@pytest.mark.parametrize(
    "nothing",
    [
        '<rect width="0" height="3"/>',
        '<circle r="0"/>',
        '<ellipse rx="3" ry="0"/>',
        '<path d=""/>',
        "<polygon/>",
    ],
)
def test_shapes_without_area_draw_nothing(draw: Reader, nothing: str) -> None:
    assert len(draw(RECTANGLE + nothing).paths) == 1


# --- path data ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("M1 1C2 2 3 3 4 4", [("M", 1, 1), ("C", 2, 2, 3, 3, 4, 4)]),
        ("M1 1c1 1 2 2 3 3", [("M", 1, 1), ("C", 2, 2, 3, 3, 4, 4)]),
        ("M0 0C0 1 1 2 2 2S4 4 5 5", [("M", 0, 0), ("C", 0, 1, 1, 2, 2, 2), ("C", 3, 2, 4, 4, 5, 5)]),
        ("M0 0L2 2s2 2 3 3", [("M", 0, 0), ("L", 2, 2), ("C", 2, 2, 4, 4, 5, 5)]),
        ("M0 0Q3 3 6 0", [("M", 0, 0), ("C", 2, 2, 4, 2, 6, 0)]),
        ("M0 0q3 3 6 0t6 0", [("M", 0, 0), ("C", 2, 2, 4, 2, 6, 0), ("C", 8, -2, 10, -2, 12, 0)]),
        ("M0 0L3 0T6 0", [("M", 0, 0), ("L", 3, 0), ("C", 3, 0, 4, 0, 6, 0)]),
        ("M0 0L1 0zl0 1", [("M", 0, 0), ("L", 1, 0), ("Z",), ("M", 0, 0), ("L", 0, 1)]),
        ("M0 0L1 0z m5 5l1 0", [("M", 0, 0), ("L", 1, 0), ("Z",), ("M", 5, 5), ("L", 6, 5)]),
        ("M0 0L1 0zz", [("M", 0, 0), ("L", 1, 0), ("Z",)]),
        ("M.5.5.25-1e1", [("M", 0.5, 0.5), ("L", 0.25, -10)]),
        ("M1.-1.", [("M", 1, -1)]),
        ("M0 0A0 5 0 0 0 3 3", [("M", 0, 0), ("L", 3, 3)]),
        ("M0 0A5 5 0 0 0 0 0L1 1", [("M", 0, 0), ("L", 1, 1)]),
        (
            "M0 0a1 1 0 012 0",
            [("M", 0, 0), ("C", 0, -0.552, 0.448, -1, 1, -1), ("C", 1.552, -1, 2, -0.552, 2, 0)],
        ),
        (
            "M0 0A1,1 0 0,0\n2,0",
            [("M", 0, 0), ("C", 0, 0.552, 0.448, 1, 1, 1), ("C", 1.552, 1, 2, 0.552, 2, 0)],
        ),
        ("M05 007L1 1", [("M", 5, 7), ("L", 1, 1)]),
    ],
)
def test_path_commands(draw: Reader, data: str, expected: list[Any]) -> None:
    assert flat(only(draw(f'<path d="{data}" stroke="#000"/>')).segments) == expected


def test_arcs_keep_their_ellipse_and_choose_their_side(draw: Reader) -> None:
    for large in (0, 1):
        for sweep in (0, 1):
            path = only(draw(f'<path d="M10 50A40 20 30 {large} {sweep} 60 60"/>'))
            curves = [s for s in path.segments if isinstance(s, CurveTo)]
            assert (round(curves[-1].x, 6), round(curves[-1].y, 6)) == (60, 60)
            assert (len(curves) > 2) == bool(large)


def test_an_arc_too_small_for_its_ends_is_enlarged(draw: Reader) -> None:
    path = only(draw('<path d="M0 50A1 1 0 0 1 100 50"/>'))
    assert ends(path) == [(0, 50), (50, 0), (100, 50)]


@pytest.mark.parametrize(
    ("data", "place"),
    [("L1 1", 1), ("M0 0 foo", 6), ("M0 0L1", 7), ("M0 0z1 1", 6), ("M0 0a1 1 0 2 0 1 1", 12)],
)
def test_broken_path_data_tells_its_place(refuse: Any, data: str, place: int) -> None:
    diagnostic = refuse(f'<path d="{data}"/>')["svg-path"]
    assert int(texts(diagnostic)["place"]) in {place, place - 1}
    assert texts(diagnostic)["line"] == "2"


# --- size, units and transforms -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("root", "size"),
    [
        ('width="96" height="48"', (72, 36)),
        ('width="96px" height="48px"', (72, 36)),
        ('width="1in" height="0.5in"', (72, 36)),
        ('width="25.4mm" height="1.27cm"', (72, 36)),
        ('width="72pt" height="3pc"', (72, 36)),
        ('viewBox="0 0 96 48"', (72, 36)),
        ('width="72pt" viewBox="0 0 200 100"', (72, 36)),
        ('height="36pt" viewBox="0 0 200 100"', (72, 36)),
        ('width="100%" height="100%" viewBox="5 5 96 48"', (72, 36)),
    ],
)
def test_the_size_of_the_drawing(draw: Reader, root: str, size: tuple[float, float]) -> None:
    drawing = draw('<rect width="9" height="9"/>', root=root)
    assert (round(drawing.width, 6), round(drawing.height, 6)) == size


@pytest.mark.parametrize(
    ("ratio", "corner", "far"),
    [
        ("", (25, 0), (75, 50)),
        ("xMinYMin", (0, 0), (50, 50)),
        ("xMaxYMax meet", (50, 0), (100, 50)),
        ("xMidYMid slice", (0, -25), (100, 75)),
        ("none", (0, 0), (100, 50)),
    ],
)
def test_the_view_box_is_fitted(
    draw: Reader, ratio: str, corner: tuple[float, float], far: tuple[float, float]
) -> None:
    root = f'width="100pt" height="50pt" viewBox="10 10 20 20" preserveAspectRatio="{ratio}"'
    path = only(draw('<rect x="10" y="10" width="20" height="20"/>', root=root))
    assert (ends(path)[0], ends(path)[2]) == (corner, far)


@pytest.mark.parametrize(
    ("transform", "corner"),
    [
        ("translate(10)", (11, 2)),
        ("translate(10,20)", (11, 22)),
        ("scale(2)", (2, 4)),
        ("scale(2 3)", (2, 6)),
        ("rotate(90)", (-2, 1)),
        ("rotate(90 1 2)", (1, 2)),
        ("skewX(45)", (3, 2)),
        ("skewY(45)", (1, 3)),
        ("matrix(1 0 0 1 5 6)", (6, 8)),
        ("translate(10) scale(2)", (12, 4)),
        ("translate(1,1),rotate(90)", (-1, 2)),
        ("", (1, 2)),
    ],
)
def test_transforms(draw: Reader, transform: str, corner: tuple[float, float]) -> None:
    assert ends(only(draw(f'<g transform="{transform}">{RECTANGLE}</g>')))[0] == corner


@pytest.mark.parametrize(
    "transform", ["scale(1 2 3)", "turn(3)", "translate(a)", "rotate(1 2)", "scale(2", "scale(1e99)"]
)
def test_broken_transforms(refuse: Any, transform: str) -> None:
    assert (
        texts(refuse(f'<g transform="{transform}">{RECTANGLE}</g>')["svg-number"])["attribute"] == "transform"
    )


def test_groups_nest_and_links_are_groups(draw: Reader) -> None:
    drawing = draw(f'<g transform="translate(1 1)"><a><g transform="scale(2)">{RECTANGLE}</g></a></g>')
    assert ends(only(drawing))[0] == (3, 5)


def test_a_nested_drawing_has_its_own_box(draw: Reader) -> None:
    inner = f'<svg x="10" y="20" width="30" height="30" viewBox="0 0 60 60">{RECTANGLE}</svg>'
    assert ends(only(draw(inner)))[0] == (10.5, 21)


def test_copies(draw: Reader) -> None:
    content = f'<defs><g id="a" transform="scale(2)">{RECTANGLE}</g></defs>'
    drawing = draw(content + '<use href="#a" x="10" y="1" fill="#fff"/><use xlink:href="#a"/>')
    assert [ends(path)[0] for path in drawing.paths] == [(12, 5), (2, 4)]
    assert [path.fill for path in drawing.paths] == [COLOURS["paper"], BLACK]


def test_symbols(draw: Reader) -> None:
    symbol = f'<symbol id="a" viewBox="0 0 10 10">{RECTANGLE}</symbol>'
    content = symbol + '<use href="#a" x="50" width="20" height="20"/>'
    assert ends(only(draw(content)))[0] == (52, 4)


def test_of_a_switch_the_first_fit_child_is_drawn(draw: Reader) -> None:
    content = (
        '<switch><foreignObject requiredExtensions="x"/><g>'
        + RECTANGLE
        + '</g><rect width="9" height="9"/></switch>'
    )
    assert ends(only(draw(content))) == CORNERS


@pytest.mark.parametrize("href", ["#none", "other.svg#a", "https://example.org/a.svg", "", "#me", "#two"])
def test_copies_of_what_is_not_there_or_of_themselves(refuse: Any, href: str) -> None:
    content = f'<g id="me"><use href="{href}"/></g><g id="two"><g id="three"><use href="#two"/></g></g>'
    assert "svg-reference" in refuse(RECTANGLE + content)


# --- style ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "fill"),
    [
        (RECTANGLE, BLACK),
        ('<g fill="#0a4a63">' + RECTANGLE + "</g>", RIVER),
        ('<g fill="red"><rect width="3" height="3" fill="#0A4A63"/></g>', RIVER),
        ('<rect width="3" height="3" fill="red" style="fill:#0a4a63"/>', RIVER),
        ('<rect width="3" height="3" style=" stroke : none ; fill : rgb(10, 74, 99) ; "/>', RIVER),
        ('<style>.x{fill:#0a4a63}</style><rect class="x y" width="3" height="3" fill="red"/>', RIVER),
        ('<style>rect{fill:red}.x{fill:#0a4a63}</style><rect class="x" width="3" height="3"/>', RIVER),
        ('<style>#i{fill:#0a4a63}.x{fill:red}</style><rect id="i" class="x" width="3" height="3"/>', RIVER),
        ("<style>.x{fill:red}.x{fill:#0a4a63}</style><rect class='x' width='3' height='3'/>", RIVER),
        ("<style>.x.y{fill:#0a4a63}.x{fill:red}</style><rect class='x y' width='3' height='3'/>", RIVER),
        ("<style>*{fill:#0a4a63}</style>" + RECTANGLE, RIVER),
        (
            "<style>a,rect{fill:#0a4a63 !important}</style><rect width='3' height='3' style='fill:red'/>",
            RIVER,
        ),
        ("<style><![CDATA[ /* ours */ rect { fill: #0a4a63; } ]]></style>" + RECTANGLE, RIVER),
        ("<style>@font-face{src:url(x)} rect{fill:#0a4a63}</style>" + RECTANGLE, RIVER),
        ('<g color="#0a4a63"><rect width="3" height="3" fill="currentColor"/></g>', RIVER),
        ('<g fill="#0a4a63"><rect width="3" height="3" fill="inherit"/></g>', RIVER),
        ('<rect width="3" height="3" fill="red" data-colour="river"/>', RIVER),
        ('<rect width="3" height="3" class="big river"/>', RIVER),
        ('<g data-colour="river">' + RECTANGLE + "</g>", RIVER),
        ('<g data-colour="river"><rect width="3" height="3" fill="#b02b29"/></g>', BRICK),
        ('<rect width="3" height="3" fill="#fff"/>', COLOURS["paper"]),
        ('<rect width="3" height="3" fill="#808080"/>', Colour((0, 0, 0, 0.5), (128 / 255,) * 3)),
    ],
)
def test_where_a_fill_comes_from(draw: Reader, content: str, fill: Colour) -> None:
    assert only(draw(content)).fill == fill


def test_a_class_with_a_rule_is_no_theme_colour(draw: Reader) -> None:
    content = '<style>.river{fill:#b02b29}</style><rect class="river" width="3" height="3"/>'
    assert only(draw(content)).fill == BRICK


def test_other_colours_get_inks_like_them_within_the_limit(draw: Reader) -> None:
    for name, ink in (("#00a0e0", 0), ("#e0007a", 1), ("#ffed00", 2)):
        fill = only(draw(f'<rect width="3" height="3" fill="{name}"/>')).fill
        assert fill is not None
        assert fill.cmyk[ink] == max(fill.cmyk) > 0.7
        assert sum(fill.cmyk) <= 3.0
        assert "#" + "".join(f"{round(255 * part):02x}" for part in fill.rgb) == name


def test_a_theme_colour_paints_outlines_too(draw: Reader) -> None:
    path = only(draw('<path d="M0 0h9" fill="none" stroke="#000" data-colour="brick"/>'))
    assert (path.fill, path.stroke and path.stroke.colour) == (None, BRICK)


def test_a_pen(draw: Reader) -> None:
    content = """<g transform="scale(2)" stroke="#0a4a63" stroke-width="1.5" stroke-dasharray="1, 2 3"
        stroke-dashoffset="4" stroke-linecap="round" stroke-linejoin="bevel" stroke-miterlimit="7"
        fill="none"><path d="M0 0h9"/></g>"""
    pen = only(draw(content)).stroke
    assert pen is not None
    assert pen.colour == RIVER
    assert [pen.width, *pen.dash, pen.dash_offset] == pytest.approx([3, 2, 4, 6, 2, 4, 6, 8])
    assert (pen.cap, pen.join, pen.miter_limit) == (1, 2, 7)


@pytest.mark.parametrize(
    ("style", "dash"), [("none", ()), ("0", ()), ("0 0", ()), ("3", (3, 3)), ("3px 1px", (3, 1))]
)
def test_dashes(draw: Reader, style: str, dash: tuple[float, ...]) -> None:
    pen = only(draw(f'<path d="M0 0h9" stroke="#000" stroke-dasharray="{style}"/>')).stroke
    assert pen is not None and pen.dash == pytest.approx(dash)


def test_a_pen_of_no_width_and_a_fill_of_a_line_draw_nothing(draw: Reader) -> None:
    drawing = draw(RECTANGLE + '<line x2="9" stroke="#000" stroke-width="0"/><line x2="9" fill="#000"/>')
    assert len(drawing.paths) == 1


def test_a_pen_that_does_not_scale(draw: Reader) -> None:
    content = '<path d="M0 0h9" stroke="#000" vector-effect="non-scaling-stroke" transform="scale(3 5)"/>'
    pen = only(draw(content)).stroke
    assert pen is not None and pen.width == 0.75


@pytest.mark.parametrize("transform", ["scale(1 3)", "skewX(20)", "matrix(1 0 0 -4 0 0)"])
def test_a_pen_stretched_unevenly_is_drawn_in_its_own_units(draw: Reader, transform: str) -> None:
    assert only(draw(f'<g transform="{transform}">{RECTANGLE}</g>')).fill == BLACK
    fill, stretched = draw(f'<g transform="{transform}" stroke="#000">{RECTANGLE}</g>').paths
    assert isinstance(fill, Path) and fill.stroke is None
    assert isinstance(stretched, Group) and stretched.matrix == pytest.approx(read_transform(transform))
    (line,) = stretched.shapes
    assert isinstance(line, Path) and ends(line) == CORNERS and line.stroke and line.stroke.width == 1


def test_a_pen_turned_and_enlarged_evenly_stays_a_pen(draw: Reader) -> None:
    assert only(draw(f'<g transform="rotate(33) scale(-2 2)" stroke="#000">{RECTANGLE}</g>')).stroke


def test_the_fill_rule(draw: Reader) -> None:
    assert only(draw('<path d="M0 0h9v9z" fill-rule="evenodd"/>')).even_odd
    assert not only(draw(RECTANGLE)).even_odd


def test_paint_order(draw: Reader) -> None:
    below, above = draw(f'<g stroke="#000" paint-order="stroke">{RECTANGLE}</g>').paths
    assert (below.fill, below.stroke is not None) == (None, True)
    assert (above.fill, above.stroke) == (BLACK, None)


@pytest.mark.parametrize(
    "hidden",
    [
        'display="none"',
        'visibility="hidden"',
        'opacity="0"',
        'fill-opacity="0"',
        'fill="none"',
        'fill="transparent"',
        'fill="#12345600"',
    ],
)
def test_what_is_hidden_is_not_drawn(draw: Reader, hidden: str) -> None:
    assert len(draw(f"{RECTANGLE}<g {hidden}>{RECTANGLE}</g>").paths) == 1


def test_children_may_be_visible_in_a_hidden_group(draw: Reader) -> None:
    content = '<g visibility="hidden"><rect width="3" height="3" visibility="visible"/></g>'
    assert only(draw(content)).fill == BLACK


def test_editors_own_data_and_words_about_the_drawing_are_passed_over(draw: Reader) -> None:
    content = """<title>t</title><desc>d</desc><metadata><x/></metadata>
        <sodipodi:namedview xmlns:sodipodi="urn:s"><sodipodi:text>no</sodipodi:text></sodipodi:namedview>
        <linearGradient id="g"/>"""
    assert only(draw(content + RECTANGLE)).fill == BLACK


@pytest.mark.parametrize(
    "head",
    [
        '<?xml version="1.0" encoding="windows-1250"?>',
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
        "\ufeff",
        "<!-- drawn by hand -->",
    ],
)
def test_beginnings_of_a_file(draw: Reader, head: str) -> None:
    assert only(draw(f'{head}{HEAD} width="9" height="9">{RECTANGLE}</svg>'.encode())).fill == BLACK


def test_utf_16(draw: Reader) -> None:
    assert only(draw(f'{HEAD} width="9" height="9">{RECTANGLE}</svg>'.encode("utf-16"))).fill == BLACK


def test_a_drawing_without_a_namespace(draw: Reader) -> None:
    assert only(draw(f'<svg width="9" height="9">{RECTANGLE}</svg>'.encode())).fill == BLACK


# --- clipping -------------------------------------------------------------------------------------

FRAME = '<clipPath id="c"><rect width="100" height="100"/></clipPath>'


@pytest.mark.parametrize(
    "clip",
    [
        FRAME,
        '<clipPath id="c"><path d="M0 100H100V0H0Z"/></clipPath>',
        '<clipPath id="c" transform="scale(10)"><rect width="10" height="10"/></clipPath>',
        '<clipPath id="c"><rect x="1" y="2" width="3" height="4"/></clipPath>',
    ],
)
def test_a_clip_that_cuts_nothing_is_passed_over(draw: Reader, clip: str) -> None:
    assert only(draw(f'{clip}<g clip-path="url(#c)">{RECTANGLE}</g>')).fill == BLACK


def test_what_a_clip_cuts_off_beyond_the_page_is_no_loss(draw: Reader) -> None:
    assert (
        only(draw(f'{FRAME}<g clip-path="url(#c)"><rect x="50" width="99" height="50"/></g>')).fill == BLACK
    )


# --- refusals -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "code", "value"),
    [
        ("<foreignObject><p>a</p></foreignObject>", "svg-text", None),
        ("<flowRoot><flowPara>a</flowPara></flowRoot>", "svg-text", None),
        ('<image href="x.png"/>', "svg-outside", "x.png"),
        ('<image href="file:///etc/passwd"/>', "svg-outside", "file:///etc/passwd"),
        ('<image href="https://example.org/a.png"/>', "svg-outside", "https://example.org/a.png"),
        (
            f'<g filter="url(#f)">{RECTANGLE}</g><filter id="f"><feImage href="b.png"/></filter>',
            "svg-outside",
            "b.png",
        ),
        (
            f'<g filter="url(#f)">{RECTANGLE}</g><filter id="f"><feConvolveMatrix/></filter>',
            "svg-effect",
            None,
        ),
        ('<rect width="3" height="3" fill="url(#g)"/>', "svg-reference", "#g"),
        ('<g filter="blur(2px)"><path d="M0 0h9" pathLength="2"/></g>', "svg-effect", None),
        ('<rect width="3" style="height:3px"/>', "svg-geometry", "height: 3px"),
        ('<style>circle{r:3px}</style><circle cx="4"/>', "svg-geometry", "r: 3px"),
        ('<path d="M0 0h9" style="d:path(\'M1 1h2\')"/>', "svg-geometry", None),
        (f'<g style="transform:translate(2em)">{RECTANGLE}</g>', "svg-number", None),
        (f"<style>rect::::x{{fill:red}}</style>{RECTANGLE}", "svg-selector", "rect::::x"),
        ("<blink/>", "svg-element", "blink"),
        ('<rect width="3" height="3" fill="redd"/>', "svg-colour", "redd"),
        ('<rect width="3" height="3" fill="lab(50% 1 1)"/>', "svg-colour", "lab(50% 1 1)"),
        ('<rect width="3" height="3" data-colour="rivr"/>', "svg-theme-colour", "rivr"),
        ('<circle r="nan"/>', "svg-number", "nan"),
        ('<circle r="1e99"/>', "svg-number", "1e99"),
        ('<polygon points="1 2 3"/>', "svg-number", "1 2 3"),
        ('<polygon points="1 b"/>', "svg-number", "1 b"),
        (f'<g opacity="x">{RECTANGLE}</g>', "svg-number", "x"),
        ('<path d="M0 0h9" stroke="#000" stroke-width="-1"/>', "svg-number", "-1"),
        ('<path d="M0 0h9" stroke="#000" stroke-dasharray="1 -1"/>', "svg-number", "1 -1"),
        ('<path d="M0 0h9" stroke="#000" stroke-linecap="oval"/>', "svg-number", "oval"),
    ],
)
def test_what_cannot_be_printed_as_drawn(refuse: Any, content: str, code: str, value: str | None) -> None:
    diagnostic = refuse(content)[code]
    assert texts(diagnostic)["line"] == "2"
    assert value is None or value in texts(diagnostic).values()


def test_the_nearest_theme_colour_is_named(refuse: Any) -> None:
    assert (
        texts(refuse('<rect data-colour="rivr" width="1" height="1"/>')["svg-theme-colour"])["nearest"]
        == "river"
    )


def test_all_flaws_at_once_each_with_its_first_line(refuse: Any) -> None:
    found = refuse('<blink/>\n<blink/>\n<image href="a"/>\n<circle r="?"/>\n<path d="?"/>')
    assert {code: texts(one)["line"] for code, one in found.items()} == {
        "svg-element": "2",
        "svg-outside": "4",
        "svg-number": "5",
        "svg-path": "6",
    }


def test_flaws_have_an_end(draw: Reader) -> None:
    with pytest.raises(Rejected) as caught:
        draw("".join(f"<tag{i}/>" for i in range(500)))
    assert len(caught.value.diagnostics) == 20


@pytest.mark.parametrize("root", ["", 'width="10"', 'width="100%" height="100%"'])
def test_a_drawing_without_a_size(refuse: Any, root: str) -> None:
    assert "svg-no-size" in refuse(RECTANGLE, root=root)


@pytest.mark.parametrize(
    "root",
    [
        'width="0" height="9"',
        'width="-1" height="9"',
        'viewBox="0 0 0 9"',
        'viewBox="0 0 9"',
        'width="9em" height="9"',
        'width="99999" height="9"',
        'viewBox="0 0 9 9" preserveAspectRatio="middle"',
    ],
)
def test_an_impossible_size(refuse: Any, root: str) -> None:
    assert "svg-number" in refuse(RECTANGLE, root=root)


def test_nothing_drawn(refuse: Any) -> None:
    assert "svg-empty" in refuse("<g/>")


@pytest.mark.parametrize(
    "data", [b"<svg", b"<svg></g>", b"<svg>&nbsp;</svg>", b"<svg \xff/>", b"<svg a='1' a='2'/>"]
)
def test_broken_xml(refuse: Any, data: bytes) -> None:
    assert texts(refuse(data)["svg-broken"])["line"] == "1"


@pytest.mark.parametrize("encoding", ["no-such", "utf-7", "base64"])
def test_unknown_encodings(refuse: Any, encoding: str) -> None:
    assert "svg-broken" in refuse(f'<?xml version="1.0" encoding="{encoding}"?><svg/>'.encode())


def test_xml_that_is_no_drawing(refuse: Any) -> None:
    assert "svg-not-svg" in refuse(b"<html><svg/></html>")


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE svg [<!ENTITY % x SYSTEM "http://example.org/x.dtd">%x;]>',
    ],
)
def test_entities_are_refused_unread(refuse: Any, doctype: str) -> None:
    assert "svg-entities" in refuse(f'{doctype}{HEAD} width="9" height="9">{RECTANGLE}</svg>'.encode())


# --- limits ---------------------------------------------------------------------------------------


def test_limits_of_the_file(refuse: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(svg_tree, "MAX_BYTES", 1000)
    assert "svg-too-large" in refuse(" " * 1000)


def test_limits_of_elements_and_depth(refuse: Any) -> None:
    assert "svg-too-large" in refuse("<g/>" * 50_001)
    assert "svg-too-large" in refuse("<g>" * 101 + "</g>" * 101)
    assert "svg-too-large" in refuse("<x:g xmlns:x='urn:x'>" * 101 + "</x:g>" * 101)


def test_copies_of_copies_do_not_explode(refuse: Any) -> None:
    levels = "".join(f'<g id="l{i}">' + f'<use href="#l{i + 1}"/>' * 10 + "</g>" for i in range(30))
    assert "svg-too-large" in refuse(f'{levels}<g id="l30">{RECTANGLE}</g>')
    empty = "".join(f'<g id="l{i}">' + f'<use href="#l{i + 1}"/>' * 10 + "</g>" for i in range(30))
    assert "svg-too-large" in refuse(empty + '<g id="l30"/>')


def test_a_long_chain_of_copies_ends(refuse: Any) -> None:
    chain = "".join(f'<g id="l{i}"><use href="#l{i + 1}"/></g>' for i in range(2000))
    assert "svg-too-large" in refuse(chain + f'<g id="l2000">{RECTANGLE}</g>')


def test_a_path_without_end(refuse: Any) -> None:
    assert "svg-too-large" in refuse(f'<path d="M0 0{"h1v1" * 100_001}"/>')


def test_many_paths_together(refuse: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_SEGMENTS", 100)
    assert "svg-too-large" in refuse(RECTANGLE * 21)


def test_deep_brackets_in_a_style(draw: Reader, refuse: Any) -> None:
    assert draw("<style>a{" + "(" * 50_000 + "</style>" + RECTANGLE).paths
    assert refuse(f'<rect width="3" height="3" style="fill:{"(" * 50_000}"/>')
    assert refuse(f'<rect width="3" height="3" fill="{"rgb(" * 50_000}"/>')


def test_rules_without_end(refuse: Any) -> None:
    assert "svg-selector" in refuse("<style>" + "a{}" * 2001 + "</style>" + RECTANGLE)
