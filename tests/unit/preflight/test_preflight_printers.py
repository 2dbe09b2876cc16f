"""Printers' profiles are read with every mistake at its place; the examples are sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from layout.model.diagnostic import Rejected
from layout.model.products.printer import Exemption, PrinterMark, PrinterProfile, SpotPolicy, Standard
from layout.model.units import mm
from layout.preflight import RULES
from layout.resources.messages import explain
from layout.resources.places import icc_folder
from layout.resources.spoken import LANGUAGES
from layout.source.printer import printer_names, read_printer
from tests.told import texts

COATED = (icc_folder() / "FOGRA39L_coated.icc").read_bytes()


def written(folder: Path, text: str) -> Path:
    path = folder / "shop.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_examples_are_sound_and_name_real_rules() -> None:
    assert set(printer_names()) == {"opole", "olomouc"}
    known = {rule.code for rule in RULES}
    for name in printer_names():
        printer = read_printer(name)
        assert printer.name == name
        assert {exemption.rule for exemption in printer.exemptions} <= known


def test_what_is_left_out_is_the_built_in_print_profile(tmp_path: Path) -> None:
    read = read_printer(written(tmp_path, "shop: Example\n"))
    assert read == PrinterProfile(name="shop", shop="Example")


def test_every_key_is_read(tmp_path: Path) -> None:
    (tmp_path / "own.icc").write_bytes(COATED)
    read = read_printer(
        written(
            tmp_path,
            "shop: Example\nstandard: X-1a\ncondition: FOGRA51\nicc: own.icc\nseparation-icc: own.icc\n"
            "trim: [210mm, 148mm]\nbleed: 5mm\nsafe-zone: 4mm\nmarks: [crop, slug]\n"
            "mark-offset: 6mm\nink-limit: 280 %\n"
            "minimum-line: 0.25pt\nminimum-text: 5pt\none-ink-text: 9pt\nppi: 250\nminimum-ppi: 150\n"
            "bitmap-ppi: 600\nspots: [Gold]\npage-multiple: 8\n"
            "exempt: [{rule: line-thin, reason: proof, pages: [1, 3]}]\n",
        )
    )
    assert read == PrinterProfile(
        name="shop",
        shop="Example",
        standard=Standard.X1A,
        condition="FOGRA51",
        icc=str(tmp_path / "own.icc"),
        separation_icc=str(tmp_path / "own.icc"),
        trim=(mm(210), mm(148)),
        bleed=mm(5),
        safe_zone=mm(4),
        marks=frozenset({PrinterMark.CROP, PrinterMark.SLUG}),
        mark_offset=mm(6),
        ink_limit=2.8,
        minimum_line=0.25,
        minimum_text=5.0,
        one_ink_text=9.0,
        ppi=250.0,
        minimum_ppi=150.0,
        bitmap_ppi=600.0,
        spots=SpotPolicy.LISTED,
        spot_names=("Gold",),
        page_multiple=8,
        exemptions=(Exemption("line-thin", "proof", (1, 3)),),
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("bleeed: 3mm\n", "misspelt-key"),
        ("bleed: wide\n", "bad-length"),
        ("standard: X-3\n", "unknown-choice"),
        ("ink-limit: lots\n", "printer-ink-limit"),
        ("ink-limit: 500%\n", "printer-ink-limit"),
        ("icc: missing.icc\n", "printer-icc"),
        ("marks: [stars]\n", "unknown-choice"),
        ("spots: maybe\n", "unknown-choice"),
        ("exempt: [{rule: line-thin}]\n", "missing-key"),
        ("exempt: [{rule: Line Thin, reason: x}]\n", "printer-rule"),
        ("minimum-ppi: 400\n", "printer-ppi"),
        ("icc: sRGB.icc\n", "printer-icc-inks"),
        ("separation-icc: sRGB.icc\n", "printer-icc-inks"),
        ("icc: cut.icc\n", "printer-icc-broken"),
        ("separation-icc: words.icc\n", "printer-icc-broken"),
        ("separation-icc: proof.icc\n", "printer-icc-one-way"),
        ("icc: lost.icc\n", "printer-icc-broken"),
        (f"icc: {'long' * 200}.icc\n", "printer-icc"),
        ("icc: elsewhere/FOGRA39L_coated.icc\n", "printer-icc"),
        ("condition: FOGRA51\n", "printer-condition"),
        ("condition: FOGRA51\nicc: own.icc\n", "printer-condition"),
        ("condition: FOGRA51\nicc: FOGRA39L_coated.icc\nseparation-icc: own.icc\n", "printer-condition"),
        ("condition: FOGRA51\nicc: missing.icc\nseparation-icc: own.icc\n", "printer-icc"),
        ("bleed: 3\n", "printer-unit"),
        ("minimum-line: 0.25\n", "printer-unit"),
        ("trim: A7\n", "unknown-page-size"),
        ("trim: [148mm, 210]\n", "printer-unit"),
        ("trim: [148mm]\n", "list-too-short"),
        ("trim: [148mm, 210mm, 3mm]\n", "list-too-long"),
        ("trim: [148mm, 2100mm]\n", "out-of-range"),
        ("trim: {width: 148mm}\n", "expected-text"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, text: str, code: str) -> None:
    profiles = {
        "own": COATED,
        "cut": COATED[:100],
        "words": b"no profile " * 40,
        "proof": COATED.replace(b"B2A0", b"B2X0", 1),
        "lost": COATED[:136] + b"\xff" * 4 + COATED[140:],
    }
    for name, data in profiles.items():
        (tmp_path / f"{name}.icc").write_bytes(data)
    with pytest.raises(Rejected) as caught:
        read_printer(written(tmp_path, text))
    (found,) = caught.value.diagnostics
    assert found.code == code
    assert found.where.file.endswith("shop.yaml") and found.where.line and found.where.column
    assert all(explain(found, language) for language in LANGUAGES)


@pytest.mark.parametrize(
    ("said", "size"), [("A5", (148, 210)), ("DL", (99, 210)), ("[21cm, 14.8cm]", (210, 148))]
)
def test_a_trim_is_a_name_or_two_sides(tmp_path: Path, said: str, size: tuple[float, float]) -> None:
    trim = read_printer(written(tmp_path, f"trim: {said}\n")).trim
    assert trim == pytest.approx(tuple(map(mm, size)))


@pytest.mark.parametrize("text", ["", "# Every usual demand holds.\n"])
def test_an_empty_file_asks_for_the_usual(tmp_path: Path, text: str) -> None:
    assert read_printer(written(tmp_path, text)) == PrinterProfile(name="shop")


@pytest.mark.parametrize("text", ["bleed: 0\n", "bleed: 0mm\n"])
def test_no_length_needs_no_unit(tmp_path: Path, text: str) -> None:
    assert read_printer(written(tmp_path, text)).bleed == 0


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("standard: PDF/X-1a\n", "X-1a"),
        ("standard: x-1a:2003\n", "X-1a"),
        ("standard: PDF/X4\n", "X-4"),
        ("icc: none.icc\n", "FOGRA39L_coated.icc"),
        ("separation-icc: none.icc\n", "FOGRA39L_ink300.icc"),
    ],
)
def test_what_holds_here_is_suggested(tmp_path: Path, text: str, nearest: str) -> None:
    with pytest.raises(Rejected) as caught:
        read_printer(written(tmp_path, text))
    assert texts(caught.value.diagnostics[0])["nearest"] == nearest


@pytest.mark.parametrize("name", ["opola", "../opole", "nothing like it"])
def test_an_unknown_name_is_told(name: str) -> None:
    with pytest.raises(Rejected) as caught:
        read_printer(name)
    (found,) = caught.value.diagnostics
    assert found.code == "printer-unknown"
    assert all(explain(found, language) for language in LANGUAGES)
