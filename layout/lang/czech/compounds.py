"""What Czech writes with a hyphen: first members of compounds, names, and what they look like."""

from __future__ import annotations

from layout.lang.language import Compounds
from layout.lang.rules.fragments import LETTER

COMPOUNDS = Compounds(
    forms=(
        "česko polsko slovensko moravsko slezsko německo rakousko maďarsko francouzsko anglicko rusko "
        "ukrajinsko olomoucko opolsko jihomoravsko společensko technicko vědecko historicko geograficko "
        "zeměpisno politicko ekonomicko umělecko filozoficko metodicko technologicko ekologicko demograficko "
        "strategicko teoreticko prakticko biologicko chemicko fyzikálno zdravotnicko urbanisticko "
        "architektonicko občansko ideově turisticko logisticko statisticko akademicko pedagogicko "
        "psychologicko sociologicko jazykovědno pastoračně duchovně červeno modro bíle bílo černo zeleno "
        "žluto právně"
    ),
    adverbs=(
        "sociálně kulturně ekonomicky hospodářsky informačně propagačně zemědělsko průmyslově obchodně "
        "finančně literárně hudebně výchovně sportovně administrativně organizačně materiálně personálně "
        "environmentálně zdravotně stavebně dopravně regionálně územně vzdělávacě výzkumně vývojově jazykově "
        "odborně poradensky provozně majetkově technicky rekreačně společensky přírodně krajinně kulturně "
        "osvětově mediálně"
    ),
    names=(
        "e mail|on line|science fiction|know how|Wi Fi|Frýdek Místek|Rakousko Uhersko|Bosna Hercegovina|"
        "Porýní Falc|Alsasko Lotrinsko|Bílsko Bělá|Kandrzin Koźle|Šlesvicko Holštýnsko|Kędzierzyn Koźle|"
        "Bielsko Biała|Sasko Anhaltsko|Praha Ruzyně"
    ),
    particles="li liž",
    suspended="i a nebo či ani až do jak",
    adjective=rf"{LETTER}{{2,}}(?:[cknvšč](?:ý|á|é|ého|ému|ém|ým|ých|ými|ou|í|ího|ímu|ím|ích|ími)|[kn]y|cko|sko)",
)
