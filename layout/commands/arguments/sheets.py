"""Takes a click command, gives it the options that say how pages are laid on sheets, as one argument."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from math import isfinite
from typing import Any, TypeVar

import click

from layout.commands.arguments.usage import Misuse
from layout.model.products.imposition import A4, Job, Scheme, paper_thickness
from layout.model.records import Struct
from layout.model.units import mm

F = TypeVar("F", bound=Callable[..., Any])

SHEETS = {"A4": A4, "A3": (mm(297), mm(420)), "SRA3": (mm(320), mm(450)), "pages": None}
"""Sheets by name; `pages` cuts the sheet to the pages it holds."""


class Amount(click.FloatRange):
    """A number within limits; one that is no number (NaN) is outside of all."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        number = super().convert(value, param, ctx)
        if not isfinite(number):
            self.fail(f"{value!r} is no number", param, ctx)
        return number


_OPTIONS = (
    click.option("--sheet", type=click.Choice(list(SHEETS)), default="A4", show_default=True),
    click.option("--paper", type=Amount(0, 500), default=0.0),
    click.option("--thickness", type=Amount(0, 2), default=0.0),
    click.option("--signature", type=click.IntRange(1)),
    click.option("--fold-marks", is_flag=True),
    click.option("--staple-marks", is_flag=True),
    click.option("--unprintable", type=Amount(0, 30), default=0.0),
    click.option("--alignment", is_flag=True),
)


class Wishes(Struct, frozen=True, kw_only=True):
    """What a user said about sheets; `asked` tells whether anything."""

    sheet: str
    paper: float
    thickness: float
    signature: int | None
    fold_marks: bool
    staple_marks: bool
    unprintable: float
    alignment: bool

    @property
    def asked(self) -> bool:
        return self != Wishes(
            sheet="A4",
            paper=0.0,
            thickness=0.0,
            signature=None,
            fold_marks=False,
            staple_marks=False,
            unprintable=0.0,
            alignment=False,
        )

    def refuse_unheeded(self, scheme: Scheme) -> None:
        """Raises Misuse where something was said about folding and `scheme` folds nothing."""
        folding = {
            "--paper": self.paper,
            "--thickness": self.thickness,
            "--signature": self.signature,
            "--fold-marks": self.fold_marks,
            "--staple-marks": self.staple_marks,
        }
        options = ", ".join(option for option, asked in folding.items() if asked)
        if options and scheme is not Scheme.BOOKLET:
            raise Misuse("usage-folded-only", click.get_current_context(), options=options)
        if self.paper and self.thickness:
            raise Misuse("usage-paper-twice", click.get_current_context())

    def job(self, scheme: Scheme, press: bool = False) -> Job:
        """The job of laying pages out by `scheme`."""
        return Job(
            scheme=scheme,
            sheet=SHEETS[self.sheet],
            paper=mm(self.thickness) or paper_thickness(self.paper),
            signature=self.signature,
            fold_marks=self.fold_marks,
            staple_marks=self.staple_marks,
            unprintable=mm(self.unprintable),
            press=press,
            alignment=self.alignment,
        )


def with_sheets(command: F) -> F:
    """`command` with the options of sheets, given to it as `wishes`."""

    @wraps(command)
    def run(**arguments: Any) -> None:
        wishes = Wishes(**{name: arguments.pop(name) for name in Wishes.__struct_fields__})
        command(wishes=wishes, **arguments)

    for option in reversed(_OPTIONS):
        run = option(run)
    return run  # type: ignore[return-value]
