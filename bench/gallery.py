"""Takes content folders, builds each in every format and theme, gives contact sheets to look at."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import copytree, rmtree

from PIL import Image

from bench.speed import ROOT, WORK
from bench.trouble import TROUBLES

FORMATS = {
    "A6": "A6",
    "DL": "DL",
    "A5": "A5",
    "square": "square",
    "A4": "A4",
    "landscape": "[210mm, 148mm]",
    "custom": "[120mm, 165mm]",
}
"""Page sizes as a theme names them."""
THEMES = ("two-banks", "plain", "two-voices", "one-view", "two-circles")
SHEET_WIDTH = 2400
"""Pixels of a contact sheet."""
TILE = 380
"""Height of a page on it."""
GAP = 12


def write_variant(source: Path, target: Path, theme: str, size: str) -> None:
    """A copy of the content in another theme and page size; what it said of its own theme is dropped."""
    rmtree(target, ignore_errors=True)
    copytree(source, target)
    settings = target / "brochure.yaml"
    kept: list[str] = []
    inside = False
    for line in settings.read_text("utf-8").splitlines():
        inside = line.startswith("theme:") or (inside and line.startswith((" ", "#")))
        if not inside:
            kept.append(line)
    kept.append(f"theme: {{base: {theme}, page: {{size: {size}}}}}")
    settings.write_text("\n".join(kept) + "\n", "utf-8")


def build(folder: Path, out: Path, edition: str) -> tuple[Path | None, str]:
    """The built file, None where the program refused; and what it said."""
    rmtree(out, ignore_errors=True)
    command = [sys.executable, "make_pdf.py", "build", str(folder), "-e", edition, "-o", str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    made = sorted(out.glob("*.pdf")) if out.is_dir() else []
    return (made[0] if made else None), done.stderr + done.stdout


def render(pdf: Path, out: Path, dpi: int = 72) -> list[Path]:
    """Pages of a file as pictures, in order."""
    out.mkdir(parents=True, exist_ok=True)
    subprocess.run(["pdftoppm", "-r", str(dpi), "-png", str(pdf), str(out / "p")], check=True)
    return sorted(out.glob("p*.png"))


def contact_sheet(pages: Sequence[Path], target: Path) -> None:
    """All pages in rows, of one height, on grey."""
    tiles = []
    for page in pages:
        with Image.open(page) as opened:
            picture = opened.convert("RGB")
        tiles.append(
            picture.resize((round(picture.width * TILE / picture.height), TILE), Image.Resampling.LANCZOS)
        )
    rows: list[list[Image.Image]] = [[]]
    for tile in tiles:
        if rows[-1] and sum(one.width + GAP for one in rows[-1]) + tile.width > SHEET_WIDTH:
            rows.append([])
        rows[-1].append(tile)
    sheet = Image.new("RGB", (SHEET_WIDTH, len(rows) * (TILE + GAP)), (150, 150, 150))
    for order, row in enumerate(rows):
        x = 0
        for tile in row:
            sheet.paste(tile, (x, order * (TILE + GAP)))
            x += tile.width + GAP
    target.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(target)


def variants(
    contents: Sequence[Path], themes: Sequence[str], formats: Sequence[str]
) -> Iterator[tuple[Path, str, str]]:
    """Every content in every theme and format."""
    for theme in themes:
        for size in formats:
            for content in contents:
                yield content, theme, size


def main() -> int:
    """The command `python -m bench.gallery`."""
    parser = argparse.ArgumentParser(prog="python -m bench.gallery", description="Draw contact sheets.")
    parser.add_argument("contents", type=Path, nargs="*", help="content folders; else the troubles alone")
    parser.add_argument("--themes", nargs="+", default=list(THEMES))
    parser.add_argument("--formats", nargs="+", default=list(FORMATS))
    parser.add_argument("--troubles", nargs="*", default=list(TROUBLES))
    parser.add_argument("--covers", action="store_true", help="one sheet a theme, of covers alone")
    parser.add_argument("--edition", default="screen")
    parser.add_argument("--out", type=Path, default=WORK / "gallery")
    options = parser.parse_args()
    contents = list(options.contents)
    for name in options.troubles:
        folder = options.out / "content" / name
        TROUBLES[name](folder)
        contents.append(folder)
    covers: dict[str, list[Path]] = {}
    refused = 0
    for content, theme, size in variants(contents, options.themes, options.formats):
        name = f"{content.name}-{theme}-{size}"
        folder = options.out / "variant" / name
        write_variant(content, folder, theme, FORMATS[size])
        pdf, said = build(folder, options.out / "pdf" / name, options.edition)
        if pdf is None or "warning" in said:
            print(f"== {name}\n{said}")
        if pdf is None:
            refused += 1
            continue
        pages = render(pdf, options.out / "pages" / name)
        if options.covers:
            covers.setdefault(theme, []).extend((pages[-1], pages[0]))
        else:
            contact_sheet(pages, options.out / f"{name}.png")
    for theme, pages in covers.items():
        contact_sheet(pages, options.out / f"covers-{theme}.png")
    print(f"{refused} refused")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
