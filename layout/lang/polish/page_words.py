"""What the program itself says in Polish."""

from __future__ import annotations

from layout.lang.language import ImprintWords, PageWords, ProofWords
from layout.model.languages import CZECH

PAGE_WORDS = PageWords(
    name="Polski",
    continued="(cd.)",  # ciąg dalszy
    emblem="Flaga Unii Europejskiej",
    map_code="Kod QR z mapą",
    version="Wersja polska",
    date="{day} {month} {year}",
    addressee="Dla:",
    page="strona {number}",
    footnote="przypis {number}",
    back="powrót do odsyłacza {number}",
    glossary_to={CZECH: "Z polskiego na czeski"},
    imprint=ImprintWords(
        publisher="Wydawca: ", printer="Druk: ", run="Nakład: ", paper="Papier: ", licence="Licencja: "
    ),
    proof=ProofWords(
        changes="Zmiany od zatwierdzenia",
        unchanged="nic się nie zmieniło",
        rules="Do wyjaśnienia w tłumaczeniu",
        none_open="brak",
        since="urząd polski, zatwierdzone {on}, {by}",
        signature="Zatwierdzam tekst polski do druku: data, podpis",
        remark="Uwagi",
    ),
)
