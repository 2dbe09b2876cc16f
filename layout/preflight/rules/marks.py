"""Rules of fonts, images, text and lines: embedded, sharp, large and thick enough, clear of the knife."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from layout.model.diagnostic import Severity
from layout.model.geometry import Rect, contains, meet
from layout.model.values import Count, Listed, Millimetres, Points, Values
from layout.preflight.facts import PageFacts, Paint, PlacedImage, TextRun
from layout.preflight.rules.rule import PAINTED, Aim, Case, Gap, Hit, JudgeRule, Outcome, excerpt
from layout.preflight.rules.source import PDF, PDF_X, PRACTICE, PRINTER
from layout.preflight.text.descriptors import USUAL_STEM
from layout.preflight.walk.areas import bled, finished

EVERY = (Aim.PRINT, Aim.MAIL, Aim.SCREEN)
ERROR, WARNING = Severity.ERROR, Severity.WARNING

SLACK = 0.005
"""Points and pixels that rounding in a file may take away from a size."""


def _runs(case: Case) -> Iterator[tuple[PageFacts, TextRun]]:
    for page in case.facts.pages:
        for run in page.texts:
            yield page, run


def check_embedding(case: Case) -> Iterator[Outcome]:
    """Every font that shows text is in the file, also inside forms and patterns."""
    for font in case.facts.fonts:
        if font.page and not font.embedded:
            yield Hit(page=font.page, box=None, kind="font", name=font.name)


def check_glyphs(case: Case) -> Iterator[Outcome]:
    """Every code shown has a glyph, in the mail unseen text too; a missing one shows as a box or nothing."""
    for page, run in _runs(case):
        if run.missing and (run.paints or case.profile.aim is Aim.MAIL):
            codes = ", ".join(f"0x{code:02X}" for code in run.missing[:6])
            values = {"codes": codes, "font": case.facts.fonts[run.font].name}
            yield Hit(page=page.number, box=run.box, kind="text", name=excerpt(run.text), values=values)
    unreadable = [font.name for font in case.facts.fonts if font.page and font.embedded and not font.readable]
    if unreadable:
        yield Gap("font-unreadable", {"fonts": Listed(tuple(unreadable[:5]))})


def _is_picture(placement: PlacedImage) -> bool:
    """Whether it shows anything: a pixel stretched to an area is a plain tint."""
    return placement.image.width > 1 and placement.image.height > 1


ROUNDED = 0.01
"""Part of a resolution that whole pixels take away where a program has reduced a picture to just that."""


def _coarse(case: Case, low: float, high: float, bitmaps: bool) -> Iterator[Outcome]:
    for page in case.facts.pages:
        for placement in page.placements:
            ppi = min(placement.ppi)
            is_bitmap = placement.image.stencil or placement.image.bits == 1
            if is_bitmap is bitmaps and low <= ppi < high * (1 - ROUNDED) and _is_picture(placement):
                values = {"found": Count(round(ppi)), "wanted": Count(round(high))}
                yield Hit(
                    page=page.number,
                    box=placement.box,
                    kind="image",
                    name=placement.image.name,
                    values=values,
                )


def check_low_images(case: Case) -> Iterator[Outcome]:
    """No image below the resolution at which it prints badly."""
    for bitmaps in (False, True):
        yield from _coarse(case, 0.0, case.printer.minimum_ppi, bitmaps)


def check_soft_images(case: Case) -> Iterator[Outcome]:
    """Images have the resolution the printer asks for."""
    printer = case.printer
    yield from _coarse(case, printer.minimum_ppi - 0.5, printer.ppi, False)


def check_bitmaps(case: Case) -> Iterator[Outcome]:
    """Images of one bit have no grey to soften their steps, and need more."""
    printer = case.printer
    yield from _coarse(case, printer.minimum_ppi - 0.5, printer.bitmap_ppi, True)


def check_torn_images(case: Case) -> Iterator[Outcome]:
    """The data of every image, and of its mask, come to their end and are undamaged."""
    unlooked = set()
    for page in case.facts.pages:
        for placement in page.placements:
            image = placement.image
            if image.torn:
                yield Hit(page=page.number, box=placement.box, kind="image", name=image.name)
            elif image.torn is None:
                unlooked.add(image.number)
    if unlooked:
        yield Gap("images-unlooked", {"count": Count(len(unlooked))})


def check_small_text(case: Case) -> Iterator[Outcome]:
    """Text has the size the printer can hold."""
    for page, run in _runs(case):
        if run.paints and run.size < case.printer.minimum_text - SLACK and run.text.strip():
            if not meet(run.box, finished(page)):
                continue
            values = {"found": Points(run.size), "wanted": Points(case.printer.minimum_text)}
            yield Hit(page=page.number, box=run.box, kind="text", name=excerpt(run.text), values=values)


def check_inks(case: Case) -> Iterator[Outcome]:
    """Small text is printed in one ink: two plates never meet exactly."""
    limit = case.printer.one_ink_text
    for page, run in _runs(case):
        stout = case.facts.fonts[run.font].stem / USUAL_STEM
        if run.size * stout >= limit - SLACK or not run.text.strip() or not meet(run.box, finished(page)):
            continue
        for paint in run.paints:
            if paint.inks is not None and len(paint.inks) > 1:
                inks = " ".join(f"{name} {tint * 100:.0f}" for name, tint in paint.inks)
                values: Values = {"inks": inks, "size": Points(run.size, 1), "limit": Points(limit, 1)}
                yield Hit(page=page.number, box=run.box, kind="text", name=excerpt(run.text), values=values)


def check_black(case: Case) -> Iterator[Outcome]:
    """Black text overprints, so that no white shows where plates miss."""
    yield from _black_runs(case, lambda paint: not _overprints(paint) and not _lacks_mode(paint))


def check_black_mode(case: Case) -> Iterator[Outcome]:
    """Black text that overprints has the nonzero overprint mode, without which it knocks out in CMYK."""
    yield from _black_runs(case, _lacks_mode)


def _black_runs(case: Case, is_faulty: Callable[[Paint], bool]) -> Iterator[Outcome]:
    for page, run in _runs(case):
        for paint in run.paints:
            if _is_black(paint) and is_faulty(paint) and meet(run.box, finished(page)):
                yield Hit(page=page.number, box=run.box, kind="text", name=excerpt(run.text))


def _is_black(paint: Paint) -> bool:
    inks = paint.inks
    return inks is not None and len(inks) == 1 and inks[0][0] == "Black" and inks[0][1] > 0.995


def _lacks_mode(paint: Paint) -> bool:
    return paint.space.family == "DeviceCMYK" and paint.overprint and not paint.nonzero


def _overprints(paint: Paint) -> bool:
    """In DeviceCMYK only mode 1 keeps what is below; DeviceGray always knocks it out (ISO 32000-1, 8.6.7)."""
    if paint.space.family == "DeviceCMYK":
        return paint.overprint and paint.nonzero
    return paint.overprint and paint.space.family in ("Separation", "DeviceN")


def check_safe_text(case: Case) -> Iterator[Outcome]:
    """Text keeps clear of the trimmed edge."""
    for page, run in _runs(case):
        trim = finished(page)
        safe = trim.grown(-case.printer.safe_zone)
        if run.paints and run.text.strip() and meet(run.box, trim) and not contains(safe, run.box, 0.3):
            values = {
                "found": Millimetres(_clearance(run.box, trim)),
                "wanted": Millimetres(case.printer.safe_zone),
            }
            cut = not contains(trim, run.box, 0.3)
            severity = ERROR if cut else WARNING
            yield Hit(
                page=page.number,
                box=run.box,
                kind="text",
                name=excerpt(run.text),
                values=values,
                severity=severity,
            )


def check_safe_images(case: Case) -> Iterator[Outcome]:
    """An image either bleeds or keeps clear of the trimmed edge."""
    for page in case.facts.pages:
        trim = finished(page)
        safe = trim.grown(-case.printer.safe_zone)
        for placement in page.placements:
            box = placement.box
            inside = contains(trim, box, -0.99)
            if inside and not contains(safe, box, 0.3):
                values = {
                    "found": Millimetres(_clearance(box, trim)),
                    "wanted": Millimetres(case.printer.safe_zone),
                }
                yield Hit(page=page.number, box=box, kind="image", name=placement.image.name, values=values)


def _clearance(box: Rect, trim: Rect) -> float:
    return max(min(box[0] - trim[0], box[1] - trim[1], trim[2] - box[2], trim[3] - box[3]), 0.0)


def check_lines(case: Case) -> Iterator[Outcome]:
    """No line, stroked or filled, is thinner than a press can hold."""
    least = case.printer.minimum_line
    for page in case.facts.pages:
        for mark in page.marks:
            inside = meet(mark.box, bled(page)) is not None
            if mark.thin and mark.width < least - SLACK and not mark.paint.white and inside:
                values: Values = {
                    "found": Points(mark.width),
                    "wanted": Points(least),
                    "count": Count(mark.count),
                }
                yield Hit(page=page.number, box=mark.box, kind="line", name=mark.tag.file, values=values)
    for page, run in _runs(case):
        if len(run.paints) == 1 and 0 < run.stroke < least - SLACK:
            values = {"found": Points(run.stroke), "wanted": Points(least), "count": Count(1)}
            yield Hit(page=page.number, box=run.box, kind="text", name=excerpt(run.text), values=values)


RULES: tuple[JudgeRule, ...] = (
    JudgeRule("font-embedded", ERROR, PAINTED, (PDF_X, PDF.at("9.9")), check_embedding, EVERY),
    JudgeRule("font-glyph", ERROR, PAINTED, (PDF_X, PDF.at("9.7.6.3")), check_glyphs, EVERY),
    JudgeRule("image-torn", ERROR, PAINTED, (PDF.at("7.4", "8.9.5"),), check_torn_images, EVERY),
    JudgeRule("image-low", ERROR, PAINTED, (PRINTER.at("minimum-ppi"),), check_low_images),
    JudgeRule("image-soft", WARNING, PAINTED, (PRINTER.at("ppi"),), check_soft_images),
    JudgeRule("image-bitmap", WARNING, PAINTED, (PRINTER.at("bitmap-ppi"),), check_bitmaps),
    JudgeRule("text-small", ERROR, PAINTED, (PRINTER.at("minimum-text"),), check_small_text),
    JudgeRule("text-inks", ERROR, PAINTED, (PRINTER.at("one-ink-text"),), check_inks),
    JudgeRule("text-knockout", WARNING, PAINTED, (PRACTICE, PDF.at("8.6.7")), check_black),
    JudgeRule("text-overprint-mode", WARNING, PAINTED, (PRACTICE, PDF.at("8.6.7")), check_black_mode),
    JudgeRule("text-safe-zone", WARNING, PAINTED, (PRINTER.at("safe-zone"),), check_safe_text),
    JudgeRule("image-safe-zone", WARNING, PAINTED, (PRINTER.at("safe-zone"),), check_safe_images),
    JudgeRule("line-thin", ERROR, PAINTED, (PRINTER.at("minimum-line"),), check_lines),
)
