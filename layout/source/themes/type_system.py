"""Takes a theme and what is changed of it, gives the theme with its type fitted to its format; reads no file.

A format's sizes, leading, margins and gutter are derived from the theme's own by one scale, whatever the
format; what is written of them comes after, so that any one can be overridden.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, log

from layout.model.diagnostic import Span
from layout.model.records import Struct, replace
from layout.model.theme import FontChoice, Page, TextStyle, Theme, TypeScale
from layout.model.units import mm
from layout.source.themes.fields import change
from layout.source.themes.palette import Changes, lift_accents

TEXT_ROLES = frozenset(role for role, style in Theme().styles.items() if style.family == Theme().fonts.text)
"""Styles of running text; all others go with headings."""
LEAST_GUTTER = mm(4)
LEAST_FOOT = mm(12)
"""The least bottom margin that a folio stands in."""
LEAST_MARGIN = mm(8)
"""The least of the other margins: printers ask for 5 mm and something to spare."""
TEXT_STEP, GRID_STEP = 0.1, 0.25
"""Sizes of text and distances of the grid are multiples of so many points."""
LEAST_STEP = 0.01
"""The logarithm of a ratio that is hardly a step."""
FINE = 0.4
"""How much of half a grid line type may lack of the leading it had before it gets the next half."""
NARROW = mm(45)
DIVIDED = frozenset(
    {
        "caption",
        "contact-line",
        "event-text",
        "fact-label",
        "index-entry",
        "person-line",
        "programme-activity",
        "programme-place",
        "programme-speaker",
        "table-cell",
        "term-explanation",
    }
)
"""Styles whose words are divided in columns narrower than `NARROW`."""
KEPT = frozenset({"statement"})
"""Styles that grow with a format but never shrink: a programme says how small they may be."""


def set_type(base: Theme, given: Changes, places: dict[tuple[str, ...], Span]) -> Theme:
    """`base` with the changes of one file; where each was written is added to `places`.

    Another page size, another scale or other families are applied first to all that hangs on them.
    """
    changes = lift_accents(given)
    theme = _choose_fonts(base, changes)
    sized = {key: one for key, one in _part(changes, "page").items() if key in ("width", "height")}
    page: Page = change(theme.page, sized, (), {})
    scale: TypeScale = change(theme.scale, _part(changes, "scale"), (), {})
    body = scale.text if "text" in _part(changes, "scale") else None
    if (page.width, page.height) != (theme.page.width, theme.page.height):
        theme = _fit_format(theme, page.width, page.height, scale, body)
    elif body is not None or scale.ratio != theme.scale.ratio:
        theme = _set_sizes(theme, scale, body or theme.scale.text, 1.0)
    fitted: Theme = change(theme, changes, (), places)
    return fitted


def _part(changes: Changes, name: str) -> Changes:
    part = changes.get(name, {})
    assert isinstance(part, Mapping), "parts of a theme are read as mappings"
    return part


def _choose_fonts(theme: Theme, changes: Changes) -> Theme:
    """The theme with the families that are asked for in all styles of either kind."""
    chosen: FontChoice = change(theme.fonts, _part(changes, "fonts"), (), {})
    if chosen == theme.fonts:
        return theme
    old = theme.fonts
    styles = {
        role: replace(style, family=chosen.text if role in TEXT_ROLES else chosen.headings)
        if style.family == (old.text if role in TEXT_ROLES else old.headings)
        else style
        for role, style in theme.styles.items()
    }
    lenders = dict.fromkeys((chosen.text, chosen.headings, *theme.fallback))
    return replace(theme, styles=styles, fallback=tuple(lenders))


def _fit_format(theme: Theme, width: float, height: float, scale: TypeScale, body: float | None) -> Theme:
    """The theme on another page: margins and gutter in its proportions, type from the new measure."""
    page = _fit_page(theme.page, width, height)
    measures = [max(sum(one.column_widths) / 2, mm(10)) for one in (page, theme.page)]
    wider = measures[0] / measures[1]
    text = body or max(_rounded(theme.scale.text * wider**scale.follow, TEXT_STEP), scale.least)
    across, down = width / theme.page.width, height / theme.page.height
    cover = replace(
        theme.cover,
        title_top=theme.cover.title_top * down,
        title_width=theme.cover.title_width * across,
        title_foot=theme.cover.title_foot * down,
    )
    narrow = sum(page.column_widths) / 2 < NARROW
    fitted = _set_sizes(replace(theme, page=page, cover=cover), scale, text, wider**scale.spread)
    return _hold_title(
        _divide_words(fitted) if narrow else fitted, theme.styles["cover-title"], (across * down) ** 0.5
    )


def _divide_words(theme: Theme) -> Theme:
    """Captions, labels and cells with their long words divided, where columns hold hardly two of them."""
    styles = {
        role: replace(style, hyphenated=True) if role in DIVIDED else style
        for role, style in theme.styles.items()
    }
    return replace(theme, styles=styles)


def _hold_title(theme: Theme, before: TextStyle, growth: float) -> Theme:
    """The cover's title grows no more than the page as a whole: a wide page is not a large one."""
    title = theme.styles["cover-title"]
    size = min(title.size, _rounded(before.size * growth, TEXT_STEP))
    part = size / title.size
    held = replace(title, size=size, leading=title.leading * part, after=title.after * part)
    return replace(theme, styles={**theme.styles, "cover-title": held})


