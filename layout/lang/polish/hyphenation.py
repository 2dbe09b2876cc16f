"""Where Polish words are divided: the seams and mends that correct the patterns."""

from __future__ import annotations

from layout.lang.language import Hyphenation

HYPHENATION = Hyphenation(
    heads=(
        "u|o|nie|naj|roz|roze|bez|pół|ob|obe|od|ode|nad|nade|pod|pode|przed|prze|przy|po|na|za|wy|do|ze|"
        "we|współ|trój|"
        "dwu|trzy|super|ultra|mikro|makro|infra|auto|foto|elektro|termo|wielo|jedno|samo|nowo|przeciw|"
        "między|ponad"
    ),
    sonorants="rlłnj",
    sonorant_onsets="rw rż rdz łg łk łz łż lż lśn lgn",
    mends="""
mail mai-lo-w
""",
    seams="""
mię-dzy
po-nad ! t
pod odd odm odc ofic okien okn okap okręg okres olbrzym opiecz opols obój oboj
pod obóz obozow obwó obwod obszar ocean okost org oczod ogon osin ostr orać orał oran oryw
współ
in-ter ak
post bol nat tot
jed-no pł
""",
)
