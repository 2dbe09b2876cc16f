"""Whatever stands in a picture file, it is read or refused; and what is read keeps its geometry."""

from __future__ import annotations

import io
import time
import zlib
from collections.abc import Iterator
from math import isfinite
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from layout.images.checks import load_picture
from layout.images.marks.qr import draw_qr
from layout.images.pixels import RasterInfo, Target
from layout.images.raster import convert
from layout.images.svg.numbers import read_transform
from layout.images.svg.painting.path import read_path
from layout.model.colour import BLACK
from layout.model.diagnostic import Rejected, Span
from layout.model.drawing import Close, Drawing, LineTo, MoveTo
from layout.model.geometry import apply, multiply

WHERE = Span("a.yaml", 1, 1)
TARGETS = (
    Target(space="rgb", width=48, height=36, ppi=72),
    Target(space="cmyk", width=48, height=36, ppi=300, crop=(0.1, 0.2, 0.8, 0.9)),
    Target(space="grey", width=20, height=15, ppi=72),
)
SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" width="40mm" viewBox="0 0 100 60">
<style>.a{fill:#0a4a63;stroke:red}#b{stroke-dasharray:1 2}</style>
<defs><symbol id="s" viewBox="0 0 2 2"><circle r="1" cx="1"/></symbol>
<clipPath id="c"><rect width="100" height="60"/></clipPath></defs>
<g clip-path="url(#c)" transform="translate(1,2) rotate(30 2 3) scale(.5)">
<path class="a" id="b" d="M1 1c2 2 3 3 4 4s5 5 6 6q1 1 2 2t3 3a5 6 30 0 1 7 7zh3v4"/>
<use href="#s" width="9" height="8"/></g>
<polygon points="1,2 3,4 5,6" style="fill:rgb(1,2,3);stroke-width:2mm" opacity="1"/></svg>"""
TOKENS = (
    b"1e308", b"-", b"0", b"99999999", b"url(#c)", b"none", b"%", b"#s", b"inherit", b"<g>", b"</g>",
    b"&lt;", b"nan", b"\xff", b"(", b"/*", b"}", b"<use href='#s'/>", b"A", b"z", b"M",
    b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff", b"\0\0\0\1", b"\x80\0\0\0",
)  # fmt: skip
MUTATIONS = 1200


def _stored(image: Image.Image, kind: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def _originals() -> list[bytes]:
    image = Image.linear_gradient("L").resize((48, 36)).convert("RGB")
    image.paste((200, 30, 30), (5, 5, 20, 30))
    alpha = image.convert("RGBA")
    alpha.putalpha(100)
    exif = Image.Exif()
    exif[0x0112] = 6
    return [
        _stored(image, "JPEG", exif=exif),
        _stored(image, "JPEG", progressive=True),
        _stored(image.convert("CMYK"), "JPEG"),
        _stored(image.convert("L"), "JPEG"),
        _stored(image, "PNG", exif=exif),
        _stored(alpha, "PNG"),
        _stored(image.convert("P"), "PNG", transparency=3),
        _stored(image.convert("1"), "PNG"),
        _stored(image, "PNG", save_all=True, append_images=[alpha.convert("RGB")]),
        _stored(image, "TIFF", exif=exif),
        _stored(image.convert("CMYK"), "TIFF"),
        _stored(image, "WEBP"),
        _stored(alpha, "WEBP", lossless=True),
        *[SVG] * 5,
    ]


def _mutations() -> Iterator[bytes]:
    random = Random(20261122)
    originals = _originals()
    for _ in range(MUTATIONS):
        data = bytearray(random.choice(originals))
        for _ in range(random.choice((1, 1, 2, 4, 10))):
            _mutate(data, random)
        if random.random() < 0.05:
            del data[random.randrange(len(data) + 1) :]
        yield _with_right_sums(bytes(data))


def _mutate(data: bytearray, random: Random) -> None:
    place = random.randrange(min(len(data), random.choice((64, 600, len(data)))) or 1)
    length = random.choice((0, 1, 2, 4, 40))
    new = random.choice((random.randbytes(1), random.randbytes(9), random.choice(TOKENS), b""))
    data[place : place + length] = new


def _with_right_sums(data: bytes) -> bytes:
    """A PNG's checksums made right again, so that its decoder looks at what follows."""
    if not data.startswith(b"\x89PNG\r\n\x1a\n"):
        return data
    whole, at = data[:8], 8
    while at + 12 <= len(data):
        end = at + 8 + int.from_bytes(data[at : at + 4], "big")
        if end > len(data):
            break
        whole += data[at:end] + zlib.crc32(data[at + 4 : end]).to_bytes(4, "big")
        at = end + 4
    return whole + data[at:]


def test_damaged_files_are_read_or_refused_in_little_time(tmp_path: Path) -> None:
    path = tmp_path / "a"
    outcomes: dict[str, int] = {}
    for number, data in enumerate(_mutations()):
        path.write_bytes(data)
        start = time.monotonic()
        try:
            picture = load_picture(str(path), WHERE)
            outcome = "drawing"
            if isinstance(picture, RasterInfo):
                pixels = convert(str(path), TARGETS[number % 3], WHERE)
                assert pixels.data
                outcome = "pixels"
        except Rejected as rejected:
            outcome = rejected.diagnostics[0].code
        outcomes[outcome] = outcomes.get(outcome, 0) + 1
        assert time.monotonic() - start < 5
    assert outcomes["pixels"] > MUTATIONS / 20
    assert outcomes["svg-broken"] > MUTATIONS / 50
    assert outcomes["image-unreadable"] > MUTATIONS / 20
    assert len(outcomes) > 8


# --- SVG made of right and wrong pieces ------------------------------------------------------------

_VALUES = st.sampled_from(
    ["", "1", "-2.5", "1e3", "3mm", "50%", "1 2 3 4", "0 0 10 10", "none", "red", "#0a4a63", "rgb(1,2,3)",
     "url(#a)", "#a", "inherit", "M0 0h9v9z", "M0 0a3 3 0 0 1 9 9", "M0 0q", "translate(3)", "scale(0)",
     "rotate(1 2", "fill:red;stroke:blue", "stroke-width:3;x", "evenodd", "hidden", "river", "xMaxYMin slice",
     "non-scaling-stroke", "\u0142", "1e999"]
)  # fmt: skip
_NAMES = st.sampled_from(
    ["x", "y", "width", "height", "r", "rx", "ry", "cx", "x2", "d", "points", "id", "href", "class", "style",
     "fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "transform", "viewBox", "clip-path",
     "preserveAspectRatio", "data-colour", "fill-rule", "visibility", "vector-effect"]
)  # fmt: skip
_TAGS = st.sampled_from(
    ["g", "rect", "circle", "ellipse", "line", "polyline", "polygon", "path", "use", "svg", "symbol", "defs",
     "clipPath", "text", "style", "switch", "a"]
)  # fmt: skip
_ATTRIBUTES = st.dictionaries(_NAMES, _VALUES, max_size=6)
_ELEMENTS: st.SearchStrategy[Any] = st.recursive(
    st.builds(lambda tag, attributes: (tag, attributes, []), _TAGS, _ATTRIBUTES),
    lambda inner: st.builds(
        lambda tag, attributes, children: (tag, attributes, children),
        _TAGS,
        _ATTRIBUTES,
        st.lists(inner, max_size=4),
    ),
    max_leaves=8,
)


def _markup(element: Any) -> str:
    tag, attributes, children = element
    words = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<{tag}{words}>{''.join(_markup(child) for child in children)}</{tag}>"


@pytest.fixture(scope="module")
def scratch() -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        yield Path(folder) / "a.svg"


@settings(max_examples=150, deadline=None)
@given(attributes=_ATTRIBUTES, elements=st.lists(_ELEMENTS, max_size=5))
def test_any_drawing_is_read_with_finite_numbers_or_refused(
    scratch: Path, attributes: Any, elements: Any
) -> None:
    root = ("svg", {"xmlns": "http://www.w3.org/2000/svg", "width": "90"} | attributes, elements)
    scratch.write_text(_markup(root), encoding="utf-8")
    try:
        drawing = load_picture(str(scratch), WHERE)
    except Rejected as rejected:
        assert rejected.diagnostics
        return
    assert isinstance(drawing, Drawing) and drawing.width > 0 and drawing.height > 0
    for path in drawing.paths:
        assert path.fill or path.stroke
        assert isinstance(path.segments[0], MoveTo)
        for segment in path.segments:
            assert all(isfinite(getattr(segment, name)) for name in segment.__slots__)


_NUMBERS = st.integers(-500, 500).map(lambda number: number / 4)
_POINTS = st.lists(st.tuples(_NUMBERS, _NUMBERS), min_size=2, max_size=12)


@given(_POINTS)
def test_relative_and_absolute_paths_are_the_same(points: list[tuple[float, float]]) -> None:
    absolute = "M" + "L".join(f"{x},{y}" for x, y in points) + "Z"
    steps = zip([(0.0, 0.0), *points], points, strict=False)
    relative = "m" + " ".join(f"{b[0] - a[0]} {b[1] - a[1]}" for a, b in steps) + "z"
    segments = read_path(absolute)
    assert segments == read_path(relative)
    assert [(s.x, s.y) for s in segments if isinstance(s, MoveTo | LineTo)] == points
    assert isinstance(segments[-1], Close)


_CALLS = st.lists(
    st.one_of(
        st.builds("translate({} {})".format, _NUMBERS, _NUMBERS),
        st.builds("scale({})".format, _NUMBERS),
        st.builds("rotate({},{},{})".format, _NUMBERS, _NUMBERS, _NUMBERS),
        st.builds("matrix({} {} {} {} {} {})".format, *[_NUMBERS] * 6),
    ),
    max_size=4,
)


@given(_CALLS, _NUMBERS, _NUMBERS)
def test_a_list_of_transforms_applies_the_last_one_first(calls: list[str], x: float, y: float) -> None:
    point = (x, y)
    for call in reversed(calls):
        point = apply(read_transform(call), *point)
    assert apply(read_transform(" ".join(calls)), x, y) == pytest.approx(point, rel=1e-6, abs=1e-6)
    halves = multiply(read_transform(",".join(calls[2:])), read_transform(" ".join(calls[:2])))
    assert apply(halves, x, y) == pytest.approx(point, rel=1e-6, abs=1e-6)


@settings(max_examples=30, deadline=None)
@given(st.text(min_size=1, max_size=60).filter(lambda text: text.strip() and text.isprintable()))
def test_any_text_becomes_a_code_inside_its_square(data: str) -> None:
    drawing = draw_qr(data, 400, BLACK, WHERE)
    margin = min(
        min(s.x, s.y, 400 - s.x, 400 - s.y) for s in drawing.paths[0].segments if not isinstance(s, Close)
    )
    assert margin > 4 * 400 / 77 - 1e-6
