"""Takes a folder of SVG drawings with reference pictures, says which are drawn right, refused or wrong.

    python -m bench.svg_suite FOLDER [-o WRONG] [--reference suite|resvg] [--only TEXT]

Each drawing becomes a PDF page as the screen edition has it and is rendered by PDFium beside its reference:
the PNG of its name, or what resvg draws. Right is what
differs, a pixel's neighbours forgiven, in no more than `MOST_BAD` of the pixels, or in hardly any once edges
may lie two pixels off (PDFium has 256 steps a gradient). Drawings with text are compared by extent alone: the
references have fonts of their own.
Exits 1 where a drawing is wrong.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

from layout.draw.document import DocumentInfo, draw_document
from layout.draw.picture import ShownPictures
from layout.images.svg.drawing import read_svg
from layout.images.svg.settling.render import RenderingFailed
from layout.images.svg.settling.settle import DrawingWish, settle
from layout.model.diagnostic import Rejected, Span, has_errors
from layout.model.drawing import Drawing
from layout.model.layout import Box, DrawingItem, Layout, LayoutPage, StructNode
from layout.model.products.edition import EDITIONS
from layout.model.theme import Theme
from layout.source.themes.fonts import read_fonts
from layout.text.faces import Faces
from layout.text.labels import set_labels

MOST_BAD = 0.004
"""The share of pixels that may differ: the edges that two renderers smooth in different ways."""
FAR = 48
"""Steps of 255 from which two values differ."""
NEAR_EXTENT = 0.15
"""How far the sides of text may lie from where they should, in parts of the picture."""
_FINER = 4
FAMILY = Theme().styles["caption"].family
"""What words in families that are not at hand are set in."""
RIGHT, REFUSED, WRONG = "right", "refused", "wrong"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one drawing: the word, and why or how far it is off."""

    name: str
    chapter: str
    word: str
    detail: str


