"""Takes what a draft cannot show, gives red marks for it; what is sound stays as it is."""

from __future__ import annotations

from layout.compose.desk import Desk, plain
from layout.compose.drawings.river import draw_rule
from layout.compose.rows import Fixed, Row
from layout.model.colour import ALARM
from layout.model.diagnostic import Span
from layout.model.layout import ARTIFACT, Box, DrawingItem, TextItem
from layout.model.records import replace

RULE = 2.0
"""Points of the rules above and below a gap."""
LINES = 4
"""Grid lines that a gap takes."""


def mark_gap(where: Span, desk: Desk) -> Row:
    """A row in place of a block that could not be composed: its place in the content between red rules."""
    grid = desk.theme.page.grid
    x, width = desk.measure
    quiet = desk.typesetter.telling(lambda problem: None)
    text = quiet.set(plain(str(where)), "caption", desk.languages[desk.sides[0]], width)
    rules = [
        DrawingItem(Box(x, y, width, RULE), draw_rule(width, ALARM, RULE), ARTIFACT)
        for y in (RULE, LINES * grid - 2 * RULE)
    ]
    line = text.lines[0]
    runs = tuple(replace(run, ink=replace(run.ink, colour=ALARM)) for run in line.runs)
    words = TextItem(x, desk.baseline(2 * grid), replace(line, runs=runs), ARTIFACT)
    return Row(where=where, step=LINES * grid, count=1, pieces=(Fixed((*rules, words)),), before=grid)
