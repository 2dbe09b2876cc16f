"""How Czech writes figures, dates, times of day and their signs."""

from __future__ import annotations

from layout.lang.language import NumberHabits, NumberNeighbours

_UNCOUNTED = (
    r"(?!\w*(?:[aei]tel|[eo]t?el[ey]?|dl[ay]|idel|adel|[aeiou]lů)\Z"
    r"|(?:kol|škol|sil|cel|míl|těl|děl|čísel|křesel|hesel|kil)[ay]?\Z|\w*(?:škol|kapitol|úkol|podíl|díl|titul|modul)y?\Z)"
    r"\w*(?:[aáeěiíouyůvsžhrc]l[aoiy]?)"
    r"|\w*(?:[uae]j[íe]|[áíe]me|ou|ovat|nout|íví|ává|ívá|ívá|ovně)"
    r"|(?!stupně|úrovně|skříně|kuchyně|jeskyně|studně|dně)\w*(?:[čnšžclmrtv]ně|ově|[ie]cky|ensky)"
)
"""Verbs and adverbs by their endings."""

NUMBERS = NumberHabits(
    uncounted=_UNCOUNTED,
    hour_mark=":",  # EU Interinstitutional Style Guide, cs 10.5: 7:00, 8:30; ČSN 01 6910 wants the colon too
    decimal_mark=",",  # ČSN 01 6910
    signs="č str obr tab odst čl kap s",
    ratio_nouns="poměr měřítk",
    parts_degrees=True,
    groups_decimals=True,
    spaces_dates=True,
    date_cues="dne|ode?|do|ke?|před|po|pondělí|úterý|střed[ay]|čtvrtek|pátek|sobot[ay]|neděle",
    section_cues="bod|kapitol|kap|část|čl|odd[íi]l|odst|paragraf|verz|tab|obr|přílo|písm|viz|dle|podle|č|s|str|§|rozsah|položk",
    stops_romans=True,
)

NUMBER_NEIGHBOURS = NumberNeighbours(
    currencies=r"Kčs?|korun\w*",
    quantities="Kč|tis|ks",
    counted="Kč|korun|tis|osob|obyv|lidí|účast|návšt|ks",
    phone_labels="[Ll]ink[auy]",
    identifier_labels="IČO?|DIČ|PSČ|[Uu]č(?:et|tu)|[Kk]ont[oa]",
    identifier_signs=r"\bč\.|\bčp\.|\bkód|\bPSČ|\bzn\.",
)