def main(arguments: list[str]) -> int:
    """Prints the verdicts by chapter; 1 where a drawing is wrong, 2 where there is none."""
    parser = argparse.ArgumentParser(prog="python -m bench.svg_suite", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("-o", "--output", type=Path, help="folder for pictures of the wrong ones")
    parser.add_argument("--reference", choices=("suite", "resvg"), default="suite")
    parser.add_argument("--only", default="", help="drawings whose path contains this text")
    options = parser.parse_args(arguments)
    if options.output:
        options.output.mkdir(parents=True, exist_ok=True)
    verdicts = []
    for file in sorted(options.folder.rglob("*.svg")):
        name = str(file.relative_to(options.folder))
        if options.only in name:
            verdict = judge(file, name, options.reference, options.output)
            verdicts.append(verdict)
            if verdict.word != RIGHT:
                print(f"{verdict.word:8} {name}: {verdict.detail}", flush=True)
    if not verdicts:
        print("no drawing found", file=sys.stderr)
        return 2
    print_table(verdicts)
    return int(any(verdict.word == WRONG for verdict in verdicts))


def judge(file: Path, name: str, reference: str, output: Path | None) -> Verdict:
    """One drawing, beside its reference."""
    chapter = name.split("/")[0]
    wanted = read_reference(file, reference)
    try:
        drawing = read_svg(str(file), Span(name), Theme().colours)
    except Rejected as rejected:
        empty = {one.code for one in rejected.diagnostics} == {"svg-empty"}
        if empty and wanted is not None and wanted.convert("L").getextrema()[0] == 255:
            return Verdict(name, chapter, RIGHT, "nothing to draw, and told")
        told = ", ".join(sorted({f"{one.code} {dict(one.values)}" for one in rejected.diagnostics}))
        return Verdict(name, chapter, REFUSED, told.replace(str(file), name))
    if wanted is None:
        return Verdict(name, chapter, WRONG, "drawn, but the reference renderer refuses it")
    try:
        drawn = render(drawing, wanted.size)
    except (RenderingFailed, Rejected) as failure:
        return Verdict(name, chapter, REFUSED, f"{type(failure).__name__}: {failure}")
    return compare(file, name, drawn, wanted, output)


def compare(file: Path, name: str, drawn: Image.Image, wanted: Image.Image, output: Path | None) -> Verdict:
    """What is drawn beside what is wanted; `output` gets a picture of both where they differ."""
    chapter = name.split("/")[0]
    if chapter == "text" or b"<text" in file.read_bytes():
        off = extent_apart(drawn, wanted)
        right = off <= NEAR_EXTENT
    else:
        off = share_apart(drawn, wanted, 3)
        right = off <= MOST_BAD or share_apart(drawn, wanted, 5) <= MOST_BAD / 10
    if right:
        return Verdict(name, chapter, RIGHT, "")
    if output:
        beside = Image.new("RGB", (2 * wanted.width + 6, wanted.height), "red")
        beside.paste(drawn, (0, 0))
        beside.paste(wanted, (wanted.width + 6, 0))
        beside.save(output / (name.replace("/", "__").removesuffix(".svg") + ".png"))
    return Verdict(name, chapter, WRONG, f"{off:.2%} off")


def read_reference(file: Path, reference: str) -> Image.Image | None:
    """The reference on white paper; None where resvg does not draw it."""
    if reference == "suite":
        picture = Image.open(file.with_suffix(".png"))
    else:
        import resvg_py

        try:
            data = resvg_py.svg_to_bytes(svg_path=str(file), width=600, skip_system_fonts=True)
        except ValueError:
            return None
        picture = Image.open(io.BytesIO(bytes(data)))
    paper = Image.new("RGBA", picture.size, "white")
    paper.alpha_composite(picture.convert("RGBA"))
    return paper.convert("RGB")


def render(drawing: Drawing, size: tuple[int, int]) -> Image.Image:
    """The drawing as PDFium shows its page, `size` in pixels."""
    import pypdfium2

    faces = Faces(read_fonts())
    drawing, told = set_labels(drawing, faces, faces.families, FAMILY, Span("drawing"))
    if has_errors(told):
        raise Rejected(told)
    drawing, pixels = settle(
        drawing, DrawingWish(space="rgb", ppi=300, scale=1.0, live=True, fonts=faces.files(FAMILY))
    )
    parts: ShownPictures = {}
    parts.update((part, made) for part, made in pixels.items())
    box = Box(0, 0, drawing.width, drawing.height)
    page = LayoutPage(1, (DrawingItem(box, drawing, 0, box),))
    layout = Layout(
        width=drawing.width,
        height=drawing.height,
        bleed=0,
        pages=(page,),
        structure=StructNode(tag="Document"),
        outline=(),
    )
    info = DocumentInfo("drawing", "", "pl", date(2026, 1, 1))
    pdf = draw_document(layout, EDITIONS["screen"], info, faces.records(), parts).pdf
    document = pypdfium2.PdfDocument(pdf)
    scale = max(size[0] / drawing.width, size[1] / drawing.height)
    # Drawn larger and reduced: PDFium makes lines finer than a pixel as wide as one.
    picture: Image.Image = document[0].render(scale=_FINER * scale).to_pil().convert("RGB")
    return picture.resize(size, Image.Resampling.BOX)


def share_apart(one: Image.Image, other: Image.Image, reach: int) -> float:
    """The share of pixels unlike all in the other picture's square of `reach` around, taken both ways."""
    apart = ImageChops.lighter(_unlike(one, other, reach), _unlike(other, one, reach))
    different: int = apart.histogram()[255]
    return different / (apart.width * apart.height)


def _unlike(one: Image.Image, other: Image.Image, reach: int) -> Image.Image:
    """White where a channel of `one` lies outside what the neighbourhood in `other` spans."""
    low, high = other.filter(ImageFilter.MinFilter(reach)), other.filter(ImageFilter.MaxFilter(reach))
    beyond = ImageChops.lighter(ImageChops.subtract(one, high), ImageChops.subtract(low, one))
    red, green, blue = beyond.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return most.point([255 if value > FAR else 0 for value in range(256)])


def extent_apart(one: Image.Image, other: Image.Image) -> float:
    """How far apart the sides of what is drawn lie, in parts of the picture's width; frames do not count."""
    margin = max(2, other.width // 60)
    boxes = []
    for picture in (one, other):
        inner = picture.convert("L").crop((margin, margin, picture.width - margin, picture.height - margin))
        boxes.append(ImageChops.invert(inner).point([0] * 64 + [255] * 192).getbbox())
    if boxes[0] is None or boxes[1] is None:
        return 0.0 if boxes[0] == boxes[1] else 1.0
    farthest: int = max(abs(a - b) for a, b in zip(*boxes, strict=True))
    return farthest / other.width


def print_table(verdicts: list[Verdict]) -> None:
    """Counts by chapter, and two sums: of everything, and without text and filters."""
    rows: dict[str, Counter[str]] = {}
    for verdict in verdicts:
        names = ["all"]
        if verdict.chapter not in {"text", "filters"}:
            names.append("without text and filters")
        for name in (verdict.chapter, *names):
            rows.setdefault(name, Counter())[verdict.word] += 1
    print(f"{'chapter':26}{'right':>7}{'refused':>9}{'wrong':>7}{'of':>6}")
    for name, counts in sorted(
        rows.items(), key=lambda row: (row[0] in {"all", "without text and filters"}, row)
    ):
        print("".join(_cells(name, counts)))


def _cells(name: str, counts: Counter[str]) -> Iterator[str]:
    whole = counts.total()
    yield f"{name:26}{counts[RIGHT]:7}{counts[REFUSED]:9}{counts[WRONG]:7}{whole:6}"
    yield f"  {counts[RIGHT] / whole:.1%} right"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
