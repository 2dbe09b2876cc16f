"""How Czech writes figures, dates, times of day and their signs."""

from __future__ import annotations

from layout.lang.language import NumberHabits, NumberNeighbours

_PAST = (
    r"(?!\w*(?:[ai]tel|[eo]t?el[ey]?|dl[ay]|[ai]del)\Z"
    r"|(?:kol|sil|cel|míl|těl|děl|čísel|křesel|hesel)[ay]?\Z|\w*(?:škol|kapitol|úkol|díl|titul|modul)y?\Z)"
    r"\w*[aáeěiíouyůvsžhrc]l[aoiy]?"
)
_PREFIXES = "(?:ne|na|vy|z|za|s|u|při|do|po|od|ob|o|roz|pře|před|vz|pro|v){0,4}"
_VERBS_IN_I = (
    "běž|bydl|chod|cház|chyb|čin|děl|drž|hled|jist|klad|konč|lež|lož|luč|luž|měn|mluv|mus|měř|nač|náš|náv|okrouhl|"
    "patř|plat|pln|prav|působ|pust|rac|rát|řad|říd|řeš|ruš|sídl|slouž|slyš|sm|stač|stoj|stav|tvoř|tvrd|urč|uží|váz|věř|"
    "vid|vis|volá|vrac|vrát|vrť|znač|znám|zn|zobraz|ztrat|ztrác|zvýš|sníž|žád"
)
_UNCOUNTED = "|".join(
    (
        _PAST,
        rf"{_PREFIXES}(?:{_VERBS_IN_I})í",
        r"(?!\w*(?:[cs]k|ov|\wn|it|ut)á\Z)\w+á|\w+[aáeií]dá",
        r"(?!dne|týdne|studne)\w+[dlptksžnc]ne|\w+(?:[eěí]te|jte|áte)",
        r"\w*(?:[uae]j[íe]|[áíe]me|ou|ovat|nout|[aáií]vat|[ií]cí)",
        r"(?!stupně|úrovně|skříně|kuchyně|jeskyně|studně|dně)\w*(?:[čnšžclmrtvb]ně|ově|[ie]cky|ensky)",
        "(?:ne)?může|vede|lze|posune|níže|výše|pokud|nikoliv?|beze|přitom|dolů|nahoru|čili|dále|potom|poté|téměř|"
        "zatím|zatímco|dosud|vždy|zde|jinak|aniž|jelikož|neboť|jestliže|jestli|anebo|buď|spíše|rovněž|zejména|"
        "například|naopak|vedle|vůči|kromě|díky|dle|skrz|napříč|uvnitř|mimo|kvůli|ohledně|zároveň|případně|spolu|"
        "doma|znamená|začíná|začínat|nyní|pak|opět|znovu|ovšem|avšak|přece|stále|dost|zhruba|jde|půjde|činí|kdežto|pouze|ihned|nanejvýš",
    )
)
"""Verbs and adverbs by their endings, and words that join; nouns with such endings are let through."""

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
    section_cues=r"bod|kapitol|kap\b|část|čl\b|člán|odd[íi]l|odst|paragraf|verz|tab\b|tabul|obr\b|obráz|přílo|písm|viz\b|dle\b|podle\b|č\b|s\b|str\b|§|položk",
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
