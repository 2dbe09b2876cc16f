"""Takes font files, sets a page in each, tells what five readers of PDF make of it; installs nothing.

Poppler, Ghostscript, pdfium and veraPDF are asked, and MuPDF where a Python that has PyMuPDF is named. Each
must give back the words as typed, find the font embedded, complain of nothing and draw what the others draw.
"""

from __future__ import annotations

import argparse
import io
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pypdfium2
from fontTools.ttLib import TTFont
from PIL import Image

from tests.validators.validators import verapdf

ROOT = Path(__file__).resolve().parent.parent
PPI = 100
MOST_DIFFERENCE = 6.0
"""Mean of 256 levels by which two programs' pages may differ: they smooth letters in their own ways."""
LEAST_INK = 0.5
"""Mean darkness that a page of text has at least."""

POLISH = "Zażółć gęślą jaźń: pchnąć w tę łódź jeża lub ośm skrzyń fig. „Efekt” 1234567890 – 50 %."
CZECH = "Příliš žluťoučký kůň úpěl ďábelské ódy; nechť již hříšné saxofony ďáblů rozezvučí síň. 50 %"
BROCHURE = """\
title: {pl: Próba kroju, cs: Zkouška písma}
languages: [pl, cs]
date: 2026-03-01
publisher: {pl: Aglomeracja, cs: Aglomerace}
theme:
  base: plain
  styles:
    paragraph: {family: Tried, weight: WEIGHT}
    heading1: {family: Tried, weight: WEIGHT}
pages: {multiple: 1}
sections: [a.yaml]
"""
SECTION = f"""\
- heading: {{pl: Początek, cs: Začátek, level: 1}}
- paragraph:
    pl: {POLISH!r}
    cs: {CZECH!r}
"""
CATALOGUE = """\
Tried:
  licence: as its maker says
  faces: [{weight: WEIGHT, file: FILE}]
"""
WITH_MUPDF = """\
import sys, pymupdf
page = pymupdf.open(sys.argv[1])[0]
page.get_pixmap(dpi=int(sys.argv[2])).save(sys.argv[3])
print(page.get_text())
print(pymupdf.TOOLS.mupdf_warnings(), file=sys.stderr)
"""


class ReaderFailed(RuntimeError):
    """A program that reads the PDF complains, or gives other words."""


@dataclass(slots=True)
class Trial:
    """One font set and read: its kind, and a verdict a program, `ok` or what is wrong."""

    font: str
    kind: str
    verdicts: dict[str, str] = field(default_factory=dict)


def describe(path: Path) -> str:
    """The outlines of a font file, and whether it is variable or CID-keyed."""
    font = TTFont(path, lazy=True)
    kind = "CFF2" if "CFF2" in font else "CFF" if "CFF " in font else "TrueType"
    if kind == "CFF" and hasattr(font["CFF "].cff.topDictIndex[0], "ROS"):
        kind += ", CID-keyed"
    return kind + (", variable" if "fvar" in font else "") + f", {font['head'].unitsPerEm}"


def run(*command: str) -> str:
    """What a program says; raises ReaderFailed where it ends badly or complains."""
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False, timeout=300)
    complaint = done.stderr.strip()
    if done.returncode or complaint:
        raise ReaderFailed((complaint or done.stdout.strip())[:300].replace("\n", " "))
    return done.stdout


def build(font: Path, weight: str, work: Path, edition: str) -> Path:
    """The edition of a page in `font`, and what the program itself says of it."""
    folder, out = work / "content", work / edition
    (folder / "fonts").mkdir(parents=True, exist_ok=True)
    name = "tried" + font.suffix.lower()
    (folder / "fonts" / name).write_bytes(font.read_bytes())
    catalogue = CATALOGUE.replace("WEIGHT", weight).replace("FILE", name)
    (folder / "fonts/fonts.yaml").write_text(catalogue, encoding="utf-8")
    (folder / "brochure.yaml").write_text(BROCHURE.replace("WEIGHT", weight), encoding="utf-8")
    (folder / "a.yaml").write_text(SECTION, encoding="utf-8")
    command = (sys.executable, "make_pdf.py", "build", str(folder), "-e", edition, "-o", str(out))
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    if done.returncode:
        raise ReaderFailed((done.stderr.strip() or done.stdout.strip())[:300])
    return next(out.glob("*.pdf"))


def check_words(text: str) -> None:
    """Raises ReaderFailed for a word that was typed and is not read; where lines end does not count."""
    letters = re.sub(r"[^\w]", "", text.replace("\u00ad", ""))
    for typed in (POLISH, CZECH):
        for word in re.findall(r"\w+", typed):
            if word not in letters:
                raise ReaderFailed(f"“{word}” is not read")


def check_fonts(pdf: Path) -> None:
    """Raises ReaderFailed where poppler finds a font not embedded, no subset, or without its text."""
    for row in run("pdffonts", str(pdf)).splitlines()[2:]:
        kind, *flags = re.search(
            r"(CID (?:TrueType|Type 0C))\s+\S+\s+(yes|no) (yes|no) (yes|no)", row
        ).groups()  # type: ignore[union-attr]
        if flags != ["yes", "yes", "yes"]:
            raise ReaderFailed(f"{kind}: {flags}")


