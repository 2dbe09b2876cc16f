"""The bonds between neighbours that Czech has besides those all languages have."""

from __future__ import annotations

from layout.lang.rules.bonds import COUNTED, HARD, SOFT, Bond, Grip
from layout.lang.rules.word_kinds import Kind as K

BONDS = (
    Bond("T01", K.LETTER, K.WORD, HARD, "k, s, v, z, o, u, i hold to the next word"),
    Bond("T01", K.LETTER_A, K.WORD, SOFT, "a would rather not end a line"),
    Bond("T02", K.WORD, K.DEGREE, HARD, "name and degree", grip=Grip.YIELDING),
    Bond("T04", K.COUNT, K.NOUN, HARD, "number and what is counted", unless=COUNTED, grip=Grip.WEAK),
    Bond("T05", K.ORDINAL, K.ORDINAL, HARD, "day and month in figures", grip=Grip.FIXED),
    Bond("T05", K.ORDINAL, K.YEAR, SOFT, "month and year"),
    Bond("T07", K.ROMAN_ORDINAL, K.NOUN, HARD, "Roman ordinal and noun", unless=K.NAME, grip=Grip.YIELDING),
    Bond("T08", K.NUMBER, K.REGISTER, HARD, "number and collection of laws"),
)
