"""Pages with an EU emblem and a statement, drawn from the Style Guide, and their faults by rule."""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image as PillowImage
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = Path(__file__).resolve().parents[2] / "fonts"
FACES = {
    "Ubuntu": "ubuntu/Ubuntu_400Regular.ttf",
    "Ubuntu-Italic": "ubuntu/Ubuntu_400Regular_Italic.ttf",
    "Lato": "lato/Lato-Regular.ttf",
}
MM = 72 / 25.4
BLUE, YELLOW = (1.0, 0.8, 0.0, 0.0), (0.0, 0.0, 1.0, 0.0)
LIT_BLUE, LIT_YELLOW = (0.0, 51 / 255, 153 / 255), (1.0, 204 / 255, 0.0)
BLACK = (0.0, 0.0, 0.0, 1.0)
Colour = tuple[float, ...]
PL14 = "Projekt współfinansowany przez Unię Europejską z Europejskiego Funduszu Rozwoju Regionalnego."
CS14 = "Projekt spolufinancovaný Evropskou unií z Evropského fondu pro regionální rozvoj."
PL21, CS21 = "Współfinansowane przez Unię Europejską", "Spolufinancováno Evropskou unií"
Shades = tuple[tuple[int, int, int], tuple[int, int, int]]
"""Field and stars of an emblem of pixels."""
BLACK_STARS: Shades = ((255, 255, 255), (0, 0, 0))
WHITE_STARS: Shades = ((0, 51, 153), (255, 255, 255))
DARK: Shades = ((60, 60, 60), (205, 205, 205))
LIGHT: Shades = ((160, 160, 160), (255, 255, 255))
NEGATIVE: Shades = ((0, 0, 0), (255, 255, 255))
X, Y = 60 * MM, 60 * MM
"""The lower left corner of the emblem."""


