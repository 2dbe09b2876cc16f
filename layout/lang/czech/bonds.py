"""The bonds between neighbours that Czech has besides those all languages have."""

from __future__ import annotations

from layout.lang.rules.bonds import COUNTED, HARD, SOFT, Bond, Grip
from layout.lang.rules.word_kinds import Kind as K

BONDS = (
    Bond(
        id="T01", left=K.LETTER, right=K.WORD, space=HARD, summary="k, s, v, z, o, u, i hold to the next word"
    ),
    Bond(id="T01", left=K.LETTER_A, right=K.WORD, space=SOFT, summary="a would rather not end a line"),
    Bond(
        id="T02",
        left=K.WORD,
        right=K.DEGREE,
        space=HARD,
        summary="name and degree",
        grip=Grip.YIELDING,
    ),
    Bond(
        id="T04",
        left=K.COUNT,
        right=K.COUNTABLE,
        space=HARD,
        summary="number and what is counted",
        unless=COUNTED,
        grip=Grip.WEAK,
    ),
    Bond(
        id="T05",
        left=K.ORDINAL,
        right=K.ORDINAL,
        space=HARD,
        summary="day and month in figures",
        grip=Grip.FIXED,
    ),
    Bond(id="T05", left=K.ORDINAL, right=K.YEAR, space=SOFT, summary="month and year"),
    Bond(
        id="T07",
        left=K.ROMAN_ORDINAL,
        right=K.NOUN,
        space=HARD,
        summary="Roman ordinal and noun",
        unless=K.NAME,
        grip=Grip.YIELDING,
    ),
    Bond(id="T08", left=K.NUMBER, right=K.REGISTER, space=HARD, summary="number and collection of laws"),
)
