"""Whatever a paragraph repeats, the time that its rules take grows as its length, not as the square of it."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.lang.hyphenation.divide import Hyphenator
from layout.lang.languages import LANGUAGES
from layout.lang.microtype import Context, microtype
from layout.lang.rules.set_aside import (
    find_codes,
    find_endless_words,
    find_initialisms,
    find_number_names,
    find_standards,
)
from layout.lang.rules.spacing import admit, is_untidy
from layout.lang.rules.table import rules_for
from layout.lang.web_names import find_addresses
from layout.model.content.brochure import TypographySettings
from layout.model.content.prose import Prose, Run, RunStyle

SHORT, TIMES_LONGER = 1500, 4
MOST_GROWTH, LEAST_SECONDS = 9.0, 0.06
"""Four times the text takes about four times as long, sixteen times if squared; less time is noise."""
UNITS = [
    '"',
    "'",
    " ' a",
    "- ",
    ". ",
    ", ",
    'a"',
    "„a",
    "‘",
    "«",
    "»",
    ",a",
    ",a‘ ",
    "-",
    "--",
    "–",
    "…",
    "1",
    "1 ",
    "1-",
    "1-1-",
    "01-04 ",
    "1.1. ",
    "1 : 1",
    "1x1",
    "A.",
    "A. ",
    "A.A.",
    "I.",
    "I-V ",
    "a",
    "a.b.",
    "a@",
    "//b",
    "a-",
    "- -",
    "a - b",
    "§1 ",
    "ISO ",
    "ISO/",
    "EN 1 ",
    "EN-A",
    "č. j.",
    "m. in.",
    "Ing.",
    "prof.dr ",
    "Praha - ",
    "poměr 1:3, ",
    "5.11. ",
    "bod 5.1. a ",
    "lit. a-",
    "5,- Kč",
    ",-",
    "N.F.L.",
    "U. S. ",
    "]",
    ":",
    ";",
    "_",
    "/",
    "1/2 ",
    "2016r.",
    "2016-12 ",
    "je -li ",
    "00 ",
    "tel. 1 ",
    "\xa0a",
    "\u2028 a",
    "´",
    "a´",
    "''",
    "5'3\"",
]
STYLES = (RunStyle(), RunStyle(emphasis=True))


def look_everywhere(text: str) -> None:
    """Let every rule of both languages, and all that is set aside, look at the text."""
    for language in LANGUAGES.values():
        for fitted in rules_for(language, frozenset(), heading=True):
            list(fitted.find(text))
    for find in (
        find_codes,
        find_endless_words,
        find_initialisms,
        find_number_names,
        find_standards,
        find_addresses,
    ):
        list(find(text))
    is_untidy(admit(text))


def seconds(text: str) -> float:
    def once() -> float:
        start = time.process_time()
        look_everywhere(text)
        return time.process_time() - start

    return min(once(), once())


def assert_linear(unit: str) -> None:
    look_everywhere(unit * 3)
    short, long = (unit * (length // len(unit) + 1) for length in (SHORT, TIMES_LONGER * SHORT))
    grown = seconds(long)
    assert grown < LEAST_SECONDS or grown < MOST_GROWTH * seconds(short), unit


@pytest.mark.parametrize("unit", UNITS)
def test_known_unit_grows_as_its_length(unit: str) -> None:
    assert_linear(unit)


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="aAk1 .,-–'\"„‘:/§", min_size=1, max_size=6))
def test_any_unit_grows_as_its_length(unit: str) -> None:
    assert_linear(unit)


@pytest.mark.parametrize("unit", ["a - b ", '"a" ', "w 5 km "])
def test_many_runs_grow_as_their_number(unit: str) -> None:
    def once(count: int) -> float:
        runs = tuple(Run(unit, STYLES[number % 2]) for number in range(count))
        start = time.process_time()
        microtype(Prose(runs), "pl", TypographySettings(), Context.NARROW)
        return time.process_time() - start

    once(5)
    grown = min(once(800), once(800))
    assert grown < LEAST_SECONDS or grown < MOST_GROWTH * min(once(200), once(200))


@pytest.mark.parametrize("unit", ["a", "a-", "a\u00ad", "a.", "á1"])
def test_long_word_is_divided_in_linear_time(unit: str) -> None:
    def once(length: int) -> float:
        word = unit * length
        start = time.process_time()
        Hyphenator("cs").division(word)
        return time.process_time() - start

    once(5)
    grown = min(once(20000), once(20000))
    assert grown < LEAST_SECONDS or grown < MOST_GROWTH * min(once(5000), once(5000))
