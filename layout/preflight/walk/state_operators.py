"""Operators that set the graphics state, colours and marked content (ISO 32000-1, 8.4.4, 8.6.8, 14.6)."""

from __future__ import annotations

from layout.model.geometry import Matrix, multiply
from layout.model.records import replace
from layout.preflight.facts import Tag
from layout.preflight.graphics.colour import CMYK, DEFAULTS, GRAY, RGB, Space, initial
from layout.preflight.reading import objects as pdf
from layout.preflight.reading.limits import OverLimitError
from layout.preflight.reading.operators import Operand
from layout.preflight.sightings import SOURCE_KEY
from layout.preflight.walk.forms import run_mask
from layout.preflight.walk.state import SetColour
from layout.preflight.walk.walker import MAX_STATES, Operator, Walker

DEEPEST = 28
"""Graphics states that a content stream may hold saved (ISO 32000-1, annex C)."""
INTENTS = ("RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation")
"""Rendering intents (ISO 32000-1, table 70)."""


def number(operand: Operand) -> float:
    """A number among the operands; raises TypeError for anything else."""
    if not isinstance(operand, float):
        raise TypeError("number")
    return operand


_REAL = {float}


def numbers(operands: list[Operand], count: int) -> tuple[float, ...]:
    """The last `count` operands as numbers; raises ValueError where there are fewer, TypeError for others."""
    if len(operands) < count:
        raise ValueError("operands")
    taken = operands[len(operands) - count :]
    if not _REAL.issuperset(map(type, taken)):
        raise TypeError("number")
    return tuple(taken)  # type: ignore[arg-type]


def matrix(operands: list[Operand]) -> Matrix:
    """Six operands as a matrix."""
    a, b, c, d, e, f = numbers(operands, 6)
    return (a, b, c, d, e, f)


def _save(walker: Walker, operands: list[Operand]) -> None:
    walker.push()
    if len(walker.states) - walker.floor > DEEPEST:
        walker.collector.see("limit", f"q {DEEPEST + 1}", walker.place)


def _restore(walker: Walker, operands: list[Operand]) -> None:
    walker.pop()


def _transform(walker: Walker, operands: list[Operand]) -> None:
    walker.state.ctm = multiply(matrix(operands), walker.state.ctm)


def _set_width(walker: Walker, operands: list[Operand]) -> None:
    walker.state.line_width = abs(number(operands[-1]))


def _set_intent(walker: Walker, operands: list[Operand]) -> None:
    note_intent(walker, str(operands[-1])[1:])


def note_intent(walker: Walker, intent: str) -> None:
    """Notes a rendering intent that PDF does not know, which a reader takes for another."""
    if intent not in INTENTS:
        walker.collector.see("rendering-intent", intent, walker.place)


def _pass(walker: Walker, operands: list[Operand]) -> None:
    return


def _set_external(walker: Walker, operands: list[Operand]) -> None:
    found = pdf.dictionary(walker.resource("ExtGState", operands[-1]))
    state = walker.state
    for key, value in pdf.items(found):
        setter = _EXTERNAL.get(key)
        if setter is not None:
            setter(walker, value)
        elif key in _NOTED:
            _note(walker, key, value)
    if "/OP" in found and "/op" not in found:
        state.overprint_fill = state.overprint_stroke
    state.change_paint()


def _note(walker: Walker, key: str, value: object) -> None:
    said = pdf.name(value)
    if said not in _NOTED[key] and not (key == "HT" and _is_plain_halftone(value)):
        what = "halftone" if key in ("HT", "HTP") else "transfer"
        walker.collector.see(what, f"{key} {said}".strip(), walker.place)


_NOTED = {"TR": (), "TR2": ("Default",), "HT": ("Default",), "HTP": ()}
"""Keys of a graphics state that the printer must decide, with the values that leave it to him."""

_PLAIN = ("Cyan", "Magenta", "Yellow", "Black", "Gray")
"""Parts of a halftone of type 5 that need no transfer function of their own (ISO 32000-1, 10.5.5.6)."""


