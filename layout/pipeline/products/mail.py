"""Takes composed pages, gives the PDF that is mailed: small, tagged to be read aloud, and judged."""

from __future__ import annotations

from layout.compose.bind import bind
from layout.draw.visible_drawings import pare_drawings
from layout.model.diagnostic import Diagnostic
from layout.model.products.edition import Edition
from layout.output.access.finish import finish_mail
from layout.output.access.sizes import fit
from layout.pipeline.checks.designed import judge_finished_mail
from layout.pipeline.composing import Composed, tell_problems
from layout.pipeline.covers import read_covers
from layout.pipeline.drawing import prepare_drawing
from layout.pipeline.files import output_name
from layout.pipeline.wishes import ProductWishes


def make(composed: Composed, edition: Edition, wishes: ProductWishes) -> bytes:
    """The finished PDF, its pictures lowered as far as a limit asks; raises Rejected where it cannot be."""
    problems: list[Diagnostic] = []
    covers = read_covers(composed, None, problems)
    tell_problems(problems, wishes.report)
    brochure = composed.brochure
    front, back = composed.covers
    layout = pare_drawings(bind(front, composed.body, back))

    def build(step: Edition) -> bytes:
        drawn = prepare_drawing(composed, step, wishes.watch)(layout)
        with wishes.watch("tags"):
            return finish_mail(brochure, layout, drawn.pdf, drawn.leaves, *covers)

    pdf = build(edition) if wishes.limit is None else fit(build, edition, wishes.limit, brochure.where)
    with wishes.watch("preflight"):
        name = output_name(brochure, edition)
        tell_problems(judge_finished_mail(brochure, pdf, name, wishes.recall), wishes.report)
    return pdf
