"""Where Polish words are divided: the seams and mends that correct the patterns."""

from __future__ import annotations

from layout.lang.language import Hyphenation

HYPHENATION = Hyphenation(
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
