"""Takes shapes, gives them with nothing see-through, for presses; what has no plain form becomes a part."""

from __future__ import annotations

from collections.abc import Iterable

from layout.images.svg.bounds import is_rectangle, painted_box
from layout.model.colour import WHITE, Colour
from layout.model.drawing import ColourStop, Gradient, Group, Label, Paint, Part, Path, SetWords, Shape
from layout.model.geometry import Rect, contains, meet
from layout.model.records import replace


class _SeeThrough(Exception):
    """What lies below a see-through shape is not one colour."""


def flatten(shapes: Iterable[Shape]) -> tuple[Shape, ...]:
    """The same to look at on white paper, all opaque: colours mixed where one lies below, else parts."""
    return tuple(_Flattening().go(shapes, 1.0))


def _mix(colour: Colour, ground: Colour, opacity: float) -> Colour:
    def blend(over: tuple[float, ...], under: tuple[float, ...]) -> tuple[float, ...]:
        return tuple(round(a * opacity + b * (1 - opacity), 4) for a, b in zip(over, under, strict=True))

    cyan, magenta, yellow, black = blend(colour.cmyk, ground.cmyk)
    red, green, blue = blend(colour.rgb, ground.rgb)
    return Colour((cyan, magenta, yellow, black), (red, green, blue))


def _mixed(paint: Paint, ground: Colour, opacity: float) -> Paint:
    if isinstance(paint, Gradient):
        stops = tuple(ColourStop(stop.offset, _mix(stop.colour, ground, opacity)) for stop in paint.stops)
        return replace(paint, stops=stops)
    return _mix(paint, ground, opacity)


def _mix_path(path: Path, ground: Colour, opacity: float) -> Path:
    fill = None if path.fill is None else _mixed(path.fill, ground, opacity)
    stroke = path.stroke and replace(path.stroke, colour=_mixed(path.stroke.colour, ground, opacity))
    return replace(path, fill=fill, stroke=stroke)


class _Flattening:
    """Remembers what has been painted, and in which colour where that is one upright rectangle."""

    def __init__(self) -> None:
        self._painted: list[tuple[Rect, Colour | None]] = []

    def go(self, shapes: Iterable[Shape], opacity: float) -> list[Shape]:
        """Shapes over what is painted so far; all are painted through a veil of `opacity`."""
        made: list[Shape] = []
        for shape in shapes:
            made += self._one(shape, opacity)
        return made

    def _one(self, shape: Shape, opacity: float) -> list[Shape]:
        match shape:
            case Part() | Label():
                if opacity < 1:
                    raise _SeeThrough
                self._painted.append((_EVERYWHERE, None))
                part = shape.picture if isinstance(shape, Label) else shape
                return [replace(part, blends=True)]
            case Path():
                return [self._path(shape, opacity)]
            case SetWords():
                return [self._words(shape, opacity)]
        before = len(self._painted)
        try:
            return [self._group(shape, opacity)]
        except _SeeThrough:
            if shape.picture is None or opacity < 1:
                raise
            del self._painted[before:]
            self._painted.append((_EVERYWHERE, None))
            return [replace(shape.picture, blends=True)]

    def _group(self, group: Group, opacity: float) -> Shape:
        """A group; through a veil its shapes are mixed with one ground, so none may lie on one another's."""
        inside = opacity * group.opacity
        if inside == 1:
            shapes = self.go(group.shapes, 1.0)
        else:
            ground = self._ground(painted_box([group]))
            if any(_is_veil(shape) for shape in group.shapes) and len(group.shapes) > 1:
                raise _SeeThrough
            shapes = [shape for one in group.shapes for shape in _veiled(one, ground, inside)]
            box = painted_box([group])
            self._painted.append((box or _EVERYWHERE, None))
        if group.clips or group.matrix:
            # What is painted inside is less than it seems, and in units of its own.
            self._painted = [(box, None) for box, _ in self._painted]
        return replace(group, shapes=tuple(shapes), opacity=1.0, picture=None)

    def _path(self, path: Path, opacity: float) -> Path:
        box = painted_box([path])
        if box is None:
            return path
        if opacity < 1:
            path = _mix_path(path, self._ground(box), opacity)
        plain = path.stroke is None and isinstance(path.fill, Colour) and is_rectangle(path.segments)
        self._painted.append((box, path.fill if plain and isinstance(path.fill, Colour) else None))
        return path

    def _words(self, words: SetWords, opacity: float) -> SetWords:
        box = painted_box([words])
        if opacity < 1:
            words = replace(words, colour=_mix(words.colour, self._ground(box), opacity))
        self._painted.append((box or _EVERYWHERE, None))
        return words

    def _ground(self, box: Rect | None) -> Colour:
        """The one colour below a box; raises where there are several."""
        if box is None:
            return WHITE
        for below, colour in reversed(self._painted):
            shared = meet(below, box)
            if shared is None or shared.width <= 0 or shared.height <= 0:
                continue
            if colour is not None and contains(below, box):
                return colour
            raise _SeeThrough
        return WHITE


_EVERYWHERE = Rect(-1e7, -1e7, 1e7, 1e7)


def _is_veil(shape: Shape) -> bool:
    return isinstance(shape, (Part, Label)) or (
        isinstance(shape, Group) and (shape.opacity < 1 or any(_is_veil(one) for one in shape.shapes))
    )


def _veiled(shape: Shape, ground: Colour, opacity: float) -> list[Shape]:
    """A shape of a see-through group, over one ground."""
    match shape:
        case Part() | Label():
            raise _SeeThrough
        case SetWords():
            return [replace(shape, colour=_mix(shape.colour, ground, opacity))]
        case Path():
            return [_mix_path(shape, ground, opacity)]
    if any(_is_veil(one) for one in shape.shapes) and len(shape.shapes) > 1:
        raise _SeeThrough
    inside = opacity * shape.opacity
    shapes = tuple(made for one in shape.shapes for made in _veiled(one, ground, inside))
    return [replace(shape, shapes=shapes, opacity=1.0, picture=None)]
