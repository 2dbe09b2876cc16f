"""Takes composed pages and what a host asks for, gives the handout: pages laid on sheets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from layout.compose.handouts.handout import warn_of_colours
from layout.model.diagnostic import Diagnostic
from layout.model.edition import EDITIONS
from layout.model.handout import Handout
from layout.model.imposition import Job
from layout.pipeline.building import build_edition
from layout.pipeline.composing import Composed, Watch, unwatched


def build_handout(
    composed: Composed,
    handout: Handout,
    job: Job,
    name: str,
    report: Callable[[Diagnostic], None],
    watch: Watch = unwatched,
) -> bytes:
    """The sheets of `handout`, whose pages were composed for it; `name` is the file's name in messages.

    Raises Rejected where they cannot be made; what the host should know goes to `report`.
    """
    from layout.output.imposition.impose import impose

    edition = EDITIONS["handout"]
    if handout.grey:
        edition = replace(edition, space="grey")
        for diagnostic in warn_of_colours(composed.brochure):
            report(diagnostic)
    pdf = build_edition(composed, edition, watch, report=report)
    with watch("sheets"):
        imposed = impose(pdf, job, name)
    for diagnostic in imposed.diagnostics:
        report(diagnostic)
    return imposed.pdf
