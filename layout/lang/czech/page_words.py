"""What the program itself says in Czech."""

from __future__ import annotations

from layout.lang.language import ImprintWords, PageWords, ProofWords
from layout.model.languages import POLISH

PAGE_WORDS = PageWords(
    name="Čeština",
    continued="(pokr.)",  # pokračování
    emblem="Vlajka Evropské unie",
    map_code="QR kód s mapou",
    version="Česká verze",
    date="{day}. {month} {year}",
    addressee="Pro:",
    page="strana {number}",
    footnote="poznámka {number}",
    back="zpět na odkaz {number}",
    glossary_to={POLISH: "Z češtiny do polštiny"},
    imprint=ImprintWords(
        publisher="Vydavatel: ", printer="Tisk: ", run="Náklad: ", paper="Papír: ", licence="Licence: "
    ),
    proof=ProofWords(
        changes="Změny od schválení",
        unchanged="nic se nezměnilo",
        rules="K vyjasnění v překladu",
        none_open="nic",
        since="český úřad, schváleno {on}, {by}",
        signature="Schvaluji český text do tisku: datum, podpis",
        remark="Poznámky",
    ),
)
