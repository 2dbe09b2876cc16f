"""The order of Polish and Czech lists (ČSN 97 6030, PWN)."""

import pytest

from layout.lang.collation import sort_key

CZECH = [
    ["a", "á", "cena", "čáp", "hora", "chata", "chléb", "ikona"],
    ["rak", "řeka", "sál", "šála", "zed", "žena"],
    ["ďábel", "děd", "dům", "ech", "éter"],
    ["nová obec", "Novák", "nový", "Nový Jičín"],
    ["ul", "úl", "ůl", "ulice"],
    ["chata", "Chata"],
    ["žena", "1", "2"],
    ["Opava", "opona"],
    ["mečet", "mech", "měch", "mechanik"],
]
POLISH = [
    ["ala", "ąbc", "baca", "cena", "ćma", "dom"],
    ["lato", "los", "łąka", "Łódź", "mak"],
    ["n", "ń", "oda", "óda", "para"],
    ["sad", "śnieg", "tor", "zając", "źrebię", "żaba"],
    ["5", "ala"],
    ["chata", "cyrk"],
    ["Nowa Ruda", "Nowak"],
    ["René", "renta"],
]


@pytest.mark.parametrize(("language", "words"), [*(("cs", w) for w in CZECH), *(("pl", w) for w in POLISH)])
def test_order(language, words):
    backwards = words[::-1]
    assert sorted(backwards, key=lambda word: sort_key(word, language)) == words


def test_decomposed_letters_sort_as_composed():
    assert sort_key("c\u030cap", "cs")[:3] == sort_key("čap", "cs")[:3]