def draw_all(pdf: Path, work: Path, mupdf: str) -> Iterator[tuple[str, Callable[[], Image.Image]]]:
    """For each program a function that reads the words, checks them and draws the first page."""

    def poppler() -> Image.Image:
        check_fonts(pdf)
        check_words(run("pdftotext", str(pdf), "-"))
        run("pdftoppm", "-r", str(PPI), "-png", "-singlefile", str(pdf), str(work / "poppler"))
        return Image.open(work / "poppler.png")

    def ghostscript() -> Image.Image:
        to = f"-sOutputFile={work / 'gs.png'}"
        smooth = ("-dTextAlphaBits=4", "-dGraphicsAlphaBits=4")
        run("gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=png16m", f"-r{PPI}", *smooth, to, str(pdf))
        return Image.open(work / "gs.png")

    def pdfium() -> Image.Image:
        page = pypdfium2.PdfDocument(pdf)[0]
        check_words(page.get_textpage().get_text_range().replace("\ufffe", ""))
        drawn: Image.Image = page.render(scale=PPI / 72).to_pil()
        return drawn

    def fitz() -> Image.Image:
        to = work / "mupdf.png"
        check_words(run(mupdf, "-c", WITH_MUPDF, str(pdf), str(PPI), str(to)))
        return Image.open(to)

    yield from (("poppler", poppler), ("Ghostscript", ghostscript), ("pdfium", pdfium))
    if mupdf:
        yield "MuPDF", fitz


def compare(drawn: Mapping[str, Image.Image], verdicts: dict[str, str]) -> None:
    """Adds to the verdicts where a page is empty or another than pdfium's."""
    levels = {name: np.asarray(image.convert("L"), dtype=float) for name, image in drawn.items()}
    for name, page in levels.items():
        if 255 - page.mean() < LEAST_INK:
            verdicts[name] = "draws nothing"
        other = levels.get("pdfium")
        if other is not None:
            high, wide = min(page.shape[0], other.shape[0]), min(page.shape[1], other.shape[1])
            apart = float(np.abs(page[:high, :wide] - other[:high, :wide]).mean())
            if apart > MOST_DIFFERENCE:
                verdicts[name] = f"draws otherwise ({apart:.1f})"


def try_font(font: Path, weight: str, work: Path, mupdf: str) -> Trial:
    """One font in the mail and the print edition, read by every program."""
    work.mkdir(parents=True, exist_ok=True)
    trial = Trial(f"{font.name} {weight}", describe(font))
    try:
        mail, printed = (build(font, weight, work, edition) for edition in ("mail", "print"))
    except ReaderFailed as failed:
        trial.verdicts["build"] = str(failed)
        return trial
    drawn: dict[str, Image.Image] = {}
    for name, draw in draw_all(mail, work, mupdf):
        try:
            drawn[name] = draw()
            trial.verdicts[name] = "ok"
        except (ReaderFailed, subprocess.TimeoutExpired, pypdfium2.PdfiumError) as failed:
            trial.verdicts[name] = str(failed)
    compare(drawn, trial.verdicts)
    found = verapdf([mail])[mail]
    trial.verdicts["veraPDF"] = "ok" if found.passed else str(found)
    for pdf, profile in ((mail, "mail"), (printed, "print")):
        command = (sys.executable, "make_pdf.py", "preflight", str(pdf), "--profile", profile, "--no-render")
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
        trial.verdicts[f"preflight {profile}"] = "ok" if done.returncode in (0, 3) else done.stdout[:300]
    return trial


def tabulate(trials: list[Trial]) -> str:
    """The trials as a Markdown table; a cell is `ok` or what is wrong."""
    names = list(dict.fromkeys(name for trial in trials for name in trial.verdicts))
    out = io.StringIO()
    print(f"| font | kind, units | {' | '.join(names)} |", file=out)
    print("| --- " * (len(names) + 2) + "|", file=out)
    for trial in trials:
        cells = [trial.verdicts.get(name, "–").replace("\n", " ") for name in names]
        print(f"| {trial.font} | {trial.kind} | {' | '.join(cells)} |", file=out)
    return out.getvalue()


def main() -> int:
    """Sets and reads the fonts named; status 1 where any program finds anything wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "fonts", nargs="+", help="font files; FILE=WEIGHT asks for another weight than regular"
    )
    parser.add_argument("--work", type=Path, default=Path("build/font-trials"))
    parser.add_argument("--mupdf", default="", help="a Python interpreter that has PyMuPDF")
    given = parser.parse_args()
    trials = []
    for number, wish in enumerate(given.fonts):
        path, _, weight = wish.partition("=")
        trials.append(
            try_font(Path(path), weight or "regular", given.work.resolve() / str(number), given.mupdf)
        )
        print(trials[-1].font, trials[-1].verdicts, file=sys.stderr)
    print(tabulate(trials))
    return int(any(verdict != "ok" for trial in trials for verdict in trial.verdicts.values()))


if __name__ == "__main__":
    sys.exit(main())