def _fit_page(page: Page, width: float, height: float) -> Page:
    across, down = width / page.width, height / page.height
    return replace(
        page,
        width=width,
        height=height,
        inner=_at_least(LEAST_MARGIN, page.inner, across),
        outer=_at_least(LEAST_MARGIN, page.outer, across),
        top=_at_least(LEAST_MARGIN, page.top, down),
        bottom=_at_least(LEAST_FOOT, page.bottom, down),
        gutter=_at_least(LEAST_GUTTER, page.gutter, across),
    )


def _at_least(least: float, length: float, factor: float) -> float:
    """`length` times `factor`, but no less than `least` unless it was."""
    return max(length * factor, min(least, length))


class _Step(Struct, frozen=True, kw_only=True):
    """From one set of sizes to another: running text from `old` to `new` points, the grid alike."""

    old: float
    new: float
    steps: float
    """The power by which larger sizes stand further off the text, or nearer."""
    from_grid: float
    grid: float
    least: float

    @property
    def looser(self) -> float:
        """How much wider the spaces between become."""
        return self.grid / self.from_grid


def _set_sizes(theme: Theme, scale: TypeScale, text: float, spread: float) -> Theme:
    """All type and the spaces between, with running text of `text` points; steps have the power `spread`."""
    old, from_grid = theme.scale.text, theme.page.grid
    step = _Step(
        old=old,
        new=text,
        steps=spread * log(scale.ratio) / max(log(theme.scale.ratio), LEAST_STEP),
        from_grid=from_grid,
        grid=_rounded(from_grid * text / old, GRID_STEP),
        least=scale.least,
    )
    styles = {role: _set_style(style, step, role in KEPT) for role, style in theme.styles.items()}
    looser = step.looser
    return replace(
        theme,
        page=replace(theme.page, grid=step.grid),
        styles=styles,
        scale=replace(scale, text=text),
        paragraph_space=theme.paragraph_space * looser,
        footnotes=replace(theme.footnotes, space=theme.footnotes.space * looser),
        side_notes=replace(theme.side_notes, gap=theme.side_notes.gap * looser),
        table=replace(theme.table, gap=theme.table.gap * looser, least_gap=theme.table.least_gap * looser),
    )


def _set_style(style: TextStyle, step: _Step, kept: bool) -> TextStyle:
    """A style whose size stands as many steps above or below the text as before."""
    part = style.size / step.old
    size = step.new * (part**step.steps if part > 1 else part)
    size = _rounded(max(size, style.size if kept else min(step.least, style.size)), TEXT_STEP)
    return replace(
        style,
        size=size,
        leading=_fit_leading(style, size, step),
        before=style.before * step.looser,
        after=style.after * step.looser,
        indent=style.indent * step.looser,
    )


def _fit_leading(style: TextStyle, size: float, step: _Step) -> float:
    """As open as before; in half lines of the grid where it was."""
    wanted = style.leading / style.size * size
    halves = 2 * style.leading / step.from_grid
    if abs(halves - round(halves)) > 1e-6:
        return wanted
    lines = ceil(2 * wanted / step.grid - FINE)
    return max(lines, ceil(2 * size / step.grid - 1e-6), 1) * step.grid / 2


def _rounded(length: float, step: float) -> float:
    return round(round(length / step) * step, 6)
