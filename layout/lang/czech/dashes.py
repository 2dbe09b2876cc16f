"""Words between which Czech sets a dash: towns, ends of ways, days and months."""

from __future__ import annotations

from layout.lang.language import DashHabits

DASHES = DashHabits(
    closes_names=True,
    towns=(
        "Praha Brno Ostrava Plzeň Olomouc Opole Opolí Liberec Pardubice Zlín Jihlava Opava Přerov Prostějov "
        "Šternberk Šumperk Jeseník Zábřeh Hranice Mohelnice Litovel Krnov Bruntál Karviná Havířov Bohumín "
        "Břeclav Vratislav Krakov Varšava Katovice Nysa Prudník Ratiboř Kluczbork Polsko Česko Německo "
        "Slovensko Rakousko Maďarsko Berlín Vídeň Bratislava Budapešť Mnichov Drážďany Morava Slezsko"
    ),
    long_names="republika republikou republiky republice",
    routes=(
        "trasa trase trasu trasy linka lince linku trať trati silnice silnici dálnice dálnici spoj vlak úsek "
        "úseku relace relaci zápas utkání osa ose"
    ),
    times_of_year=(
        "pondělí úterý středa čtvrtek pátek sobota neděle středy soboty pátku soboty po út st čt pá so ne "
        "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec"
    ),
    suffix_cues="přípona příponou koncovka koncovkou koncovky",
)
