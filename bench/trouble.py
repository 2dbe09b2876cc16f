"""Takes a folder, writes a brochure that is hard to set: long and short titles, people, pictures alone."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import copyfile

from bench.speed import ROOT

LONG = (
    "Wspólna strategia rozwoju przyjaznej mieszkańcom komunikacji"
    " w aglomeracjach przygranicznych w latach 2027–2034",
    "Společná strategie rozvoje dopravy přátelské k obyvatelům"
    " v příhraničních aglomeracích v letech 2027–2034 a dál",
)
"""Titles of some 110 letters."""
ALL = """\
publisher: {pl: Aglomeracja Opolska i Aglomeracja Ołomuniecka, cs: Opolská aglomerace a Olomoucká aglomerace}
place: {pl: Opole – Ołomuniec, cs: Opole – Olomouc}
series: {pl: "Zeszyty pogranicza, t. 4", cs: "Sešity pohraničí, sv. 4"}
edition: {pl: "Wydanie drugie, poprawione", cs: "Druhé, opravené vydání"}
isbn: 978-80-904189-0-5
logos:
  - {file: images/logo-opole.svg, height: 12mm, alt: {pl: Logo Opola, cs: Logo Opole}}
  - {file: images/logo-olomouc.svg, height: 12mm, alt: {pl: Logo Ołomuńca, cs: Logo Olomouce}}
"""
PARAGRAPH = """\
- paragraph:
    pl: Odra płynie z Gór Odrzańskich przez Opole, a Morawa przez Ołomuniec. Oba miasta łączy wspólna praca.
    cs: Odra teče z Oderských vrchů přes Opole, Morava přes Olomouc. Obě města spojuje společná práce.
"""
HEADING = "- heading: {level: 1, pl: Najdziwniejsze przedsięwzięcie, cs: Nejpodivuhodnější podnikání}\n"


def write(folder: Path, titles: tuple[str, str], section: str, more: str = "", subtitle: bool = True) -> None:
    """A content folder of one section, with the sample's logos and photograph."""
    (folder / "sections").mkdir(parents=True, exist_ok=True)
    (folder / "images").mkdir(exist_ok=True)
    for name in ("logo-opole.svg", "logo-olomouc.svg", "landscape.jpg", "towers.svg"):
        copyfile(ROOT / "content" / "images" / name, folder / "images" / name)
    said = (
        'subtitle: {pl: "Od pierwszego spotkania do dziś", cs: "Od prvního setkání do dneška"}\n'
        if subtitle
        else ""
    )
    (folder / "brochure.yaml").write_text(
        f'title: {{pl: "{titles[0]}", cs: "{titles[1]}"}}\n{said}'
        f"languages: [pl, cs]\ndate: 2026-11-22\n{more}"
        "theme: two-banks\ncovers: {front: generated, back: generated}\nsections: [sections/one.yaml]\n",
        "utf-8",
    )
    (folder / "sections" / "one.yaml").write_text(section, "utf-8")


def _people(count: int) -> str:
    chance = random.Random(4)
    first = ("Małgorzata", "Jan", "Václav", "Kateřina", "Stanisław", "Bohuslava")
    last = ("Wrześniewska-Kwiatkowska", "Nowak", "Dvořák", "Přibyslavský", "Brzęczyszczykiewicz")
    people = "\n".join(
        f"        - {{given: {chance.choice(first)}, surname: {chance.choice(last)}, "
        "role: {pl: kierowniczka referatu rozwoju, cs: vedoucí oddělení rozvoje}}"
        for _ in range(count)
    )
    group = (
        "- participants:\n    - delegation: {pl: Delegacja opolska, cs: Opolská delegace}\n      people:\n"
    )
    return f"{HEADING}{group}{people}\n"


_FIGURE = """\
- figure:
    file: images/landscape.jpg
    place: {placement}
    alt: {{pl: Krajobraz, cs: Krajina}}
    caption: {{pl: Wieczór nad rzeką, cs: Večer u řeky}}
"""
TROUBLES: Mapping[str, Callable[[Path], None]] = {
    "long": lambda folder: write(folder, LONG, HEADING + PARAGRAPH * 6, ALL),
    "short": lambda folder: write(folder, ("Ona", "Oni"), HEADING + PARAGRAPH * 3, subtitle=False),
    "usual": lambda folder: write(
        folder,
        ("Najdziwniejsze miasta nad Odrą", "Nejpodivnější města na Odře"),
        HEADING + PARAGRAPH * 8,
        ALL,
    ),
    "pictures": lambda folder: write(
        folder,
        ("Obrazy", "Obrazy"),
        "".join(_FIGURE.format(placement=one) for one in ("bleed", "left", "both")),
    ),
    "people": lambda folder: write(folder, ("Kto jest kim", "Kdo je kdo"), _people(40)),
    "paragraph": lambda folder: write(folder, ("Jeden akapit", "Jeden odstavec"), PARAGRAPH),
}
"""What each is hard by."""
