"""What no rule may touch: addresses, codes, numbers that are names."""

from collections.abc import Callable, Iterable, Sequence

import pytest

from layout.lang.rules.set_aside import find_codes, find_number_names
from layout.lang.web_names import find_addresses


def found(finder: Callable[[str], Iterable[Sequence[int]]], text: str) -> list[str]:
    return [text[stretch[0] : stretch[1]] for stretch in finder(text)]


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("na https://www.opole.pl/a/b?c=1-2.", ["https://www.opole.pl/a/b?c=1-2"]),
        ("(www.iti-olomouc.eu), dalej", ["www.iti-olomouc.eu"]),
        ("pisz: biuro@ao.opole.pl.", ["biuro@ao.opole.pl"]),
        ("strona aglomeracja-opolska.pl jest", ["aglomeracja-opolska.pl"]),
        ("plik raport_2018.pdf i tak", ["raport_2018.pdf"]),
        ("m.in. i a.s., př.n.l. 1.1.2020", []),
        ("koniec.Nowe zdanie", []),
    ],
)
def test_addresses(text: str, addresses: list[str]) -> None:
    assert found(find_addresses, text) == addresses


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("projekt CZ.11.4.120/0.0/0.0/16_021/0001234 trwa", ["CZ.11.4.120/0.0/0.0/16_021/0001234"]),
        ("nr RPOP.10.01.02-16-0001/17", ["RPOP.10.01.02-16-0001/17"]),
        ("Interreg V-A, A.S., U.S.A.", []),
    ],
)
def test_codes(text: str, codes: list[str]) -> None:
    assert found(find_codes, text) == codes


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("tel. 77 541 13 79, w 2016 r.", ["77 541 13 79"]),
        ("tel. (+48) 77 541 13 79", ["(+48) 77 541 13 79"]),
        ("+420 800 123 987 nebo", ["+420 800 123 987"]),
        ("+48 77 541 13 79 10000 zł", ["+48 77 541 13 79"]),
        ("602 123 456", ["602 123 456"]),
        ("585 513 111 Kč", []),
        ("45-018 Opole", ["45-018"]),
        ("50-100 osób", []),
        ("779 00 Olomouc, 77900 Olomouc", ["779 00", "77900"]),
        ("15000 Poláků, 10000 Kč", []),
        ("2018-05-12", ["2018-05-12"]),
        ("NIP 754-000-99-77, KRS 0000123456", ["754-000-99-77", "0000123456"]),
        ("PL61 1090 1014 0000 0712 1981 2874", ["PL61 1090 1014 0000 0712 1981 2874"]),
        ("účet 19-2000145399/0800", ["19-2000145399/0800"]),
        ("15 000 zł, 1 234 567, 2017-2018", []),
    ],
)
def test_number_names(text: str, names: list[str]) -> None:
    assert found(find_number_names, text) == names
