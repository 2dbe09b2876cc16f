"""Each rule of publicity against pages that keep it and pages that break it, by the built-in profiles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from layout.model.products.publicity import RULES
from layout.preflight import preflight
from layout.preflight.rules.publicity.rules import ANSWERS
from layout.preflight.rules.publicity.statement import is_face
from layout.preflight.rules.rule import Aim, Profile
from layout.resources.messages import tell
from layout.resources.spoken import LANGUAGES
from layout.source.publicity import publicity_names, read_publicity
from tests.faults.publicity import (
    BLUE,
    FAULTS_2014,
    FAULTS_2021,
    GROUND,
    LIT,
    MM,
    MODERN,
    SINGLE,
    SOUND,
    EmblemPage,
    X,
    Y,
    block,
    both,
    white_border,
)

PLACES = (
    "flaws found share width height least most logo emblem language wanted distance face faces fault "
    "capitals period files programme"
)
"""The places in the sentences of all rules."""
ASKED = {"publicity-page", "publicity-programme-logo-known"}
"""What is put to a person about every sound file."""


def judged(page: EmblemPage, name: str) -> dict[str, str]:
    """Rule -> severity of what is found in a page."""
    wanted = Profile(name=name, aim=Aim.PUBLICITY, publicity=read_publicity(name))
    return {one.rule: one.severity.value for one in preflight(page.pdf(), wanted).findings}


SOUND_PAGES = {
    "printed": SOUND,
    "lit": LIT,
    "one colour": SINGLE,
    "white stars on blue": replace(SOUND, star=(0.0, 0.0, 0.0, 0.0), ink=BLUE),
    "words in reflex blue": replace(SOUND, ink=BLUE),
    "on colour with a border": replace(SOUND, before=both(GROUND, white_border(SOUND))),
    "large": replace(SOUND, height=20 * MM, type_size=10.0),
    "beside a logo": replace(SOUND, after=block((0, 1, 0, 0), 85 * MM, 60 * MM, 20 * MM, 14 * MM)),
}


@pytest.mark.parametrize("name", SOUND_PAGES)
def test_a_sound_page_leaves_questions_alone(name: str) -> None:
    found = judged(SOUND_PAGES[name], "czpl-2014")
    wanted = ASKED | ({"publicity-emblem-one-colour"} if name == "white stars on blue" else set())
    assert set(found) == wanted


def test_a_sound_page_of_2021_leaves_questions_alone() -> None:
    assert set(judged(MODERN, "czpl-2021")) == ASKED


@pytest.mark.parametrize(("rule", "name", "page"), FAULTS_2014, ids=lambda one: str(one)[:20])
def test_a_fault_is_found_by_its_rule(rule: str, name: str, page: EmblemPage) -> None:
    found = judged(page, "czpl-2014")
    grade = read_publicity("czpl-2014").demands[rule].grade.value
    assert found.get(f"publicity-{rule}") == grade, found


@pytest.mark.parametrize(("rule", "name", "page"), FAULTS_2021, ids=lambda one: str(one)[:20])
def test_a_fault_of_2021_is_found_by_its_rule(rule: str, name: str, page: EmblemPage) -> None:
    assert f"publicity-{rule}" in judged(page, "czpl-2021")


def test_the_other_profile_asks_other_words() -> None:
    assert "publicity-fund" in judged(MODERN, "czpl-2014")
    assert "publicity-fund" not in judged(MODERN, "czpl-2021")


def test_every_rule_is_judged_and_told_in_each_language() -> None:
    assert set(ANSWERS) == set(RULES)
    for rule in RULES:
        for language in LANGUAGES:
            values = dict.fromkeys(PLACES.split(), "x")
            assert tell(f"publicity-{rule}", "what", values, language)
            assert tell(f"publicity-{rule}", "do", values, language)


@pytest.mark.parametrize("name", publicity_names())
def test_every_rule_of_a_built_in_profile_has_its_source_and_day(name: str) -> None:
    profile = read_publicity(name)
    assert all(demand.source and demand.checked for demand in profile.demands.values())
    assert set(profile.demands) >= set(RULES) - {"fund", "second-mark"}


def test_a_small_object_need_not_name_the_fund() -> None:
    profile = read_publicity("czpl-2014")
    page = replace(SOUND, words=("Unia Europejska", "Evropská unie"))
    wanted = Profile(name="x", aim=Aim.PUBLICITY, publicity=profile.for_small_object())
    assert "publicity-fund" in judged(page, "czpl-2014")
    assert not preflight(page.pdf(), wanted).errors


@pytest.mark.parametrize(
    ("name", "face", "allowed"),
    [
        ("ArialMT", "Arial", True),
        ("Arial-BoldMT", "Arial", True),
        ("TrebuchetMS", "Trebuchet", True),
        ("Ubuntu-Regular", "Ubuntu", True),
        ("Calibri,Bold", "Calibri", True),
        ("Automatic", "Auto", False),
        ("Lato-Regular", "Arial", False),
        ("Verdanesque", "Verdana", False),
    ],
)
def test_a_face_is_known_by_its_font_name(name: str, face: str, allowed: bool) -> None:
    assert is_face(name, face) is allowed


def test_an_emblem_is_found_where_it_stands() -> None:
    wanted = Profile(name="x", aim=Aim.PUBLICITY, publicity=read_publicity("czpl-2014"))
    found = preflight(replace(SOUND, height=9 * MM).pdf(), wanted).findings
    (small,) = (one for one in found if one.rule == "publicity-emblem-height")
    assert small.position == pytest.approx((X / MM, 210 - Y / MM - 9), abs=0.2)
    assert str(small.values["height"]) == "9"
