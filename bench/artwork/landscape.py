"""The landscape, landscape.jpg: gives hills above the young Odra, printed from three inks; takes no photo."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from odra import ribbon
from palette import IMAGES, Point
from PIL import Image, ImageChops, ImageDraw, ImageFilter

WIDTH, HEIGHT = 2020, 1112
"""Pixels: 154 mm at 333 to the inch; grown to reach the bleed above the page, 300 of them are left."""

SHARP = 2
"""The plates are worked at this multiple of the size, then reduced."""

W, H = WIDTH * SHARP, HEIGHT * SHARP
SEED = 1116

Ink = tuple[int, int, int]
HORIZON = 0.575
"""Where the valley's floor would meet the sky, as a part of the height."""

PAPER: Ink = (246, 242, 232)
PLATES: dict[str, Ink] = {"river": (10, 74, 99), "brick": (176, 43, 41), "cornflower": (41, 94, 171)}
"""Sand paper and the brochure's three inks; where plates overlap, they print through each other."""

Profile = Callable[[float], float]
"""A skyline: height from the top as a part of the picture's, for a place from 0 (left) to 1 (right)."""


@dataclass(frozen=True, slots=True)
class Ridge:
    """One range of hills: its skyline, how much of each ink its crest takes, how deep the ink reaches."""

    skyline: Profile
    inks: dict[str, float]
    depth: float
    """Part of the height over which the crest fades into mist."""
    floor: float
    """What is left of the ink in the mist."""
    spruce: float = 0.0
    """Height of the trees on the crest, as a part of the picture's."""


def wave(seed: int, octaves: int, pace: float) -> Profile:
    """Smooth noise about 0, between -1 and 1; `pace` is how many hills the widest octave has."""
    draw = random.Random(seed)
    tables = [[draw.uniform(-1, 1) for _ in range(256)] for _ in range(octaves)]

    def height(x: float) -> float:
        total = size = 0.0
        for k, table in enumerate(tables):
            place = x * pace * 2**k + 17
            i, t = int(place), place - int(place)
            ease = t * t * (3 - 2 * t)
            total += (table[i % 256] * (1 - ease) + table[(i + 1) % 256] * ease) * 0.5**k
            size += 0.5**k
        return total / size

    return height


def skyline(seed: int, level: float, relief: float, pace: float, slope: float, bowl: float = 0.0) -> Profile:
    """Hills about `level`, `relief` high, rising with `slope` to the right and with `bowl` to both sides."""
    noise = wave(seed, 5, pace)
    return lambda x: level - relief * noise(x) - slope * (x - 0.5) - bowl * (2 * x - 1.1) ** 2


RIDGES = (
    Ridge(skyline(3, 0.395, 0.075, 2.6, -0.02), {"cornflower": 0.26, "brick": 0.06}, 0.16, 0.02),
    Ridge(skyline(8, 0.435, 0.080, 2.9, 0.05), {"cornflower": 0.40, "brick": 0.08}, 0.17, 0.03),
    Ridge(skyline(21, 0.490, 0.075, 2.4, -0.06, 0.03), {"cornflower": 0.52, "river": 0.14}, 0.17, 0.04),
    Ridge(skyline(34, 0.530, 0.060, 2.2, 0.12, 0.05), {"cornflower": 0.48, "river": 0.40}, 0.18, 0.06, 0.010),
    Ridge(skyline(55, 0.640, 0.050, 1.9, -0.12, 0.10), {"cornflower": 0.35, "river": 0.7}, 0.20, 0.10, 0.018),
)

BANKS = (
    Ridge(
        lambda x: 0.70 + 0.62 * max(0.0, x - 0.02) + 0.012 * wave(5, 4, 6)(x),
        {"river": 0.96, "brick": 0.55},
        0.34,
        0.55,
        0.050,
    ),
    Ridge(
        lambda x: 0.86 + 0.50 * max(0.0, 0.94 - x) + 0.010 * wave(6, 4, 6)(x),
        {"river": 0.98, "cornflower": 0.60},
        0.30,
        0.60,
        0.060,
    ),
)


