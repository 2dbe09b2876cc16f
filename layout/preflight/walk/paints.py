"""Takes the colour in force, gives the paint it puts down: inks, overprint, transparency; never a mark."""

from __future__ import annotations

import math

from layout.model.records import replace
from layout.preflight.facts import Paint
from layout.preflight.graphics.colour import (
    UNKNOWN,
    Inks,
    Seen,
    Space,
    is_white,
    measure_inks,
    seen_colour,
    total,
)
from layout.preflight.graphics.functions import Function, evaluate, read_function
from layout.preflight.reading import objects as pdf
from layout.preflight.walk.state import SetColour, State
from layout.preflight.walk.walker import Walker

SAMPLES = 33
"""Points at which a gradient's inks are measured."""


def fill_paint(walker: Walker) -> Paint:
    """The paint of the fill colour."""
    state = walker.state
    if state.fill_paint is None:
        state.fill_paint = _make(walker, state.fill, stroked=False)
    return state.fill_paint


def stroke_paint(walker: Walker) -> Paint:
    """The paint of the stroke colour."""
    state = walker.state
    if state.stroke_paint is None:
        state.stroke_paint = _make(walker, state.stroke, stroked=True)
    return state.stroke_paint


def image_paint(walker: Walker, space: Space, inks: Inks | None) -> Paint:
    """The paint of an image that brings its own colours."""
    return paint_of(walker.state, space, inks, white=inks == (), patterned=True)


def paint_of(
    state: State,
    space: Space,
    inks: Inks | None,
    *,
    white: bool = False,
    patterned: bool = False,
    stroked: bool = False,
    seen: Seen | None = None,
) -> Paint:
    """Inks with all that the graphics state adds to them, for fills or for strokes."""
    alpha = state.alpha_stroke if stroked else state.alpha_fill
    opaque = alpha >= 1 and state.blend == "Normal" and not state.masked and not patterned
    return Paint(
        space=space,
        inks=inks,
        white=white,
        overprint=state.overprint_stroke if stroked else state.overprint_fill,
        nonzero=state.nonzero,
        alpha=alpha,
        blend=state.blend,
        masked=state.masked,
        patterned=patterned,
        seen=seen if opaque else None,
    )


def _make(walker: Walker, colour: SetColour, stroked: bool) -> Paint:
    state = walker.state
    pattern = walker.category("Pattern").get(colour.pattern) if colour.pattern else None
    key = (
        id(colour.space),
        colour.components,
        pdf.identity(pattern) if pattern is not None else 0,
        state.overprint_stroke if stroked else state.overprint_fill,
        state.nonzero,
        state.alpha_stroke if stroked else state.alpha_fill,
        state.blend,
        state.masked,
    )
    known = walker.library.paints.get(key)
    if known is not None:
        return known
    inks, white, space = _measure(walker, colour, pattern)
    made = paint_of(
        state,
        space,
        inks,
        white=white,
        patterned=bool(colour.pattern),
        stroked=stroked,
        seen=seen_colour(colour.space, colour.components),
    )
    if not colour.pattern:
        made = replace(made, components=tuple(colour.components))
    walker.library.kept.append((colour.space, pattern))
    walker.library.paints[key] = made
    return made


def _measure(walker: Walker, colour: SetColour, pattern: object) -> tuple[Inks | None, bool, Space]:
    if not colour.pattern:
        inks = measure_inks(colour.space, colour.components)
        return inks, is_white(colour.space, colour.components), colour.space
    found = pdf.dictionary(pattern)
    if pdf.integer(pdf.entry(found, "PatternType")) == 2:
        space, inks = read_shading(walker, pdf.raw(found, "Shading"))
        return inks, False, space
    if colour.space.base is not None and pdf.integer(pdf.entry(found, "PaintType")) == 2:
        return measure_inks(colour.space.base, colour.components), False, colour.space.base
    return (), False, colour.space


def read_shading(walker: Walker, value: object) -> tuple[Space, Inks | None]:
    """A shading's colour space and the heaviest inks found along it; None where they cannot be known."""
    key = pdf.identity(value)
    known = walker.library.shadings.get(key)
    if known is None:
        found = pdf.dictionary(value)
        raw = pdf.raw(found, "ColorSpace")
        name = pdf.name(raw)
        space = walker.space(f"/{name}") if name else walker.space_of(raw) if raw is not None else UNKNOWN
        known = (space, _heaviest(walker, found, space))
        walker.library.kept.append(value)
        walker.library.shadings[key] = known
    return known


def _heaviest(walker: Walker, shading: pdf.Dictionary, space: Space) -> Inks | None:
    function = pdf.raw(shading, "Function")
    read = read_function(function, walker.budget) if function is not None else None
    kind = pdf.integer(pdf.entry(shading, "ShadingType"))
    if read is not None and kind in (1, 2, 3):
        colours = _sample(read, pdf.numbers(pdf.entry(shading, "Domain")), 2 if kind == 1 else 1)
    elif kind >= 4 and function is None:
        colours = [_highest_corner(shading, space)]
    else:
        return None
    measured = [measure_inks(space, colour) for colour in colours]
    known = [inks for inks in measured if inks is not None]
    return max(known, key=total) if len(known) == len(measured) and known else None


def _sample(function: Function, domain: tuple[float, ...], inputs: int) -> list[tuple[float, ...]]:
    low, high = (domain[0], domain[1]) if len(domain) >= 2 else (0.0, 1.0)
    along = [low + (high - low) * step / (SAMPLES - 1) for step in range(SAMPLES)]
    if inputs == 1:
        return [evaluate(function, (x,)) for x in along]
    bottom, top = (domain[2], domain[3]) if len(domain) >= 4 else (0.0, 1.0)
    across = [bottom + (top - bottom) * step / 8 for step in range(9)]
    return [evaluate(function, (x, y)) for x in along[::4] for y in across]


def _highest_corner(shading: pdf.Dictionary, space: Space) -> tuple[float, ...]:
    """A mesh's colours cannot exceed what its Decode array allows (ISO 32000-1, 8.7.4.5.5)."""
    decode = pdf.numbers(pdf.entry(shading, "Decode"))[4:]
    highest = decode[1::2][: space.components]
    return tuple(x for x in highest if math.isfinite(x))
