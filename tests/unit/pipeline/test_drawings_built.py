"""Drawings with everything that partners send, in every edition: built, and judged fit for it."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pytest

from layout.model.diagnostic import Diagnostic, Severity
from layout.model.products.edition import EDITIONS
from layout.pipeline.composing import compose_folder
from layout.pipeline.product import make_product
from layout.pipeline.wishes import ProductWishes

DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100">
<defs>
<linearGradient id="g"><stop stop-color="#0a4a63"/><stop offset="1" stop-color="#b02b29"/></linearGradient>
<radialGradient id="r"><stop offset=".2" stop-color="#fff"/><stop offset="1"/></radialGradient>
<clipPath id="c"><circle cx="30" cy="30" r="20"/></clipPath>
<mask id="m"><rect x="150" y="55" width="40" height="40" fill="url(#r)"/></mask>
<pattern id="p" width="4" height="4" patternUnits="userSpaceOnUse"><circle cx="2" cy="2" r="1"/></pattern>
</defs>
<rect x="5" y="5" width="50" height="50" fill="url(#g)" clip-path="url(#c)"/>
<circle cx="80" cy="30" r="20" fill="url(#r)" stroke="url(#g)" stroke-width="4"/>
<rect x="110" y="10" width="40" height="40" fill="#b02b29"/>
<circle cx="130" cy="30" r="10" fill="#fff" opacity=".5"/>
<circle cx="150" cy="30" r="12" fill="#0a4a63" fill-opacity=".5"/>
<g opacity=".4"><rect x="170" y="10" width="20" height="20"/><rect x="175" y="20" width="20" height="20"/></g>
<rect x="10" y="65" width="30" height="25" filter="blur(2px)" fill="#295eab"/>
<text x="50" y="85" font-size="16" font-family="Arial">Žluťoučký</text>
<text x="100" y="98" font-size="8" transform="rotate(-90 100 98)" fill-opacity=".6">obrót</text>
<rect x="150" y="55" width="40" height="40" mask="url(#m)" fill="#0a4a63"/>
<rect x="125" y="40" width="20" height="20" fill="#fc0" style="mix-blend-mode:multiply"/>
<rect x="45" y="60" width="30" height="10" fill="url(#p)"/>
<g transform="scale(1 2)"><path d="M170 30h20" stroke="#295eab" stroke-width="2"/></g>
</svg>"""
BROCHURE = """title: {pl: A, cs: B}
languages: [pl, cs]
date: 2026-01-01
pages: {multiple: 1}
sections: [sections/1.yaml]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {
        "brochure.yaml": BROCHURE,
        "sections/1.yaml": "- figure: {file: images/a.svg, place: both, decorative: true}\n",
        "images/a.svg": DRAWING,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["screen", "mail", "print", "print-x1a"])
def test_a_drawing_with_everything_is_built_and_passes(folder: Path, name: str) -> None:
    told: list[Diagnostic] = []
    composed = compose_folder(folder)
    pdf = make_product(composed, EDITIONS[name], ProductWishes(report=told.append))
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    assert "Žluťoučký" in reader.pages[0].extract_text()
    assert not [one for one in told if one.severity is not Severity.NOTE]
    assert {"svg-pictured", "svg-family"} <= {one.code for one in composed.diagnostics}
    numbers = range(1, int(reader.trailer["/Size"]))
    found = [reader.get_object(number) for number in numbers]
    entries = {key for one in found if isinstance(one, pypdf.generic.DictionaryObject) for key in one}
    assert bool(entries & {"/SMask", "/ca"}) == (name in {"screen", "mail"})
