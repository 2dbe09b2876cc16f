"""Rules of colour: no RGB, spot inks as agreed, ink within its limit, no white that overprints."""

from __future__ import annotations

from collections.abc import Iterator

from layout.model.diagnostic import Severity
from layout.model.geometry import Rect, meet
from layout.model.products.printer import SpotPolicy
from layout.model.records import Struct
from layout.model.values import Count, Percent, SquareMillimetres, Value, Values
from layout.preflight.facts import PageFacts, Paint, SpaceUse
from layout.preflight.graphics.colour import PROCESS, Inks, Space, total
from layout.preflight.rules.rule import PAINTED, Aim, Case, Gap, Hit, JudgeRule, Outcome, excerpt
from layout.preflight.rules.source import PDF, PDF_A, PDF_X, PDF_X1A, PRACTICE, PRINTER
from layout.preflight.walk.areas import bled, finished

ERROR, WARNING = Severity.ERROR, Severity.WARNING

MANAGED = frozenset({"ICCBased", "CalRGB", "CalGray", "Lab", "CalCMYK"})
NO_INK = frozenset({"All", "None"})
SPECK = 0.5
"""Square millimetres of too much ink that a rendering may show without being told."""
ROUNDING = 0.012
"""Tints of four plates of 8 bits, rounded."""


def _uses(case: Case) -> Iterator[tuple[PageFacts, SpaceUse]]:
    for page in case.facts.pages:
        for use in page.spaces:
            yield page, use


def check_rgb(case: Case) -> Iterator[Outcome]:
    """No device RGB: in paint, images, shadings, patterns, masks, palettes, alternates or groups."""
    for page, use in _uses(case):
        if any(space.family == "DeviceRGB" for space in _printing(use.space)) and use.role != "group":
            yield _hit(page, use, space="DeviceRGB")


def check_managed(case: Case) -> Iterator[Outcome]:
    """No colour that a conversion elsewhere decides: ICC profiles, CalRGB, Lab."""
    for page, use in _uses(case):
        found = [space for space in _printing(use.space) if space.family in MANAGED]
        if found and use.role != "group":
            name = " ".join((found[0].family, found[0].profile)).strip()
            yield _hit(page, use, space=name)


def _printing(space: Space) -> tuple[Space, ...]:
    """A space with what it rests on, but not the alternate of a profile, which is not used."""
    return (space,) if space.family == "ICCBased" else space.chain


def _hit(page: PageFacts, use: SpaceUse, **values: Value) -> Hit:
    return Hit(
        page=page.number,
        box=use.box,
        kind="letters" if use.role == "text" else use.role,
        name=use.name,
        values=values,
    )


def check_blend_space(case: Case) -> Iterator[Outcome]:
    """Groups, the page's own too, blend in CMYK or grey."""
    for page, use in _uses(case):
        if use.role == "group" and not _is_press_space(use.space):
            yield _hit(page, use, space=use.space.family)


def _is_press_space(space: Space) -> bool:
    if space.family == "ICCBased":
        return space.profile in ("CMYK", "GRAY")
    return space.family in ("DeviceCMYK", "DeviceGray")


def check_unknown(case: Case) -> Iterator[Outcome]:
    """A colour space that cannot be read cannot be judged or printed."""
    for page, use in _uses(case):
        if any(space.family == "unknown" for space in use.space.chain):
            yield _hit(page, use)


def check_press_colour(case: Case) -> Iterator[Outcome]:
    """A file for the screen has no inks: they would need a second output intent."""
    for page, use in _uses(case):
        if any(space.family == "DeviceCMYK" for space in use.space.chain):
            yield _hit(page, use, space="DeviceCMYK")


def _spots(space: Space) -> list[str]:
    return [name for name in space.names if name not in PROCESS and name not in NO_INK]


def check_spots(case: Case) -> Iterator[Outcome]:
    """Spot inks only as the printer's policy has them."""
    printer = case.printer
    if printer.spots is SpotPolicy.ALLOWED:
        return
    allowed = printer.spot_names if printer.spots is SpotPolicy.LISTED else ()
    for page, use in _uses(case):
        for space in use.space.chain:
            for name in _spots(space):
                if name not in allowed:
                    yield _hit(page, use, ink=name)


