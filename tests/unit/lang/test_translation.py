"""What a reader of both languages stops at is told; what each language says in its own way is not."""

from __future__ import annotations

import pytest

from layout.lang.translation.bare_words import bare_words, link_targets
from layout.lang.translation.judge import judge_pair
from layout.model.content.translation import TRANSLATION_RULES, TypedPair, TypedWords
from layout.model.diagnostic import Span


def pair(left: str, right: str, **more: object) -> TypedPair:
    where = Span("a.yaml", 1, 1)
    sides = {"pl": TypedWords(left, where), "cs": TypedWords(right, where)}
    return TypedPair(file="a.yaml", route=(), where=where, kind="", sides=sides, **more)  # type: ignore[arg-type]


def rules(left: str, right: str) -> set[str]:
    return {str(found.values["rule"]) for found in judge_pair(pair(left, right), ("pl", "cs"))}


@pytest.mark.parametrize(
    ("left", "right", "rule"),
    [
        ("Rzeka, która łączy dwa miasta.", "Mapa rzeki, która łączy dwa miasta", "language"),
        ("Tekst o rzece i jej źródle.", "Ta rzeka płynie przez dwa miasta i łączy ludzi.", "language"),
        ("Řeka spojuje dvě města a jejich obyvatele.", "Řeka, která je spojuje, má dva břehy.", "language"),
        (
            "Pierwsze zdanie jest po polsku. Drugie także jest po polsku.",
            "První věta je česky. Drugie zdanie zostało po polsku, choć nie powinno.",
            "language",
        ),
        ("Historia współpracy", "Gdzie się spotkamy?", "language"),
        ("Řeka, která spojuje", "Rzeka, która łączy", "swapped"),
        ("Dějiny města jsou dlouhé", "Dzieje miasta są długie", "swapped"),
        ("Kdo rozhoduje o penězích?", "Kto decyduje o swoich pieniądzach?", "swapped"),
        ("Vítejte u nás", "Witamy w naszym mieście", "swapped"),
        ("Řeka má dva břehy.", "Rzeka ma dwa brzegi i jeden nurt.", "swapped"),
        ("Rzeka", "TODO", "placeholder"),
        ("Rzeka", "TODO přeložit", "placeholder"),
        ("Rzeka", "XXX", "placeholder"),
        ("Rzeka", "???", "placeholder"),
        ("Rzeka", "Lorem ipsum dolor sit amet", "placeholder"),
        ("Rzeka", "…", "placeholder"),
        ("Rzeka", "doplnit", "placeholder"),
        ("do przetłumaczenia", "Řeka", "placeholder"),
        ("Rzeka TBD", "Řeka", "placeholder"),
        ("Rzeka, która łączy", "Rzeka, która łączy", "same"),
        ("Witamy w naszym mieście", "Witamy w naszym mieście", "same"),
        ("Vítejte v našem městě", "Vítejte v našem městě", "same"),
        ("tekst bez znaku swego alfabetu", "tekst bez znaku swego alfabetu", "same"),
        ("Kto decyduje o pieniądzach?", "kto decyduje o pieniądzach?", "same"),
        ("Trasa ma 120 km.", "Trasa má 210 km.", "numbers"),
        ("Trasa ma 12,5 km.", "Trasa má 125 km.", "numbers"),
        ("W 2016 roku", "V roce 2017", "numbers"),
        ("To 30% mieszkańców.", "To je 13 % obyvatel.", "numbers"),
        ("W XIX wieku", "V 20. století", "numbers"),
        ("tel. +48 77 541 12 34", "tel. +48 77 541 12 43", "numbers"),
        ("Spotkanie 21 maja", "Setkání 12. května", "dates"),
        ("Spotkanie w czerwcu", "Setkání v červenci", "dates"),
        ("od 1.03.2026 r.", "od 1. dubna 2026", "dates"),
        ("dnia 2026-11-22", "dne 23. 11. 2026", "dates"),
        ("do 15 III 2020", "do 15. dubna 2020", "dates"),
        ("Bilet kosztuje 20 zł.", "Vstupenka stojí 20 Kč.", "sums"),
        ("Bilet kosztuje 20 zł.", "Vstupenka stojí 25 zlotých.", "sums"),
        ("Projekt za 1,5 mln euro", "Projekt za 1,5 miliardy eur", "sums"),
        ("za 100 EUR", "za 10 EUR", "sums"),
        ("500 koron", "5 000 Kč", "sums"),
        ("Piszcie na biuro@opole.pl", "Pište na biuro@opole.cz", "addresses"),
        ("zob. www.opole.pl", "viz www.olomouc.eu", "addresses"),
        ("[strona](https://example.org/a)", "[stránka](https://example.org/b)", "addresses"),
        ("Adres: jan@example.org", "Adresa: tady", "addresses"),
        ("https://example.org", "https://exampel.org", "addresses"),
        ("Otworzył Jan Kowalski.", "Zahájil Petr Novák.", "names"),
        ("Otworzył Jan Nowak.", "Zahájil Jan Novák.", "names"),
        ("Prowadzi Anna Kowalska.", "Vede Anna Kowalczyková.", "names"),
        ("z Opola", "z Olomouce", "names"),
        ("Powiedziała Jana Nováková.", "Řekla Jana Nováčková.", "names"),
        ("Rzeka łączy dwa miasta, a ludzie nad nią mieszkają od wieków.", "Řeka spojuje.", "length"),
        ("Krótko.", "Tato věta je mnohem delší, než by měla být, protože říká i jiné věci.", "length"),
    ],
)  # fmt: skip
def test_a_fault_of_translation_is_told(left: str, right: str, rule: str) -> None:
    assert rule in rules(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Opole", "Opole"),
        ("Urząd Marszałkowski Województwa Opolskiego", "Urząd Marszałkowski Województwa Opolskiego"),
        ("Mapa", "Mapa"),
        ("Interreg V-A Polska – Czechy", "Interreg V-A Česká republika – Polsko"),
        ("ul. Piastowska 17, 45-082 Opole", "ul. Piastowska 17, 45-082 Opole"),
        ("22 listopada 2026 r. o godz. 9.30", "22. 11. 2026 v 9:30 hodin"),
        ("od 22 do 24 listopada 2026 r.", "22.–24. listopadu 2026"),
        ("1 maja", "prvního května"),
        ("3 gminy i 2 powiaty", "tři obce a dva okresy"),
        ("dwadzieścia pięć lat", "25 let"),
        ("37-letnia prezenterka", "sedmatřicetiletá moderátorka"),
        ("W ponad 500 elektrowniach", "ve více než pěti stech elektrárnách"),
        ("12 345,50 zł", "12 345,50 zlotých"),
        ("1,2 mln zł", "1,2 milionu zlotých"),
        ("1 200 000 osób", "1,2 mil. osob"),
        ("XX wiek", "20. století"),
        ("w V wieku p.n.e.", "v 5. století př. n. l."),
        ("lata 90.", "90. léta"),
        ("w latach 2014–2020", "v letech 2014–20"),
        ("tel. +48 77 541 12 34", "tel. +48 775 411 234"),
        ("Stan 1:0", "Stav 1-0"),
        ("z Janem Kowalskim i Anną Nowak", "s Janem Kowalskim a Annou Nowakovou"),
        ("Ewie Dąbrowskiej podziękował Karel Dvořák.", "Ewě Dąbrowské poděkoval Karel Dvořák."),
        ("Krzysztof Kolumb", "Kryštof Kolumbus"),
        ("Karol IV i Jan Paweł II", "Karel IV. a Jan Pavel II."),
        ("W Pradze, Wrocławiu i Ołomuńcu", "V Praze, ve Vratislavi a v Olomouci"),
        ("zob. [Odra](https://pl.wikipedia.org/wiki/Odra)", "viz [Odra](https://cs.wikipedia.org/wiki/Odra)"),
        ("https://example.org/pl/kontakt", "https://example.org/cz/kontakty"),
        ("XXX Festiwal Muzyki", "XXX. hudební festival"),
        ("„Podpis z 2016 roku”", "„Podpis z roku 2016“"),
        ("Góry [Oderskie vrchy]{lang=cs}", "[Góry Odrzańskie]{lang=pl} jsou u nás Oderské vrchy"),
        ("nr 139/2004", "č. 139/2004"),
        ("9.00–10.30", "9:00–10:30"),
        ("5 %", "5%"),
        ("1/3 trasy", "třetina trasy"),
        ("dwa i pół kilometra", "2,5 km"),
        ("1,5 roku", "půldruhého roku"),
        ("Wisława Szymborska", "Wisława Szymborská"),
        ("Marcina Świerczka", "Marcina Świerczka"),
        ("Maria Skłodowska-Curie", "Marie Curie-Skłodowská"),
        ("św. Jan Nepomucen", "sv. Jan Nepomucký"),
        ("od 25 do 50 tysięcy", "25 tisíc až 50 tisíc"),
    ],
)
def test_what_the_languages_say_each_in_its_way_is_no_fault(left: str, right: str) -> None:
    assert rules(left, right) == set()


