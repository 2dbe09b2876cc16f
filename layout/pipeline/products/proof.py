"""Takes composed pages, gives the proof: pages on sheets to write on, lines numbered, changes marked."""

from __future__ import annotations

from layout.compose.proof.lists import list_pages
from layout.compose.proof.number_lines import number_lines
from layout.compose.proof.sheets import HEIGHT, WIDTH, overlay_pages, place_page
from layout.draw.document import draw_document
from layout.lang.hyphenation.divide import Hyphenator
from layout.model.geometry import Rect
from layout.model.layout import Layout, LayoutPage, StructNode
from layout.model.products.edition import Edition
from layout.model.products.proof import NumberedLine
from layout.model.theme import Theme
from layout.output.proof.lay_pages import lay_pages
from layout.pipeline.composing import Composed
from layout.pipeline.drawing import document_info, draw_bound, prepare_drawing
from layout.pipeline.translation.proof_notes import note_proof
from layout.pipeline.wishes import ProductWishes, unreported
from layout.text.paragraph import Typesetter


def make(composed: Composed, edition: Edition, wishes: ProductWishes) -> bytes:
    """The finished PDF; raises Rejected where a cover cannot be had, or not what was approved."""
    draw = prepare_drawing(composed, edition, wishes)
    pages = draw_bound(composed, draw, wishes)
    with wishes.watch("proof"):
        sheets = _draw_sheets(composed, edition)
        return lay_pages(sheets, pages, _target)


def _target(width: float, height: float) -> tuple[Rect, float]:
    place = place_page(width, height)
    return place.target(width, height), place.scale


def proof_lines(composed: Composed) -> tuple[NumberedLine, ...]:
    """The lines of a proof with their numbers and places."""
    return number_lines(_bound_layouts(composed), composed.brochure.languages)


def _bound_layouts(composed: Composed) -> tuple[Layout, ...]:
    """A layout for each page of the bound file; of a designer's cover an empty one."""
    front, back = composed.covers
    covers = composed.brochure.covers
    before = () if covers.front is None else (front or _empty(composed.body),)
    after = () if covers.back is None else (back or _empty(composed.body),)
    return (*before, composed.body, *after)


def _empty(body: Layout) -> Layout:
    """A page of which nothing is known but its size."""
    return _layout(body.width, body.height, (LayoutPage(0, ()),))


def _layout(width: float, height: float, pages: tuple[LayoutPage, ...]) -> Layout:
    return Layout(
        width=width,
        height=height,
        bleed=0.0,
        pages=pages,
        structure=StructNode(tag="Document"),
        outline=(),
    )


def _draw_sheets(composed: Composed, edition: Edition) -> bytes:
    notes = note_proof(composed)
    languages, theme = composed.brochure.languages, Theme()
    hyphenators = {language: Hyphenator(language) for language in languages}
    typesetter = Typesetter(composed.faces, theme, hyphenators, unreported)
    style = theme.styles["caption"]
    face = composed.faces.face(style.family, style.weight, style.italic)
    lines = proof_lines(composed)
    overlays = overlay_pages(_bound_layouts(composed), lines, notes.marks, face, notes.title)
    lists = list_pages(notes, languages, typesetter, face, lines)
    sheets = _layout(WIDTH, HEIGHT, (*overlays, *lists))
    info = document_info(composed.brochure)
    return draw_document(sheets, edition, info, composed.faces.records(), {}).pdf
