"""What each price of page breaks is for: pages that would end otherwise without it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf
from types import ModuleType

import pytest

from layout.compose import floats
from layout.compose import page_ends as pages
from layout.compose import rows as kinds
from layout.compose.blocks import running
from layout.compose.page_ends import Foot
from layout.compose.paginate import paginate
from layout.compose.rows import Floats, Row
from layout.model.records import replace
from layout.model.theme import Paging
from tests.prices import Price, find_prices, set_price
from tests.unit.compose.slabs import GRID, ends, paragraph, row

HIGH = 10
"""Grid lines of the page that the cases are for."""


@dataclass(frozen=True)
class Case:
    """Rows, made with the price or without it, and where each page ends but the last: (row, slabs of it).

    A page is `height` grid lines high, the first one's folio is `first`.
    """

    price: Price
    make: Callable[[], Sequence[Row]]
    ends: tuple[tuple[int, int], ...]
    height: int = HIGH
    first: int = 1
    without: float = 0.0


def text(count: int, left: str = "", right: str = "") -> Row:
    """A pair of paragraphs of `count` lines, some with hyphens: `x` for each line that has one, else `.`"""
    return paragraph(*([mark == "x" for mark in side.ljust(count, ".")] for side in (left, right)))


def cuts(count: int, **prices: float) -> Row:
    """A row that may be cut for nothing, but after line n for the price `after_n`."""
    return row(count, cuts=[prices.get(f"after_{n}", 0.0) for n in range(1, count)])


def welcome(count: int, price: float = 0.0) -> Row:
    """A row that a page may start with, which may be cut for a price."""
    return row(count, cuts=[price] * (count - 1), welcome=True)


PAGES = (
    Case(
        Price("SPLIT_EMPTY_COST"),
        lambda: [row(3), row(10, cuts=[4.0] + [kinds.FORBIDDEN] * 8)],
        ((0, 3),),
    ),
    Case(
        Price("SPLIT_EMPTY_FREE"),
        lambda: [row(3), row(10, cuts=[4.0] + [kinds.FORBIDDEN] * 8)],
        ((0, 3),),
        without=inf,
    ),
    Case(
        Price("SPLIT_EMPTY_FREE"),
        lambda: [row(5), row(10, cuts=[4.0] + [kinds.FORBIDDEN] * 8)],
        ((1, 1),),
    ),
    Case(Price("WELCOME_COST"), lambda: [row(5), welcome(9, 40.0)], ((0, 5),), without=inf),
    Case(Price("LATE_FROM"), lambda: [row(7), welcome(9)], ((0, 7),), without=1.0),
    Case(Price("LATE_COST"), lambda: [row(7), welcome(9)], ((0, 7),)),
    Case(
        Price("MOST_EMPTY"),
        lambda: [row(20), row(30, cuts=[5000.0] * 29)],
        ((1, 20),),
        height=40,
        without=inf,
    ),
)
SEARCH = {Price("LONG_COST"), Price("FAR_DEARER"), Price("MOST_WAYS"), Price("HAIR")}
"""Numbers that bound the search rather than price a choice; a long page has no rival but a page more."""
KINDS = (
    Case(Price("NEVER"), lambda: [cuts(16, after_10=kinds.NEVER)], ((0, 9),)),
    Case(Price("KEPT_APART"), lambda: [row(9), row(1, keep=True), row(5)], ((0, 9),)),
    Case(
        Price("KEPT_APART"),
        lambda: [row(8, cuts=[inf] * 7, keep=True), text(2, "x")],
        ((0, 8),),
        without=5 * kinds.FORBIDDEN,
    ),
    Case(
        Price("TOGETHER"),
        lambda: [row(4), *(row(1, parting=kinds.TOGETHER) for _ in range(8)), row(1)],
        ((0, 4),),
    ),
    Case(
        Price("FORBIDDEN"),
        lambda: [row(10), *(row(1, keep=True) for _ in range(20)), row(1)],
        ((0, 10),),
        height=26,
        without=inf,
    ),
)
RUNNING = (
    Case(Price("ORPHAN"), lambda: [text(8), text(6)], ((0, 8),)),
    Case(Price("WIDOW"), lambda: [text(11), text(6)], ((0, 9),)),
    Case(Price("HYPHEN_ACROSS"), lambda: [text(18, ".........x", ".........x")], ((0, 9),)),
    Case(
        Price("SPLIT_COST"),
        lambda: [text(8), *(flush(text(HIGH)) for _ in range(4))],
        ((0, 8), (1, 10), (2, 10), (3, 10)),
    ),
    Case(Price("QUOTE_COST"), lambda: [text(7), flush(running.hold_quote(text(6)))], ((0, 7),)),
    Case(Price("STAGGER_COST"), lambda: [text(18, ".........x")], ((0, 9),)),
    Case(Price("STAGGERS", 0), lambda: [text(18, ".........x", "........x")], ((0, 10),)),
    Case(Price("STAGGERS", 1), lambda: [text(18, "........x", ".........x")], ((0, 10),)),
    Case(Price("STAGGERS", 2), lambda: [text(18, "........xx", ".......xx")], ((0, 10),)),
    Case(Price("STAGGERS", 3), lambda: [text(18, ".......xx", "........xx")], ((0, 10),)),
)


FLOATS = (
    Case(Price("NEXT_PAGE"), lambda: [whole(5), floating(3), whole(5), whole(5)], ((0, 5),)),
    Case(
        Price("LATER"),
        lambda: [whole(10), floating(6), whole(2), whole(8), whole(3)],
        ((0, 10), (2, 2), (3, 8)),
    ),
    Case(
        Price("MOST_CARRIED"),
        lambda: [whole(4), floating(1), floating(1), floating(1), whole(9)],
        ((0, 4),),
        without=1,
    ),
)


def whole(count: int) -> Row:
    """A row that no page parts."""
    return row(count, cuts=[kinds.FORBIDDEN] * (count - 1))


def floating(lines: int) -> Row:
    """A row that floats, `lines` high."""
    return replace(row(1), step=lines * GRID, floats=Floats())


def flush(made: Row) -> Row:
    """A row with no space above it."""
    return replace(made, before=0.0)


def page_ends(found: Case) -> tuple[tuple[int, int], ...]:
    return tuple(ends(paginate(found.make(), Foot(found.height * GRID), GRID, found.first))[:-1])


each_case = pytest.mark.parametrize(
    ("module", "found"),
    [
        pytest.param(module, found, id=f"{module.__name__.rpartition('.')[2]}-{found.price}-{found.without}")
        for module, cases in ((pages, PAGES), (kinds, KINDS), (running, RUNNING), (floats, FLOATS))
        for found in cases
    ],
)


@each_case
def test_pages_end_as_their_price_wants(module: ModuleType, found: Case) -> None:
    assert page_ends(found) == found.ends


@each_case
def test_without_their_price_they_would_end_otherwise(
    module: ModuleType, found: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_price(monkeypatch, module, found.price, found.without)
    assert page_ends(found) != found.ends


@pytest.mark.parametrize(
    ("module", "cases"),
    [(pages, PAGES), (kinds, KINDS), (running, RUNNING), (floats, FLOATS)],
    ids=["paginate", "rows", "running", "floats"],
)
def test_every_price_has_its_pages(module: ModuleType, cases: tuple[Case, ...]) -> None:
    assert {found.price for found in cases} == find_prices(module) - SEARCH


# Prices of the theme


@dataclass(frozen=True)
class PagingCase:
    """Rows, and where each page ends but the last with the theme's own price `key`; others end otherwise."""

    key: str
    make: Callable[[], Sequence[Row]]
    ends: tuple[tuple[int, int], ...]
    first: int = 1
    without: float = 0.0


