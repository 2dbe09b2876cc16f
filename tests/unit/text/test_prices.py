"""What each price of line breaking is for: a paragraph that would be set otherwise without it."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from types import ModuleType

import pytest

from layout.model.theme import Justification
from layout.text import justify, ragged
from layout.text.justify import Breaks
from layout.text.tracks import AT_BARE, AT_HYPHEN, AT_RELUCTANT, AT_SOFT_SPACE
from tests.letters import SIZE, Letters
from tests.prices import Price, find_prices, set_price

HOW = Justification()


@dataclass(frozen=True)
class Case:
    """A paragraph, how wide, and its lines; the price, and a value that makes others of them."""

    price: Price
    without: float
    written: str
    measure: float
    lines: tuple[str, ...]


def case(
    name: str, written: str, measure: float, *lines: str, key: int | None = None, without: float = 0.0
) -> Case:
    return Case(Price(name, key), without, written, measure, lines)


STEADY = " ".join(["aaa a a"] * 10)
JUSTIFIED = (
    case("SQUARE_COST", "Brzeg_dwa_ra-tusz spra-woz-da-nie", 46, "Brzeg dwa ratusz sprawoz-", "danie"),
    case(
        "TIGHT_FACTOR",
        "wo-je-wódz-two pły-nie lub mo-sty no-wy no-wy",
        57,
        "województwo płynie lub mosty",
        "nowy nowy",
    ),
    case("LOOSE_FROM", "Brzeg do_most i~mia-sto", 37, "Brzeg do most i mia-", "sto", without=inf),
    case("LOOSE_FROM", "lub współ-pra-ca na ra-tusz", 41, "lub współpraca na", "ratusz"),
    case("LOOSE_COST", "rze-ka Opo+le ale_Głub+czy+ce Brzeg", 49, "rzeka Opole ale Głubczyce", "Brzeg"),
    case("LOOSE_SQUARE_COST", "Brzeg do_most i~mia-sto", 37, "Brzeg do most i mia-", "sto"),
    case("LINE_COST", STEADY, 61, STEADY[:39], STEADY[40:]),
    case(
        "BREAK_COST", "lub no-wy_współ-pra-ca_ma-ły", 36, "lub nowy współpra-", "ca mały", key=AT_SOFT_SPACE
    ),
    case("BREAK_COST", "od Brzeg rów-nież ry-nek o~w", 40, "od Brzeg również rynek", "o w", key=AT_HYPHEN),
    case("BREAK_COST", "rze-ka ra-tusz las Opo+le", 39, "rzeka ratusz las", "Opole", key=AT_RELUCTANT),
    case("BREAK_COST", "i/lub Oło+mu+niec o~i~Brzeg", 42, "i/lub", "Ołomuniec o i Brzeg", key=AT_BARE),
    case("LADDER_COST", "Opo+le wspól-nie bi-blio-te-ka most", 26, "Opole wspól-", "nie biblioteka", "most"),
    case(
        "LONG_LADDER_COST",
        "rów-nież dzie-się-cio-le-cia Głub+czy+ce spo-tka-nie",
        27,
        "również dzie-",
        "sięciole-",
        "cia Głubczyce",
        "spotkanie",
    ),
    case(
        "PENULTIMATE_HYPHEN_COST",
        "bi-blio-te-ka kraj po-wiat lu-dzie",
        25,
        "bi-",
        "blioteka kraj",
        "powiat ludzie",
    ),
    case("RUNT_COST", "Prud+nik po-la Opo+le Prud+nik kra-je", 47, "Prudnik pola Opole Prud-", "nik kraje"),
    case("RUNT_EMS", "Prud+nik po-la Opo+le Prud+nik kra-je", 47, "Prudnik pola Opole Prud-", "nik kraje"),
    case("FRAGMENT_COST", "o~las Prud+nik ka-mie-ni-ca", 30, "o las Prudnik", "kamienica"),
    case("CONTRAST_COST", "las w~sta-ry ko-lej rok", 30, "las w stary kolej", "rok"),
    case("LONE_WORD", "Prud+nik do po szlak", 29, "Prudnik do po", "szlak"),
    case(
        "FIRST_LOOSEST",
        "wiel-ki kraj wspól-nie_po-ro-zu-mie-nie Opo+le gó-ry",
        38,
        "wielki kraj wspólnie",
        "porozumienie Opole",
        "góry",
        without=inf,
    ),
    case("CONTENT_BELOW", "szlak w~dwa gra-ni-ca", 28, "szlak w dwa", "granica", without=inf),
    case("ANY_LADDER", "dzie-się-cio-le-cia", 9, "dzie-", "się-", "cio-", "le-", "cia", without=3),
)
INERT = {Price("OVERFULL_COST")}
"""It is paid where there is no other way, by every way that there is after it: no choice depends on it."""
RAGGED = (
    case("LINE_COST", "wiel-ki Brzeg ale Głub+czy+ce nad", 24, "wielki Brzeg", "ale Głubczy-", "ce nad"),
    case("LAST_WEIGHT", "wspól-nie mia-sto ale z", 37, "wspólnie miasto", "ale z"),
    case("LAST_WEIGHT", "Prud+nik do po szlak", 29, "Prudnik do po", "szlak", without=1.0),
    case("BREAK_COST", "oraz_Opo+le most_dwa", 33, "oraz Opole", "most dwa", key=AT_SOFT_SPACE),
    case("BREAK_COST", "do mia-sto mo-sty kraj", 27, "do miasto", "mosty kraj", key=AT_HYPHEN),
    case("BREAK_COST", "po-la Brzeg oraz_Opo+le", 38, "pola Brzeg", "oraz Opole", key=AT_RELUCTANT),
    case(
        "BREAK_COST",
        "rok szkoła/muzeum las i/lub rów-nież",
        51,
        "rok szkoła/muzeum las i/lub",
        "również",
        key=AT_BARE,
    ),
)


def set_lines(module: ModuleType, found: Case, written: Letters) -> Breaks:
    if module is justify:
        return justify.fit_justified(written.track, found.measure, SIZE, HOW)
    return ragged.fit_ragged(written.track, found.measure, balanced=False)


each_case = pytest.mark.parametrize(
    ("module", "found"),
    [
        pytest.param(module, found, id=f"{module.__name__.rpartition('.')[2]}-{found.price}-{found.without}")
        for module, cases in ((justify, JUSTIFIED), (ragged, RAGGED))
        for found in cases
    ],
)


@each_case
def test_a_paragraph_is_set_as_its_price_wants(module: ModuleType, found: Case) -> None:
    written = Letters(found.written)
    breaks = set_lines(module, found, written)
    assert written.lines(breaks) == list(found.lines)
    assert not breaks.overfull


@each_case
def test_without_its_price_it_would_be_set_otherwise(
    module: ModuleType, found: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_price(monkeypatch, module, found.price, found.without)
    written = Letters(found.written)
    assert written.lines(set_lines(module, found, written)) != list(found.lines)


@pytest.mark.parametrize(
    ("module", "cases", "others"),
    [(justify, JUSTIFIED, INERT), (ragged, RAGGED, {Price("OVERFULL_COST")})],
    ids=["justify", "ragged"],
)
def test_every_price_has_its_paragraph(
    module: ModuleType, cases: tuple[Case, ...], others: set[Price]
) -> None:
    assert {found.price for found in cases} | others == find_prices(module)


@pytest.mark.parametrize("price", [0.0, 1e6])
def test_lines_that_stick_out_are_no_matter_of_their_price(
    price: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where one must, the others are set as if it were a paragraph's end: at any price."""
    monkeypatch.setattr(justify, "OVERFULL_COST", price)
    written = Letters("po-la współpracatransgraniczna lub no-wy_współ-pra-ca_ma-ły")
    breaks = justify.fit_justified(written.track, 36, SIZE, HOW)
    assert breaks.overfull
    assert written.lines(breaks) == [
        "pola",
        "współpracatransgraniczna",
        "lub nowy współpra-",
        "ca mały",
    ]


def test_a_ragged_line_sticks_out_only_where_it_must(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even where the points it sticks out by are less than the price of a line."""
    written = Letters("do po", 0.1)
    ways = []
    for price in (ragged.OVERFULL_COST, 0.0):
        monkeypatch.setattr(ragged, "OVERFULL_COST", price)
        ways.append(written.lines(ragged.fit_ragged(written.track, 0.8, balanced=False)))
    assert ways == [["do", "po"], ["do po"]]


def test_a_first_line_is_not_compared_with_a_line_before_it() -> None:
    written = Letters("drogi/mosty sta-ry ku rok")
    breaks = justify.fit_justified(written.track, 32, SIZE, HOW)
    assert written.lines(breaks) == ["drogi/mosty stary", "ku rok"]