def check_spot_alternate(case: Case) -> Iterator[Outcome]:
    """Every ink has an alternate in CMYK or grey, with a tint transform that works."""
    for page, use in _uses(case):
        for space in use.space.chain:
            if space.family not in ("Separation", "DeviceN") or space.names == ("None",):
                continue
            base = space.base.family if space.base else "–"
            if base not in ("DeviceCMYK", "DeviceGray") or space.tint is None:
                yield _hit(page, use, ink=", ".join(space.names), space=base)


def check_spot_equal(case: Case) -> Iterator[Outcome]:
    """One ink has one alternate and one tint transform in the whole file."""
    seen: dict[str, Space] = {}
    told: set[str] = set()
    for page, use in _uses(case):
        for space in use.space.chain:
            if space.family != "Separation" or not _spots(space):
                continue
            first = seen.setdefault(space.names[0], space)
            same = first.transform == space.transform and first.base == space.base
            if not same and space.names[0] not in told:
                told.add(space.names[0])
                yield _hit(page, use, ink=space.names[0])


class _Painted(Struct, frozen=True):
    """One paint on a page, with what it colours."""

    page: PageFacts
    box: Rect
    paint: Paint
    kind: str
    text: str

    @property
    def name(self) -> str:
        """The image's name, or the text's beginning."""
        return excerpt(self.text)


def _painted(page: PageFacts) -> Iterator[_Painted]:
    for mark in page.marks:
        yield _Painted(page, mark.box, mark.paint, mark.kind.value, mark.tag.file)
    for run in page.texts:
        for paint in run.paints:
            yield _Painted(page, run.box, paint, "text", run.text)
    for placement in page.placements:
        yield _Painted(page, placement.box, placement.paint, "image", placement.image.name)


def _prints(found: _Painted) -> bool:
    """Whether it is within the bleed, where ink reaches the finished sheet."""
    return meet(found.box, bled(found.page)) is not None


def check_registration(case: Case) -> Iterator[Outcome]:
    """The registration colour (all plates at once) is for marks outside the bleed."""
    for page in case.facts.pages:
        for found in _painted(page) if page.boxes.trim or page.boxes.art else ():
            names = found.paint.space.names
            crosses = meet(found.box, finished(page))
            if names == ("All",) and crosses and not found.paint.white:
                yield Hit(page=page.number, box=found.box, kind=found.kind, name=found.name)


def check_object_ink(case: Case) -> Iterator[Outcome]:
    """The sum of an object's own inks keeps the limit; exact for what is opaque."""
    limit = case.printer.ink_limit
    uncounted = 0
    for page in case.facts.pages:
        for found in _painted(page):
            inks = found.paint.inks
            if not inks or found.paint.space.names == ("All",) or not _prints(found):
                continue
            if total(inks) > limit + 1e-6:
                values = {"found": Percent(total(inks)), "limit": Percent(limit)}
                yield Hit(page=page.number, box=found.box, kind=found.kind, name=found.name, values=values)
        uncounted += sum(_is_uncounted(found) for found in page.placements)
    rendering = case.facts.rendering
    if uncounted and (rendering is None or rendering.problem):
        yield Gap("image-inks-uncounted", {"count": Count(uncounted)})


def _is_uncounted(placement: object) -> bool:
    image = getattr(placement, "image", None)
    return image is not None and not image.counted and not image.stencil and image.space.components > 1


def check_area_ink(case: Case) -> Iterator[Outcome]:
    """Ink on ink keeps the limit: as rendered, or without rendering where nothing can add up."""
    rendering, limit = case.facts.rendering, case.printer.ink_limit
    rendered = {page.page: page for page in rendering.pages} if rendering else {}
    unsure = 0
    for page in case.facts.pages:
        seen = rendered.get(page.number)
        if seen is None:
            unsure += not _surely_within(page, limit)
            continue
        heavy = [(tints, area, box) for tints, area, box in seen.sums if tints > limit + ROUNDING]
        area = sum(part for _, part, _ in heavy)
        if area > SPECK:
            values: Values = {
                "found": Percent(heavy[0][0]),
                "limit": Percent(limit),
                "area": SquareMillimetres(area),
            }
            yield Hit(page=page.number, box=heavy[0][2], kind="page", name="", values=values)
    if unsure:
        reason = rendering.problem if rendering and rendering.problem else "render-unasked"
        yield Gap(reason, {"pages": Count(len(rendered)), "of": Count(len(case.facts.pages))})


