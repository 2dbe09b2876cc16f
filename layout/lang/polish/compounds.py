"""What Polish writes with a hyphen: first members of compounds, names, and what they look like."""

from __future__ import annotations

from layout.lang.language import Compounds
from layout.lang.rules.fragments import LETTER

COMPOUNDS = Compounds(
    forms=(
        "polsko czesko słowacko niemiecko austriacko węgiersko francusko angielsko rosyjsko ukraińsko "
        "litewsko morawsko śląsko górnośląsko dolnośląsko opolsko ołomuniecko krakowsko europejsko grecko "
        "rzymsko żydowsko północno południowo wschodnio zachodnio środkowo prawno budowlano użytkowo biało "
        "czarno czerwono zielono niebiesko żółto szaro religijno rozrywkowo wypoczynkowo rekreacyjno "
        "uzdrowiskowo krajobrazowo przyrodniczo szkoleniowo doradczo opiekuńczo oświatowo badawczo "
        "samorządowo młodzieżowo usługowo magazynowo biurowo lekkoatletyczno wystawienniczo rolno leśno "
        "wodno glebowo roślinno zwierzęco mieszkaniowo remontowo konserwatorsko ratowniczo ogrodniczo "
        "rolniczo rzemieślniczo literacko muzyczno teatralno filmowo ludowo wychowawczo zdrowotno cieplno "
        "energetyczno powietrzno lądowo rzeczno miejsko wiejsko sakralno redakcyjno"
    ),
    adverbs=(
        "naukowo gospodarczo kulturowo finansowo sportowo zawodowo przemysłowo handlowo rozwojowo "
        "przestrzennie ustrojowo programowo technologiczno środowiskowo rachunkowo kadrowo"
    ),
    endings="yjno ijno alno czno",
    names=(
        "e mail|on line|science fiction|non profit|know how|Wi Fi|Kędzierzyn Koźle|Bielsko Biała|Busko Zdrój|"
        "Czechowice Dziedzice|Kudowa Zdrój|Polanica Zdrój|Golub Dobrzyń|Konstancin Jeziorna|"
        "Skarżysko Kamienna|Jastrzębie Zdrój|Duszniki Zdrój|Frydek Mistek|Austro Węgry|Alzacja Lotaryngia|"
        "Lądek Zdrój|Połczyn Zdrój"
    ),
    suspended="i a lub oraz czy albo ani bądź do aż jak",
    after_number=(
        "lecie lecia leciu letni letnia letnie letniego letniej letnich letnim krotnie krotny krotna krotne "
        "osobowy osobowa osobowe osobowej dniowy dniowa dniowe dniowego dniowej godzinny godzinna godzinne "
        "metrowy metrowa metrowe kilometrowy kilometrowa kilometrowe kilometrowej procentowy procentowa "
        "procentowe miesięczny miesięczna miesięczne wieczny wieczna wieczne wiecznego wiecznej piętrowy "
        "piętrowa etapowy stronicowy tysięczny tysięczna tysięczne"
    ),
    adjective=rf"{LETTER}{{3,}}(?:[aeiyąo]|ego|emu|ej|ym|im|ych|ich|ymi|imi)",
)
