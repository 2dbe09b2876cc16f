"""Takes any finished PDF and a job, writes its pages laid on sheets; takes the place of no source."""

from __future__ import annotations

from pathlib import Path

from layout.model.diagnostic import Diagnostic, Rejected, Span
from layout.model.products.imposition import Job
from layout.output.imposition.impose import impose
from layout.pipeline.files import write_product


def impose_file(source: Path, output: Path, job: Job) -> tuple[Diagnostic, ...]:
    """Writes the sheets of `source` to `output`, gives what there is to say of them.

    Raises Rejected where they cannot be made, or would take the place of their source or of what is no PDF.
    """
    if source.exists() and output.exists() and output.samefile(source):
        raise Rejected.one("impose-onto-source", Span(str(output)))
    imposed = impose(source, job, str(source))
    write_product(output, imposed.pdf)
    return imposed.diagnostics