def crest(ridge: Ridge, seed: int) -> list[int]:
    """The ridge's upper edge in pixels for each column, with its trees."""
    edge = [ridge.skyline(x / W) * H for x in range(W)]
    if ridge.spruce:
        draw, x = random.Random(seed), 0.0
        while x < W:
            tall = ridge.spruce * H * draw.uniform(0.35, 1.0) ** 1.3
            half = tall * draw.uniform(0.16, 0.24)
            foot = int(x)
            for k in range(max(0, int(foot - half)), min(W, int(foot + half) + 1)):
                share = 1 - abs(k - foot) / (half + 1)
                ragged = 0.88 + 0.12 * math.cos(share * 19)
                edge[k] = min(edge[k], ridge.skyline(foot / W) * H + tall * 0.18 - tall * share * ragged)
            x += half * draw.uniform(0.5, 1.9) * (3.5 if draw.random() < 0.07 else 1)
    return [int(y) for y in edge]


def fade(ridge: Ridge, strength: float) -> Image.Image:
    """One column of ink, from the crest down: dense, then thinning into the mist."""
    deep = ridge.depth * H
    shares = [ridge.floor + (1 - ridge.floor) * math.exp(-((y / deep) ** 1.35)) for y in range(H)]
    values = [int(255 * strength * share) for share in shares]
    return Image.frombytes("L", (1, H), bytes(values))


def print_ridge(plates: dict[str, Image.Image], ridge: Ridge, seed: int) -> None:
    """Lay one range over what stands behind it, on every plate."""
    edge = crest(ridge, seed)
    for name, plate in plates.items():
        column = fade(ridge, ridge.inks.get(name, 0.0))
        for x, y in enumerate(edge):
            if y < H:
                plate.paste(column.crop((0, 0, 1, H - max(0, y))), (x, max(0, y)))


