"""Takes any finished PDF and a job, writes its pages laid on sheets; takes the place of no other file."""

from __future__ import annotations

from pathlib import Path

from layout.model.diagnostic import Diagnostic, Rejected, Span
from layout.model.products.imposition import Job
from layout.output.imposition.impose import impose
from layout.pipeline.files import write_atomically

HEADER_WITHIN = 1024
"""Bytes in which a PDF's header stands (ISO 32000-1, Annex H, note 13)."""


def impose_file(source: Path, output: Path, job: Job) -> tuple[Diagnostic, ...]:
    """Writes the sheets of `source` to `output`, gives what there is to say of them.

    Raises Rejected where they cannot be made, or would take the place of their source or of what is no PDF.
    """
    _keep_files(source, output)
    imposed = impose(source, job, str(source))
    write_atomically(output, imposed.pdf)
    return imposed.diagnostics


def _keep_files(source: Path, output: Path) -> None:
    if source.exists() and output.exists() and output.samefile(source):
        raise Rejected.one("impose-onto-source", Span(str(output)))
    if output.is_file():
        with output.open("rb") as file:
            start = file.read(HEADER_WITHIN)
        if start and b"%PDF-" not in start:
            raise Rejected.one("impose-onto-other", Span(str(output)))
