"""Takes a Theme, gives it as a handout wants it: larger for A4, wider for one language, without grounds."""

from __future__ import annotations

from math import ceil, floor

from layout.model.products.handout import Form, Handout
from layout.model.products.imposition import A4
from layout.model.records import replace
from layout.model.theme import Page, TextStyle, Theme

LEAST_SIZE = 12.0
"""Points of the smallest type in a handout set for easy reading (EBU and RNIB ask for 12 and more)."""
MOST_GROWTH = 1.5
"""How much type grows at most with a small page; words for a pocket are not to shout from a desk."""
WIDE_TYPE = 7 / 6
"""How much larger type is where one column is as wide as two."""
TIGHTEST = 1.2
"""Least leading of type that had to be made larger than the rest, in parts of its size."""
MOST_LINES = 2.5
"""Grid lines that a key figure takes at most where it is not composed with the page opposite."""
BANK = 12 / 148
"""Width of the river's margin beside a single wide column, as a part of the page's."""


def reflow(theme: Theme, handout: Handout) -> Theme:
    """`theme` for the pages of `handout`; where it asks for nothing, the same."""
    if handout.ink_save:
        theme = replace(theme, cover=replace(theme.cover, ground="paper"))
    if handout.form is Form.A4:
        theme = _enlarge(theme)
    if handout.language is None:
        return theme
    return _one_column(theme) if handout.columns == 1 else _run_through(theme)


def calm_numerals(theme: Theme) -> Theme:
    """`theme` with key figures of at most `MOST_LINES`, for pages not composed with those opposite."""
    style = theme.styles["fact-value"]
    most = MOST_LINES * theme.page.grid
    calm = replace(style, size=min(style.size, most), leading=min(style.leading, most))
    return replace(theme, styles={**theme.styles, "fact-value": calm})


def _one_column(theme: Theme) -> Theme:
    """One wide column of larger type, with the river beside it; the cover keeps its own."""
    bank = BANK * theme.page.width
    page = replace(theme.page, left_share=0.0, gutter=bank, hang=bank / 2)
    covers = {role: style for role, style in theme.styles.items() if role.startswith("cover-")}
    wide = _scale_type(replace(theme, page=page), WIDE_TYPE, 0.0)
    return replace(wide, styles={**wide.styles, **covers})


def _run_through(theme: Theme) -> Theme:
    """Two equal columns that one language's text runs through; each has its gutter at the left."""
    return replace(theme, page=replace(theme.page, left_share=0.0, hang=theme.page.gutter, flows=2))


def _enlarge(theme: Theme) -> Theme:
    """The theme on A4, nothing smaller than 12 pt: type grows with margins and page, or as far as it must."""
    page = theme.page
    wider = A4[0] / page.width
    least = ceil(LEAST_SIZE / theme.styles["paragraph"].size * page.grid)
    factor = max(page.grid, floor(min(wider, MOST_GROWTH) * page.grid), least) / page.grid
    grown = replace(
        page,
        width=A4[0],
        height=A4[1],
        inner=page.inner * wider,
        outer=page.outer * wider,
        top=page.top * wider,
        bottom=page.bottom * wider,
        gutter=page.gutter * factor,
    )
    cover = replace(
        theme.cover,
        title_top=theme.cover.title_top * wider,
        title_width=theme.cover.title_width * wider,
        title_foot=theme.cover.title_foot * wider,
    )
    return _scale_type(replace(theme, page=grown, cover=cover), factor, LEAST_SIZE)


def _scale_type(theme: Theme, factor: float, least: float) -> Theme:
    """Type, leading, grid and the spaces between, `factor` times as large; no type under `least` points."""
    page: Page = replace(theme.page, grid=theme.page.grid * factor)
    styles = {role: _scale_style(style, factor, least) for role, style in theme.styles.items()}
    foot = replace(theme.footnotes, space=theme.footnotes.space * factor)
    space = theme.paragraph_space * factor
    side = replace(theme.side_notes, gap=theme.side_notes.gap * factor)
    return replace(theme, page=page, styles=styles, paragraph_space=space, footnotes=foot, side_notes=side)


def _scale_style(style: TextStyle, factor: float, least: float) -> TextStyle:
    size = max(style.size * factor, least)
    raised = size > style.size * factor
    return replace(
        style,
        size=size,
        leading=max(style.leading * factor, size * TIGHTEST if raised else 0.0),
        before=style.before * factor,
        after=style.after * factor,
        indent=style.indent * factor,
    )
