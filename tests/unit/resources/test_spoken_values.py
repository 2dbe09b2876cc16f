"""Values in sentences: a decimal comma in Polish and Czech, what a system says in the user's language."""

from __future__ import annotations

import errno
import os
import re

import pytest

from layout.model.diagnostic import Diagnostic, Span
from layout.resources.messages import LANGUAGES, explain, load_messages

PLACE = Span("a.yaml")
ERRORS = ("EACCES", "ENOENT", "ENOSPC", "EISDIR", "ENOTDIR", "EROFS", "EPERM", "ENAMETOOLONG")


@pytest.mark.parametrize("name", ERRORS)
@pytest.mark.parametrize("language", ["pl", "cs"])
def test_a_system_says_why_in_the_users_language(name: str, language: str) -> None:
    english = os.strerror(getattr(errno, name))
    said = explain(Diagnostic("unreadable-file", PLACE, {"reason": english}), language)
    assert english not in said
    assert re.search(r"\(\w[\w ]+\)", said)


def test_a_reason_that_no_table_knows_stands_as_it_is() -> None:
    said = explain(Diagnostic("unreadable-file", PLACE, {"reason": "Odd thing"}), "pl")
    assert "(Odd thing)" in said


@pytest.mark.parametrize(
    ("value", "spoken"),
    [
        ("70.7", "70,7"),
        ("24.0 mm", "24,0 mm"),
        ("148.5 × 210 mm", "148,5 × 210 mm"),
        ("1.4.2", "1.4.2"),
        ("map.7", "map.7"),
        ("50.1, 17.2", "50.1, 17.2"),
    ],
)
def test_decimals_have_a_comma_where_the_language_has(value: str, spoken: str) -> None:
    mistake = Diagnostic("impose-scaled", PLACE, {"size": "A5", "percent": value})
    assert f" {value} %" in explain(mistake, "en")
    assert f" {spoken} %" in explain(mistake, "pl")
    assert f" {spoken} %" in explain(mistake, "cs")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_typed_keeps_its_point(language: str) -> None:
    late = Diagnostic("times-overlap", PLACE, {"value": "9.30", "other": "9.00", "line": "3"})
    range_ = Diagnostic("out-of-range", PLACE, {"value": "0.1", "least": "0.5", "most": "2.5mm"})
    bleed = Diagnostic("press-bleed", PLACE, {"printer": "x", "found": "2", "wanted": "3.5"})
    assert "9.30" in explain(late, language) and "9.00" in explain(late, language)
    assert all(value in explain(range_, language) for value in range_.values.values())
    assert "bleed: 3.5mm" in explain(bleed, language)


def test_a_number_and_its_percent_sign_are_apart() -> None:
    for code, words in load_messages().items():
        for language in LANGUAGES:
            assert "}%" not in words[language]["what"] + words[language]["do"], code
