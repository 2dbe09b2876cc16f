"""Where Polish words are divided: the file of patterns, and the seams and mends that correct it."""

from __future__ import annotations

from layout.lang.language import Hyphenation

HYPHENATION = Hyphenation(
    patterns="hyph_pl_PL.dic",
    mends="""
mail mai-lo-w
""",
    seams="""
mię-dzy
po-nad ! t
pod o
współ
in-ter ak
jed-no pł
""",
)
