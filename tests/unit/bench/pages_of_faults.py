"""Sets given lines in two columns with a bare ReportLab canvas, each space and fault where a test put it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = Path(__file__).parents[3] / "fonts" / "lato"
SIZE, LEADING, WIDTH, TOP = 9, 12, 168.0, 540
LEFT = (36.0, 218.0)
END = "¶"
"""Ends the last line of a paragraph: not drawn, and the line is not justified."""

POLISH = [
    "# Nowy plan miasta",
    "Rada miasta przyjęła nowy plan rozwoju",
    "terenów nad rzeką oraz zasady, według",
    "których będą oceniane kolejne wnioski",
    "mieszkańców całej aglomeracji.¶",
    "Przez kolejne lata teren był zamknięty",
    "dla wszystkich, którzy tam chodzili od",
    "dawna i nad wodą.¶",
]
CZECH = [
    "# Nový plán města",
    "Rada města přijala nový plán rozvoje",
    "území podél řeky a také zásady, podle",
    "kterých budou hodnoceny další žádosti",
    "obyvatel celé aglomerace.¶",
    "Během dalších let bylo území uzavřené",
    "pro všechny, kteří tam chodili odjakživa",
    "pěšky a u vody.¶",
]


@dataclass
class Specimen:
    """Pages of lines for each column; a heading starts with `# `; an empty line is a line left blank."""

    columns: tuple[list[list[str]], list[list[str]]]
    sources: tuple[list[str], list[str]]
    scale: float = 100.0
    shift: dict[str, float] = field(default_factory=dict)
    """Points by which a line that contains the key is moved right."""

    def write(self, folder: Path) -> tuple[Path, Path]:
        """The PDF and the content folder."""
        for name in ("Regular", "Bold"):
            pdfmetrics.registerFont(TTFont(f"Lato-{name}", str(FONTS / f"Lato-{name}.ttf")))
        path = folder / "specimen.pdf"
        canvas = Canvas(str(path), pagesize=(420, 595))
        for number in range(max(len(column) for column in self.columns)):
            for side, column in enumerate(self.columns):
                if number < len(column):
                    self._draw_column(canvas, LEFT[side], column[number])
            canvas.showPage()
        canvas.save()
        return path, write_source(folder / "content", *self.sources)

    def _draw_column(self, canvas: Canvas, left: float, lines: list[str]) -> None:
        for number, line in enumerate(lines):
            heading = line.startswith("# ")
            words = line.removeprefix("# ").removesuffix(END)
            if not words:
                continue
            face = "Lato-Bold" if heading else "Lato-Regular"
            text = canvas.beginText()
            text.setFont(face, SIZE)
            text.setHorizScale(self.scale)
            moved = next((by for part, by in self.shift.items() if part in line), 0)
            text.setTextOrigin(left + moved, TOP - number * LEADING)
            if not heading and not line.endswith(END):
                text.setWordSpace(100 * stretched_by(words, self.scale) / self.scale)
            text.textOut(words)
            canvas.drawText(text)


def stretched_by(words: str, scale: float = 100.0) -> float:
    """Points on paper added to each space so that the line fills the column."""
    natural = pdfmetrics.stringWidth(words, "Lato-Regular", SIZE) * scale / 100
    return (WIDTH - natural) / max(1, words.count(" "))


def write_source(folder: Path, polish: list[str], czech: list[str]) -> Path:
    """A content folder of one section; a heading starts with `# `."""
    folder.mkdir()
    entries = []
    for pl, cs in zip(polish, czech, strict=True):
        kind = "heading" if pl.startswith("# ") else "paragraph"
        sides = [side.removeprefix("# ").replace('"', '\\"') for side in (pl, cs)]
        entries.append(f'- {kind}: {{pl: "{sides[0]}", cs: "{sides[1]}"}}\n')
    (folder / "text.yaml").write_text("".join(entries), "utf-8")
    (folder / "brochure.yaml").write_text("languages: [pl, cs]\nsections: [text.yaml]\n", "utf-8")
    return folder


def as_source(lines: list[str]) -> list[str]:
    """The blocks of lines that were broken at spaces only; `¬` at a line end joins a word broken there."""
    blocks: list[str] = []
    open_block = False
    for line in filter(None, lines):
        words = line.removesuffix(END)
        if open_block:
            blocks[-1] = blocks[-1][:-1] + words if blocks[-1].endswith("¬") else f"{blocks[-1]} {words}"
        else:
            blocks.append(words)
        open_block = not line.endswith(END) and not line.startswith("# ")
    return blocks


def drawn(lines: list[str], hyphen: str = "\u00ad") -> list[str]:
    """The lines with `¬` drawn as a hyphen."""
    return [line.replace("¬", hyphen) for line in lines]
