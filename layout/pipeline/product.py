"""Takes composed pages, an edition and what is wished, gives the product; loads no other product."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol

from layout.model.diagnostic import Rejected
from layout.model.products.edition import Edition
from layout.pipeline.composing import Composed, stop_on_errors, tell_problems
from layout.pipeline.files import output_name
from layout.pipeline.translation.approved import find_unapproved
from layout.pipeline.translation.judging import as_errors, leaves_the_house
from layout.pipeline.wishes import ProductWishes


class Maker(Protocol):
    """The function `make` of a product's module; raises Rejected where it cannot be made."""

    def __call__(self, composed: Composed, edition: Edition, wishes: ProductWishes) -> bytes:
        """The finished file."""


def make_product(composed: Composed, edition: Edition, wishes: ProductWishes | None = None) -> bytes:
    """The finished file of one edition; raises Rejected where it cannot be made, or must not leave."""
    if composed.brochure.draft and (edition.bleed or edition.tagged):
        raise Rejected.one("draft-not-final", composed.brochure.where, edition=edition.name)
    wishes = wishes or ProductWishes()
    if leaves_the_house(edition):
        stop_on_errors(
            [*as_errors(composed.translation), *find_unapproved(composed.brochure, composed.pairs)]
        )
    else:
        for found in composed.translation:
            wishes.report(found)
    maker: Maker = import_module(f"layout.pipeline.products.{edition.product}").make
    pdf = maker(composed, edition, wishes)
    if composed.brochure.publicity is not None:
        # The judge takes long to load; whoever names no programme does not need it here.
        from layout.pipeline.checks.publicity import judge_product

        name = output_name(composed.brochure, edition, wishes.handout)
        with wishes.watch("publicity"):
            tell_problems(judge_product(composed, pdf, name, wishes.recall), wishes.report)
    return pdf
