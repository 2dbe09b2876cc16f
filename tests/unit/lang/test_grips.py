"""How firmly a no-break space holds the two words beside it."""

from __future__ import annotations

import pytest

from layout.lang.grips import Grips
from layout.lang.rules.bonds import Grip

HELD = {language: Grips(language) for language in ("pl", "cs")}


@pytest.mark.parametrize(
    ("language", "grip", "pairs"),
    [
        (
            "pl",
            Grip.FIXED,
            ["§ 5", "art. 36", "nr 7", "85 %", "50 km", "100 zł", "J. Nowak", "T. G.", "77 541"],
        ),
        (
            "cs",
            Grip.FIXED,
            ["§ 23", "č. 9", "s. 53", "50 %", "10 kg", "100 Kč", "T. G.", "1. 1.", "a. s.", "s. r."],
        ),
        ("pl", Grip.FIRM, ["w Opolu", "a każde", "słowo –", "200 i"]),
        ("cs", Grip.FIRM, ["v roce", "k obci", "slovo –"]),
        ("pl", Grip.YIELDING, ["prof. Kowalski", "Jan III", "ul. Długa", "31 stycznia", "XX w.", "5 mln"]),
        ("cs", Grip.YIELDING, ["Ing. Novák", "Karel IV.", "5. pluk", "nám. Míru"]),
        ("pl", Grip.WEAK, ["2016 roku", "1870 r."]),
        ("cs", Grip.WEAK, ["500 lidí", "79 obcí"]),
        ("pl", Grip.PASTED, ["przez zgromadzenie", "do wspólnoty", "Urząd Miasta"]),
        ("cs", Grip.PASTED, ["přes shromáždění", "na radnici"]),
    ],
)
def test_grips(language: str, grip: Grip, pairs: list[str]) -> None:
    found = {pair: HELD[language].grip(*pair.split()) for pair in pairs}
    assert found == dict.fromkeys(pairs, grip)
