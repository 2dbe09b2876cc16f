"""Content streams are read and carried out: operators, places, sizes, and everything that forms can hide."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from layout.preflight import PROFILES, Inspection, Limits, inspect_file, judge
from layout.preflight.facts import MarkKind
from layout.preflight.reading.operators import InlineImage, read_content
from tests.faults.paper import TRIM, Paper, Stream, show
from tests.faults.sound import image, print_paper, srgb_profile


def facts_of(change: Callable[[Paper], None], limits: Limits | None = None) -> Inspection:
    paper = print_paper(1)
    change(paper)
    return inspect_file(paper.build(), limits, render=False)


def painting(body: str, **resources: Any) -> Inspection:
    """The facts of a page with nothing on it but `body`."""

    def change(paper: Paper) -> None:
        paper.sheets[0].content = body
        for kind, named in resources.items():
            known = paper.sheets[0].resources.setdefault(kind, {})
            known.update({name: make(paper) for name, make in named.items()})

    return facts_of(change)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (b"1 -2.5 .5 +3. m", [(b"m", [1.0, -2.5, 0.5, 3.0])]),
        (b"[(a\\)b\\101) -20 <4 14>]TJ", [(b"TJ", [[b"a)bA", -20.0, b"A@"]])]),
        (b"(a(b)c\\\nd)Tj", [(b"Tj", [b"a(b)cd"])]),
        (b"/A#20B<</C[1 2]/D true>>BDC", [(b"BDC", ["/A B", {"/C": [1.0, 2.0], "/D": True}])]),
        (b"q%comment\nQ", [(b"q", []), (b"Q", [])]),
        (b"--5 1.2.3 w", [(b"w", [-5.0, 1.2])]),
        (b"@@ q", [(b"?", [b"@@"]), (b"q", [])]),
        (b"1 2", [(b"?", [b"operands"])]),
    ],
)
def test_operators_are_read_with_their_operands(written: bytes, read: list[Any]) -> None:
    assert list(read_content(written)) == read


def test_an_inline_image_ends_at_its_end_and_not_inside_its_data() -> None:
    (found, end) = read_content(b"BI /W 4 /H 2 /BPC 8 /CS /G ID ab EI cd EI Q")
    inline = found[1][0]
    assert isinstance(inline, InlineImage)
    assert inline.entries["/ColorSpace"] == "/DeviceGray"
    assert inline.data == b"ab EI cd"
    assert end == (b"Q", [])


def test_text_has_its_size_and_place_as_seen() -> None:
    facts = painting("q 2 0 0 2 0 0 cm " + show("Dwa", 50, 100, 9) + "Q")
    (run,) = facts.pages[0].texts
    assert run.text == "Dwa"
    assert run.size == pytest.approx(18)
    assert run.box[0] == pytest.approx(100)
    assert run.box[1] < 200 < run.box[3]


def test_runs_on_one_line_are_joined_and_others_are_not() -> None:
    facts = painting(show("Dwa", 50, 100) + show("brzegi", 50, 80) + show("rzeka", 79, 80))
    assert [run.text for run in facts.pages[0].texts] == ["Dwa", "brzegi rzeka"]


def test_a_line_is_as_thin_as_its_scale_makes_it() -> None:
    facts = painting("q 0.5 0 0 0.1 0 0 cm 2 w 100 1000 m 300 1000 l S Q")
    (mark,) = facts.pages[0].marks
    assert mark.kind is MarkKind.STROKE
    assert mark.width == pytest.approx(0.2)


def test_a_line_is_seen_only_where_it_runs_within_its_clip() -> None:
    bent = "2 w 20 20 m 20 200 l 200 200 l"
    facts = painting(f"q 10 10 50 50 re W n {bent} S Q q 10 10 50 50 re W n {bent} s Q")
    opened, closed = facts.pages[0].marks
    assert opened.box == pytest.approx((19, 19, 21, 60))
    assert closed.box == pytest.approx((19, 19, 60, 60))


def test_a_filled_bar_is_a_line_but_a_square_is_not() -> None:
    facts = painting("100 100 80 0.2 re f 100 200 1 1 re f")
    assert [mark.thin for mark in facts.pages[0].marks] == [True, False]


@pytest.mark.parametrize(
    ("path", "thin"),
    [
        ("100 100 m 200 200 l f", True),
        ("100 100 m 200 200 l h f", True),
        ("100 100 m 150 150 l 200 200 l h f", True),
        ("100 100 m 200 100 l f", True),
        ("100 100 m 200 200 l 200 100 l f", False),
        ("100 100 m 200 200 l 100 200 l f", False),
        ("100 100 m 100 200 200 100 200 200 c f", False),
        ("100 100 m 101 101 l f", False),
    ],
)
def test_a_fill_without_an_area_is_a_hairline(path: str, thin: bool) -> None:
    (mark,) = painting(path).pages[0].marks
    assert (mark.thin, mark.width) == (thin, 0.0)


def test_a_clip_cuts_what_is_painted() -> None:
    facts = painting("q 100 100 50 50 re W n 0 0 400 120 re f 300 300 9 9 re f Q")
    assert [mark.box for mark in facts.pages[0].marks] == [(100.0, 100.0, 150.0, 120.0)]


def test_a_curve_reaches_as_far_as_it_goes_and_no_further() -> None:
    facts = painting("100 100 m 100 200 200 200 200 100 c f")
    assert facts.pages[0].marks[0].box == pytest.approx((100, 100, 200, 175))


def test_alike_marks_are_counted_together() -> None:
    facts = painting("0.5 w " + "".join(f"{x} 300 m {x} 320 l S " for x in range(100, 200)))
    (mark,) = facts.pages[0].marks
    assert mark.count == 100


def test_an_images_resolution_is_that_of_its_placement() -> None:
    facts = painting("q 0 60 -30 0 200 200 cm /Im1 Do Q")
    (placement,) = facts.pages[0].placements
    assert placement.ppi == pytest.approx((144, 288))


def test_the_heaviest_pixel_of_an_image_is_found() -> None:
    data = b"\x00\x00\x00\x00" * 14399 + b"\xff\xff\xff\x80"
    entries = {"Subtype": "/Image", "Width": 120, "Height": 120, "ColorSpace": "/DeviceCMYK"}

    def make(paper: Paper) -> Any:
        return paper.add(Stream({"Type": "/XObject", "BitsPerComponent": 8, **entries}, data))

    facts = painting("q 24 0 0 24 200 200 cm /Bad Do Q", XObject={"Bad": make})
    inks = dict(facts.pages[0].placements[0].image.inks or ())
    assert sum(inks.values()) == pytest.approx(3.5, abs=0.01)


def test_units_of_the_page_are_points_in_the_end() -> None:
    def change(paper: Paper) -> None:
        paper.sheets[0].entries["UserUnit"] = 2
        paper.sheets[0].content = show("Dwa", 50, 100, 9)

    page = facts_of(change).pages[0]
    assert page.texts[0].size == pytest.approx(18)
    assert page.boxes.trim == pytest.approx(tuple(2 * side for side in TRIM))


RED = "1 0 0 rg 0 0 9 9 re f"


def _form(paper: Paper, body: str = RED, **more: Any) -> Any:
    entries = {"Type": "/XObject", "Subtype": "/Form", "BBox": [0, 0, 500, 700]}
    return paper.add(Stream(entries | more, body.encode()))


def _nested(paper: Paper) -> Any:
    return _form(paper, "/Inner Do", Resources={"XObject": {"Inner": _form(paper)}})


def _cell(paper: Paper, paint: int = 1) -> Any:
    entries = {"PatternType": 1, "PaintType": paint, "TilingType": 1, "XStep": 9, "YStep": 9, "Resources": {}}
    body = RED if paint == 1 else "0 0 9 9 re f"
    return paper.add(Stream({**entries, "BBox": [0, 0, 9, 9]}, body.encode()))


def _type3(paper: Paper) -> Any:
    glyph = paper.add(Stream({}, f"500 0 d0 {RED}".encode()))
    return paper.add(
        {
            "Type": "/Font",
            "Subtype": "/Type3",
            "FontBBox": [0, 0, 10, 10],
            "FontMatrix": [0.1, 0, 0, 0.1, 0, 0],
            "CharProcs": {"a": glyph},
            "Encoding": {"Differences": [97, "/a"]},
            "FirstChar": 97,
            "LastChar": 97,
            "Widths": [5],
            "Resources": {},
        }
    )


def _masked(paper: Paper) -> Any:
    group = _form(paper, "0 g 0 0 9 9 re f " + RED, Group={"S": "/Transparency", "CS": "/DeviceGray"})
    return {"SMask": {"S": "/Luminosity", "G": group}}


def _ramp() -> dict[str, Any]:
    function = {"FunctionType": 2, "Domain": [0, 1], "C0": [1, 0, 0], "C1": [0, 0, 1], "N": 1}
    return {"ShadingType": 2, "ColorSpace": "/DeviceRGB", "Coords": [0, 0, 9, 9], "Function": function}


def _separation(paper: Paper) -> Any:
    function = {"FunctionType": 2, "Domain": [0, 1], "C0": [0, 0, 0], "C1": [1, 0, 0], "N": 1}
    return ["/Separation", "/Black", "/DeviceRGB", function]


HIDDEN: dict[str, tuple[str, dict[str, Any]]] = {
    "fill": (RED, {}),
    "stroke": ("1 0 0 RG 50 50 m 90 90 l S", {}),
    "text": ("1 0 0 rg " + show("Dwa", 100, 100), {}),
    "outlined text": ("1 Tr 1 0 0 RG " + show("Dwa", 100, 100), {}),
    "image": (
        "q 24 0 0 24 90 90 cm /Bad Do Q",
        {"XObject": {"Bad": lambda p: image(p, "/DeviceRGB", b"abc")}},
    ),
    "inline image": ("q 9 0 0 9 90 90 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI Q", {}),
    "palette": (
        "/Bad cs 0 sc 90 90 9 9 re f",
        {"ColorSpace": {"Bad": lambda p: ["/Indexed", "/DeviceRGB", 1, b"abcdef"]}},
    ),
    "alternate": ("/Bad cs 1 scn 90 90 9 9 re f", {"ColorSpace": {"Bad": _separation}}),
    "shading": ("q 90 90 9 9 re W n /Bad sh Q", {"Shading": {"Bad": lambda p: _ramp()}}),
    "shading pattern": (
        "/Pattern cs /Bad scn 90 90 9 9 re f",
        {"Pattern": {"Bad": lambda p: {"PatternType": 2, "Shading": _ramp()}}},
    ),
    "form": ("/Bad Do", {"XObject": {"Bad": _form}}),
    "form in a form": ("/Bad Do", {"XObject": {"Bad": _nested}}),
    "pattern": ("/Pattern cs /Bad scn 90 90 99 99 re f", {"Pattern": {"Bad": _cell}}),
    "pattern as a line": ("/Pattern CS /Bad SCN 90 90 m 99 99 l S", {"Pattern": {"Bad": _cell}}),
    "pattern in text": ("/Pattern cs /Bad scn " + show("Dwa", 100, 100), {"Pattern": {"Bad": _cell}}),
    "uncoloured pattern": (
        "/Space cs 1 0 0 /Bad scn 90 90 99 99 re f",
        {
            "Pattern": {"Bad": lambda p: _cell(p, 2)},
            "ColorSpace": {"Space": lambda p: ["/Pattern", "/DeviceRGB"]},
        },
    ),
    "Type 3 glyph": ("BT /Bad 9 Tf 90 90 Td (a) Tj ET", {"Font": {"Bad": _type3}}),
    "soft mask": ("q /Bad gs 90 90 9 9 re f Q", {"ExtGState": {"Bad": _masked}}),
}


@pytest.mark.parametrize("place", HIDDEN)
def test_rgb_is_found_wherever_it_hides(place: str) -> None:
    body, resources = HIDDEN[place]
    report = judge(painting(body, **resources), PROFILES["print"])
    assert "colour-rgb" in {finding.rule for finding in report.findings}


def test_a_profile_is_not_taken_for_its_alternate() -> None:
    def make(paper: Paper) -> Any:
        return ["/ICCBased", paper.add(Stream({"N": 3, "Alternate": "/DeviceRGB"}, srgb_profile()))]

    facts = painting("/Bad cs 1 0 0 scn 90 90 9 9 re f", ColorSpace={"Bad": make})
    rules = {finding.rule for finding in judge(facts, PROFILES["print"]).findings}
    assert "colour-managed" in rules
    assert "colour-rgb" not in rules


def test_marked_content_is_known_by_number_and_artifacts_as_such() -> None:
    facts = painting(
        "/P <</MCID 3>> BDC " + show("Dwa", 50, 100) + "EMC /Artifact BMC " + show("7", 50, 80) + "EMC"
    )
    first, second = facts.pages[0].texts
    assert (first.tag.mcid, first.tag.artifact) == (3, False)
    assert (second.tag.mcid, second.tag.artifact) == (-1, True)
    assert facts.pages[0].mcids == {(0, 3)}


def _helvetica(paper: Paper) -> Any:
    return {"Type": "/Font", "Subtype": "/Type1", "BaseFont": "/Helvetica"}


@pytest.mark.parametrize(
    ("body", "objected"),
    [
        ("BT /Bad 12 Tf 14.4 TL ET", False),
        ("BT /Bad 12 Tf 3 Tr 90 90 Td (Dwa) Tj ET", False),
        ("BT /Bad 12 Tf () Tj ET", False),
        ("BT /Bad 12 Tf 90 90 Td (Dwa) Tj ET", True),
        ("BT /Bad 12 Tf 3 Tr 90 90 Td (Dwa) Tj 0 Tr (brzegi) Tj ET", True),
        ("BT /Bad 12 Tf 7 Tr 90 90 Td (Dwa) Tj ET", True),
    ],
)
def test_only_a_font_that_shows_text_must_be_embedded(body: str, objected: bool) -> None:
    report = judge(painting(body, Font={"Bad": _helvetica}), PROFILES["print"])
    assert ("font-embedded" in {finding.rule for finding in report.findings}) is objected


def _white(*inks: str) -> Callable[[Paper], Any]:
    function = {"FunctionType": 4, "Domain": [0, 1] * len(inks), "Range": [0, 1] * 4}

    def make(paper: Paper) -> Any:
        tints = paper.add(Stream(function, b"{ " + b"pop " * len(inks) + b"0 0 0 0 }"))
        return ["/DeviceN", [f"/{ink}" for ink in inks], "/DeviceCMYK", tints]

    return make


@pytest.mark.parametrize(
    ("colour", "mode", "vanishes"),
    [
        ("0 0 0 0 k", 1, True),
        ("0 0 0 0 k", 0, False),
        ("1 g", 1, False),
        ("/Gold cs 0 scn", 0, True),
        ("/Process cs 0 0 0 0 scn", 0, False),
    ],
)
def test_white_vanishes_only_where_overprint_leaves_what_is_below(
    colour: str, mode: int, vanishes: bool
) -> None:
    states = {"Over": lambda paper: {"op": True, "OPM": mode}}
    spaces = {"Gold": _white("Gold"), "Process": _white("Cyan", "Magenta", "Yellow", "Black")}
    facts = painting(f"/Over gs {colour} 90 90 99 99 re f", ExtGState=states, ColorSpace=spaces)
    rules = {finding.rule for finding in judge(facts, PROFILES["print"]).findings}
    assert ("overprint-white" in rules) is vanishes
