"""What the program itself says in Czech."""

from __future__ import annotations

from layout.lang.language import PageWords
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
)
