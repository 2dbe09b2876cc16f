"""Where words may be divided: the subject's vocabulary, seams, compounds, acronyms, addresses."""

from collections.abc import Sequence
from typing import Any

import pytest

from layout.lang.hyphenation.divide import Break, BreakKind, Hyphenator
from tests.unit.lang import hard_divisions
from tests.unit.lang.divisions import CZECH, POLISH

HYPHENATORS = {language: Hyphenator(language) for language in ("pl", "cs")}
NEVER = "INTERREG OPOLSKA McDonald XXVIII H2O Kennedy’ego Chicago'94 a – … 16_021 s.r.o."
MARKS = {BreakKind.SOFT: "-", BreakKind.REPEAT: "=", BreakKind.BARE: "|"}


def mark(word: str, breaks: Sequence[Break]) -> str:
    for place in reversed(breaks):
        word = word[: place.offset] + MARKS[place.kind] + word[place.offset :]
    return word


def divide(word: str, language: str) -> str:
    return mark(word, HYPHENATORS[language].division(word))


def cut(word: str, language: str, **settings: Any) -> str:
    hyphenator = Hyphenator(language, **settings) if settings else HYPHENATORS[language]
    return mark(word, hyphenator.breaks(word))


@pytest.mark.parametrize("divided", [*POLISH.split(), *hard_divisions.POLISH.split()])
def test_polish_word(divided: str) -> None:
    assert divide(divided.replace("-", ""), "pl") == divided


@pytest.mark.parametrize("divided", [*CZECH.split(), *hard_divisions.CZECH.split()])
def test_czech_word(divided: str) -> None:
    assert divide(divided.replace("-", ""), "cs") == divided


@pytest.mark.parametrize(
    ("word", "cuts"),
    [
        ("přeshraniční", "přes-hra-niční"),
        ("nová", "nová"),
        ("obec", "obec"),
        ("ulice", "ulice"),
        ("spolupráce", "spo-lu-práce"),
        ("nová,", "nová,"),
        ("„spolupráce“,", "„spo-lu-práce“,"),
        ("(rozvoje).", "(roz-voje)."),
    ],
)
def test_two_letters_stay_and_three_go(word: str, cuts: str) -> None:
    assert cut(word, "cs") == cuts


def test_short_ends_when_t15_is_off() -> None:
    assert cut("přeshraniční", "cs", off=frozenset({"T15"})) == "přes-hra-nič-ní"


@pytest.mark.parametrize(
    ("word", "language", "cuts"),
    [
        ("społeczno-gospodarczy", "pl", "spo-łecz-no-=go-spo-dar-czy"),
        ("polsko-czeski", "pl", "pol-sko-=cze-ski"),
        ("(polsko-czeskiej),", "pl", "(pol-sko-=cze-skiej),"),
        ("Kędzierzyn-Koźle", "pl", "Kę-dzie-rzyn-=Koźle"),
        ("česko-polský", "cs", "čes-ko-=pol-ský"),
        ("je-li", "cs", "je-li"),
        ("není-li", "cs", "ne-ní-li"),
        ("e-mail", "cs", "e-mail"),
        ("ZIT-u", "pl", "ZIT-u"),
        ("ZIT-ami", "pl", "ZIT-ami"),
        ("UE-27", "pl", "UE-27"),
        ("20-lecie", "pl", "20-lecie"),
        ("INTERREG-owy", "pl", "INTERREG-owy"),
        ("V-A", "cs", "V-A"),
        ("Praha–Brno", "cs", "Pra-ha–|Brno"),
        ("2017–2018", "cs", "2017–2018"),
        ("11–12", "pl", "11–12"),
    ],
)
def test_hyphens_and_dashes(word: str, language: str, cuts: str) -> None:
    assert cut(word, language) == cuts


@pytest.mark.parametrize("language", ["pl", "cs"])
@pytest.mark.parametrize(
    "word",
    NEVER.split(),
)
def test_never_divided(word: str, language: str) -> None:
    assert HYPHENATORS[language].breaks(word) == ()


def test_addresses_are_cut_bare() -> None:
    assert cut("https://www.aglomeracja-opolska.pl/projekty/zit", "pl") == (
        "https://|www.|aglomeracja-opolska.|pl/|projekty/|zit"
    )
    assert cut("biuro@aglomeracja-opolska.pl,", "pl") == "biuro@|aglomeracja-opolska.|pl,"
    assert cut("www.ao.pl", "pl") == "www.ao.pl"


def test_long_code_is_cut_bare() -> None:
    assert cut("CZ.11.4.120/0.0/0.0/16_021/0001234", "cs") == "CZ.11.4.120/|0.0/|0.0/|16_|021/|0001234"


def test_slash_between_words() -> None:
    assert cut("województwo/kraj", "pl") == "wo-je-wódz-two/|kraj"
    assert cut("a/nebo", "cs") == "a/nebo"


def test_author_breaks_the_word() -> None:
    settings = {"exceptions": ("kon-kurs", "Opole", "ZIT-owski")}
    assert cut("Konkurs", "pl", **settings) == "Kon-kurs"
    assert cut("konkursu", "pl", **settings) == "kon-kursu"
    assert cut("Opole", "pl", **settings) == "Opole"


@pytest.mark.parametrize(
    ("language", "word"), [("cs", "trvalé"), ("cs", "vltavský"), ("pl", "wszczęcie"), ("cs", "prvního")]
)
def test_no_part_is_left_without_a_vowel(language: str, word: str) -> None:
    vowels = set("aáeéěiíoóuúůyýąę")
    for place in HYPHENATORS[language].breaks(word):
        assert vowels & set(word[: place.offset]) and vowels & set(word[place.offset :])


def test_soft_hyphens_are_the_only_breaks() -> None:
    word = "prze\u00adgraniczny"
    assert HYPHENATORS["pl"].breaks(word) == (Break(5, BreakKind.SOFT),)
    assert [place.kind for place in HYPHENATORS["pl"].breaks("pol\u00adsko-czeski")] == [
        BreakKind.SOFT,
        BreakKind.REPEAT,
    ]


def test_names_are_divided_reluctantly() -> None:
    assert all(place.reluctant for place in HYPHENATORS["pl"].breaks("Aglomeracja"))
    assert not any(place.reluctant for place in HYPHENATORS["pl"].breaks("aglomeracja"))


@pytest.mark.parametrize(
    ("rule", "word", "cuts"),
    [
        ("T14", "polsko-czeski", "pol-sko-cze-ski"),
        ("T16", "OPOLSKA", "OPOL-SKA"),
        ("T19", "ZIT-ami", "ZIT-=ami"),
    ],
)
def test_rule_off(rule: str, word: str, cuts: str) -> None:
    assert cut(word, "pl", off=frozenset({rule})) == cuts
