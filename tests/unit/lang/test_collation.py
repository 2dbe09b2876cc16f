"""The order of Polish and Czech lists (ČSN 97 6030, PWN)."""

import pytest

from layout.lang.collation import name_key, sort_key

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
    ["shoda", "schody", "sídliště"],
    ["motýl noční", "motýlek"],
    ["Nová", "Nová-Malá", "Nováčková", "Nováková"],
    ["hrob", "Chalupa", "chýše", "Chytil", "Ibrahim"],
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
    ["Grzymała", "Grzymała-Siedlecki", "Grzymałowski", "Ostoja", "Ostoja-Chrostowski"],
    ["Nowak", "Nowak Adamska", "Nowak-Zając", "Nowakowska"],
    ["arab", "Arab", "Arabia"],
    ["mur z cegły", "murawa"],
    ["Zając", "Ziemba", "Źdźbło", "Źrebak", "Żak", "Żuraw"],
    ["Müller", "Munk"],
]


@pytest.mark.parametrize(("language", "words"), [*(("cs", w) for w in CZECH), *(("pl", w) for w in POLISH)])
def test_order(language: str, words: list[str]) -> None:
    backwards = words[::-1]
    assert sorted(backwards, key=lambda word: sort_key(word, language)) == words


def test_decomposed_letters_sort_as_composed() -> None:
    assert sort_key("c\u030cap", "cs")[:3] == sort_key("čap", "cs")[:3]


@pytest.mark.parametrize(
    ("language", "people"),
    [
        ("pl", [("Kowalski", "Adam"), ("Kowalski", "Łukasz"), ("Kowalski-Nowak", "Adam"), ("Łącka", "Ewa")]),
        (
            "pl",
            [("Albert", "Jan"), ("de Beaugrande", "Jan"), ("van den Broek", "Jan"), ("De Havilland", "A.")],
        ),
        ("cs", [("Hora", "Petr"), ("Chytil", "Adam"), ("Chytil", "Žofie"), ("Ibl", "Jan")]),
        ("cs", [("Novák", "Čeněk"), ("Novák", "David"), ("Novák", "Hana"), ("Novák", "Chrudoš")]),
        ("cs", [("novák", "Adam"), ("Novák", "Adam"), ("Nováková", "Adéla")]),
    ],
)
def test_people_by_surname_then_given_name(language: str, people: list[tuple[str, str]]) -> None:
    backwards = people[::-1]
    assert sorted(backwards, key=lambda person: name_key(person[0], person[1], language)) == people
