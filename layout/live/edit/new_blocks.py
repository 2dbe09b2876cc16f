"""Takes a kind of block, gives one as it is written anew, with placeholder words in both languages."""

from __future__ import annotations

from collections.abc import Mapping

NEW_BLOCKS: Mapping[str, str] = {
    "heading": """\
heading:
  level: 2
  pl: Nowy śródtytuł
  cs: Nový mezititulek
""",
    "lead": """\
lead:
  pl: Krótki wstęp, jedno lub dwa zdania.
  cs: Krátký úvod, jedna nebo dvě věty.
""",
    "paragraph": """\
paragraph:
  pl: Nowy akapit.
  cs: Nový odstavec.
""",
    "list": """\
list:
  numbered: false
  items:
    - pl: pierwszy punkt
      cs: první bod
    - pl: drugi punkt
      cs: druhý bod
""",
    "quote": """\
quote:
  pl: Słowa, które warto przytoczyć.
  cs: Slova, která stojí za citaci.
  attribution:
    pl: kto i gdzie to powiedział
    cs: kdo a kde to řekl
""",
    "figure": """\
figure:
  file: {picture}
  place: both
  caption:
    pl: Podpis pod obrazem.
    cs: Popisek pod obrázkem.
  alt:
    pl: co widać na obrazie
    cs: co je na obrázku vidět
""",
    "facts": """\
facts:
  - value: 12
    label:
      pl: nowych szkół
      cs: nových škol
  - value: 34
    label:
      pl: kilometry dróg
      cs: kilometrů cest
""",
    "timeline": """\
timeline:
  - when: 2024
    pl: początek prac
    cs: začátek prací
  - when: 2026
    pl: otwarcie
    cs: otevření
""",
    "table": """\
table:
  head:
    - pl: Nazwa
      cs: Název
    - pl: Znaczenie
      cs: Význam
  rows:
    - - pl: pierwsza
        cs: první
      - pl: co znaczy pierwsza
        cs: co znamená první
    - - pl: druga
        cs: druhá
      - pl: co znaczy druga
        cs: co znamená druhá
""",
    "contacts": """\
contacts:
  - name:
      pl: Nazwa biura
      cs: Název kanceláře
    lines:
      - pl: "ulica i\u00a0miasto"
        cs: "ulice a\u00a0město"
""",
    "qr": """\
qr:
  data: https://example.org/
  size: 24mm
  caption:
    pl: Dokąd prowadzi ten kod.
    cs: Kam tento kód vede.
  alt:
    pl: kod QR z adresem strony
    cs: kód QR s adresou stránky
""",
    "contents": """\
contents:
  title:
    pl: Spis treści
    cs: Obsah
  depth: 2
""",
    "imprint": """\
imprint:
  credits:
    - pl: "Tekst: imię i\u00a0nazwisko"
      cs: "Text: jméno a\u00a0příjmení"
""",
    "publicity": """\
publicity:
  statement:
    pl: Projekt jest współfinansowany przez Unię Europejską.
    cs: Projekt je spolufinancován Evropskou unií.
  emblem: true
""",
    "practical": """\
practical:
  - name:
      pl: Numer alarmowy
      cs: Tísňová linka
    number: 112
""",
    "notes": """\
notes:
  ruling: ruled
  title:
    pl: Notatki
    cs: Poznámky
""",
    "programme": """\
programme:
  - day:
      pl: Pierwszy dzień
      cs: První den
    entries:
      - time: "9:00–10:30"
        pl: powitanie
        cs: uvítání
      - time: "10:30"
        pl: zwiedzanie
        cs: prohlídka
""",
    "participants": """\
participants:
  - delegation:
      pl: Goście
      cs: Hosté
    language: cs
    people:
      - surname: Nováková
        given: Jana
        role:
          pl: stanowisko
          cs: funkce
""",
    "glossary": """\
glossary:
  - pl: nowy termin
    cs: nový pojem
    explanation:
      pl: co znaczy
      cs: co znamená
""",
    "index": """\
index:
  title:
    pl: Skorowidz
    cs: Rejstřík
""",
    "map": """\
map:
  places:
    - pl: Opole
      cs: Opolí
      at: [50.671, 17.926]
    - pl: Ołomuniec
      cs: Olomouc
      at: [49.594, 17.251]
  line: true
  caption:
    pl: Opole i Ołomuniec.
    cs: Opolí a Olomouc.
  alt:
    pl: mapa z dwoma miastami i linią między nimi
    cs: mapa se dvěma městy a spojnicí mezi nimi
""",
    "page-break": """\
page-break:
""",
}
"""A block of every kind."""


def write_block(kind: str, picture: str = "") -> str:
    """A block of a kind as YAML; one that shows a picture shows `picture`. Raises KeyError."""
    return NEW_BLOCKS[kind].replace("{picture}", picture)
