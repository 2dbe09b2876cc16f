"""Takes rows of one block, gives them with a head to be repeated where a page starts amid them."""

from __future__ import annotations

from collections.abc import Sequence

from layout.compose.desk import Desk, SetPassage
from layout.compose.parts.titles import fits
from layout.compose.rows import Fixed, Row
from layout.lang.languages import LANGUAGES
from layout.model.content.pairs import Pair, ProsePair
from layout.model.content.prose import Prose, Run
from layout.model.layout import ARTIFACT, PlacedPicture, StructNode, TextItem
from layout.model.records import replace
from layout.model.shapes import Line
from layout.model.units import NO_BREAK_SPACE


def repeat_head(rows: Sequence[Row], head: Sequence[Fixed], height: float, desk: Desk) -> list[Row]:
    """`rows` with `head`, `height` points tall, above whichever of them opens a page.

    Rows that come back to the grid only together may be parted by a page: each knows what is lacking then.
    """
    found: list[Row] = []
    left = sum(row.before + row.height for row in rows)
    for row in rows:
        used = height + left - row.before
        found.append(replace(row, head=tuple(head), sink=height, slack=desk.whole(used) - used))
        left -= row.before + row.height
    return found


def silent(row: Row) -> tuple[Fixed, ...]:
    """What `row` holds, as decoration: what is repeated is not read twice, and no link leads from it."""
    return tuple(
        Fixed(tuple(_silenced(item) for item in piece.items))
        for piece in row.pieces
        if isinstance(piece, Fixed)
    )


def _silenced(item: TextItem | PlacedPicture) -> TextItem | PlacedPicture:
    if isinstance(item, TextItem):
        return replace(item, line=_unmarked(item.line), leaf=ARTIFACT)
    return replace(item, leaf=ARTIFACT)


def _unmarked(line: Line) -> Line:
    runs = tuple(replace(run, ink=replace(run.ink, link=None, part=0)) for run in line.runs)
    return replace(line, runs=runs)


def set_continued(title: ProsePair, role: str, desk: Desk) -> tuple[SetPassage | None, SetPassage | None]:
    """A title as it is repeated on the next page: decoration, for it has been read once.

    The program's own word behind it goes to a line of its own, and is left out where even that is too narrow.
    """
    ways = [_continuing(title, desk, space) for space in (NO_BREAK_SPACE, " ")]
    said = next((way for way in ways if fits(way, role, desk)), title)
    quiet = replace(desk, typesetter=desk.typesetter.telling(lambda problem: None))
    left, right = (
        None if prose is None else _set_silently(prose, side, role, quiet)
        for side, prose in enumerate(said.sides)
    )
    return (left, right)


def _continuing(title: ProsePair, desk: Desk, space: str) -> ProsePair:
    """A title of unmarked words, `space` and the word that says that it goes on."""
    left, right = (
        None if prose is None else replace(prose, runs=(*_bare_runs(prose), Run(space + word)))
        for prose, word in zip(title.sides, _continued_words(desk), strict=True)
    )
    return Pair(left, right)


def _continued_words(desk: Desk) -> list[str]:
    return [LANGUAGES[language].page_words.continued for language in desk.languages]


def _bare_runs(prose: Prose) -> tuple[Run, ...]:
    return tuple(replace(run, style=replace(run.style, link=None, language=None)) for run in prose.runs)


def _set_silently(words: Prose, side: int, role: str, desk: Desk) -> SetPassage:
    x, width = desk.columns[side]
    words = replace(words, runs=_bare_runs(words))
    text = desk.typesetter.set(words, role, desk.languages[side], width)
    return SetPassage(text, ARTIFACT, StructNode(tag="Artifact"), x + desk.style(role).indent)
