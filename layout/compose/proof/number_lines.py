"""Takes the layouts of a brochure, gives each line of their pages a number and where it was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from layout.model.diagnostic import Span
from layout.model.layout import ARTIFACT, Layout, LayoutPage, Origin, TextItem
from layout.model.products.proof import NumberedLine

LEVEL = 1.0
"""Points by which baselines of one line may differ."""


def number_lines(layouts: Sequence[Layout], languages: tuple[str, str]) -> tuple[NumberedLine, ...]:
    """The lines of all pages from top to bottom, numbered from 1; folios and running titles have none."""
    found: list[NumberedLine] = []
    page = 0
    for layout in layouts:
        for sheet in layout.pages:
            for y, items in _by_height(sheet):
                origins = [origin for item in items if (origin := layout.origin_of(item.leaf)) is not None]
                places = dict.fromkeys((origin.where, _language(origin, languages)) for origin in origins)
                found.append(
                    NumberedLine(
                        number=len(found) + 1,
                        page=page,
                        y=y,
                        places=tuple(where for where, _ in places),
                        languages=tuple(language for _, language in places),
                    )
                )
            page += 1
    return tuple(found)


def _language(origin: Origin, languages: tuple[str, str]) -> str:
    return "" if origin.side is None else languages[origin.side]


def _by_height(page: LayoutPage) -> Iterator[tuple[float, list[TextItem]]]:
    """The text of a page by baseline, columns from left to right."""
    items = [item for item in page.items if isinstance(item, TextItem) and item.leaf != ARTIFACT]
    level: list[TextItem] = []
    for item in sorted(items, key=lambda item: item.y):
        if level and item.y - level[0].y > LEVEL:
            yield level[0].y, _from_left(level)
            level = []
        level.append(item)
    if level:
        yield level[0].y, _from_left(level)


def _from_left(items: Iterable[TextItem]) -> list[TextItem]:
    return sorted(items, key=lambda item: item.x)


def name_file(file: str) -> str:
    """A file as a margin has room for."""
    return file.rpartition("/")[2]


def name_place(where: Span) -> str:
    """A place in the same way: the file's own name and the line."""
    return f"{name_file(where.file)}:{where.line}"
