"""Where Polish words are divided: the seams and mends that correct the patterns."""

from __future__ import annotations

from layout.lang.language import Hyphenation

_CLUSTERS = "w[rłszkp] wnętrz zd zł zs rdz sfer psych mnożn dniów ksi tkan śpiew łgarz"
"""Beginnings of second members that the patterns tear: wielo-rdzeniowy, eko-sfera."""
_BEFORE_CLUSTERS = (
    "wie-lo mi-ni mi-kro jed-no dwu trój an-ty geo bio eko agro hy-dro fo-to pseu-do ar-cy elek-tro drob-no "
    "sa-mo"
)

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
    seams="\n".join(f"{first} {_CLUSTERS}" for first in _BEFORE_CLUSTERS.split())
    + r"""
wi-deo
ado ra ro[wu]
wi-ce hrab
we-wnątrz
ze-wnątrz
mi-ni apar elek osiedl opow żł
su-per zł atlet
hi-per zw
kontr olimp epolet elita elity
naj (?!\w*[wł]szy$)[aeou](?!z|źdź)\w*(?:sz(?:y|a|ą|e|ej|ego|emu|ym|ymi|ych)|iej)$
nad akust amur etat opiek ogon oczn
od azot eskort ero apel olei oliw
przed adwent elimin echow emeryt aryj zmrok
roz erot
bez ech
pod akust alpej iryt zapyt zna
mię-dzy
po-nad ! t
pod odd odm odc ofic okien okn okap okręg okres olbrzym opiecz opols obój oboj
pod obóz obozow obwó obwod obszar ocean okost org oczod ogon osin ostr orać orał oran oryw
współ
in-ter ak oper psych
post bol nat tot awang abor aids
jed-no pł
""",
)
