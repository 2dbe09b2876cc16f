"""Takes pages composed for a host, gives the handout: those pages laid on the sheets of a common printer."""

from __future__ import annotations

from layout.compose.handouts.handout import warn_of_colours
from layout.draw.grey import grey_levels
from layout.model.products.edition import Edition
from layout.model.products.handout import SCHEMES
from layout.model.products.imposition import Job
from layout.model.records import replace
from layout.output.imposition.impose import impose
from layout.pipeline.composing import Composed
from layout.pipeline.drawing import draw_bound, prepare_drawing
from layout.pipeline.files import output_name
from layout.pipeline.wishes import ProductWishes


def make(composed: Composed, edition: Edition, wishes: ProductWishes) -> bytes:
    """The sheets of the handout that is wished; raises Rejected where they cannot be made."""
    handout, greys = wishes.handout, None
    if handout.grey:
        edition, greys = replace(edition, space="grey"), grey_levels(composed.theme)
        for diagnostic in warn_of_colours(composed.brochure):
            wishes.report(diagnostic)
    draw = prepare_drawing(composed, edition, wishes, greys=greys)
    pdf = draw_bound(composed, draw, wishes)
    job = wishes.job or Job(scheme=SCHEMES[handout.form])
    with wishes.watch("sheets"):
        imposed = impose(pdf, job, output_name(composed.brochure, edition, handout))
    for diagnostic in imposed.diagnostics:
        wishes.report(diagnostic)
    return imposed.pdf