@pytest.mark.parametrize("rule", TRANSLATION_RULES)
def test_every_rule_is_switched_off_and_excused(rule: str) -> None:
    faults = {
        "language": ("Tekst o rzece.", "Ta rzeka płynie przez dwa miasta i łączy ich mieszkańców."),
        "swapped": ("Řeka, která spojuje", "Rzeka, która łączy"),
        "placeholder": ("Rzeka", "TODO"),
        "same": ("Rzeka, która łączy", "Rzeka, która łączy"),
        "numbers": ("Trasa ma 120 km.", "Trasa má 210 km."),
        "dates": ("Spotkanie 21 maja", "Setkání 12. května"),
        "sums": ("za 20 zł", "za 20 Kč"),
        "addresses": ("https://example.org", "https://exampel.org"),
        "names": ("z Opola", "z Olomouce"),
        "length": ("Rzeka łączy dwa miasta, a ludzie mieszkają nad nią od wieków.", "Řeka."),
    }
    left, right = faults[rule]
    assert rule in rules(left, right)
    off = judge_pair(pair(left, right), ("pl", "cs"), frozenset({rule}))
    assert rule not in {str(found.values["rule"]) for found in off}
    excused = judge_pair(pair(left, right, excused=frozenset({rule})), ("pl", "cs"))
    assert rule not in {str(found.values["rule"]) for found in excused}


def test_the_order_of_the_languages_changes_no_judgement() -> None:
    turned = judge_pair(pair("Trasa ma 120 km.", "Trasa má 210 km."), ("cs", "pl"))
    assert [found.code for found in turned] == ["translation-numbers"]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("a^[nota 5] b", "a nota 5  b"),
        ("a^[nota 5]{only} b", "a b"),
        ("a^[x [b](https://c.cz) [d]{index=E}] f", "a x b d  f"),
        ("s. {page=k5} dalej", "s.  dalej"),
        ("[Opolu]{index=Opole 5} [t](#k)", "Opolu t"),
    ],
)
def test_marks_of_notes_and_pages_are_no_words(typed: str, read: str) -> None:
    assert bare_words(typed) == read


def test_a_link_inside_the_brochure_is_no_address() -> None:
    assert link_targets("[a](#k) [b](https://c.cz)") == ["https://c.cz"]
