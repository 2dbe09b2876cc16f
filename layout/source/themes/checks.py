"""Takes a theme and the fonts at hand, reports what cannot be set or read; mends only missing weights."""

from __future__ import annotations

from collections.abc import Mapping

from layout.model.diagnostic import Span
from layout.model.fonts import WEIGHTS, FontCatalogue
from layout.model.records import Struct, replace
from layout.model.theme import COMMON, TextStyle, Theme
from layout.model.units import mm
from layout.model.values import Count, Listed, Millimetres, Points, Quantity
from layout.source.fields.colours import contrast
from layout.source.nodes.reading import Reading, nearest

NARROWEST_COLUMN = mm(20)
"""Less than this holds no Polish or Czech word of ordinary length at 9 pt."""
FEWEST_LINES = 5
"""Lines of the grid that a page must have."""
LEAST_CONTRAST = 4.5
"""Of text on paper (WCAG 2.2, 1.4.3)."""

Places = Mapping[tuple[str, ...], Span]


class Judged(Struct, frozen=True):
    """A theme being checked: `places` tells where each override was written, `where` the theme as a whole."""

    theme: Theme
    places: Places
    where: Span
    reading: Reading

    def place(self, *paths: tuple[str, ...]) -> Span:
        """Where the first of these keys that was overridden stands."""
        return next((self.places[path] for path in paths if path in self.places), self.where)


def check_theme(judged: Judged, fonts: FontCatalogue) -> Theme:
    """The theme with each weight that its family lacks replaced by the nearest it has (a warning says so)."""
    _check_page(judged)
    _check_accents(judged)
    styles = {}
    for name, style in judged.theme.styles.items():
        _check_style(name, style, judged)
        styles[name] = _fit_weight(name, style, judged, fonts)
    for family in judged.theme.fallback:
        _find_family(family, judged, ("fallback",), fonts)
    _check_contrast(judged)
    return replace(judged.theme, styles=styles)


def _check_page(judged: Judged) -> None:
    page, columns = judged.theme.page, judged.theme.columns
    if columns is not None and columns.left is not None:
        page = replace(page, left_share=columns.left)
    sideways = judged.place(*(("page", key) for key in ("inner", "outer", "gutter", "width")), ("columns",))
    upright = judged.place(*(("page", key) for key in ("top", "bottom", "height", "grid")))
    if page.height - page.top - page.bottom < FEWEST_LINES * page.grid:
        left = Millimetres(page.height - page.top - page.bottom, 2)
        judged.reading.report("margins-too-high", upright, left=left, lines=Count(FEWEST_LINES))
    if page.text_width - page.gutter <= 0:
        judged.reading.report("margins-too-wide", sideways, left=Millimetres(page.text_width, 2))
    elif min(page.column_widths) < NARROWEST_COLUMN:
        width = Millimetres(min(page.column_widths))
        judged.reading.report("narrow-column", sideways, width=width, least=Millimetres(NARROWEST_COLUMN))


def _check_accents(judged: Judged) -> None:
    theme = judged.theme
    for language, name in theme.accents.items():
        _check_colour(name, judged, ("accents", language))
    _check_colour(theme.cover.ground, judged, ("cover", "ground"))


def _check_colour(name: str, judged: Judged, path: tuple[str, ...]) -> None:
    known = judged.theme.colours
    if name not in known:
        near = nearest(name, known) or "text"
        choices = Listed(tuple(known))
        judged.reading.report("unknown-colour", judged.place(path), value=name, nearest=near, choices=choices)


def _check_style(name: str, style: TextStyle, judged: Judged) -> None:
    if style.leading < style.size:
        place = judged.place(("styles", name, "leading"), ("styles", name, "size"))
        leading, size = Points(style.leading), Points(style.size)
        judged.reading.report("tight-leading", place, style=name, leading=leading, size=size)
    if style.colour not in ("accent", COMMON):
        _check_colour(style.colour, judged, ("styles", name, "colour"))


def _find_family(family: str, judged: Judged, path: tuple[str, ...], fonts: FontCatalogue) -> bool:
    """Whether there is such a family; one that there is not is reported with the nearest name."""
    if family in fonts.families:
        return True
    families = sorted(fonts.families)
    near = next((f for f in families if f.casefold() == family.casefold()), None)
    near = near or nearest(family, families) or families[0]
    choices = Listed(tuple(families))
    judged.reading.report("unknown-font", judged.place(path), value=family, nearest=near, choices=choices)
    return False


def _fit_weight(name: str, style: TextStyle, judged: Judged, fonts: FontCatalogue) -> TextStyle:
    """The style with a weight that exists, upright or italic as asked if the family has that at all."""
    if (style.family, style.weight, style.italic) in fonts.faces:
        return style
    if not _find_family(style.family, judged, ("styles", name, "family"), fonts):
        return style
    there = [(weight, italic) for family, weight, italic in fonts.faces if family == style.family]
    alike = [weight for weight, italic in there if italic == style.italic] or [weight for weight, _ in there]
    wanted = WEIGHTS.index(style.weight)
    found = min(alike, key=lambda weight: (abs(WEIGHTS.index(weight) - wanted), weight))
    place = judged.place(*(("styles", name, key) for key in ("weight", "italic", "family")))
    slope = " italic" if style.italic else ""
    values = {"family": style.family, "weight": style.weight + slope, "used": found}
    judged.reading.warn("missing-weight", place, **values)
    return replace(style, weight=found)


def _check_contrast(judged: Judged) -> None:
    """Warn once of each colour of text that is hard to read on the paper it is set on."""
    theme = judged.theme
    found: dict[str, tuple[float, str]] = {}
    for name, style in theme.styles.items():
        own = (theme.colour_name(style.colour),)
        ground = theme.colours.get(theme.cover.ground if name.startswith("cover-") else "paper")
        for colour in theme.accents.values() if style.colour == "accent" else own:
            if ground and colour in theme.colours:
                ratio = contrast(theme.colours[colour], ground)
                found[colour] = min(found.get(colour, (ratio, name)), (ratio, name))
    for colour, (ratio, name) in found.items():
        if ratio < LEAST_CONTRAST:
            _warn_of_contrast(judged, name, colour, Quantity(ratio))


def _warn_of_contrast(judged: Judged, style: str, colour: str, ratio: Quantity) -> None:
    accents = (("accents", language) for language in judged.theme.accents)
    place = judged.place(("colours", colour), ("styles", style, "colour"), *accents, ("colours", "paper"))
    judged.reading.warn(
        "low-contrast", place, colour=colour, style=style, ratio=ratio, least=Quantity(LEAST_CONTRAST)
    )
