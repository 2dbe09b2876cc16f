"""Takes composed pages, an edition and what is wished, gives the product; loads no other product."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol

from layout.model.diagnostic import Diagnostic, Rejected
from layout.model.products.edition import Edition
from layout.model.products.handout import HANDOUT, Handout
from layout.model.products.imposition import Job
from layout.model.products.printer import PrinterProfile
from layout.pipeline.composing import Composed, Watch, tell_problems, unwatched
from layout.pipeline.files import output_name


def unreported(_: Diagnostic) -> None:
    """Reports to nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductWishes:
    """What is wished of products beyond their edition; each heeds what concerns it.

    `report` gets what there is to say but errors. A product for a press is made for `shop`, or for any that
    has no wishes; with `convert_covers` a designer's cover in RGB is put into its inks where that is safe. A
    mail edition has at most `limit` bytes. A `handout` comes on the sheets of `job`, by default on A4. The
    file is meant for `folder`.
    """

    watch: Watch = unwatched
    report: Callable[[Diagnostic], None] = unreported
    shop: PrinterProfile | None = None
    convert_covers: bool = False
    limit: int | None = None
    handout: Handout = HANDOUT
    job: Job | None = None
    folder: Path = Path()


class Maker(Protocol):
    """The function `make` of a product's module; raises Rejected where it cannot be made."""

    def __call__(self, composed: Composed, edition: Edition, wishes: ProductWishes) -> bytes:
        """The finished file."""


def make_product(composed: Composed, edition: Edition, wishes: ProductWishes | None = None) -> bytes:
    """The finished file of one edition; raises Rejected where it cannot be made, or not of a draft."""
    if composed.brochure.draft and (edition.bleed or edition.tagged):
        raise Rejected.one("draft-not-final", composed.brochure.where, edition=edition.name)
    maker: Maker = import_module(f"layout.pipeline.products.{edition.product}").make
    wishes = wishes or ProductWishes()
    pdf = maker(composed, edition, wishes)
    if composed.brochure.publicity is not None:
        # The judge takes long to load; whoever names no programme does not need it here.
        from layout.pipeline.checks.publicity import judge_product

        name = output_name(composed.brochure, edition, wishes.handout)
        with wishes.watch("publicity"):
            tell_problems(judge_product(composed, pdf, name), wishes.report)
    return pdf
