"""The font catalogue describes the files that are shipped, and takes those that content brings."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from layout.model.diagnostic import Rejected
from layout.resources.places import fonts_folder
from layout.source.themes.fonts import read_fonts


def test_every_shipped_file_is_described_with_its_digest_and_licence() -> None:
    faces = read_fonts().faces.values()
    shipped = {path for path in fonts_folder().rglob("*") if path.suffix.lower() in (".ttf", ".otf")}
    assert {Path(face.path) for face in faces} == shipped
    for face in faces:
        assert face.sha256 == sha256(Path(face.path).read_bytes()).hexdigest()
        assert (fonts_folder() / Path(face.path).parent.name / "LICENSE.txt").is_file()
        assert "Open Font License" in face.licence or "Ubuntu Font Licence" in face.licence


def test_faces_are_found_by_family_weight_and_slope() -> None:
    catalogue = read_fonts()
    assert catalogue.families == {"Source Serif 4", "Lato", "Ubuntu"}
    face = catalogue.faces["Lato", "bold", True]
    assert (face.key, Path(face.path).name) == ("lato-bold-italic", "Lato-BoldItalic.ttf")
    assert len({face.key for face in catalogue.faces.values()}) == len(catalogue.faces)


def test_content_adds_its_own_fonts(tmp_path: Path) -> None:
    font = next(path for path in fonts_folder().rglob("Lato-Regular.ttf")).read_bytes()
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts/own.ttf").write_bytes(font)
    face = f"{{weight: regular, file: own.ttf, sha256: {sha256(font).hexdigest()}}}"
    (tmp_path / "fonts/fonts.yaml").write_text(f"Ours:\n  licence: OFL\n  faces: [{face}]\n")
    catalogue = read_fonts(tmp_path)
    assert catalogue.families == {"Source Serif 4", "Lato", "Ubuntu", "Ours"}
    assert catalogue.faces["Ours", "regular", False].path == str(tmp_path / "fonts/own.ttf")


def test_mistakes_of_all_families_are_told(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts/fonts.yaml").write_text(
        "A: x\nB:\n  licence: OFL\n  faces: [{weight: heavy, file: no.ttf}, {weight: bold}]\n"
    )
    with pytest.raises(Rejected) as caught:
        read_fonts(tmp_path)
    assert [d.code for d in caught.value.diagnostics] == [
        "expected-mapping",
        "unknown-choice",
        "missing-file",
        "missing-key",
    ]
