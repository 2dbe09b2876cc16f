"""What several test modules need: the real fonts, a typesetter, ways to write passages and folders."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from layout.lang.hyphenation.divide import Hyphenator
from layout.model.diagnostic import Diagnostic
from layout.model.fonts import FontCatalogue
from layout.model.theme import Theme
from layout.source.themes.fonts import read_fonts
from layout.text.faces import Faces
from layout.text.paragraph import Typesetter

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write golden files anew")


@pytest.fixture(scope="session")
def catalogue() -> FontCatalogue:
    return read_fonts()


@pytest.fixture(scope="session")
def faces(catalogue: FontCatalogue) -> Faces:
    return Faces(catalogue)


@pytest.fixture(scope="session")
def theme() -> Theme:
    return Theme()


@pytest.fixture
def problems() -> list[Diagnostic]:
    return []


@pytest.fixture
def typesetter(faces: Faces, theme: Theme, problems: list[Diagnostic]) -> Typesetter:
    hyphenators = {"pl": Hyphenator("pl"), "cs": Hyphenator("cs")}
    return Typesetter(faces, theme, hyphenators, problems.append)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares text with a golden file, or writes it anew with --update-golden."""

    def compare(name: str, found: str) -> None:
        path = ROOT / "tests" / "golden" / name
        if request.config.getoption("--update-golden"):
            path.write_text(found, encoding="utf-8")
        assert found == path.read_text(encoding="utf-8")

    return compare


FOLDER = {
    "brochure.yaml": """\
title: {pl: Dwa brzegi, cs: Dva břehy}
languages: [pl, cs]
date: 2026-03-01
publisher: {pl: Aglomeracja, cs: Aglomerace}
theme: two-banks
pages: {multiple: 1}
sections: [sections/a.yaml]
""",
    "sections/a.yaml": """\
- heading: {pl: Początek, cs: Začátek, level: 1}
- paragraph: {pl: Pierwszy akapit w dwóch językach., cs: První odstavec ve dvou jazycích.}
""",
}


@pytest.fixture
def write_folder(tmp_path: Path) -> Callable[..., Path]:
    """Writes a content folder: the small one, with files replaced or added."""

    def write(**files: str) -> Path:
        named = {name.replace("__", "/").replace("_yaml", ".yaml"): text for name, text in files.items()}
        for name, text in (FOLDER | named).items():
            path = tmp_path / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path / "content"

    return write