def _surely_within(page: PageFacts, limit: float) -> bool:
    """Whether no area of an opaque page can pass the limit, what overprints counted in."""
    below: list[Inks] = [()]
    over: dict[str, float] = {}
    for found in _painted(page):
        paint = found.paint
        if not _prints(found) or paint.white:
            continue
        if paint.inks is None or paint.alpha != 1.0 or paint.blend != "Normal" or paint.masked:
            return False
        if paint.overprint:
            for name, tint in paint.inks:
                over[name] = max(over.get(name, 0.0), tint)
        below.append(paint.inks)
    return all(_heaped(inks, over) <= limit + 1e-6 for inks in set(below))


def _heaped(inks: Inks, over: dict[str, float]) -> float:
    """The most that inks can come to with overprinting inks on them: each ink's greater tint counts."""
    both = dict(over)
    for name, tint in inks:
        both[name] = max(both.get(name, 0.0), tint)
    return sum(both.values())


def check_white_overprint(case: Case) -> Iterator[Outcome]:
    """White that overprints vanishes on the press."""
    for page in case.facts.pages:
        for found in _painted(page):
            paint = found.paint
            if paint.white and not paint.patterned and _leaves_what_is_below(paint):
                yield Hit(page=page.number, box=found.box, kind=found.kind, name=found.name)


def _leaves_what_is_below(white: Paint) -> bool:
    """Whether white puts nothing down, so that the inks below stay (ISO 32000-1, 8.6.7 and table 149).

    In DeviceCMYK that takes overprint mode 1. Tints of Separation and DeviceN always leave the inks they do
    not name; grey and what is converted to process inks wipes them all.
    """
    family, names = white.space.family, set(white.space.names)
    if not white.overprint:
        return False
    if family == "DeviceCMYK":
        return white.nonzero
    return family in ("Separation", "DeviceN") and "All" not in names and not names >= set(PROCESS)


RULES: tuple[JudgeRule, ...] = (
    JudgeRule("colour-rgb", ERROR, PAINTED, (PDF_X, PDF.at("8.6.4.3")), check_rgb),
    JudgeRule("colour-managed", ERROR, PAINTED, (PDF_X1A, PDF.at("8.6.5")), check_managed),
    JudgeRule("colour-blend-space", ERROR, PAINTED, (PDF_X, PDF.at("11.6.6")), check_blend_space),
    JudgeRule("colour-unknown", ERROR, PAINTED, (PDF.at("8.6"),), check_unknown, (Aim.PRINT, Aim.MAIL)),
    JudgeRule("colour-press", ERROR, PAINTED, (PDF_A.at("6.2.4.3"),), check_press_colour, (Aim.MAIL,)),
    JudgeRule("spot-policy", ERROR, PAINTED, (PRINTER.at("spots"),), check_spots),
    JudgeRule("spot-alternate", ERROR, PAINTED, (PDF_X, PDF.at("8.6.6.4")), check_spot_alternate),
    JudgeRule(
        "spot-unequal",
        ERROR,
        PAINTED,
        (PDF_X, PDF_A.at("6.2.4.4"), PDF.at("8.6.6.4")),
        check_spot_equal,
        (Aim.PRINT, Aim.MAIL),
    ),
    JudgeRule("colour-registration", ERROR, PAINTED, (PRACTICE,), check_registration),
    JudgeRule("ink-object", ERROR, PAINTED, (PRINTER.at("ink-limit"),), check_object_ink),
    JudgeRule("ink-area", ERROR, PAINTED, (PRINTER.at("ink-limit"),), check_area_ink),
    JudgeRule("overprint-white", ERROR, PAINTED, (PDF.at("8.6.7"),), check_white_overprint),
)
