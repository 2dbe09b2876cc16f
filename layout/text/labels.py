"""Takes a drawing's labels, gives them set in faces at hand, and what to know of it; wraps no line."""

from __future__ import annotations

from collections.abc import Iterable

from layout.model.diagnostic import Diagnostic, Severity, Span
from layout.model.drawing import Drawing, Group, Label, LabelWords, Part, SetWords, Shape
from layout.model.records import Struct, replace
from layout.text.faces import Face, Faces

_WEIGHTS = {
    "thin": 100,
    "light": 300,
    "regular": 400,
    "medium": 500,
    "semibold": 600,
    "bold": 700,
    "black": 900,
}
_GENERIC = frozenset({"serif", "sans-serif", "cursive", "fantasy", "monospace", "system-ui", ""})
"""Families that any face is good for (CSS Fonts 4, 2.1)."""


class _Setting(Struct):
    """One drawing being set: the faces, the family for unknown ones, and what was found out."""

    faces: Faces
    families: frozenset[str]
    usual: str
    replaced: dict[str, None]
    lacking: dict[str, None]


def set_labels(
    drawing: Drawing, faces: Faces, families: frozenset[str], usual: str, where: Span
) -> tuple[Drawing, tuple[Diagnostic, ...]]:
    """The drawing with glyphs for words, those of families that are not among `families` in the `usual` one.

    Notes say which were replaced; a label with a character that its face lacks stays for the renderer, and is
    a mistake where no face has it.
    """
    if not _has_letters(drawing.paths):
        return drawing, ()
    setting = _Setting(faces, families, usual, {}, {})
    shapes = tuple(_set(drawing.paths, setting))
    values = {"file": where.file, "family": usual}
    told = [
        Diagnostic("svg-family", where, {**values, "wanted": family}, Severity.NOTE)
        for family in setting.replaced
    ]
    if setting.lacking:
        characters = ", ".join(f"{one} (U+{ord(one):04X})" for one in setting.lacking)
        told.append(Diagnostic("svg-glyph", where, {**values, "characters": characters[:120]}))
    return replace(drawing, paths=shapes), tuple(told)


def _has_letters(shapes: Iterable[Shape]) -> bool:
    return any(
        isinstance(shape, Label)
        or (isinstance(shape, Part) and bool(shape.letters))
        or (isinstance(shape, Group) and _has_letters(shape.shapes))
        for shape in shapes
    )


def _set(shapes: Iterable[Shape], setting: _Setting) -> Iterable[Shape]:
    for shape in shapes:
        if isinstance(shape, Group):
            yield replace(shape, shapes=tuple(_set(shape.shapes, setting)))
        elif isinstance(shape, Part):
            setting.lacking |= dict.fromkeys(one for one in shape.letters if not setting.faces.have(one))
            yield shape
        elif isinstance(shape, Label):
            yield from _label(shape, setting)
        else:
            yield shape


def _label(label: Label, setting: _Setting) -> Iterable[Shape]:
    """The label's words one after another, from where their whole width puts the first."""
    made: list[SetWords] = []
    x, y = 0.0, 0.0
    for words in label.words:
        face = _face(words, setting)
        lacking = [one for one in words.text if not face.has(one)]
        if lacking:
            setting.lacking |= dict.fromkeys(one for one in lacking if not setting.faces.have(one))
            return [label.picture]
        x, y = x + words.dx, y + words.dy
        shape = face.shape(words.text)
        one = SetWords(
            glyphs=(shape,),
            x=x,
            y=y,
            size=words.size,
            colour=words.colour,
            tracking=words.tracking,
            matrix=label.matrix,
        )
        made.append(one)
        x += one.width
    start = label.x - x * label.anchor
    return [replace(one, x=start + one.x, y=label.y + one.y) for one in made]


def _face(words: LabelWords, setting: _Setting) -> Face:
    known = {family.lower(): family for family in setting.families}
    wanted = next((known[one.lower()] for one in words.families if one.lower() in known), None)
    if wanted is None:
        named = next((one for one in words.families if one.lower() not in _GENERIC), None)
        if named is not None:
            setting.replaced[named] = None
    family = wanted or setting.usual
    weights = sorted(_WEIGHTS, key=lambda weight: abs(_WEIGHTS[weight] - words.weight))
    return setting.faces.nearest(family, weights, words.italic)
