"""Resources are found in a checkout and in an installed package."""

from __future__ import annotations

from pathlib import Path

import pytest

from layout.resources import places


def test_resources_of_the_checkout_are_there() -> None:
    assert (places.fonts_folder() / "fonts.yaml").is_file()
    assert (places.icc_folder() / "FOGRA39L_coated.icc").is_file()
    assert (places.themes_folder() / "two-banks.yaml").is_file()
    assert (places.messages_folder() / "source.toml").is_file()
    assert places.schema_file().is_file()
    assert places.sample_folder() == places.fonts_folder().parent / "content"


def test_an_installed_package_brings_fonts_and_sample(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site-packages" / "layout" / "resources"
    for name in ("fonts", "sample"):
        (package / name).mkdir(parents=True)
    monkeypatch.setattr(places, "_HERE", package)
    monkeypatch.setattr(places, "_CHECKOUT", package.parent.parent)
    assert places.fonts_folder() == package / "fonts"
    assert places.sample_folder() == package / "sample"
    assert places.themes_folder() == package / "themes"
