"""Words between which Polish sets a dash: towns, ends of ways, days and months."""

from __future__ import annotations

from layout.lang.language import DashHabits
from layout.lang.rules.fragments import GAP

DASHES = DashHabits(
    bounds="od do z ze na przez pod nad między o około ok. niż poniżej powyżej przy ku",
    letter_cues=r"[Ll]it|[Ll]iter\w*|[Pp]unkt\w*",
    file_cues=r"[Ss]ygn|[Aa]kt|[Zz]nak|L\. ?dz|[Nn]r sprawy|[Nn]r ewidencyjny",
    hour_cues=r"godz|h\b|czynn|otwart",
    year_cues="lat|sezon|okres",
    score_cues=r"wynik|skór|wygra|przegra|pokona|zwyci|remis|prowadz|mecz|bramk|gol|porażk|ulegl|uległ|set\w*",
    before_era=rf"p\.{GAP}?n\.{GAP}?e|przed{GAP}naszą",
    towns=(
        "Opole Ołomuniec Praga Brno Ostrawa Wrocław Kraków Warszawa Katowice Gliwice Nysa Prudnik Krnów "
        "Opawa Racibórz Brzeg Kluczbork Namysłów Prościejów Przerów Sternberk Jesionik Głuchołazy Polska "
        "Czechy Niemcy Słowacja Austria Gdańsk Poznań Łódź Szczecin Lublin Berlin Wiedeń Bratysława "
        "Budapeszt Cieszyn Kłodzko"
    ),
    long_names="Czeska Słowacka Czeską Słowacką Czeskiej Słowackiej",
    times_of_year=(
        "poniedziałek wtorek środa czwartek piątek sobota niedziela pon. pn. wt. śr. czw. pt. sob. niedz. "
        "ndz. poniedziałku piątku soboty niedzieli styczeń luty marzec kwiecień maj czerwiec lipiec sierpień "
        "wrzesień październik listopad grudzień"
    ),
    suffix_cues="końcówka końcówką końcówki przyrostek przyrostkiem sufiks",
)
