"""Takes a page's items, gives its content stream; knows glyphs, paths and pictures, decides no position."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from layout.draw.embedding import EmbeddedFace
from layout.draw.ink import KNOCKOUT, Inks
from layout.draw.picture import SOURCE_KEY
from layout.draw.shapes import Resources, ShapeWriter
from layout.model.layout import (
    ARTIFACT,
    ArtifactKind,
    ArtworkItem,
    Box,
    DrawingItem,
    ImageItem,
    Item,
    StructNode,
    TextItem,
)
from layout.model.shapes import Ink, Line, LineRun

ARTIFACTS: Mapping[ArtifactKind, str] = {
    ArtifactKind.LAYOUT: "/Type /Layout",
    ArtifactKind.HEADER: "/Type /Pagination /Subtype /Header",
    ArtifactKind.FOOTER: "/Type /Pagination /Subtype /Footer",
}
"""How each kind is marked."""


class ContentWriter:
    """Writes the stream of one page of `height` points; text state is set only when it changes."""

    def __init__(
        self,
        height: float,
        inks: Inks,
        face: Callable[[str], EmbeddedFace],
        picture: Callable[[ImageItem | ArtworkItem], tuple[str, Box]],
        tags: Mapping[int, StructNode] | None,
        resources: Resources,
        margin: float,
    ) -> None:
        """`margin` is how far from the sheet's lower left corner the page's lies, in points."""
        self._height = height
        self._resources = resources
        self._margin = margin
        self._inks = inks
        self._face = face
        self._picture = picture
        self._tags = tags
        self._state: dict[str, str] = {"overprint": KNOCKOUT}
        self._ink: Ink | None = None
        self._key = ""
        self._code: list[str] = []
        self._open: int | str | None = None
        self.leaves: list[int] = []
        """The structure leaf of each marked-content identifier of the page, in order."""

    def write(self, item: Item) -> None:
        """Adds one item."""
        if isinstance(item, TextItem):
            self._text(item)
            return
        if state := self._set("overprint", KNOCKOUT):
            self._code.append(state)
            self._ink = None
        self._mark(item.leaf, ArtifactKind.LAYOUT)
        if isinstance(item, DrawingItem):
            self._drawing(item)
        else:
            self._image(item)

    def stream(self) -> str:
        """The operators of all items."""
        return "\n".join([*self._code, "EMC"] if self._open is not None else self._code)

    def _mark(self, leaf: int, artifact: ArtifactKind) -> None:
        """Opens the marked content of `leaf`, or of an artifact, where it is not the one open."""
        wanted = ARTIFACTS[artifact] if leaf == ARTIFACT else leaf
        if self._tags is None or wanted == self._open:
            return
        if self._open is not None:
            self._code.append("EMC")
        self._open = wanted
        if leaf == ARTIFACT:
            self._code.append(f"/Artifact <<{wanted}>> BDC")
            return
        self._code.append(f"/{self._tags[leaf].tag} <</MCID {len(self.leaves)}>> BDC")
        self.leaves.append(leaf)

    def _set(self, name: str, operator: str) -> str:
        """`operator` where it changes the text state `name`, else nothing."""
        if self._state.get(name) == operator:
            return ""
        self._state[name] = operator
        return operator + " "

    def _text(self, item: TextItem) -> None:
        line = item.line
        x, y = item.x + line.x, self._height - item.y
        for run in line.runs:
            leaf = item.leaf if item.leaf == ARTIFACT else item.leaf + run.ink.part
            self._mark(leaf, item.artifact)
            at = f"1 0 0 1 {x:.3f} {y + run.ink.rise:.3f} Tm"
            pen, shapes = self._pen(run, line), self._shapes(run, line)
            if self._tags is not None and not line.inside and run is line.runs[-1]:
                shapes += self._face(run.shapes[0].face).word_space()
            self._code.append(f"BT {pen}{at} [{shapes}]TJ ET")
            if len(line.runs) > 1:
                x += line.width_of(run)

    def _pen(self, run: LineRun, line: Line) -> str:
        """What changes of the text state from the run before to this one."""
        scale = f"{line.scale * 100:.5g} Tz"
        ink, key = run.ink, run.shapes[0].face
        if ink is self._ink and key == self._key:
            return self._set("scale", scale)
        self._ink, self._key = ink, key
        face = self._face(key)
        name = face.name
        state, fill = self._inks.text(ink.colour, ink.size * face.stoutness)
        return (
            self._set("font", f"/{name} {ink.size:.4g} Tf")
            + self._set("overprint", state)
            + self._set("fill", fill)
            + self._set("scale", scale)
            + self._set("tracking", f"{ink.tracking * ink.size / 1000:.4g} Tc")
        )

    def _shapes(self, run: LineRun, line: Line) -> str:
        face = self._face(run.shapes[0].face)
        gap = ""
        parts = []
        for shape in run.shapes:
            if shape.space:
                gap = gap or face.encode(shape, run.ink.size) + self._widening(shape.width, run, line)
                parts.append(gap)
            else:
                parts.append(face.encode(shape, run.ink.size))
        return "".join(parts)

    def _widening(self, natural: float, run: LineRun, line: Line) -> str:
        """The TJ number that makes a word space as wide as the line wants it, letter scaling undone."""
        tracking = run.ink.tracking
        wanted = (natural + tracking) * line.space / line.scale
        return f"{natural + tracking - wanted:.1f}"

    def _drawing(self, item: DrawingItem) -> None:
        box, drawing = item.box, item.drawing
        across, down = box.width / drawing.width, box.height / drawing.height
        self._code.append("q")
        self._clip(item.clip)
        left, top = box.x, self._height - box.y
        self._code.append(f"{across:.6g} 0 0 {-down:.6g} {left:.3f} {top:.3f} cm")
        finest = self._inks.finest / max(min(across, down), 1e-6)
        base = (across, 0.0, 0.0, -down, left + self._margin, top + self._margin)
        size = (drawing.width, drawing.height)
        writer = ShapeWriter(self._inks, self._resources, base, size, finest)
        single = drawing.one_colour if self._inks.single else None
        shapes = writer.write(drawing.paths if single is None else single)
        self._code.append(_told(item.file, shapes) if item.file else shapes)
        self._code.append("Q")

    def _image(self, item: ImageItem | ArtworkItem) -> None:
        name, box = self._picture(item)
        self._code.append("q")
        if item.clip != box:
            self._clip(item.clip)
        bottom = self._height - box.y - box.height
        matrix = f"{box.width:.3f} 0 0 {box.height:.3f} {box.x:.3f} {bottom:.3f}"
        shown = f"/{name} Do"
        self._code.append(
            f"{matrix} cm {_told(item.file, shown) if isinstance(item, ArtworkItem) else shown} Q"
        )

    def _clip(self, box: Box | None) -> None:
        if box is not None:
            bottom = self._height - box.y - box.height
            self._code.append(f"{box.x:.3f} {bottom:.3f} {box.width:.3f} {box.height:.3f} re W n")


def _told(file: str, operators: str) -> str:
    """Operators that say of which file they were made."""
    said = file.encode("utf-16-be").hex()
    return f"/Szpalta <</{SOURCE_KEY} <feff{said}>>> BDC\n{operators}\nEMC"
