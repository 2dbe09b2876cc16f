"""Files of other producers (made by tests/faults/producers/make.py) get the verdicts they deserve."""

from __future__ import annotations

from pathlib import Path

import pytest

from layout.preflight import PROFILES, Verdict, preflight
from tests.faults.paper import ROOT

PRODUCERS = ROOT / "tests" / "faults" / "producers"

PRINT = {
    # A plain canvas: no PDF/X at all, Helvetica left to the viewer, RGB fills, no boxes but the paper's.
    "reportlab.pdf": {
        "metadata-claim",
        "metadata-xmp",
        "intent-count",
        "box-trim",
        "marks-missing",
        "colour-rgb",
        "font-embedded",
    },
    # pdfwrite keeps CMYK and embeds the font, but asks for no overprint and was given a hairline; without
    # its PDF/X mode there is no intent, no trim, no Trapped, and XMP lacks what identifies a version.
    "ghostscript.pdf": {
        "metadata-claim",
        "metadata-trapped",
        "metadata-identity",
        "intent-count",
        "box-trim",
        "marks-missing",
        "text-knockout",
        "line-thin",
    },
    # Claims PDF/X-4, but draws its crop marks in RGB through a transparency group, and inside the bleed,
    # which ends where the paper does; without a profile in the style sheet there is no output intent.
    "weasyprint-x4.pdf": {
        "pdf-transparency",
        "intent-count",
        "colour-rgb",
        "marks-missing",
        "marks-near",
        "text-knockout",
    },
    # CMYK fills and an embedded font in a PDF 1.7 without anything of PDF/X.
    "typst.pdf": {
        "pdf-version",
        "metadata-claim",
        "metadata-trapped",
        "metadata-dates",
        "metadata-identity",
        "intent-count",
        "box-trim",
        "marks-missing",
        "text-knockout",
    },
}

MAIL = {
    # Tagged and titled, yet the Czech span lost its language and stands in a Polish paragraph; PDF/UA's
    # schema is not described, as PDF/A wants it.
    "weasyprint-ua.pdf": {
        "pdf-identifier",
        "archive-schemas",
        "colour-press",
        "access-claim",
        "access-intent",
        "access-title-languages",
        "access-passage",
    },
    # Keeps both languages apart; claims neither PDF/UA nor PDF/A and was asked for CMYK.
    "typst.pdf": {
        "colour-press",
        "access-claim",
        "access-intent",
        "access-shown-title",
        "access-title-languages",
    },
    # No tags at all: everything about structure but the tree itself goes unsaid.
    "reportlab.pdf": {
        "archive-xmp",
        "font-embedded",
        "access-structure",
        "access-claim",
        "access-intent",
        "access-language",
        "access-title",
        "access-shown-title",
        "access-untagged",
    },
}


@pytest.mark.parametrize("name", PRINT)
def test_print_verdict_of_another_producers_file(name: str) -> None:
    report = preflight(PRODUCERS / name, PROFILES["print"], render=False)
    assert report.verdict is Verdict.REFUSED
    assert {finding.rule for finding in report.findings} == PRINT[name]


@pytest.mark.parametrize("name", MAIL)
def test_mail_verdict_of_another_producers_file(name: str) -> None:
    report = preflight(PRODUCERS / name, PROFILES["mail"])
    assert {finding.rule for finding in report.findings} == MAIL[name]


@pytest.mark.parametrize("name", ["ghostscript.pdf", "typst.pdf", "weasyprint-ua.pdf"])
def test_a_file_for_the_screen_needs_no_more_than_to_be_sound(name: str) -> None:
    assert preflight(Path(PRODUCERS / name), PROFILES["screen"]).verdict is Verdict.PASSED
