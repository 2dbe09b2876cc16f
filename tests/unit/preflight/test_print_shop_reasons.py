"""Each reason that print shops send files back for is found by the rules that docs/printing.md names."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfWriter

from layout.model.diagnostic import Rejected, Severity
from layout.pdfreading.ghostscript import find_renderer
from layout.preflight import PROFILES, RULES, Report, diagnose, preflight
from layout.resources.messages import explain
from tests.faults.paper import BLEED, MM, ROOT, TRIM, Paper, show
from tests.faults.seeds import (
    FORM,
    PRINT_SEEDS,
    RENDERED_SEEDS,
    X1A_SEEDS,
    Seed,
    content,
    info,
    intent,
    page_entry,
    plain_text,
    resource,
    sowing,
    state,
    two_definitions,
    unembedded_stroke,
    xmp,
    xobject,
)
from tests.faults.sound import image, print_paper, rectangle, tint

GUIDE = ROOT / "docs" / "printing.md"
NO_CLAIM = ("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>", "")
HEADING = "## What print shops send files back for"
ROW = re.compile(r"^\| (?P<reason>[^|]+?) \| (?P<said>[^|]+?) \| (?P<rules>`[^|]+`) \|$", re.MULTILINE)


def picture(side: float, space: Any, pixel: bytes) -> Seed:
    """A seed with a picture of 120 × 120 pixels on so many points."""
    use = f"q {side} 0 0 {side} 100 300 cm /Bad Do Q\n"
    return resource("XObject", "Bad", lambda paper: image(paper, space, pixel), use)


def ground_cut_at_trim(paper: Paper) -> None:
    """A ground drawn as large as the trimmed page, as whoever never heard of bleed draws it."""
    sheet = paper.sheets[1]
    assert rectangle(BLEED) in sheet.content
    sheet.content = sheet.content.replace(rectangle(BLEED), rectangle(TRIM), 1)


def turned(paper: Paper) -> None:
    """One page lying among standing ones."""
    paper.sheets[1].entries["Rotate"] = 90


def spread(paper: Paper) -> None:
    """Two pages side by side on one, among single pages."""
    wide = TRIM[2] - TRIM[0]
    sheet = paper.sheets[1]
    for name in ("TrimBox", "BleedBox", "MediaBox"):
        left, bottom, right, top = sheet.entries[name]
        sheet.entries[name] = [left, bottom, right + wide, top]


def spoilt_drawing() -> Seed:
    """A seed with a drawing whose first bytes went wrong on the way."""
    packed = zlib.compress(b"0 0 0 0.5 k 10 10 20 20 re f\n")
    return xobject({**FORM, "Filter": "/FlateDecode"}, b"\0\0" + packed[2:])


def locked(password: str) -> bytes:
    """A file that opens with a password only."""
    writer = PdfWriter(clone_from=BytesIO(print_paper().build()))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def comment(kind: str) -> Seed:
    """A seed with a reader's comment on the page."""

    def change(paper: Paper) -> None:
        note = {"Type": "/Annot", "Subtype": f"/{kind}", "Rect": [90, 90, 190, 110], "Contents": b"OK?"}
        paper.sheets[1].entries["Annots"] = [paper.add(note)]

    return sowing(change)


def layer(paper: Paper) -> None:
    """A layer that a page paints and a viewer can hide."""
    group = paper.add({"Type": "/OCG", "Name": b"CZ"})
    paper.catalog["OCProperties"] = {"OCGs": [group], "D": {"Order": [group]}}
    paper.sheets[1].resources["Properties"] = {"Layer": group}
    paper.sheets[1].content += "/OC /Layer BDC 0 0 0 0.5 k 80 200 40 40 re f EMC\n"


def spot(ink: str) -> Seed:
    """A seed with an ink that nobody ordered."""
    space = tint(ink, (0, 0.6, 1, 0))
    return resource("ColorSpace", "Bad", lambda paper: space, "/Bad cs 0.5 scn 80 200 40 40 re f\n")


def line(width: float) -> Seed:
    """A seed with a line of a width in points; 0 is the thinnest that a device can draw."""
    return content(f"0 0 0 1 K {width} w 80 300 m 300 300 l S\n")


def text_at(x: float) -> Seed:
    """A seed with black text that starts at a place from the left."""
    return content("q 0 0 0 1 k /Over gs " + show("Dva", x, 300, 9) + "Q\n")


