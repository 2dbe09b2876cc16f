"""What each price of line breaking is for: a paragraph that would be set otherwise without it."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from types import ModuleType

import pytest

from layout.lang.rules.bonds import Grip
from layout.model.theme import Justification
from layout.text import justify, ragged
from layout.text.justify import Breaks
from layout.text.tracks import (
    AT_BARE,
    AT_FIRM,
    AT_HYPHEN,
    AT_LITTLE,
    AT_PASTED,
    AT_RELUCTANT,
    AT_SHORT,
    AT_SOFT_SPACE,
    AT_WEAK,
    AT_YIELDING,
)
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
    loosened: int
    balanced: bool


def case(
    name: str,
    written: str,
    measure: float,
    *lines: str,
    key: int | None = None,
    without: float = 0.0,
    loosened: int = 0,
    balanced: bool = False,
) -> Case:
    return Case(Price(name, key), without, written, measure, lines, loosened, balanced)


JUSTIFIED = (
    case("LINE_COST", " ".join("a" * 22), 58, " ".join("a" * 22)),
    case(
        "ANY_LADDER",
        "i Głub+czy+ce~dzie-się-cio-le-cia~Oło+mu+niec",
        22,
        "i Głubczy-",
        "ce dzie-",
        "sięciole-",
        "cia Ołomu-",
        "niec",
        without=3,
    ),
    case(
        "BREAK_COST",
        "las*ku*nad*gó-ry*a",
        26,
        "las ku nad gó-",
        "ry a",
        key=AT_YIELDING,
        loosened=Grip.YIELDING,
    ),
    case("BREAK_COST", "od od a i/lub~i", 22, "od od a i/", "lub i", key=AT_FIRM, loosened=Grip.FIRM),
    case(
        "BREAK_COST",
        "szkoła/muzeum most_i/lub i_las",
        48,
        "szkoła/muzeum most i/lub",
        "i las",
        key=AT_SOFT_SPACE,
    ),
    case("BREAK_COST", "Brzeg od na'ro-do-wy", 24, "Brzeg od na-", "rodowy", key=AT_HYPHEN),
    case("BREAK_COST", "a od dwa na'ro-do-wy kraj", 23, "a od dwa naro-", "dowy kraj", key=AT_SHORT),
    case("BREAK_COST", "nad_most Opo+le kraj", 25, "nad most Opole", "kraj", key=AT_RELUCTANT),
    case("BREAK_COST", "nad~oraz Brzeg~ku_oraz i/lub", 43, "nad oraz Brzeg ku oraz", "i/lub", key=AT_BARE),
    case(
        "BREAK_COST",
        "rok_kraj mo-sty_rze-ka a=oraz",
        39,
        "rok kraj mosty rzeka",
        "a oraz",
        key=AT_PASTED,
        loosened=Grip.PASTED,
    ),
    case("BREAK_COST", "a^kraj nad do od^ku", 26, "a kraj nad do", "od ku", key=AT_WEAK, loosened=Grip.WEAK),
    case("CONTRAST_COST", "dwa rok~oraz~na'ro-do-wy", 25, "dwa", "rok oraz na-", "rodowy"),
    case("FRAGMENT_COST", "ku rok_Oło+mu+niec", 22, "ku rok Oło-", "muniec"),
    case("LADDER_COST", "nad na'ro-do-wy bi-blio-te-ka oraz", 22, "nad narodowy", "biblioteka", "oraz"),
    case(
        "LONG_LADDER_COST",
        "mo-sty Opo+le i Głub+czy+ce a_spo-tka-nie~nad",
        23,
        "mosty Opole",
        "i Głubczy-",
        "ce a spotka-",
        "nie nad",
    ),
    case("LOOSE_COST", "mo-sty~i_gra-ni-ca", 24, "mosty i grani-", "ca"),
    case("LOOSE_FROM", "most a Oło+mu+niec", 22, "most a Oło-", "muniec"),
    case("LOOSE_FROM", "do oraz Oło+mu+niec", 25, "do oraz Ołomu-", "niec", without=inf),
    case("LOOSE_SQUARE_COST", "i kraj~Brzeg Oło+mu+niec", 35, "i kraj Brzeg Ołomu-", "niec"),
    case("PENULTIMATE_HYPHEN_COST", "ratusz ku Brzeg_ku gó-ry oraz", 44, "ratusz ku Brzeg ku góry", "oraz"),
    case("RUNT_COST", "i~i/lub na'ro-do-wy", 22, "i i/lub na-", "rodowy"),
    case("RUNT_EMS", "Opo+le~do sta-ry_i", 25, "Opole do stary", "i", without=1.0),
    case("SQUARE_COST", "nad do~gra-ni-ca", 22, "nad do grani-", "ca"),
    case("TIGHT_FACTOR", "mo-sty Oło+mu+niec i_a ku", 33, "mosty Ołomuniec i", "a ku"),
    case("SEEN_FROM", "nad_a i rok na'ro-do-wy", 31, "nad a i rok na-", "rodowy"),
)
INERT = {Price("OVERFULL_COST"), Price("LEAST_LOOSE")}
"""It is paid where there is no other way, by every way that there is after it: no choice depends on it."""
RAGGED = (
    case("BREAK_COST", "dwa dwa~sta-ry", 23, "dwa dwa sta-", "ry", key=AT_LITTLE),
    case("BREAK_COST", "rok dwa*las_a", 22, "rok dwa las", "a", key=AT_YIELDING, loosened=Grip.YIELDING),
    case("BREAK_COST", "i/lub dwa~rok", 23, "i/lub", "dwa rok", key=AT_FIRM, loosened=Grip.FIRM),
    case("BREAK_COST", "szlak kraj_od", 22, "szlak", "kraj od", key=AT_SOFT_SPACE),
    case("BREAK_COST", "nad wiel-ki_do", 22, "nad wielki", "do", key=AT_HYPHEN),
    case("BREAK_COST", "a a po'wiato-wy", 23, "a a powiato-", "wy", key=AT_SHORT),
    case("BREAK_COST", "nad Opo+le~dwa", 23, "nad", "Opole dwa", key=AT_RELUCTANT),
    case("BREAK_COST", "dwa i/lub kraj", 22, "dwa i/lub", "kraj", key=AT_BARE),
    case("BREAK_COST", "ratusz rok=do", 23, "ratusz", "rok do", key=AT_PASTED, loosened=Grip.PASTED),
    case("BREAK_COST", "Brzeg_oraz^do", 22, "Brzeg", "oraz do", key=AT_WEAK, loosened=Grip.WEAK),
    case("CONTRAST_COST", "ku_i/lub~Brzeg i/lub", 25, "ku i/", "lub Brzeg", "i/lub"),
    case("EMPTIEST", "a kraj szkoła/muzeum", 24, "a kraj", "szkoła/", "muzeum"),
    case("EMPTIEST", "i/lub ku~spo-tka-nie", 22, "i/lub", "ku spotka-", "nie", without=inf),
    case("FRAGMENT_COST", "od_od~Prud+nik", 23, "od", "od Prudnik"),
    case("HOLE_COST", "i/lub_las_las", 22, "i/lub las", "las"),
    case("HOLE_FROM", "Brzeg i/lub_a", 22, "Brzeg", "i/lub a"),
    case("HOLE_FROM", "most kraj_kraj", 22, "most kraj", "kraj", without=inf),
    case("LADDER", "wspól-nie~współ-pra-ca a", 27, "wspól-", "nie współpraca", "a", without=1),
    case(
        "LADDER",
        "mo-sty~a~wspól-nie_rów-nież~po-wiat~oraz rok",
        24,
        "mo-",
        "sty a wspól-",
        "nie rów-",
        "nież po-",
        "wiat oraz rok",
        without=9,
    ),
    case("LADDER_COST", "Brzeg bi-blio-te-ka Brzeg", 23, "Brzeg bi-", "blioteka", "Brzeg"),
    case("LAST_WEIGHT", "most most i/lub", 23, "most most", "i/lub"),
    case("LAST_WEIGHT", "ratusz do las", 23, "ratusz do", "las", without=1.0),
    case("LINE_COST", "szlak Prud+nik wiel-ki", 23, "szlak Prud-", "nik wielki", key=False),
    case("LINE_COST", "sta-ry Prud+nik od~kraj", 22, "stary Prud-", "nik od kraj", key=True, balanced=True),
    case("RUNT_COST", "i/lub kraj_ku", 23, "i/lub", "kraj ku"),
)


def set_lines(module: ModuleType, found: Case, written: Letters) -> Breaks:
    if module is justify:
        return justify.fit_justified(written.track, found.measure, SIZE, HOW)
    return ragged.fit_ragged(written.track, found.measure, SIZE, found.balanced)


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
    written = Letters(found.written, loosened=found.loosened)
    breaks = set_lines(module, found, written)
    assert written.lines(breaks) == list(found.lines)
    assert not breaks.overfull


@each_case
def test_without_its_price_it_would_be_set_otherwise(
    module: ModuleType, found: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_price(monkeypatch, module, found.price, found.without)
    written = Letters(found.written, loosened=found.loosened)
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
        "lub nowy współpraca",
        "mały",
    ]


@pytest.mark.parametrize("price", [0.0, 1e6])
def test_a_ragged_line_sticks_out_only_where_it_must(price: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even where the points it sticks out by are less than the price of a line."""
    monkeypatch.setattr(ragged, "OVERFULL_COST", price)
    written = Letters("do po", 0.1)
    breaks = ragged.fit_ragged(written.track, 0.8, SIZE, balanced=False)
    assert written.lines(breaks) == ["do", "po"]


