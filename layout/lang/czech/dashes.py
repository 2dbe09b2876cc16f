"""Words between which Czech sets a dash: towns, ends of ways, days and months."""

from __future__ import annotations

from layout.lang.language import DashHabits
from layout.lang.rules.fragments import GAP

DASHES = DashHabits(
    closes_names=True,
    bounds="od do z na přes pod nad mezi o asi cca než až ke k při",
    letter_cues=r"[Pp]ísm|[Pp]ísmen\w*",
    file_cues=r"[čČ]\.? ?j|[Ss]p\.? ?zn|[Zz]n|[Ss]pis\w*|[Zz]načk\w*|[Jj]ednací\w*|[Ee]v\. ?č",
    hour_cues=r"hod|h\b|otev|provoz|úředn",
    year_cues="let|roky|rocích|sezon|sezón|obdob",
    score_cues=r"skór|výsled|vyhr|prohr|poraz|por[áa]ž|zvítěz|vítěz|remíz|vedl|vede|zápas|utkání|podleh|gól|branek|set[uůy]?\b",
    before_era=rf"př\.{GAP}?(?:n|Kr)\.|před{GAP}(?:naším|Kristem)",
    towns=(
        "Praha Brno Ostrava Plzeň Olomouc Opole Opolí Liberec Pardubice Zlín Jihlava Opava Přerov Prostějov "
        "Šternberk Šumperk Jeseník Zábřeh Hranice Mohelnice Litovel Krnov Bruntál Karviná Havířov Bohumín "
        "Břeclav Vratislav Krakov Varšava Katovice Nysa Prudník Ratiboř Kluczbork Polsko Česko Německo "
        "Slovensko Rakousko Maďarsko Berlín Vídeň Bratislava Budapešť Mnichov Drážďany Morava Slezsko"
    ),
    long_names="republika republikou republiky republice",
    routes=(
        "trasa trase trasu trasy linka lince linku trať trati silnice silnici dálnice dálnici spoj vlak úsek "
        "úseku relace relaci zápas utkání osa ose autobus rychlík expres let lety cesta cestu cestě stezka "
        "cyklostezka cyklotrasa koridor železnice tah most spojení vzdálenost jízda plavba etapa běh závod"
    ),
    times_of_year=(
        "pondělí úterý středa čtvrtek pátek sobota neděle středy soboty pátku soboty po út st čt pá so ne "
        "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec"
    ),
    suffix_cues="přípona příponou koncovka koncovkou koncovky",
)
