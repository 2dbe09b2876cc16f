"""Takes the sample, gives the pictures of docs/themes.md: covers of themes, pages of formats; run by hand."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from bench.gallery import FORMATS, THEMES, build, contact_sheet, render, write_variant  # noqa: E402

SHOWN = (3, 4)
"""Pages of each format, from 1: an opener and a page of text."""


def draw(work: Path) -> None:
    """Writes both pictures beside this script."""
    covers: list[Path] = []
    for theme in THEMES:
        pages = _pages(work, theme, "A5")
        covers += [pages[-1], pages[0]]
    contact_sheet(covers, ROOT / "docs" / "pictures" / "themes.png")
    shown: list[Path] = []
    for size in FORMATS:
        pages = _pages(work, "two-banks", size)
        shown += [pages[0], *(pages[number - 1] for number in SHOWN)]
    contact_sheet(shown, ROOT / "docs" / "pictures" / "formats.png")


def _pages(work: Path, theme: str, size: str) -> list[Path]:
    folder = work / f"{theme}-{size}"
    write_variant(ROOT / "content", folder, theme, FORMATS[size])
    pdf, said = build(folder, folder / "out", "screen")
    if pdf is None:
        raise SystemExit(said)
    return render(pdf, folder / "pages")


if __name__ == "__main__":
    with TemporaryDirectory() as made:
        draw(Path(made))
