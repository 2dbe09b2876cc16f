"""Takes composed pages, gives the PDF that is mailed: small, and tagged so that it can be read aloud."""

from __future__ import annotations

from dataclasses import replace

from layout.draw.document import Drawn
from layout.draw.visible_drawings import pare_drawings
from layout.model.diagnostic import Diagnostic
from layout.model.layout import Layout
from layout.model.products.edition import Edition
from layout.output.access.finish import finish_mail
from layout.output.access.sizes import fit
from layout.pipeline.composing import Composed, stop_on_errors, tell_problems
from layout.pipeline.covers import read_covers
from layout.pipeline.drawing import prepare_drawing
from layout.pipeline.files import output_name
from layout.pipeline.product import ProductWishes, unreported


def make(composed: Composed, edition: Edition, wishes: ProductWishes) -> bytes:
    """The finished PDF, its pictures lowered as far as a limit asks; raises Rejected where it cannot be."""
    if wishes.limit is None:
        return _make_once(composed, edition, wishes)
    silent = replace(wishes, report=unreported)
    return fit(
        lambda step: _make_once(composed, step, silent), edition, wishes.limit, composed.brochure.where
    )


def _make_once(composed: Composed, edition: Edition, wishes: ProductWishes) -> bytes:
    draw = prepare_drawing(composed, edition, wishes.watch)

    def draw_pared(layout: Layout) -> Drawn:
        return draw(pare_drawings(layout))

    body = draw_pared(composed.body)
    with wishes.watch("tags"):
        problems: list[Diagnostic] = []
        covers = read_covers(composed, draw_pared, problems)
        stop_on_errors(problems)
        pdf = finish_mail(composed.brochure, composed.body, body.pdf, body.leaves, *covers)
    if composed.brochure.covers.designed:
        # The judge takes longer to load than all else; our own pages need none, tests hold them to it.
        from layout.pipeline.checks.designed import judge_designed_mail

        with wishes.watch("preflight"):
            name = output_name(composed.brochure, edition)
            tell_problems(judge_designed_mail(composed.brochure, pdf, name), wishes.report)
    return pdf