def test_a_first_line_is_not_compared_with_a_line_before_it() -> None:
    written = Letters("drogi/mosty sta-ry ku rok")
    breaks = justify.fit_justified(written.track, 32, SIZE, HOW)
    assert written.lines(breaks) == ["drogi/mosty stary", "ku rok"]


@pytest.mark.parametrize(("measure", "over"), [(1.99, ()), (1.98, (0,))])
def test_a_ragged_line_may_be_a_hundredth_too_wide(measure: float, over: tuple[int, ...]) -> None:
    """A single letter is 2 points wide; a hundredth of one is no more than widths are rounded by."""
    assert 1.99 + 0.01 == 2.0
    breaks = ragged.fit_ragged(Letters("a").track, measure, SIZE, balanced=False)
    assert breaks.overfull == over


@pytest.mark.parametrize(
    ("balanced", "words"),
    [(False, [19, 11]), (True, [15, 15])],
)
def test_a_balanced_titles_last_line_counts_like_the_others(balanced: bool, words: list[int]) -> None:
    written = Letters(" ".join(["a"] * 30))
    lines = written.lines(ragged.fit_ragged(written.track, 59, SIZE, balanced))
    assert [len(line.split()) for line in lines] == words


def test_what_has_no_width_fits_a_column_that_has_none() -> None:
    """Parts of a column are told, and of none there are no parts."""
    written = Letters("")
    breaks = ragged.fit_ragged(written.track, 0.0, SIZE, balanced=False)
    assert (written.lines(breaks), breaks.overfull) == ([""], ())
