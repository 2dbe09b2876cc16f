"""Findings call things as a person knows them: pictures by their files, never by names inside the PDF."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from PIL import Image as Photograph

from layout.model.products.edition import EDITIONS
from layout.model.products.printer import PrinterProfile
from layout.pipeline.composing import compose_folder
from layout.pipeline.product import make_product
from layout.pipeline.wishes import ProductWishes
from layout.preflight import PROFILES, diagnose, preflight, profile_for, report_json, report_text
from layout.resources.spoken import LANGUAGES
from tests.faults.mail_seeds import MAIL_SEEDS
from tests.faults.paper import Paper, Stream
from tests.faults.seeds import FORM, PRINT_SEEDS, X1A_SEEDS
from tests.faults.sound import image, print_paper

BROCHURE = """title: {pl: A, cs: B}
languages: [pl, cs]
date: 2026-01-01
pages: {multiple: 1}
sections: [sections/1.yaml]
"""
FIGURES = "".join(
    f"- figure: {{file: images/{name}, place: both, decorative: true, height: 30mm}}\n"
    for name in ("most na Odrze.jpg", "żółty (1).png", "lines.svg", "veil.svg")
)
LINES = """<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100">
<path d="M10 50h180" stroke="#000" stroke-width=".1"/></svg>"""
VEIL = """<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100">
<filter id="f"><feGaussianBlur stdDeviation="4"/></filter>
<rect x="20" y="20" width="150" height="60" filter="url(#f)" fill="#295eab"/></svg>"""

ASKING = profile_for(PrinterProfile(name="asking", ppi=2400, minimum_ppi=1200, minimum_line=3.0))
INSIDE = re.compile(r"FormXob|\bBad\b|\bIm\d|\bF\d\b|\bP\d+\b|\bQ\d+\b|Again|object \d|catalog|inline image")
"""What the seeded files and ours call their parts."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {
        "brochure.yaml": BROCHURE,
        "sections/1.yaml": FIGURES,
        "images/lines.svg": LINES,
        "images/veil.svg": VEIL,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    Photograph.effect_noise((1500, 1000), 60).convert("RGB").save(tmp_path / "images/most na Odrze.jpg")
    Photograph.effect_noise((1000, 1500), 90).save(tmp_path / "images/żółty (1).png")
    return tmp_path


def named(data: bytes) -> dict[str, set[str]]:
    """The names of what each rule objects to."""
    found: dict[str, set[str]] = {}
    for one in json.loads(report_json(preflight(data, ASKING, render=False)))["findings"]:
        found.setdefault(one["rule"], set()).add(one["object"]["name"])
    return found


@pytest.mark.parametrize("name", ["screen", "mail", "print", "print-x1a", "handout"])
def test_pictures_are_named_by_their_files_in_every_edition(name: str, folder: Path) -> None:
    data = make_product(compose_folder(folder), EDITIONS[name], ProductWishes(folder=folder))
    found = named(data)
    files = {"images/most na Odrze.jpg", "images/żółty (1).png", "images/veil.svg"}
    assert found["image-low"] == files
    assert found["line-thin"] == {"images/lines.svg"}
    for language in LANGUAGES:
        assert "images/" in report_text(preflight(data, ASKING, render=False), language)


def test_a_build_names_the_picture_too(folder: Path) -> None:
    data = make_product(compose_folder(folder), EDITIONS["print"], ProductWishes(folder=folder))
    told = {one.code: str(one.where) for one in diagnose(preflight(data, ASKING, render=False))}
    assert told["image-low"].endswith(" mm) images/most na Odrze.jpg")
    assert told["line-thin"].endswith(" mm) images/lines.svg")


def test_a_picture_of_another_program_is_told_by_kind_page_and_place() -> None:
    paper = print_paper()
    paper.sheets[1].resources["XObject"] = {"FormXob.P5": image(paper, "/DeviceRGB", b"\1\2\3")}
    paper.sheets[1].content += "q 300 0 0 300 80 200 cm /FormXob.P5 Do Q\n"
    report = preflight(paper.build(), PROFILES["print"], render=False)
    low = next(one for one in report.findings if one.rule == "image-low")
    assert (low.kind, low.name, low.page) == ("image", "", 2) and low.position
    for language in LANGUAGES:
        assert "FormXob" not in report_text(report, language) + report_json(report, language)


@pytest.mark.parametrize("name", ["Fm0", "P#205", "Bad#20Name", "q"])
def test_names_inside_forms_are_never_repeated(name: str) -> None:
    paper: Paper = print_paper()
    inner = paper.add(Stream({"Type": "/XObject", **FORM}, b"/Missing.77 Do 1 0 0 rg 0 0 9 9 re f /Zz 9 Tf"))
    entries = {**FORM, "Type": "/XObject", "Resources": {"XObject": {name: inner}}, "OPI": {"2.0": {}}}
    outer = paper.add(Stream(entries, f"/{name} Do".encode()))
    paper.sheets[1].resources["XObject"] = {name: outer}
    paper.sheets[1].content += f"q /{name} Do Q\n"
    report = preflight(paper.build(), PROFILES["print"], render=False)
    assert {"content-resource", "colour-rgb", "pdf-opi"} <= {one.rule for one in report.findings}
    said = report_json(report) + report_text(report)
    assert not re.search(r"Missing\.77|Zz|Fm0|P 5|Bad Name|“q”", said)


SEEDS = [
    *((seed, "print", rule) for rule, seed in PRINT_SEEDS.items()),
    *((seed, "print-x1a", rule) for rule, seed in X1A_SEEDS.items()),
    *((seed, "mail", rule) for rule, seed in MAIL_SEEDS.items()),
]


@pytest.mark.parametrize(("seed", "profile", "rule"), SEEDS, ids=[f"{one[1]}-{one[2]}" for one in SEEDS])
def test_no_rule_repeats_a_name_inside_the_file(seed: object, profile: str, rule: str) -> None:
    assert callable(seed)
    report = preflight(seed(), PROFILES[profile], render=False)
    for language in LANGUAGES:
        findings = json.loads(report_json(report, language))["findings"]
        said = [f"{one['what']} {one['do']} {one['object']} {one['values']}" for one in findings]
        assert said and not [one for one in said if INSIDE.search(one)]
