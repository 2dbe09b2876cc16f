"""Figures and QR codes as content says them."""

from __future__ import annotations

from pathlib import Path

import pytest

from layout.model.blocks.pictures import Figure, Placement, QrCode
from layout.model.content.pairs import Pair
from layout.model.units import mm
from tests.unit.source.blocks.one_block import read_block, words
from tests.unit.source.test_every_field import mistakes_of


def test_figure() -> None:
    block = read_block(
        "- figure: {file: ./images//map.png, place: bleed, height: 60mm, caption: {pl: a, cs: b},\n"
        "    credit: Autor, alt: {pl: c, cs: d}}\n"
    )
    assert isinstance(block, Figure)
    assert (block.file, block.placement, block.height) == ("images/map.png", Placement.BLEED, mm(60))
    assert (words(block.caption), words(block.credit)) == (("a", "b"), ("Autor", "Autor"))
    assert block.alternative == Pair("c", "d")


def test_decorative_figure_over_both_columns() -> None:
    block = read_block("- figure: {file: images/map.png, decorative: true}\n")
    assert isinstance(block, Figure)
    assert (block.placement, block.height, block.alternative) == (Placement.BOTH, None, None)


def test_qr() -> None:
    block = read_block("- qr: {data: 'https://example.org', caption: {pl: a, cs: b}, alt: {pl: c, cs: d}}\n")
    assert isinstance(block, QrCode)
    assert (block.data, block.size, block.alternative) == ("https://example.org", mm(24), Pair("c", "d"))


def test_figure_with_width_and_focus() -> None:
    block = read_block(
        "- figure: {file: images/map.png, width: 40mm, focus: [20%, 62.5%], decorative: true}\n"
    )
    assert isinstance(block, Figure)
    assert (block.width, block.focus) == (pytest.approx(mm(40)), (0.2, 0.625))


@pytest.mark.parametrize("place", ["left", "right", "both", "bleed", "float", "spread"])
def test_places_of_a_figure(place: str) -> None:
    block = read_block(f"- figure: {{file: images/map.png, place: {place}, decorative: true}}\n")
    assert isinstance(block, Figure) and block.placement is Placement(place)
    assert block.focus is None


@pytest.mark.parametrize("place", ["bleed", "spread"])
def test_what_fills_pages_has_no_width_of_its_own(place: str, tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "a.svg").write_text("<svg/>", "utf-8")
    text = f"- figure: {{file: images/a.svg, place: {place}, width: 60mm, decorative: true}}\n"
    assert [found.code for found in mistakes_of(text, tmp_path)] == ["width-of-bleed"]