def _is_plain_halftone(value: object) -> bool:
    """Types 1 and 5 without a name or a needless transfer function, the parts of type 5 too."""
    found = pdf.dictionary(value)
    if pdf.integer(pdf.entry(found, "HalftoneType")) != 5:
        return _is_plain_screen(found) and "/TransferFunction" not in found
    parts = [(key, pdf.dictionary(part)) for key, part in pdf.items(found)]
    return "/HalftoneName" not in found and all(
        _is_plain_screen(part) and ("/TransferFunction" not in part or key not in _PLAIN)
        for key, part in parts
        if part
    )


def _is_plain_screen(found: pdf.Dictionary) -> bool:
    return pdf.integer(pdf.entry(found, "HalftoneType")) == 1 and "/HalftoneName" not in found


def _external_width(walker: Walker, value: object) -> None:
    walker.state.line_width = abs(pdf.number(value, 1.0))


def _external_stroke_overprint(walker: Walker, value: object) -> None:
    walker.state.overprint_stroke = pdf.truth(value)


def _external_fill_overprint(walker: Walker, value: object) -> None:
    walker.state.overprint_fill = pdf.truth(value)


def _external_mode(walker: Walker, value: object) -> None:
    walker.state.nonzero = pdf.integer(value) == 1


def _external_stroke_alpha(walker: Walker, value: object) -> None:
    walker.state.alpha_stroke = pdf.number(value, 1.0)
    if walker.state.alpha_stroke != 1.0:
        walker.collector.see("transparency", f"CA {walker.state.alpha_stroke:g}", walker.place)


def _external_fill_alpha(walker: Walker, value: object) -> None:
    walker.state.alpha_fill = pdf.number(value, 1.0)
    if walker.state.alpha_fill != 1.0:
        walker.collector.see("transparency", f"ca {walker.state.alpha_fill:g}", walker.place)


BLEND_MODES = frozenset(
    [
        "Normal",
        "Compatible",
        "Multiply",
        "Screen",
        "Overlay",
        "Darken",
        "Lighten",
        "ColorDodge",
        "ColorBurn",
        "HardLight",
        "SoftLight",
        "Difference",
        "Exclusion",
        "Hue",
        "Saturation",
        "Color",
        "Luminosity",
    ]
)
"""ISO 32000-1, tables 136 and 137."""


def _external_blend(walker: Walker, value: object) -> None:
    names = [pdf.name(item) for item in pdf.array(value)]
    mode = pdf.name(value) or (names[0] if names else "Normal")
    for said in names or [mode]:
        if said not in BLEND_MODES:
            walker.collector.see("blend", said, walker.place)
    walker.state.blend = "Normal" if mode == "Compatible" else mode
    if walker.state.blend != "Normal":
        walker.collector.see("transparency", f"BM {mode}", walker.place)


def _external_mask(walker: Walker, value: object) -> None:
    walker.state.masked = pdf.name(value) != "None"
    if walker.state.masked:
        walker.collector.see("transparency", "SMask", walker.place)
        run_mask(walker, value)


def _external_font(walker: Walker, value: object) -> None:
    members = pdf.array(value)
    if len(members) == 2:
        walker.state.font, walker.state.font_index = walker.font_of(members[0])
        walker.state.size = pdf.number(members[1])


def _external_intent(walker: Walker, value: object) -> None:
    note_intent(walker, pdf.name(value))


_EXTERNAL = {
    "LW": _external_width,
    "OP": _external_stroke_overprint,
    "op": _external_fill_overprint,
    "OPM": _external_mode,
    "CA": _external_stroke_alpha,
    "ca": _external_fill_alpha,
    "BM": _external_blend,
    "SMask": _external_mask,
    "Font": _external_font,
    "RI": _external_intent,
}


def _set_fill(walker: Walker, colour: SetColour) -> None:
    if not walker.scope.uncoloured:
        walker.state.fill, walker.state.fill_paint = colour, None


def _set_stroke(walker: Walker, colour: SetColour) -> None:
    if not walker.scope.uncoloured:
        walker.state.stroke, walker.state.stroke_paint = colour, None


def _fill_space(walker: Walker, operands: list[Operand]) -> None:
    space = walker.space(operands[-1])
    _set_fill(walker, SetColour(space, initial(space)))


def _stroke_space(walker: Walker, operands: list[Operand]) -> None:
    space = walker.space(operands[-1])
    _set_stroke(walker, SetColour(space, initial(space)))


