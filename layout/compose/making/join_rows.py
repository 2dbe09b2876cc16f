"""Takes what was made of blocks, gives their rows as they follow each other; places none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from layout.compose.desk import Desk
from layout.compose.making.memory import MadeBlock, Memory
from layout.compose.parts.beside import Bay, pair_pictures, rise_beside, stand_beside
from layout.compose.parts.composed import ComposedBlock
from layout.compose.rows import TOGETHER, Row, Stagger
from layout.model.records import replace

LINES_UNDER_TITLE = 4
"""Lines of a paragraph that a page should hold at least under a heading of level 1."""


def join_rows(made: Iterable[MadeBlock], desk: Desk, memory: Memory) -> Sequence[Row]:
    """The rows of all blocks, each block's as they follow those before them."""
    rows: list[Row] = []
    last: Row | None = None
    bay: Bay | None = None
    fresh = offered = False
    for composed in (one.composed for one in made):
        if composed is None:
            continue
        joined = _join(last, composed, fresh, offered, memory)
        bay = _add_rows(rows, joined, (bay, composed.bay), desk, memory)
        last = next((row for row in reversed(rows) if row.floats is None), None)
        fresh = composed.breaks or (fresh and bool(joined) and all(row.floats for row in joined))
        offered = composed.offers
    return rows


def _join(
    before: Row | None, composed: ComposedBlock, fresh: bool, offered: bool, memory: Memory
) -> Sequence[Row]:
    above = None if before is None else (before.fills, before.running is None, before.anchor is None)
    key = (id(composed), fresh, offered, above)
    known = memory.joined.get(key)
    if known is None:
        rows = tuple(_joined(before, composed.rows, fresh, offered))
        known = memory.joined.keep(key, (composed, rows))
    return known[1]


def _joined(before: Row | None, rows: Sequence[Row], fresh: bool, offered: bool) -> Sequence[Row]:
    """`rows` as they follow `before`: on a new page where asked or after a full one, close under headings."""
    if not rows:
        return rows
    head = rows[0]
    if fresh or (before is not None and before.fills):
        head = replace(head, fresh=True)
    elif offered:
        head = replace(head, welcome=True)
    if before is not None and head.floats is None:
        head = _under(before, head)
    return (head, *rows[1:])


def _add_rows(
    rows: list[Row], made: Sequence[Row], bays: tuple[Bay | None, Bay | None], desk: Desk, memory: Memory
) -> Bay | None:
    """Adds the rows `made` of a block to `rows`; a picture with a bay may stand beside what is there.

    Gives the bay where there is room in it; `bays` are that of the last block, beside which text may rise,
    and its own.
    """
    before, bay = bays
    if bay is None and before is not None and made:
        return _add_beside(rows, made, before, desk, memory)
    rows.extend(made)
    if bay is None or len(rows) < 2 or made[0].fresh or rows[-2].floats is not None:
        return bay
    above, picture = rows[-2:]
    key = (id(above), id(picture), id(before), id(bay))
    known = memory.beside.get(key)
    if known is None:
        stand = _stand((above, picture), before, bay, desk)
        known = memory.beside.keep(key, ((above, picture, before, bay), stand))
    rows[-2:] = known[1]
    return bay if rows[-1] is picture else None


def _add_beside(rows: list[Row], made: Sequence[Row], bay: Bay, desk: Desk, memory: Memory) -> Bay | None:
    """Adds `made` to `rows`, beside the picture above if it may rise there; gives the bay if room is left."""
    key = (id(rows[-1]), id(bay), *map(id, made))
    known = memory.risen.get(key)
    if known is None:
        risen = rise_beside(rows[-1], made, bay, desk)
        known = memory.risen.keep(key, ((rows[-1], bay, *made), risen))
    rows[-1], texts, left = known[1]
    rows.extend(texts)
    return left


def _stand(pictures: tuple[Row, Row], before: Bay | None, bay: Bay, desk: Desk) -> tuple[Row, ...]:
    """A row and a picture below it, or what becomes of both where the picture may stand beside it."""
    pair = None if before is None or before.left else pair_pictures(pictures, (before, bay))
    return stand_beside(*pictures, bay, desk) if pair is None else (pair,)


def _under(before: Row, head: Row) -> Row:
    """A row as it stands under another one that may be a heading."""
    if before.running is not None:
        cuts, staggers = _held(head.cuts, head.staggers)
        settings = tuple(
            replace(setting, cuts=held[0], staggers=held[1])
            for setting in head.settings
            for held in (_held(setting.cuts, setting.staggers),)
        )
        head = replace(head, cuts=cuts, staggers=staggers, settings=settings)
    if before.anchor is not None and head.anchor is None:
        head = replace(head, before=0.0)
    return head


def _held(
    cuts: tuple[float, ...], staggers: tuple[Stagger | None, ...]
) -> tuple[tuple[float, ...], tuple[Stagger | None, ...]]:
    """Cuts of a paragraph under a title, which a page should hold a few lines of."""
    early = [price + 2 * TOGETHER for price in cuts[:LINES_UNDER_TITLE]]
    later = tuple(None if k < LINES_UNDER_TITLE else cut for k, cut in enumerate(staggers))
    return (*early, *cuts[LINES_UNDER_TITLE:]), later
