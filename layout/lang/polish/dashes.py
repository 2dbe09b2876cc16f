"""Words between which Polish sets a dash: towns, ends of ways, days and months."""

from __future__ import annotations

from layout.lang.language import DashHabits

DASHES = DashHabits(
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
