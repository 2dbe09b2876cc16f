"""Takes a sheet, gives its lines as a browser lays them over the picture, to be selected, found and read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from layout.live.view.sheets import SeenPage
from layout.model.layout import Destination, TextItem

DESCENT = 0.25
"""Part of a size that letters reach below the baseline."""


class LineOfWords(TypedDict):
    """A line: its words, left edge and baseline, width and size in points."""

    text: str
    x: float
    y: float
    width: float
    size: float


class LinkArea(TypedDict):
    """A live area: an address, or the index of the body's page that it leads to, and how far down; points."""

    x: float
    y: float
    width: float
    height: float
    target: str | int
    down: float
    label: str


def list_lines(sheet: SeenPage) -> Iterator[LineOfWords]:
    """Every line on the sheet in the order it was set."""
    for item in sheet.page.items:
        if isinstance(item, TextItem) and item.line.text.strip():
            line = item.line
            yield LineOfWords(
                text=line.text,
                x=round(item.x + line.x, 2),
                y=round(item.y, 2),
                width=round(line.width, 2),
                size=max(run.ink.size for run in line.runs),
            )


def list_links(sheet: SeenPage) -> Iterator[LinkArea]:
    """Every live area on the sheet."""
    for link in sheet.page.links:
        box = link.box
        there = link.target
        target, down = (there.page, there.y) if isinstance(there, Destination) else (there, 0.0)
        yield LinkArea(
            x=box.x,
            y=box.y,
            width=box.width,
            height=box.height,
            target=target,
            down=down,
            label=link.description,
        )
