"""Every block set on its pages, held against a text dump."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from layout.pipeline.composing import compose_folder
from tests.dumps import dump_layout

SECTION = """\
- heading: {pl: "Dwa brzegi, jedna rzeka", cs: "Dva břehy, jedna řeka", level: 1, opener: true}
- lead: {pl: "Krótki wstęp do całości.", cs: "Krátký úvod k celku."}
- paragraph:
    pl: "Akapit z *kursywą*, **mocnym** słowem i [adresem](https://example.org/), o wiele dłuższy od wiersza."
    cs: "Odstavec s *kurzívou*, **silným** slovem a [adresou](https://example.org/), mnohem delší než řádek."
- paragraph: {only: pl, pl: "Tylko po polsku."}
- heading: {pl: "Lista zadań", cs: "Seznam úkolů", level: 2}
- list: {numbered: true, items: [{pl: "pierwsze", cs: "první"}, {pl: "drugie", cs: "druhé"}]}
- quote: {pl: "Rzeka nie pyta.", cs: "Řeka se neptá.", attribution: {pl: "autor", cs: "autor"}}
- facts: [{value: "130 km", label: {pl: "w linii prostej", cs: "vzdušnou čarou"}}]
- timeline: [{when: "2016", pl: "podpis", cs: "podpis"}, {when: "2018", pl: "koniec", cs: "konec"}]
- table:
    head: [{pl: Skrót, cs: Zkratka}, {pl: Znaczenie, cs: Význam}]
    rows: [[{pl: ZIT, cs: ITI}, {pl: inwestycje terytorialne, cs: územní investice}]]
- contacts: [{name: {pl: Biuro, cs: Kancelář}, lines: [{pl: Opole, cs: Opolí}]}]
- imprint: {credits: [{pl: Tekst własny, cs: Vlastní text}], paper: Munken, contacts: [Opole]}
- qr: {data: "https://example.org/", size: 24mm, caption: {pl: kod, cs: kód}, alt: {pl: kod QR, cs: kód QR}}
- contents: {title: {pl: Spis, cs: Obsah}, depth: 2}
- figure:
    file: images/a.svg
    place: left
    height: 48pt
    caption: {pl: rysunek, cs: kresba}
    alt: {pl: kwadrat, cs: čtverec}
- programme:
    - day: {pl: Środa, cs: Středa}
      entries:
        - {time: "9:00–10:30", pl: powitanie, cs: uvítání, place: {pl: sala, cs: sál}, speaker: Opole}
        - {time: "11:00", pl: obiad, cs: oběd}
- practical:
    - {name: {pl: Ratusz, cs: Radnice}, lines: ["Horní náměstí"], map: "geo:49.5939,17.2510"}
    - {name: {pl: Numer alarmowy, cs: Tísňová linka}, number: 112}
    - {name: {pl: Gospodarz, cs: Hostitel}, number: {pl: "+420 800 123 987", cs: "+420 800 123 987"}}
- map:
    places:
      - {pl: Opole, cs: Opolí, at: [50.671, 17.926]}
      - {pl: Ołomuniec, cs: Olomouc, at: [49.5939, 17.2510]}
      - {pl: Brno, cs: Brno, at: [49.1951, 16.6068]}
    line: true
    caption: {pl: droga, cs: cesta}
    alt: {pl: mapa, cs: mapa}
- notes: {ruling: ruled, title: {pl: Notatki, cs: Poznámky}}
- notes: {ruling: dotted, pages: 1}
- participants:
    - delegation: {pl: "Goście", cs: "Hosté"}
      language: cs
      people:
        - {surname: "Nováková", given: Eva, title: Ing., degree: Ph.D., role: {pl: szefowa, cs: "vedoucí"}}
        - {surname: "Novák", given: Jan, organisation: {pl: miasto, cs: "město"}}
- glossary:
    - {pl: ZIT, cs: ITI, explanation: {pl: inwestycje terytorialne, cs: "územní investice"}}
    - {pl: "łącznik", cs: "styčná osoba"}
- paragraph:
    pl: "Nota^[Dopisek z *kursywą*.] przy [słowie]{id=słowo} ze strony {page=słowo}, do [Opola]{index=Opole}."
    cs: "Nota^[Dodatek s *kurzívou*.] u [slova]{id=słowo} ze strany {page=słowo}, do [Opole]{index=Opolí}."
    side-note: {pl: "uwaga na boku", cs: "poznámka stranou"}
- index: {title: {pl: Skorowidz, cs: "Rejstřík"}}
- page-break:
- publicity: {statement: {pl: "Współfinansowane.", cs: "Spolufinancováno."}, emblem: true}
"""
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="20mm" height="20mm"><rect width="9" height="9"/></svg>'
)


def dump_section(section: str, write_folder: Callable[..., Path]) -> str:
    """The pages of a section that may show the picture."""
    folder = write_folder(sections__a_yaml=section, images__a_svg=PICTURE)
    (folder / "images" / "a_svg").rename(folder / "images" / "a.svg")
    return dump_layout(compose_folder(folder).body)


def test_every_block(write_folder: Callable[..., Path], golden: Callable[[str, str], None]) -> None:
    golden("every-block.txt", dump_section(SECTION, write_folder))