def by(rules: tuple[str, ...], *more: tuple[str, Seed]) -> tuple[tuple[str, Seed], ...]:
    """The cases of a reason: the seeds of some rules as they are, and more of its own."""
    return (*((rule, PRINT_SEEDS[rule]) for rule in rules), *more)


REASONS: dict[str, tuple[tuple[str, Seed], ...]] = {
    "no bleed, or too little": by(("box-bleed",), ("box-bleed", page_entry(BleedBox=list(TRIM)))),
    "pictures and grounds stop at the trim": by(
        ("bleed-cover",),
        ("bleed-cover", sowing(ground_cut_at_trim)),
        ("bleed-rendered", RENDERED_SEEDS["bleed-rendered"]),
    ),
    "nothing says where the page is cut": by(("box-trim",)),
    "pages of different sizes, spreads among single pages": by(
        ("page-size",), ("page-size", sowing(spread)), ("page-size", sowing(turned))
    ),
    "the number of pages is no multiple of four": by(
        ("page-multiple",), ("page-multiple", sowing(lambda paper: None, pages=6))
    ),
    "text or pictures too near the edge": by(
        ("text-safe-zone", "image-safe-zone"), ("text-safe-zone", text_at(TRIM[0] - MM))
    ),
    "RGB colours or pictures": by(
        ("colour-rgb",),
        ("colour-rgb", content("1 0 0 rg 80 200 40 40 re f\n")),
        ("colour-rgb", picture(24, "/DeviceRGB", b"\x80\x40\x20")),
    ),
    "Lab or ICC colours, which somebody else would convert": by(
        ("colour-managed",),
        ("colour-managed", picture(24, ["/Lab", {"WhitePoint": [0.9642, 1, 0.8249]}], b"\x80\x40\x20")),
    ),
    "spot colours that were not agreed": by(
        ("spot-policy",),
        ("spot-policy", spot("PANTONE#20021#20C")),
        ("spot-policy", spot("CutContour")),
        ("spot-unequal", sowing(two_definitions)),
    ),
    "fonts are not embedded": by(("font-embedded",)),
    "letters are missing": by(("font-glyph",)),
    "pictures of too low resolution": by(
        ("image-low", "image-soft", "image-bitmap"), ("image-low", picture(120, "/DeviceGray", b"\x80"))
    ),
    "too much ink": by(
        ("ink-object",),
        ("ink-object", picture(24, "/DeviceCMYK", b"\xff\xe0\xe0\xff")),
        ("ink-area", RENDERED_SEEDS["ink-area"]),
    ),
    "hairlines": by(
        ("line-thin",), ("line-thin", line(0)), ("line-thin", content("0 0 0 1 k 80 300 200 0.15 re f\n"))
    ),
    "text too small": by(("text-small",), ("text-small", content(unembedded_stroke(3.5)))),
    "small text in rich black or in several inks": by(
        ("text-inks",), ("text-inks", content(plain_text(9, "0.6 0.4 0.4 1")))
    ),
    "black text knocks out what is under it": by(("text-knockout", "text-overprint-mode")),
    "white that overprints": by(
        ("overprint-white",),
        ("overprint-white", content(plain_text(9, "0 0 0 0"))),
    ),
    "transparency, where it should be flattened": by(
        ("pdf-transparency",),
        ("pdf-transparency", state(BM="/Multiply")),
        ("pdf-transparency", X1A_SEEDS["pdf-transparency"]),
    ),
    "layers": by(("pdf-layers",), ("pdf-layers", sowing(layer))),
    "comments, form fields": by(
        ("pdf-annotation", "pdf-form"),
        ("pdf-annotation", comment("Highlight")),
        ("pdf-annotation", comment("FreeText")),
    ),
    "scripts, actions, attachments": by(("pdf-javascript", "pdf-action", "pdf-attachment")),
    "the file is protected": by(("pdf-encrypted",)),
    "no output intent, or that of another condition": by(
        ("intent-count", "intent-condition", "intent-profile"),
        (
            "intent-condition",
            intent(lambda paper, found: found.update(OutputConditionIdentifier=b"FOGRA47")),
        ),
        ("intent-count", sowing(lambda paper: paper.catalog.pop("OutputIntents"))),
    ),
    "no PDF/X, or another than agreed": by(
        ("metadata-claim", "pdf-version"),
        ("metadata-claim", xmp(*NO_CLAIM)),
    ),
    "the registration colour used as black": by(
        ("colour-registration",),
        ("colour-registration", content("q /All cs 1 scn " + show("Dva brehy", 80, 300, 20) + "Q\n")),
    ),
    "crop marks are missing or stand in the bleed": by(("marks-missing", "marks-near")),
    "the file is damaged": by(
        ("pdf-damaged", "content-undecodable", "content-resource", "image-torn"),
        ("pdf-damaged", spoilt_drawing()),
    ),
    "pictures are only linked": by(("pdf-opi", "pdf-external", "pdf-reference")),
    "own halftones or transfer curves": by(
        ("pdf-transfer", "pdf-halftone"), ("pdf-transfer", state(TR="/Identity"))
    ),
    "trapping is left open": by(("metadata-trapped",), ("metadata-trapped", info(Trapped=None))),
    "a page lies hidden behind a smaller crop": by(
        ("box-crop",), ("box-crop", page_entry(CropBox=[32, *BLEED[1:]]))
    ),
}
"""Reason as the guide has it -> rules, each with a file that a shop would send back for it."""

