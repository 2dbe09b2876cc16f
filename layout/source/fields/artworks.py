"""The keys by which a page of a document is chosen as a picture."""

from __future__ import annotations

from layout.model.content.looks import PageChoice, SheetBox
from layout.source.fields.scalars import Choice, Integer
from layout.source.fields.tables import Field, Given

PAGE_CHOICE = {
    "page": Field(Integer(1, 20_000), "The page of a PDF that is the picture.", default=1),
    "box": Field(
        Choice({box.value: box for box in SheetBox}),
        "The part of that page: `trim`, `bleed`, `crop`, `media` or `art`.",
        default=SheetBox.TRIM.value,
    ),
}


def read_choice(given: Given) -> PageChoice:
    """The page that the keys choose."""
    return PageChoice(given["page"], given["box"])
