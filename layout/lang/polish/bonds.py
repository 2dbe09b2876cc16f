"""The bonds between neighbours that Polish has besides those all languages have."""

from __future__ import annotations

from layout.lang.rules.bonds import COUNTED, HARD, SOFT, Bond, Grip
from layout.lang.rules.word_kinds import Kind as K

BONDS = (
    Bond(
        id="T01",
        left=K.LETTER,
        right=K.WORD,
        space=HARD,
        summary="a, i, o, u, w, z hold to the next word",
        wide=SOFT,
    ),
    Bond(
        id="T04",
        left=K.YEAR,
        right=K.ERA,
        space=HARD,
        summary="year and r., roku",
        grip=Grip.WEAK,
    ),
    Bond(
        id="T04",
        left=K.COUNT,
        right=K.COUNTABLE,
        space=SOFT,
        summary="number and what is counted",
        unless=COUNTED,
    ),
    Bond(
        id="T04",
        left=K.YEAR_MARK,
        right=K.YEAR,
        space=HARD,
        summary="r. and its year",
        unless=K.YEAR | K.NUMBER,
    ),
    Bond(
        id="T05",
        left=K.NUMBER,
        right=K.ERA,
        space=HARD,
        summary="date and r.",
        grip=Grip.WEAK,
    ),
    Bond(
        id="T07",
        left=K.ROMAN,
        right=K.COUNTABLE,
        space=HARD,
        summary="Roman ordinal and noun",
        unless=K.NAME | K.CENTURY | K.LABEL,
        grip=Grip.YIELDING,
    ),
)