def _colour(space: Space, operands: list[Operand]) -> SetColour:
    components = tuple(operand for operand in operands if isinstance(operand, float))
    pattern = operands[-1] if operands and isinstance(operands[-1], str) else ""
    if not pattern and len(components) < space.components:
        raise ValueError("components")
    return SetColour(space, components, pattern)


def _fill_colour(walker: Walker, operands: list[Operand]) -> None:
    _set_fill(walker, _colour(walker.state.fill.space, operands))


def _stroke_colour(walker: Walker, operands: list[Operand]) -> None:
    _set_stroke(walker, _colour(walker.state.stroke.space, operands))


def _device(space: Space, stroke: bool) -> Operator:
    setter = _set_stroke if stroke else _set_fill

    def run(walker: Walker, operands: list[Operand]) -> None:
        meant = walker.category("ColorSpace").get(DEFAULTS[space.family])
        used = space if meant is None else walker.space_of(meant)
        setter(walker, SetColour(used, numbers(operands, space.components)))

    return run


def _begin(walker: Walker, operands: list[Operand]) -> None:
    before = walker.tag
    artifact = before.artifact or operands[-1] == "/Artifact"
    if operands[-1] == "/Artifact" and before.mcid >= 0:
        _note_artifact(walker, before.mcid)
    _enter(walker, replace(before, artifact=artifact))


def _begin_with(walker: Walker, operands: list[Operand]) -> None:
    kind, properties = operands[-2], operands[-1]
    before = walker.tag
    mcid, language, file = -1, "", before.file
    if isinstance(properties, dict):
        number_found, language_found = properties.get("/MCID"), properties.get("/Lang")
        mcid = int(number_found) if isinstance(number_found, float) else -1
        language = language_found.decode("latin-1") if isinstance(language_found, bytes) else ""
        file = _words(properties.get(f"/{SOURCE_KEY}")) or file
    elif isinstance(properties, str):
        found = pdf.dictionary(walker.category("Properties").get(properties))
        mcid = pdf.integer(pdf.entry(found, "MCID"), -1)
        language = pdf.text(pdf.entry(found, "Lang"))
    if mcid >= 0:
        walker.collector.mcids.add((walker.scope.owner, mcid))
        if before.artifact:
            _note_artifact(walker, mcid)
        _enter(walker, Tag(walker.scope.owner, mcid, False, language, file))
    else:
        artifact = kind == "/Artifact" or before.artifact
        if kind == "/Artifact" and before.mcid >= 0:
            _note_artifact(walker, before.mcid)
        _enter(walker, Tag(before.owner, before.mcid, artifact, language or before.language, file))


def _words(value: Operand) -> str:
    """A text string among operands (ISO 32000-1, 7.9.2.2)."""
    if not isinstance(value, bytes):
        return ""
    wide = value.startswith(b"\xfe\xff")
    return value[2:].decode("utf-16-be", "replace") if wide else value.decode("latin-1")


def _note_artifact(walker: Walker, mcid: int) -> None:
    """Notes an artifact inside tagged content, or the other way round."""
    walker.collector.see("artifact", f"MCID {mcid}", walker.place)


def _enter(walker: Walker, tag: Tag) -> None:
    if len(walker.tags) >= MAX_STATES:
        raise OverLimitError("depth")
    walker.tags.append(walker.tag)
    walker.tag = tag


def _end(walker: Walker, operands: list[Operand]) -> None:
    walker.tag = walker.tags.pop()


SETTING: dict[bytes, Operator] = {
    b"q": _save,
    b"Q": _restore,
    b"cm": _transform,
    b"w": _set_width,
    b"gs": _set_external,
    b"ri": _set_intent,
    b"cs": _fill_space,
    b"CS": _stroke_space,
    b"sc": _fill_colour,
    b"scn": _fill_colour,
    b"SC": _stroke_colour,
    b"SCN": _stroke_colour,
    b"g": _device(GRAY, False),
    b"G": _device(GRAY, True),
    b"rg": _device(RGB, False),
    b"RG": _device(RGB, True),
    b"k": _device(CMYK, False),
    b"K": _device(CMYK, True),
    b"BMC": _begin,
    b"BDC": _begin_with,
    b"EMC": _end,
    **dict.fromkeys((b"J", b"j", b"M", b"d", b"i", b"MP", b"DP", b"BX", b"EX"), _pass),
}