CASES = [
    pytest.param(rule, seed, id=f"{reason}-{rule}-{number}")
    for reason, cases in REASONS.items()
    for number, (rule, seed) in enumerate(cases)
]


def judged(rule: str, seed: Seed) -> Report:
    """The report by the built-in profile `print`, rendered where the rule needs it."""
    if rule in RENDERED_SEEDS and find_renderer() is None:
        pytest.skip("Ghostscript is not installed")
    return preflight(seed(), PROFILES["print"], render=rule in RENDERED_SEEDS)


def guided() -> dict[str, tuple[str, set[str]]]:
    """The guide's table: reason -> what shops call it, rules."""
    section = GUIDE.read_text(encoding="utf-8").split(HEADING + "\n", 1)[1].split("\n## ", 1)[0]
    return {
        row["reason"]: (row["said"], set(re.findall(r"`([a-z-]+)`", row["rules"])))
        for row in ROW.finditer(section)
    }


@pytest.mark.parametrize(("rule", "seed"), CASES)
def test_a_reason_is_found_and_said_in_the_shops_languages(rule: str, seed: Seed) -> None:
    report = judged(rule, seed)
    found = [one for one in diagnose(report) if one.code == rule]
    assert found, sorted({finding.rule for finding in report.findings})
    for one in found:
        assert one.severity in (Severity.ERROR, Severity.WARNING)
        said = {language: explain(one, language) for language in ("en", "pl", "cs")}
        assert len(set(said.values())) == 3
        assert not any("{" in words or "}" in words for words in said.values())


@pytest.mark.parametrize("x1a", [False, True])
def test_a_sound_file_is_sent_back_for_none_of_them(x1a: bool) -> None:
    assert not preflight(print_paper(x1a=x1a).build(), PROFILES["print"], render=False).findings


@pytest.mark.parametrize(
    "data",
    [print_paper().build()[:-300], print_paper().build()[:9000], locked("zamek")],
    ids=["end", "half", "locked"],
)
def test_what_cannot_be_opened_is_not_judged_and_says_so(data: bytes) -> None:
    with pytest.raises(Rejected) as refused:
        preflight(data, PROFILES["print"], render=False)
    for one in refused.value.diagnostics:
        assert one.severity is Severity.ERROR
        assert len({explain(one, language) for language in ("en", "pl", "cs")}) == 3


def test_the_guide_names_the_reasons_and_rules_that_are_held_here() -> None:
    held = {reason: {rule for rule, _ in cases} for reason, cases in REASONS.items()}
    assert {reason: rules for reason, (_, rules) in guided().items()} == held
    assert len(held) >= 22


def test_the_guide_names_each_reason_in_both_languages_of_the_shops() -> None:
    for reason, (said, _) in guided().items():
        assert len([words for words in said.split(" / ") if words.strip()]) == 2, reason


def test_the_guide_names_rules_that_there_are_for_print() -> None:
    known = {rule.code for rule in RULES}
    assert set().union(*(rules for _, rules in guided().values())) <= known
