"""What is wished of products beyond their edition; makes none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from layout.model.diagnostic import Diagnostic
from layout.model.products.handout import HANDOUT, Handout
from layout.model.products.imposition import Job
from layout.model.products.printer import PrinterProfile
from layout.model.records import Struct
from layout.pipeline.composing import Watch, unwatched

if TYPE_CHECKING:
    from layout.preflight.gathering.recall import Recall


def unreported(_: Diagnostic) -> None:
    """Reports to nobody."""


class ProductWishes(Struct, frozen=True, kw_only=True):
    """What is wished of products beyond their edition; each heeds what concerns it.

    `report` gets what there is to say but errors. A product for a press is made for `shop`, or for any that
    has no wishes; with `convert_covers` a designer's cover in RGB is put into its inks where that is safe. A
    mail edition has at most `limit` bytes. A `handout` comes on the sheets of `job`, by default on A4. The
    file is meant for `folder`. Pages that `recall` knows of another product are not judged again.
    """

    watch: Watch = unwatched
    report: Callable[[Diagnostic], None] = unreported
    shop: PrinterProfile | None = None
    convert_covers: bool = False
    limit: int | None = None
    handout: Handout = HANDOUT
    job: Job | None = None
    folder: Path = Path()
    recall: Recall | None = None