PAGING = (
    PagingCase("empty_cost", lambda: [row(8), row(8, cuts=[4.0] * 7)], ((1, 2),)),
    PagingCase("facing_cost", lambda: [cuts(25, after_10=kinds.FORBIDDEN)], ((0, 9), (0, 18)), first=2),
    PagingCase("short_page", lambda: [cuts(13)], ((0, 9),)),
    PagingCase("long_page", lambda: [cuts(11)], ()),
    PagingCase("short_cost", lambda: [cuts(13)], ((0, 9),)),
)


def paged(found: PagingCase, paging: Paging) -> tuple[tuple[int, int], ...]:
    longer = paging.long_page * GRID if found.key == "long_page" else 0.0
    return tuple(ends(paginate(found.make(), Foot(HIGH * GRID, 0.0, longer), GRID, found.first, paging))[:-1])


@pytest.mark.parametrize("found", PAGING, ids=[found.key for found in PAGING])
def test_pages_end_as_the_theme_wants(found: PagingCase) -> None:
    assert paged(found, Paging()) == found.ends


@pytest.mark.parametrize("found", PAGING, ids=[found.key for found in PAGING])
def test_a_theme_without_the_price_ends_them_otherwise(found: PagingCase) -> None:
    without = type(getattr(Paging(), found.key))(found.without)
    assert paged(found, replace(Paging(), **{found.key: without})) != found.ends


def test_every_price_of_pages_is_tried() -> None:
    """Those of lines are tried on paragraphs, in test_settings.py."""
    assert {found.key for found in PAGING} | {"blank_cost", "variant_cost"} == names_of(Paging)


def names_of(record: type[Paging]) -> set[str]:
    return set(inspect.signature(record).parameters)
