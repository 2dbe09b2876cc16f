"""Takes a page that is to be placed in a product, gives what keeps it out, and its colours; draws none."""

from __future__ import annotations

from layout.model.diagnostic import Severity
from layout.model.products.printer import PrinterProfile
from layout.preflight.graphics.colour import Space
from layout.preflight.inspection import inspect_file
from layout.preflight.rules.judgement import judge
from layout.preflight.rules.rule import PROFILES, profile_for


def find_unfit(pdf: bytes, printer: PrinterProfile | None) -> tuple[str, ...]:
    """The rules of print, or without a printer of mail, that keep a page from being placed as it is.

    Only those that a picture of the page would keep: of colours, transparency, and what is no PDF/X or PDF/A.
    """
    report = judge(
        inspect_file(pdf, render=False), PROFILES["mail"] if printer is None else profile_for(printer)
    )
    errors = (found.rule for found in report.findings if found.severity is Severity.ERROR)
    return tuple(dict.fromkeys(rule for rule in errors if rule.startswith(_OF_LOOKS) or rule in _OF_PARTS))


def list_spaces(pdf: bytes) -> tuple[str, ...]:
    """The colour models that a PDF paints in: RGB, CMYK, grey, or what a profile or a spot ink is called."""
    found = (
        _name(use.space)
        for page in inspect_file(pdf, render=False).pages
        for use in page.spaces
        if use.role != "group"
    )
    return tuple(dict.fromkeys(one for one in found if one))


def _name(space: Space) -> str:
    if space.family in {"Separation", "DeviceN"}:
        return ", ".join(space.names) or space.family
    if space.family == "ICCBased":
        return _MODELS.get(space.profile, space.profile)
    if space.family in {"Indexed", "Pattern"}:
        return "" if len(space.chain) < 2 else _name(space.chain[1])
    return _MODELS.get(space.family, space.family)


_MODELS = {
    "DeviceRGB": "RGB",
    "DeviceCMYK": "CMYK",
    "DeviceGray": "grey",
    "CalRGB": "RGB",
    "CalGray": "grey",
    "GRAY": "grey",
}
_OF_LOOKS = ("colour-", "spot-", "ink-", "overprint-", "content-")
_OF_PARTS = frozenset(
    {
        "archive-blend",
        "archive-image",
        "font-program",
        "font-embedded",
        "font-glyph",
        "font-widths",
        "font-encoding",
        "font-composite",
        "font-subset",
        "pdf-alternates",
        "pdf-external",
        "pdf-filter",
        "pdf-halftone",
        "pdf-layers",
        "pdf-limits",
        "pdf-opi",
        "pdf-postscript",
        "pdf-reference",
        "pdf-transfer",
        "pdf-transparency",
        "render-intent",
        "line-thin",
        "text-inks",
        "text-small",
    }
)
