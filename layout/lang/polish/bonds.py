"""The bonds between neighbours that Polish has besides those all languages have."""

from __future__ import annotations

from layout.lang.rules.bonds import COUNTED, HARD, SOFT, Bond, Grip
from layout.lang.rules.word_kinds import Kind as K

BONDS = (
    Bond("T01", K.LETTER, K.WORD, HARD, "a, i, o, u, w, z hold to the next word", wide=SOFT),
    Bond("T04", K.YEAR, K.ERA, HARD, "year and r., roku", grip=Grip.WEAK),
    Bond("T04", K.COUNT, K.NOUN, SOFT, "number and what is counted", unless=COUNTED),
    Bond("T05", K.NUMBER, K.ERA, HARD, "date and r.", grip=Grip.WEAK),
    Bond("T07", K.ROMAN, K.NOUN, HARD, "Roman ordinal and noun", unless=K.NAME, grip=Grip.YIELDING),
)
