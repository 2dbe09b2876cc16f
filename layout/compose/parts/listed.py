"""Takes the title of a list of places, the contents or the index, gives its row; lists nothing."""

from __future__ import annotations

from collections.abc import Iterable

from layout.compose.desk import Desk, SetPassage, nodes_of
from layout.compose.parts.titles import fit_titles, stand_titles
from layout.compose.rows import Fixed, Row
from layout.model.content.pairs import ProsePair
from layout.model.diagnostic import Span
from layout.model.layout import Item, StructNode
from layout.model.records import replace

TITLE = "contents-title"


def compose_list_title(title: ProsePair, where: Span, desk: Desk) -> tuple[Row, list[StructNode]]:
    """The row of a title of either language, kept with what follows, and its elements."""
    fitted = fit_titles([title], TITLE, desk)
    style = fitted.style(TITLE)
    passages = fitted.set_pair(title, TITLE, "P")
    items, height = stand_on_grid(passages, fitted)
    row = Row(
        where=where,
        step=height,
        count=1,
        pieces=(Fixed(items),),
        before=style.before,
        pad=style.after,
        keep=True,
    )
    return row, [*nodes_of(*passages)]


def stand_on_grid(passages: Iterable[SetPassage | None], desk: Desk) -> tuple[tuple[Item, ...], float]:
    """A title's lines down to the grid line that both languages end on."""
    items, height = stand_titles(passages, desk)
    whole = desk.whole(height)
    return tuple(replace(item, y=item.y + whole - height) for item in items), whole
