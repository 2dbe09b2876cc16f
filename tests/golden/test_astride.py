"""What stands astride the gutter, at a page's head or foot, and over a spread, held against a text dump."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.golden.test_blocks import dump_section

TEXT = "- paragraph: {pl: " + "Rzeka płynie dalej. " * 18 + ", cs: " + "Řeka teče dál. " * 18 + "}\n"
SECTION = f"""\
- heading: {{pl: Rzeka, cs: Řeka, level: 1}}
{TEXT}\
- figure:
    file: images/a.svg
    place: float
    height: 90pt
    caption: {{pl: pływa, cs: plave}}
    alt: {{pl: kwadrat, cs: čtverec}}
{TEXT * 3}\
- facts:
    - {{value: "130 km", label: {{pl: w linii prostej, cs: vzdušnou čarou}}}}
    - {{value: {{pl: "2,5 mln", cs: "2,5 mil."}}, label: {{pl: mieszkańców, cs: obyvatel}}}}
- figure:
    file: images/a.svg
    place: spread
    height: 120pt
    focus: [48%, 50%]
    caption: {{pl: na dwóch stronach, cs: na dvou stranách}}
    credit: {{pl: rysunek, cs: kresba}}
    alt: {{pl: duży kwadrat, cs: velký čtverec}}
{TEXT * 8}\
- timeline:
    place: spread
    events:
      - {{when: "2016", pl: podpis, cs: podpis}}
      - {{when: {{pl: wiosna 2017, cs: jaro 2017}}, pl: początek, cs: začátek}}
      - {{when: "2018", pl: koniec, cs: konec}}
{TEXT * 6}\
- figure:
    file: images/a.svg
    place: left
    height: 60pt
    caption: {{pl: obok, cs: vedle}}
    decorative: true
- paragraph: {{only: cs, cs: "{"Jen česky. " * 20}"}}
"""


def test_what_stands_astride(write_folder: Callable[..., Path], golden: Callable[[str, str], None]) -> None:
    golden("astride.txt", dump_section(SECTION, write_folder))