def clouds(seed: int, cells: int, low: int, high: int) -> Image.Image:
    """Soft noise over the whole plate, between grey `low` and `high`, `cells` across."""
    draw = random.Random(seed)
    rows = max(2, cells * H // W)
    total = Image.new("L", (W, H), 128)
    for k in range(3):
        size = (cells * 2**k, rows * 3 * 2**k)
        small = Image.frombytes("L", size, draw.randbytes(size[0] * size[1]))
        total = Image.blend(total, small.resize((W, H), Image.Resampling.BICUBIC), (1.0, 0.5, 0.33)[k])
    return total.point([low + (high - low) * v // 255 for v in range(256)])


def seen(place: Point) -> Point:
    """Where a point of the valley's floor, aside and ahead, appears in the picture, in pixels."""
    return (W * (0.53 + 0.30 * place[0] / place[1]), H * (HORIZON + 0.36 / place[1]))


def stream_line() -> list[Point]:
    """The stream's middle on the valley's floor, from far to near: a place aside, a place ahead."""
    line = []
    for k in range(700):
        ahead = 8.0 - 7.58 * (k / 699) ** 0.8
        line.append((0.16 - 0.13 * ahead + (0.42 + 0.16 * ahead) * math.sin(1.75 * ahead + 1.75), ahead))
    return line


def print_valley(plates: dict[str, Image.Image]) -> None:
    """The meadows, warm on the left bank and cool on the right, and the bright stream between them."""
    line = stream_line()
    water = _bands(line, 0.15)
    floor = H * (HORIZON + 0.36 / line[0][1])
    west, meadow, stream = (Image.new("L", (W, H), 0) for _ in range(3))
    ImageDraw.Draw(meadow).rectangle((0, floor, W, H), fill=255)
    ImageDraw.Draw(west).polygon([(0, floor), *(seen(place) for place in line), (0, H)], fill=255)
    ImageDraw.Draw(stream).polygon([seen(place) for place in water[0] + water[1][::-1]], fill=255)
    east = ImageChops.subtract(meadow, west)
    down = Image.linear_gradient("L").resize((W, H))
    tint = {"river": (92, 84), "brick": (96, 0), "cornflower": (0, 120)}
    for name, plate in plates.items():
        for side, most in zip((west, east), tint[name], strict=True):
            ramp = [int(max(0, v - 162) ** 0.9 / 93**0.9 * most) for v in range(256)]
            plate.paste(down.point(ramp), (0, 0), side)
        _furrows(plate, line, name)
        shade = 34 if name == "river" else 0
        plate.paste(down.point([max(0, v - 170) * shade // 85 for v in range(256)]), (0, 0), stream)


def _bands(line: list[Point], half: float) -> tuple[list[Point], list[Point]]:
    """The two lines at `half` to either side of the stream's middle, on the valley's floor."""
    right, left = ribbon(line, [2 * half] * len(line))
    return ([p for p in left if p[1] > 0.4], [p for p in right if p[1] > 0.4])


def _furrows(plate: Image.Image, line: list[Point], ink: str) -> None:
    """Lines along both banks, as on the cover: brick on the left one, cornflower on the right one."""
    pen = ImageDraw.Draw(plate)
    for k in range(9):
        left, right = _bands(line, 0.19 + 0.042 * k * (1 + 0.03 * k))
        side = {"brick": left, "cornflower": right}.get(ink, [])
        for start, end in pairwise(side):
            width = max(1, round((5.2 - 0.35 * k) / start[1]))
            pen.line((seen(start), seen(end)), fill=int(215 - 12 * k), width=width)


def lay_mist(plates: dict[str, Image.Image]) -> None:
    """A bank of mist over the valley's far end: ink thins out there on every plate."""
    noise = wave(77, 4, 3.0)
    veil = Image.new("L", (W, H), 255)
    height = int(0.26 * H)
    thin = [math.cos(math.pi * (y + 0.5) / height) ** 2 for y in range(height)]
    band = Image.frombytes("L", (1, height), bytes(int(255 * share) for share in thin))
    for x in range(W):
        veil.paste(band, (x, int(H * (0.490 + 0.016 * noise(x / W)))))
    for name, plate in plates.items():
        plates[name] = ImageChops.multiply(plate, veil)


def print_sky(plates: dict[str, Image.Image]) -> None:
    """A pale sky, warmer towards the hills, and the sun's disc."""
    gradient = Image.linear_gradient("L").resize((W, H))
    plates["cornflower"].paste(gradient.point([max(0, 96 - v) * 70 // 96 for v in range(256)]))
    plates["brick"].paste(gradient.point([max(0, min(v, 150) - 30) * 34 // 120 for v in range(256)]))
    x, y, radius = 0.655 * W, 0.352 * H, 0.105 * H
    ImageDraw.Draw(plates["brick"]).ellipse((x - radius, y - radius, x + radius, y + radius), fill=168)
    ImageDraw.Draw(plates["cornflower"]).ellipse((x - radius, y - radius, x + radius, y + radius), fill=0)


def bite(plate: Image.Image, seed: int) -> Image.Image:
    """Turn tone into grain as resin does in aquatint: the ink stands in specks, denser where it is darker."""
    draw = random.Random(seed)
    size = (W * 3 // 4, H * 3 // 4)
    noise = Image.frombytes("L", size, draw.randbytes(size[0] * size[1]))
    grain = noise.resize((W, H), Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(0.8))
    rough = ImageChops.add(plate, grain, 1, -128)
    sharp = rough.point([min(255, max(0, (v - 128) * 3 + 128)) for v in range(256)])
    return Image.composite(sharp, plate, plate.point([min(150, v * 3) for v in range(256)]))


def pull(plates: dict[str, Image.Image]) -> Image.Image:
    """Print the plates on the paper, one ink through the other."""
    sheet = Image.new("RGB", (W, H), PAPER)
    for name, plate in plates.items():
        ink = Image.new("RGB", (W, H), PLATES[name])
        white = Image.new("RGB", (W, H), (255, 255, 255))
        sheet = ImageChops.multiply(sheet, Image.composite(ink, white, plate))
    return sheet.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


def draw_landscape() -> None:
    """Write landscape.jpg in sRGB."""
    plates = {name: Image.new("L", (W, H), 0) for name in PLATES}
    print_sky(plates)
    for k, ridge in enumerate(RIDGES):
        print_ridge(plates, ridge, SEED + k)
    print_valley(plates)
    lay_mist(plates)
    for k, bank in enumerate(BANKS):
        print_ridge(plates, bank, SEED + 50 + k)
    for k, (name, plate) in enumerate(plates.items()):
        uneven = ImageChops.multiply(plate, clouds(SEED + 90 + k, 4, 215, 255))
        plates[name] = bite(uneven, SEED + 70 + k)
    pull(plates).save(IMAGES / "landscape.jpg", quality=78, optimize=True, dpi=(333, 333))


if __name__ == "__main__":
    draw_landscape()
