"""How words in one or both languages are read: the readers that every block's table is made of."""

from __future__ import annotations

from layout.source.fields import Field, PairOf
from layout.source.prose import Passage
from layout.source.scalars import Words

PROSE = Passage()
PROSE_PAIR = PairOf(PROSE)
SHARED_PROSE = PairOf(PROSE, shared=True)
WORDS_PAIR = PairOf(Words())
SHARED_WORDS = PairOf(Words(), shared=True)
ALTERNATIVE = Field(
    WORDS_PAIR, "What the picture shows, for those who do not see it.", True, "missing-alternative"
)