def polish(canvas: Canvas) -> None:
    """Nothing more than the page has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmblemPage:
    """One page: an emblem `height` points high, and a statement below it."""

    height: float = 14 * MM
    aspect: float = 1.5
    field: Colour | None = BLUE
    star: Colour = YELLOW
    outline: Colour | None = None
    stars: int = 12
    ring: float = 1 / 3
    size: float = 1 / 18
    notch: float = math.sin(math.pi / 10) / math.sin(3 * math.pi / 10)
    twist: float = 0.0
    turn: float = 0.0
    skew: float = 0.0
    words: tuple[str, ...] = (PL14, CS14)
    face: str = "Ubuntu"
    type_size: float = 8.0
    ink: Colour = BLACK
    lean: float = 0.0
    mode: int = 0
    away: float = 4 * MM
    before: Callable[[Canvas], None] = polish
    after: Callable[[Canvas], None] = polish

    def pdf(self) -> bytes:
        """The page as a file."""
        for name, file in FACES.items():
            if name not in pdfmetrics.getRegisteredFontNames():
                pdfmetrics.registerFont(TTFont(name, str(FONTS / file)))
        out = io.BytesIO()
        canvas = Canvas(out, pagesize=(148 * MM, 210 * MM), invariant=True)
        self.before(canvas)
        if self.stars:
            self.draw_emblem(canvas)
        self.draw_words(canvas)
        self.after(canvas)
        canvas.showPage()
        canvas.save()
        return out.getvalue()

    def draw_emblem(self, canvas: Canvas, x: float = X, y: float = Y) -> None:
        """The emblem with its lower left corner at a place."""
        h, w = self.height, self.height * self.aspect
        with kept(canvas):
            canvas.translate(x + w / 2, y + h / 2)
            canvas.rotate(self.turn)
            canvas.skew(self.skew, 0)
            if self.field is not None:
                fill(canvas, self.field)
                canvas.rect(-w / 2, -h / 2, w, h, stroke=0, fill=1)
            if self.outline is not None:
                canvas.setStrokeColorCMYK(*self.outline)
                canvas.setLineWidth(h / 60)
                canvas.rect(-w / 2, -h / 2, w, h, stroke=1, fill=0)
            fill(canvas, self.star)
            for hour in range(self.stars):
                angle = math.tau * hour / self.stars
                self._star(canvas, self.ring * h * math.sin(angle), self.ring * h * math.cos(angle))

    def _star(self, canvas: Canvas, x: float, y: float) -> None:
        path = canvas.beginPath()
        for corner in range(10):
            reach = self.size * self.height * (self.notch if corner % 2 else 1)
            angle = math.radians(self.twist) + math.pi * corner / 5
            place = (x + reach * math.sin(angle), y + reach * math.cos(angle))
            (path.lineTo if corner else path.moveTo)(*place)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)

    def draw_words(self, canvas: Canvas) -> None:
        """Each statement as lines of some words, the first column left of the second."""
        for column, words in enumerate(self.words):
            fill(canvas, self.ink)
            canvas.setStrokeColorCMYK(0, 0, 0, 1)
            canvas.setLineWidth(0.4)
            for number, line in enumerate(_lines(words)):
                text = canvas.beginText()
                text.setFont(self.face, self.type_size)
                text.setTextRenderMode(self.mode)
                x, y = (14 + 60 * column) * MM, Y - self.away - self.type_size * (1 + 1.5 * number)
                text.setTextTransform(1, 0, self.lean, 1, x, y)
                text.textOut(line)
                canvas.drawText(text)


def _lines(words: str, width: int = 38) -> Iterator[str]:
    line = ""
    for word in words.split():
        if len(line) + len(word) > width:
            yield line.strip()
            line = ""
        line += f"{word} "
    yield line.strip()


@contextmanager
def kept(canvas: Canvas) -> Iterator[None]:
    """The graphics state as it was, afterwards."""
    canvas.saveState()
    yield
    canvas.restoreState()


def fill(canvas: Canvas, colour: Colour) -> None:
    """Sets grey, RGB or CMYK."""
    {1: canvas.setFillGray, 3: canvas.setFillColorRGB, 4: canvas.setFillColorCMYK}[len(colour)](*colour)


def block(colour: Colour, x: float, y: float, w: float, h: float) -> Callable[[Canvas], None]:
    """What fills a rectangle."""

    def draw(canvas: Canvas) -> None:
        fill(canvas, colour)
        canvas.rect(x, y, w, h, stroke=0, fill=1)

    return draw


def both(*drawers: Callable[[Canvas], None]) -> Callable[[Canvas], None]:
    """One after the other."""

    def draw(canvas: Canvas) -> None:
        for one in drawers:
            one(canvas)

    return draw


def white_border(page: EmblemPage) -> Callable[[Canvas], None]:
    """A white rectangle a twenty-fifth of the height wider on each side than the emblem."""
    edge = page.height / 25
    return block((1.0,), X - edge, Y - edge, 1.5 * page.height + 2 * edge, page.height + 2 * edge)


def raster(
    ppi: float = 300,
    shades: Shades = ((0, 51, 153), (255, 204, 0)),
    outline: int = 0,
    strip: float = 0.0,
    mode: str = "RGB",
) -> Callable[[Canvas], None]:
    """The emblem as a picture of pixels, with an outline of so many, on a white strip so much wider."""
    from PIL import ImageDraw

    high = round(14 / 25.4 * ppi)
    picture = PillowImage.new("RGB", (round(1.5 * high), high), shades[0])
    pen = ImageDraw.Draw(picture)
    page = EmblemPage()
    for hour in range(12):
        angle = math.tau * hour / 12
        cx, cy = picture.width / 2 + high / 3 * math.sin(angle), high / 2 - high / 3 * math.cos(angle)
        corners = [
            (
                cx + high / 18 * (page.notch if k % 2 else 1) * math.sin(math.pi * k / 5),
                cy - high / 18 * (page.notch if k % 2 else 1) * math.cos(math.pi * k / 5),
            )
            for k in range(10)
        ]
        pen.polygon(corners, fill=shades[1])
    if outline:
        pen.rectangle((0, 0, picture.width - 1, high - 1), outline=(0, 0, 0), width=outline)
    wide = round(picture.width * (1 + strip))
    whole = PillowImage.new("RGB", (wide, high + (20 if strip else 0)), "white")
    whole.paste(picture, (0, 10 if strip else 0))

    def draw(canvas: Canvas) -> None:
        scale = 14 * MM / high
        canvas.drawImage(ImageReader(whole.convert(mode)), X, Y, whole.width * scale, whole.height * scale)

    return draw


def second_emblem(canvas: Canvas) -> None:
    """Another emblem beside the first."""
    EmblemPage().draw_emblem(canvas, X + 30 * MM, Y)


def rule_below(canvas: Canvas) -> None:
    """A line under the first line of the first statement, as underlining is drawn."""
    canvas.setLineWidth(0.5)
    y = Y - 4 * MM - 8 - 12 - 1.2
    canvas.line(14 * MM, y, 62 * MM, y)


def dense(canvas: Canvas) -> None:
    """Words that run over the emblem."""
    canvas.setFont("Ubuntu", 9)
    fill(canvas, BLACK)
    canvas.drawString(X + 2 * MM, Y + 5 * MM, "Projekt")


SOUND = EmblemPage()
LIT = replace(SOUND, field=LIT_BLUE, star=LIT_YELLOW, ink=(0.0, 0.0, 0.0))
SINGLE = replace(SOUND, field=None, star=(0.0,), outline=BLACK, ink=(0.0,))
MODERN = replace(SOUND, words=(PL21, CS21))
GROUND = block((0.1, 0.5, 0.6, 0.0), 40 * MM, 50 * MM, 70 * MM, 40 * MM)

FAULTS_2014: tuple[tuple[str, str, EmblemPage], ...] = (
    ("emblem", "absent", replace(SOUND, stars=0)),
    ("emblem-raster", "of pixels", replace(SOUND, stars=0, after=raster())),
    (
        "emblem-raster",
        "black, of pixels",
        replace(SOUND, stars=0, after=raster(shades=BLACK_STARS, outline=3)),
    ),
    (
        "emblem-one-colour",
        "black, of pixels, in colour",
        replace(
            SOUND,
            stars=0,
            before=block((0, 1, 1, 0), 0, 0, 20, 20),
            after=raster(shades=BLACK_STARS, outline=3),
        ),
    ),
    ("emblem-colour", "dark grey, of pixels", replace(SOUND, stars=0, after=raster(shades=DARK))),
    ("emblem-colour", "grey in a strip", replace(SOUND, stars=0, after=raster(strip=1.5, shades=DARK))),
    ("emblem-colour", "grey, of grey pixels", replace(SOUND, stars=0, after=raster(mode="L", shades=DARK))),
    ("emblem-colour", "light grey", replace(SOUND, stars=0, after=raster(shades=LIGHT))),
    ("emblem-colour", "white on black", replace(SOUND, stars=0, after=raster(shades=NEGATIVE))),
    ("emblem-colour", "black without outline", replace(SOUND, stars=0, after=raster(shades=BLACK_STARS))),
    ("emblem-raster", "grey and coarse", replace(SOUND, stars=0, after=raster(100, shades=DARK))),
    (
        "emblem-raster",
        "white on blue",
        replace(SOUND, stars=0, after=raster(shades=WHITE_STARS)),
    ),
    ("emblem-form", "wide", replace(SOUND, aspect=1.6)),
    ("emblem-form", "narrow", replace(SOUND, aspect=1.42)),
    ("emblem-form", "eleven stars", replace(SOUND, stars=11)),
    ("emblem-form", "fifteen stars", replace(SOUND, stars=15)),
    ("emblem-form", "wide ring", replace(SOUND, ring=0.38)),
    ("emblem-form", "large stars", replace(SOUND, size=1 / 14)),
    ("emblem-form", "fat stars", replace(SOUND, notch=0.6)),
    ("emblem-form", "turned stars", replace(SOUND, twist=15.0)),
    ("emblem-form", "skewed", replace(SOUND, skew=8.0)),
    ("emblem-upright", "turned a little", replace(SOUND, turn=5.0)),
    ("emblem-upright", "on its side", replace(SOUND, turn=90.0)),
    ("emblem-upright", "on its head", replace(SOUND, turn=180.0)),
    ("emblem-upright", "all stars on their heads", replace(SOUND, twist=36.0)),
    ("emblem-colour", "dark blue", replace(SOUND, field=(1.0, 0.9, 0.2, 0.1))),
    ("emblem-colour", "orange", replace(SOUND, star=(0.0, 0.3, 1.0, 0.0))),
    ("emblem-colour", "lit wrongly", replace(LIT, field=(0.0, 0.25, 0.6))),
    ("emblem-colour", "greys", replace(SOUND, field=(0.2,), star=(0.8,))),
    ("emblem-colour", "no outline", replace(SOUND, field=(1.0,), star=(0.0,))),
    (
        "emblem-one-colour",
        "black in colour",
        replace(SINGLE, before=GROUND and block((0, 1, 1, 0), 0, 0, 20, 20)),
    ),
    ("emblem-covered", "half", replace(SOUND, after=block((1.0,), X, Y, 10 * MM, 14 * MM))),
    ("emblem-covered", "wholly", replace(SOUND, after=block((1.0,), X, Y, 30 * MM, 14 * MM))),
    (
        "emblem-covered",
        "one star",
        replace(SOUND, after=block(BLUE, X + 9 * MM, Y + 10.5 * MM, 3 * MM, 3 * MM)),
    ),
    ("emblem-covered", "cut off", replace(SOUND, height=14 * MM, before=lambda c: c.translate(-65 * MM, 0))),
    ("emblem-border", "on colour", replace(SOUND, before=GROUND)),
    ("emblem-height", "small", replace(SOUND, height=9 * MM)),
    (
        "logo-size",
        "large logo",
        replace(SOUND, after=block((0, 1, 0, 0), 85 * MM, 60 * MM, 30 * MM, 20 * MM)),
    ),
    ("statement", "in Czech only", replace(SOUND, words=("Projekt dofinansowany.", CS14))),
    ("statement", "short", replace(SOUND, words=(PL14.replace("Unię Europejską", "UE"), CS14))),
    ("fund", "not named", replace(SOUND, words=(PL14, CS14.split(" z ")[0] + "."))),
    ("statement-beside", "far", replace(SOUND, away=30 * MM)),
    ("statement-overlap", "over it", replace(SOUND, after=dense)),
    ("statement-face", "Lato", replace(SOUND, face="Lato")),
    ("statement-style", "italic", replace(SOUND, face="Ubuntu-Italic")),
    ("statement-style", "leant", replace(SOUND, lean=0.2)),
    ("statement-style", "outlined", replace(SOUND, mode=2)),
    ("statement-style", "underlined", replace(SOUND, after=rule_below)),
    ("statement-colour", "red", replace(SOUND, ink=(0.0, 1.0, 1.0, 0.0))),
    ("statement-colour", "grey", replace(SOUND, ink=(0.5,))),
    ("statement-size", "tiny", replace(SOUND, type_size=4.0)),
    ("statement-size", "huge", replace(SOUND, type_size=34.0, away=1 * MM)),
    ("period", "of another", replace(SOUND, words=(f"{PL14} Program 2021–2027.", CS14))),
)
FAULTS_2021: tuple[tuple[str, str, EmblemPage], ...] = (
    ("second-mark", "two", replace(MODERN, after=second_emblem)),
    ("statement", "of 2014", replace(MODERN, words=("Unia Europejska", CS21))),
    ("statement", "shortened", replace(MODERN, words=(PL21, "Spolufinancováno EU"))),
    ("period", "of 2014", replace(MODERN, words=(f"{PL21} Interreg V-A", CS21))),
    ("statement-face", "Lato", replace(MODERN, face="Lato")),
)
