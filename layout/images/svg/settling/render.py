"""Takes SVG documents and what to draw of them, gives pixels by resvg within limits; reads no file."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from xml.etree import ElementTree

from PIL import Image, ImageFont

from layout.model.languages import PAIR
from layout.model.records import Struct

_SVG = "http://www.w3.org/2000/svg"
_PIXEL = 0.75
"""Points in a CSS pixel."""
SECONDS = 60
"""How long one drawing's pictures may take."""
_MEMORY = 3_000_000_000
"""Bytes they may take."""
MOST_PIXELS = 36_000_000
"""Pixels of one picture: A4 at 600 ppi has 35 million."""

_SCRIPT = """
import json, sys
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[1]),) * 2)
except (ImportError, ValueError, OSError):
    pass
import resvg_py
for job in json.load(sys.stdin):
    data = bytes(resvg_py.svg_to_bytes(**job))
    sys.stdout.buffer.write(len(data).to_bytes(8, "big") + data)
"""


_GENERIC = (
    "font_family",
    "serif_family",
    "sans_serif_family",
    "cursive_family",
    "fantasy_family",
    "monospace_family",
)


class RenderingFailed(Exception):
    """The renderer gave up: it took too long, too much memory, or a document that it cannot read."""


class Frame(Struct, frozen=True, kw_only=True):
    """A part of a page to be drawn: its box in the page's points, and how many pixels wide and high."""

    left: float
    top: float
    width: float
    height: float
    across: int
    down: int


class RenderJob(Struct, frozen=True):
    """One picture to draw: the root of a document, the page it fills in points, and what of it is wanted."""

    root: ElementTree.Element
    page: tuple[float, float]
    frame: Frame


def render(jobs: Iterable[RenderJob], fonts: Sequence[str] = ()) -> list[Image.Image]:
    """An RGBA picture for each job; letters are set in `fonts` (files), of unknown families in the first.

    The renderer is a process of its own with a deadline and a limit of memory. Raises `RenderingFailed`.
    """
    wishes = dict.fromkeys(_GENERIC, _family(fonts[0])) if fonts else {}
    orders = [
        {
            "svg_string": _framed(job),
            "width": job.frame.across,
            "height": job.frame.down,
            "skip_system_fonts": True,
            "dpi": 96,
            "font_files": list(fonts),
            "languages": [*PAIR, "en"],
            **wishes,
        }
        for job in jobs
    ]
    if not orders:
        return []
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-c", _SCRIPT, str(_MEMORY)],
            input=json.dumps(orders).encode(),
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except (subprocess.TimeoutExpired, OSError) as error:
        raise RenderingFailed(type(error).__name__) from None
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise RenderingFailed(lines[-1][:100] if lines else str(done.returncode))
    pictures = []
    stream = io.BytesIO(done.stdout)
    for _ in orders:
        data = stream.read(int.from_bytes(stream.read(8), "big"))
        with Image.open(io.BytesIO(data), formats=["PNG"]) as picture:
            pictures.append(picture.convert("RGBA"))
    return pictures


@cache
def _family(path: str) -> str:
    """The name of the family that a font file says it is of."""
    return ImageFont.truetype(path).getname()[0] or ""


def _framed(job: RenderJob) -> str:
    """The document inside one that shows the frame alone; by itself where it fills the frame."""
    frame, page, root = job.frame, job.page, job.root
    if "viewBox" not in root.attrib:
        # Without one a user unit is a pixel, not a point.
        root.attrib["viewBox"] = f"0 0 {page[0] / _PIXEL:.9g} {page[1] / _PIXEL:.9g}"
    ElementTree.register_namespace("", _SVG)
    if (frame.left, frame.top, frame.width, frame.height) == (0.0, 0.0, *page):
        root.attrib |= {"width": f"{page[0] / _PIXEL:.9g}", "height": f"{page[1] / _PIXEL:.9g}"}
        return ElementTree.tostring(root, encoding="unicode")
    root.attrib |= {"x": "0", "y": "0", "width": f"{page[0]:.9g}", "height": f"{page[1]:.9g}"}
    outer = ElementTree.Element(
        f"{{{_SVG}}}svg",
        {
            "width": str(frame.across),
            "height": str(frame.down),
            "viewBox": f"{frame.left:.9g} {frame.top:.9g} {frame.width:.9g} {frame.height:.9g}",
            "preserveAspectRatio": "none",
        },
    )
    outer.append(root)
    return ElementTree.tostring(outer, encoding="unicode")
