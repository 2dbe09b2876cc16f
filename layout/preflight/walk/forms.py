"""Takes forms, pattern cells, glyph procedures and soft masks, walks their contents where they are used."""

from __future__ import annotations

from layout.model.geometry import NOWHERE, Rect, meet, multiply, transform_box
from layout.model.records import replace
from layout.preflight.reading import objects as pdf
from layout.preflight.reading.boxes import read_box, read_matrix
from layout.preflight.sightings import WHOLE_PAGE, Subject
from layout.preflight.walk.state import BLACK, SetColour
from layout.preflight.walk.walker import Walker

_FORBIDDEN = {
    "OPI": "opi",
    "PS": "postscript",
    "Ref": "reference",
    "Alternates": "alternates",
}
"""Keys of an XObject that a file for print must not have, with the sighting each makes."""


def note_xobject(walker: Walker, found: pdf.Dictionary, subject: Subject, box: Rect | None) -> None:
    """Notes what an image or a form carries that print must not have."""
    for key, what in _FORBIDDEN.items():
        if f"/{key}" in found:
            walker.collector.see(what, key, walker.place, box, subject)
    if pdf.name(pdf.entry(found, "Subtype2")) == "PS":
        walker.collector.see("postscript", "PS", walker.place, box, subject)


def note_group(walker: Walker, value: object, page: bool = False) -> None:
    """Notes a transparency group and the space it blends in (ISO 32000-1, 11.6.6)."""
    group = pdf.dictionary(value)
    if pdf.name(pdf.entry(group, "S")) != "Transparency":
        return
    walker.collector.see("page-group" if page else "transparency", "Group", walker.place)
    raw = pdf.raw(group, "CS")
    if pdf.resolve(raw) is not None:
        short = pdf.name(raw)
        space = walker.space(f"/{short}") if short else walker.space_of(raw)
        walker.collector.add_space(space, "group", walker.place, None)


def run_form(walker: Walker, value: object, name: str) -> None:
    """A form XObject where it is painted; clipped by its box. Raises OverLimitError."""
    stream = pdf.stream(value)
    if stream is None:
        return
    matrix = read_matrix(pdf.entry(stream, "Matrix"))
    box = read_box(pdf.entry(stream, "BBox"))
    area = None if box is None else transform_box(multiply(matrix, walker.state.ctm), box)
    note_xobject(walker, stream, WHOLE_PAGE, area)
    with walker.inside(value, f"form {name}", pdf.raw(stream, "Resources"), matrix) as entered:
        if not entered:
            return
        note_group(walker, pdf.raw(stream, "Group"))
        clip_to(walker, box)
        owner = pdf.object_number(value)
        walker.scope = replace(walker.scope, owner=owner)
        if "/StructParents" in stream:
            walker.collector.forms[owner] = pdf.integer(pdf.entry(stream, "StructParents"), -1)
        walker.run(walker.data(stream))


def clip_to(walker: Walker, box: Rect | None) -> None:
    """Narrows the clip to a box in user space; nothing is left of it where they do not meet."""
    if box is not None:
        state = walker.state
        state.clip = meet(state.clip, transform_box(state.ctm, box)) or NOWHERE


def run_cell(walker: Walker, colour: SetColour, area: Rect) -> None:
    """A tiling pattern's cell, all in it counting as painted all over `area`; alike uses once a page."""
    value = walker.category("Pattern").get(colour.pattern)
    stream = pdf.stream(value)
    collector, state = walker.collector, walker.state
    seen = meet(state.clip, area)
    if stream is None or seen is None or pdf.integer(pdf.entry(stream, "PatternType")) != 1:
        return
    over = collector.over or seen
    where = tuple(round(side) for side in over) if collector.is_near_edge(over) else ()
    key = (pdf.identity(value), colour.components, where)
    if key in walker.walked:
        return
    walker.walked.add(key)
    kept, collector.over, state.ctm = (collector.over, state.ctm), over, walker.scope.base
    matrix, name = read_matrix(pdf.entry(stream, "Matrix")), f"pattern {colour.pattern[1:]}"
    try:
        with walker.inside(value, name, pdf.raw(stream, "Resources"), matrix) as entered:
            if entered:
                _start_cell(walker, stream, colour)
                walker.run(walker.data(stream))
    finally:
        collector.over, state.ctm = kept


def _start_cell(walker: Walker, stream: pdf.Dictionary, colour: SetColour) -> None:
    """An uncoloured cell is painted in the components given with the pattern (ISO 32000-1, 8.7.3.3)."""
    state = walker.state
    state.clip = transform_box(state.ctm, read_box(pdf.entry(stream, "BBox")) or UNIT)
    uncoloured = pdf.integer(pdf.entry(stream, "PaintType"), 1) == 2
    walker.scope = replace(walker.scope, uncoloured=uncoloured)
    base = colour.space.base
    inside = SetColour(base, colour.components) if uncoloured and base is not None else BLACK
    state.fill = state.stroke = inside
    state.change_paint()


UNIT = Rect(0.0, 0.0, 1.0, 1.0)


def run_mask(walker: Walker, value: object) -> None:
    """A soft mask's group, once a page: its spaces and faults count, its marks paint nothing."""
    group = pdf.raw(pdf.dictionary(value), "G")
    stream = pdf.stream(group)
    key = (pdf.identity(group),)
    if stream is None or key in walker.walked:
        return
    walker.walked.add(key)
    collector = walker.collector
    silent, collector.silent = collector.silent, True
    try:
        run_form(walker, group, "soft mask")
    finally:
        collector.silent = silent
