"""Takes nothing, gives the report's own words in three languages; what rules say stands in the catalogue."""

from __future__ import annotations

from collections.abc import Mapping

Words = Mapping[str, str]

REPORT: Mapping[str, Words] = {
    "en": {
        "pages": "pages",
        "judged": "judged for",
        "refused": "REFUSED",
        "warned": "PASSED WITH WARNINGS",
        "unsure": "NO ERRORS FOUND, BUT NOT ALL WAS MEASURED",
        "passed": "PASSED",
        "errors": "errors",
        "warnings": "warnings",
        "notes": "notes",
        "page": "page",
        "times": "in all",
        "from": "from left and top of the trimmed page",
        "unmeasured": "Not measured (so not passed)",
        "exempted": "Passed over by the printer’s profile",
        "kept": "rules kept",
        "further": "further rules broken",
        "source": "source",
    },
    "pl": {
        "pages": "stron",
        "judged": "oceniono dla",
        "refused": "ODRZUCONY",
        "warned": "PRZYJĘTY Z OSTRZEŻENIAMI",
        "unsure": "NIE ZNALEZIONO BŁĘDÓW, ALE NIE WSZYSTKO ZMIERZONO",
        "passed": "PRZYJĘTY",
        "errors": "błędy",
        "warnings": "ostrzeżenia",
        "notes": "uwagi",
        "page": "strona",
        "times": "łącznie",
        "from": "od lewej i od góry strony po obcięciu",
        "unmeasured": "Nie zmierzono (a więc nie zaliczono)",
        "exempted": "Pominięto zgodnie z profilem drukarni",
        "kept": "reguł spełnionych",
        "further": "inne naruszone reguły",
        "source": "źródło",
    },
    "cs": {
        "pages": "stran",
        "judged": "posouzeno pro",
        "refused": "ODMÍTNUTO",
        "warned": "PŘIJATO S VAROVÁNÍM",
        "unsure": "CHYBY NENALEZENY, ALE NEBYLO ZMĚŘENO VŠE",
        "passed": "PŘIJATO",
        "errors": "chyby",
        "warnings": "varování",
        "notes": "poznámky",
        "page": "strana",
        "times": "celkem",
        "from": "zleva a shora čistého formátu",
        "unmeasured": "Nezměřeno (a tedy neuznáno)",
        "exempted": "Prominuto podle profilu tiskárny",
        "kept": "pravidel dodrženo",
        "further": "další porušená pravidla",
        "source": "zdroj",
    },
}

KINDS: Mapping[str, Words] = {
    "en": {
        "file": "file",
        "page": "page",
        "place": "",
        "metadata": "metadata",
        "intent": "output intent",
        "annotation": "annotation",
        "fill": "fill",
        "stroke": "line",
        "shading": "gradient",
        "text": "text",
        "letters": "text",
        "image": "image",
        "group": "group",
        "mask": "soft mask",
        "font": "font",
        "line": "line",
        "structure": "tag",
        "figure": "figure",
    },
    "pl": {
        "file": "plik",
        "page": "strona",
        "place": "",
        "metadata": "metadane",
        "intent": "przeznaczenie druku",
        "annotation": "adnotacja",
        "fill": "wypełnienie",
        "stroke": "linia",
        "shading": "gradient",
        "text": "tekst",
        "letters": "tekst",
        "image": "obraz",
        "group": "grupa",
        "mask": "maska",
        "font": "font",
        "line": "linia",
        "structure": "znacznik",
        "figure": "ilustracja",
    },
    "cs": {
        "file": "soubor",
        "page": "stránka",
        "place": "",
        "metadata": "metadata",
        "intent": "výstupní záměr",
        "annotation": "poznámka",
        "fill": "výplň",
        "stroke": "linka",
        "shading": "přechod",
        "text": "text",
        "letters": "text",
        "image": "obrázek",
        "group": "skupina",
        "mask": "maska",
        "font": "písmo",
        "line": "linka",
        "structure": "značka",
        "figure": "obrázek",
    },
}
"""What a finding is about (`Finding.kind`)."""

SIDES: Mapping[str, Words] = {
    "en": {"left": "left", "right": "right", "top": "top", "bottom": "bottom"},
    "pl": {"left": "z lewej", "right": "z prawej", "top": "u góry", "bottom": "u dołu"},
    "cs": {"left": "vlevo", "right": "vpravo", "top": "nahoře", "bottom": "dole"},
}

QUOTES: Mapping[str, tuple[str, str]] = {"en": ("“", "”"), "pl": ("„", "”"), "cs": ("„", "“")}

_STANDARDS = {
    "ISO 15930-7:2010 (PDF/X-4), ISO 15930-4:2003 (PDF/X-1a)": "PDF/X",
    "ISO 15930-7:2010 (PDF/X-4)": "PDF/X-4",
    "ISO 15930-4:2003 (PDF/X-1a)": "PDF/X-1a",
    "ISO 32000-1:2008": "ISO 32000-1",
    "ISO 14289-1:2014 (PDF/UA-1)": "PDF/UA-1",
    "ISO 19005-2:2011 (PDF/A-2)": "PDF/A-2",
}
_PRACTICE, _PRINTER = "prepress practice of Polish and Czech print shops", "printer’s profile"
_TWO, _RENDERED = "two languages on a page: no validator checks it", "rendered by Ghostscript"

SOURCES: Mapping[str, Mapping[str, str]] = {
    "en": {**_STANDARDS, _PRACTICE: "practice of print shops", _TWO: "two languages"},
    "pl": {
        **_STANDARDS,
        _PRACTICE: "praktyka drukarni",
        _PRINTER: "profil drukarni",
        _TWO: "dwa języki",
        _RENDERED: "wyrenderowane przez Ghostscript",
        " and ": " i ",
        "annex": "załącznik",
        "table": "tabela",
    },
    "cs": {
        **_STANDARDS,
        _PRACTICE: "praxe tiskáren",
        _PRINTER: "profil tiskárny",
        _TWO: "dva jazyky",
        _RENDERED: "vykresleno Ghostscriptem",
        " and ": " a ",
        "annex": "příloha",
        "table": "tabulka",
    },
}
"""How the text report says the sources of rules, longest first."""
