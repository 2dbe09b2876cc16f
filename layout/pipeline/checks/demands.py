"""Takes a theme and a printer's profile, gives what the one lacks for the other; looks at no page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from layout.draw.ink import ink_count, takes_spot
from layout.model.colour import Colour
from layout.model.diagnostic import Diagnostic, Severity, Span
from layout.model.products.printer import PrinterProfile
from layout.model.theme import TextStyle, Theme
from layout.model.units import mm
from layout.model.values import Extent, Listed, Millimetres, Percent, Points, Values

ROUNDING = 0.01


def check_demands(
    theme: Theme, printer: PrinterProfile, where: Span, stout: Callable[[TextStyle], float]
) -> tuple[Diagnostic, ...]:
    """Errors where the theme cannot be printed so, notes where its print differs from the screen.

    `stout` tells by how much a style's letters look like larger regular ones to a press, or smaller.
    """
    return (
        *_trim(theme, printer, where),
        *_bleed(theme, printer, where),
        *_ink(theme, printer, where),
        *_spots(theme, printer, where),
        *_small_text(theme, printer, where, stout),
    )


def _trim(theme: Theme, printer: PrinterProfile, where: Span) -> Iterator[Diagnostic]:
    size = (theme.page.width, theme.page.height)
    if printer.trim and any(abs(a - b) > mm(0.15) for a, b in zip(size, printer.trim, strict=True)):
        values = {"found": Extent(*size), "wanted": Extent(*printer.trim)}
        sides = {"width": Millimetres(printer.trim[0]), "height": Millimetres(printer.trim[1])}
        yield Diagnostic(
            "press-trim", where, {"printer": _name(printer), "theme": theme.name, **values, **sides}
        )


def _bleed(theme: Theme, printer: PrinterProfile, where: Span) -> Iterator[Diagnostic]:
    if theme.page.bleed < printer.bleed - ROUNDING:
        values = {"found": Millimetres(theme.page.bleed, 2), "wanted": Millimetres(printer.bleed, 2)}
        yield Diagnostic("press-bleed", where, {"printer": _name(printer), "theme": theme.name, **values})


def _ink(theme: Theme, printer: PrinterProfile, where: Span) -> Iterator[Diagnostic]:
    """A colour may be a rich black, as long as its inks together keep the limit."""
    for name, colour in theme.colours.items():
        ink = 1.0 if _is_spot(colour, printer) else sum(colour.cmyk)
        if ink > printer.ink_limit + 1e-6:
            values: Values = {"colour": name, "found": Percent(ink), "limit": Percent(printer.ink_limit)}
            yield Diagnostic("press-ink", where, {"printer": _name(printer), **values})


def _spots(theme: Theme, printer: PrinterProfile, where: Span) -> Iterator[Diagnostic]:
    substitutes: dict[str, Colour] = {}
    for name, colour in theme.colours.items():
        if colour.spot is None:
            continue
        values = {"colour": name, "ink": colour.spot, "printer": _name(printer)}
        if not takes_spot(colour.spot, printer):
            yield Diagnostic("press-spot", where, values, Severity.NOTE)
        elif substitutes.setdefault(colour.spot, colour).cmyk != colour.cmyk:
            yield Diagnostic("press-spot-unequal", where, values)


def _small_text(
    theme: Theme, printer: PrinterProfile, where: Span, stout: Callable[[TextStyle], float]
) -> Iterator[Diagnostic]:
    """Colours of several inks in which small text is set: such text is printed in black."""
    found: dict[str, None] = {}
    for style in theme.styles.values():
        if style.size * stout(style) >= printer.one_ink_text:
            continue
        names = theme.accents.values() if style.colour == "accent" else (theme.colour_name(style.colour),)
        found.update((name, None) for name in names if ink_count(theme.colours[name], printer) > 1)
    if found:
        values: Values = {
            "colours": Listed(tuple(found)),
            "size": Points(printer.one_ink_text),
            "printer": _name(printer),
        }
        yield Diagnostic("press-small-text", where, values, Severity.NOTE)


def _is_spot(colour: Colour, printer: PrinterProfile) -> bool:
    return colour.spot is not None and takes_spot(colour.spot, printer)


def _name(printer: PrinterProfile) -> str:
    return printer.shop or printer.name
