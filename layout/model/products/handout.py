"""A handout as data: what a host asks of it, and which of that changes its pages."""

from __future__ import annotations

from enum import Enum

from layout.model.products.imposition import Scheme
from layout.model.records import Struct


class Form(Enum):
    """How a handout comes on paper: folded, two pages a side, set anew for A4, or page by page."""

    BOOKLET = "booklet"
    TWO_UP = "2up"
    A4 = "a4"
    PLAIN = "plain"


SCHEMES = {
    Form.BOOKLET: Scheme.BOOKLET,
    Form.TWO_UP: Scheme.TWO_UP,
    Form.A4: Scheme.PLAIN,
    Form.PLAIN: Scheme.PLAIN,
}
"""How the pages of each form are laid out on sheets."""


class Handout(Struct, frozen=True):
    """What is asked of a handout.

    `grey` prints without colours, `ink_save` without full-bleed backgrounds. With `language` it speaks
    that one alone, in `columns` columns: one wide one, or two that the text runs through.
    """

    form: Form = Form.BOOKLET
    grey: bool = False
    ink_save: bool = False
    language: str | None = None
    columns: int = 1

    @property
    def recomposed(self) -> bool:
        """Whether its pages are not those of the brochure's other products."""
        return self.form is Form.A4 or self.ink_save or self.grey or self.language is not None

    @property
    def suffix(self) -> str:
        """What its file's name has after `handout`; nothing for the plain booklet."""
        parts = (
            "" if self.form is Form.BOOKLET else self.form.value,
            self.language or "",
            f"{self.columns}-columns" if self.columns > 1 else "",
            "grey" if self.grey else "",
            "ink-save" if self.ink_save else "",
        )
        return "".join(f"-{part}" for part in parts if part)


HANDOUT = Handout()
"""The plain booklet."""
