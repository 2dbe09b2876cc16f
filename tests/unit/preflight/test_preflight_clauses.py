"""What single clauses of the standards ask in detail, beyond the one seeded fault of each rule."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from layout.preflight import PROFILES, preflight
from tests.faults.mail_seeds import catalog, first, kids, mailing, member
from tests.faults.paper import TRIM, Stream, words
from tests.faults.seeds import (
    Seed,
    catalog_entry,
    content,
    info,
    page_entry,
    resource,
    sowing,
    state,
    xmp,
)
from tests.faults.sound import Tagged


def broken(seed: Seed, profile: str = "print") -> set[str]:
    report = preflight(seed(), PROFILES[profile], render=False)
    return {finding.rule for finding in report.findings}


def halftone(**parts: Any) -> dict[str, Any]:
    return {
        "Type": "/Halftone",
        "HalftoneType": 1,
        "Frequency": 60,
        "Angle": 45,
        "SpotFunction": "/Round",
        **parts,
    }


CURVE = {"FunctionType": 2, "Domain": [0, 1], "N": 1.2}


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ({"TR": "/Identity"}, {"pdf-transfer"}),
        ({"TR2": "/Default"}, set()),
        ({"TR2": "/Identity"}, {"pdf-transfer"}),
        ({"TR2": [CURVE] * 4}, {"pdf-transfer"}),
        ({"HTP": [0, 0]}, {"pdf-halftone"}),
        ({"HT": "/Default"}, set()),
        ({"HT": halftone()}, set()),
        ({"HT": halftone(TransferFunction="/Identity")}, {"pdf-halftone"}),
        ({"HT": {"HalftoneType": 5, "Default": halftone(), "Gold": halftone(TransferFunction=CURVE)}}, set()),
        (
            {"HT": {"HalftoneType": 5, "Default": halftone(), "Cyan": halftone(TransferFunction=CURVE)}},
            {"pdf-halftone"},
        ),
        ({"HT": {"HalftoneType": 5, "Default": halftone(HalftoneName=b"own")}}, {"pdf-halftone"}),
        ({"RI": "/Perceptual"}, set()),
        ({"RI": "/Vivid"}, {"render-intent"}),
    ],
)
def test_what_a_graphics_state_may_say(entries: dict[str, Any], expected: set[str]) -> None:
    assert broken(state(**entries)) == expected


@pytest.mark.parametrize(
    ("area", "expected"), [("MediaBox", set()), ("BleedBox", set()), ("TrimBox", {"pdf-viewer-area"})]
)
def test_viewers_are_shown_the_sheet_or_the_bleed(area: str, expected: set[str]) -> None:
    assert broken(catalog_entry(ViewerPreferences={"ViewClip": f"/{area}"})) == expected


def annotated(kind: str, box: tuple[float, float, float, float]) -> Seed:
    def change(paper: Any) -> None:
        mark = {"Type": "/Annot", "Subtype": f"/{kind}", "Rect": list(box), "F": 4}
        paper.sheets[1].entries["Annots"] = [paper.add(mark)]

    return sowing(change)


@pytest.mark.parametrize(
    ("kind", "left", "expected"),
    [
        ("PrinterMark", TRIM[0] - 6, set()),
        ("PrinterMark", TRIM[0] + 6, {"pdf-annotation"}),
        ("TrapNet", TRIM[0] + 6, set()),
        ("Text", TRIM[0] - 6, {"pdf-annotation"}),
    ],
)
def test_annotations_keep_their_distance_by_kind(kind: str, left: float, expected: set[str]) -> None:
    assert broken(annotated(kind, (left, 300, left + 4, 304))) == expected


def test_a_title_counts_where_the_standard_looks_for_it() -> None:
    in_xmp = "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Dwa brzegi</rdf:li></rdf:Alt></dc:title>"
    assert broken(info(Title=None)) == set()
    assert broken(xmp(in_xmp, "")) == {"metadata-title"}
    without = sowing(lambda paper: paper.info.pop("Title"), x1a=True)
    assert broken(without, "print-x1a") == {"metadata-title"}


def test_dates_of_xmp_are_asked_for_by_x4() -> None:
    assert broken(xmp("xmp:ModifyDate>", "xmp:Other>")) == {"metadata-dates"}


def test_a_trim_beyond_the_crop_box_is_a_fault() -> None:
    crop = [TRIM[0] + 5, *TRIM[1:]]
    assert broken(page_entry(CropBox=crop)) == {"box-crop", "box-nesting"}


@pytest.mark.parametrize(
    ("addition", "expected"),
    [
        ("q " * 28 + "Q " * 28, set()),
        ("q " * 29 + "Q " * 29, {"pdf-limits"}),
    ],
)
def test_saved_states_are_counted(addition: str, expected: set[str]) -> None:
    assert broken(content(addition)) == expected


@pytest.mark.parametrize(
    "value",
    [b"x" * 32_768, "/" + "n" * 128, 2_147_483_648, {"k" * 128: 1}, [[{"Deep": -2_147_483_649}]]],
)
def test_values_beyond_the_limits_are_found_wherever_they_lie(value: Any) -> None:
    assert broken(sowing(lambda paper: paper.add({"Held": value}))) == {"pdf-limits"}


def test_a_form_starts_counting_saved_states_anew() -> None:
    body = ("q " * 27 + "Q " * 27).encode()
    form = {"Type": "/XObject", "Subtype": "/Form", "BBox": [0, 0, 9, 9]}
    seed = resource(
        "XObject",
        "Deep",
        lambda paper: paper.add(Stream(dict(form), body)),
        "q " * 27 + "/Deep Do " + "Q " * 27,
    )
    assert broken(seed) == set()


def annotation(**entries: Any) -> Callable[[Tagged], None]:
    def change(tagged: Tagged) -> None:
        tagged.paper.objects[tagged.links[0][1].number - 1].update(entries)

    return change


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (annotation(F=4 | 2), {"archive-annotation"}),
        (annotation(F=4 | 32), {"archive-annotation"}),
        (annotation(Subtype="/Movie"), {"archive-annotation", "access-links"}),
        (annotation(Subtype="/Stamp"), {"archive-annotation", "access-links"}),
        (annotation(AP={"D": {}}), {"archive-annotation"}),
        (annotation(A={"S": "/Launch", "F": b"game.exe"}), {"archive-action"}),
        (annotation(A={"S": "/URI", "URI": b"x", "Next": {"S": "/Hide", "T": b"x"}}), {"archive-action"}),
        (annotation(A={"S": "/Named", "N": "/NextPage"}), set()),
    ],
)
def test_annotations_of_an_archive(change: Callable[[Tagged], None], expected: set[str]) -> None:
    assert broken(mailing(change), "mail") == expected


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ({"AA": {"WC": {"S": "/GoTo", "D": b"x"}}}, {"archive-action"}),
        ({"Perms": {"Own": {}}}, {"archive-catalog"}),
        ({"NeedsRendering": True}, {"archive-form"}),
        ({"AcroForm": {"Fields": [], "XFA": []}}, {"archive-form"}),
        ({"Names": {"AlternatePresentations": {"Names": []}}}, {"pdf-presentation"}),
        ({"Names": {"EmbeddedFiles": {"Names": []}}}, {"pdf-attachment"}),
        ({"MarkInfo": {"Marked": True, "Suspects": True}}, {"access-structure"}),
        ({"OCProperties": {"OCGs": [], "D": {}}}, {"archive-layers"}),
        (
            {"OCProperties": {"OCGs": [], "D": {"Name": b"a"}, "Configs": [{"Name": b"a"}]}},
            {"archive-layers"},
        ),
    ],
)
def test_what_the_catalog_of_an_archive_may_ask(entries: dict[str, Any], expected: set[str]) -> None:
    assert broken(catalog(**entries), "mail") == expected


def plain_heads(tagged: Tagged) -> None:
    for node in kids(tagged)[:2]:
        node.kind = "H"


def mixed_heads(tagged: Tagged) -> None:
    kids(tagged)[1].kind = "H"


@pytest.mark.parametrize("change", [plain_heads, mixed_heads])
def test_plain_headings_stand_alone(change: Callable[[Tagged], None]) -> None:
    assert broken(mailing(change), "mail") == {"access-headings"}


def same_notes(tagged: Tagged) -> None:
    for node in kids(tagged)[2:4]:
        node.kind = "Note"
        node.entries["ID"] = b"n1"


def known_note(tagged: Tagged) -> None:
    kids(tagged)[2].kind = "Note"
    kids(tagged)[2].entries["ID"] = b"n1"


def tagged_artifact(tagged: Tagged) -> None:
    sheet = tagged.paper.sheets[0]
    sheet.content = sheet.content.replace("/P <</MCID 2>> BDC\n", "/Artifact BMC\n/P <</MCID 2>> BDC\n")
    sheet.content = sheet.content.replace("EMC\n/P <</MCID 3>>", "EMC\nEMC\n/P <</MCID 3>>")


def unseen(tagged: Tagged) -> None:
    tagged.paper.sheets[0].content += "/Artifact BMC\nBT 3 Tr /F1 9 Tf 60 100 Td <0000> Tj ET\nEMC\n"


def figure_as_row(tagged: Tagged) -> None:
    first(tagged, "Figure").kind = "TR"


def link_as_span(tagged: Tagged) -> None:
    tagged.links[0][2].kind = "Span"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (link_as_span, {"access-links"}),
        (same_notes, {"access-notes"}),
        (known_note, set()),
        (tagged_artifact, {"access-artifacts"}),
        (unseen, {"font-glyph"}),
        (figure_as_row, {"access-nesting"}),
        (lambda tagged: member(tagged).update(CIDToGIDMap="/Other"), {"font-composite"}),
    ],
)
def test_details_of_tags_and_fonts(change: Callable[[Tagged], object], expected: set[str]) -> None:
    assert broken(mailing(change), "mail") == expected


def encoded(**entries: Any) -> Callable[[Tagged], None]:
    """The mail file's font with an embedded encoding that maps every code to itself."""
    cmap = (
        b"/WMode 0 def 1 begincodespacerange <0000> <FFFF> endcodespacerange"
        b" 1 begincidrange <0000> <FFFF> 0 endcidrange"
    )
    collection = {"Registry": b"Adobe", "Ordering": b"Identity", "Supplement": 0}

    def change(tagged: Tagged) -> None:
        font = tagged.paper.objects[tagged.paper.sheets[0].resources["Font"]["F1"].number - 1]
        stream = {"Type": "/CMap", "CMapName": "/Own", "CIDSystemInfo": collection, **entries}
        font["Encoding"] = tagged.paper.add(Stream(stream, cmap))

    return change


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (encoded(), set()),
        (encoded(WMode=1), {"font-composite"}),
        (encoded(UseCMap="/Identity-H"), set()),
        (encoded(UseCMap="/Strange-H"), {"font-composite"}),
        (
            encoded(CIDSystemInfo={"Registry": b"Adobe", "Ordering": b"Japan1", "Supplement": 0}),
            {"font-composite"},
        ),
    ],
)
def test_embedded_encodings_agree_with_their_font(
    change: Callable[[Tagged], None], expected: set[str]
) -> None:
    assert broken(mailing(change), "mail") == expected


def test_an_encoding_of_another_collection_is_told() -> None:
    def change(tagged: Tagged) -> None:
        font = tagged.paper.objects[tagged.paper.sheets[0].resources["Font"]["F1"].number - 1]
        font["Encoding"] = "/UniJIS-UTF16-H"

    assert "font-composite" in broken(mailing(change), "mail")


def test_an_order_that_leaves_a_layer_out_is_told() -> None:
    setting = {"Name": words("Zwykłe"), "Order": []}
    layer = {"Type": "/OCG", "Name": words("Tekst")}

    def change(tagged: Tagged) -> None:
        tagged.paper.catalog["OCProperties"] = {"OCGs": [tagged.paper.add(layer)], "D": setting}

    assert broken(mailing(change), "mail") == {"archive-layers"}
