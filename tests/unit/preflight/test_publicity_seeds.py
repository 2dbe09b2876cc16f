"""Each rule of publicity against pages that keep it and pages that break it, by the built-in profiles."""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from dataclasses import replace

import pytest
from PIL import Image as PillowImage
from PIL import ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from layout.model.products.publicity import RULES
from layout.model.records import replace as copy_record
from layout.preflight import inspect_file, judge, preflight
from layout.preflight.facts import Structure, TaggedElement, TaggedLeaf
from layout.preflight.gathering.views import likeness_of
from layout.preflight.rules.publicity.rules import ANSWERS
from layout.preflight.rules.publicity.statement import is_face
from layout.preflight.rules.rule import Aim, Profile
from layout.resources.messages import tell
from layout.resources.spoken import LANGUAGES
from layout.source.publicity import publicity_names, read_publicity
from tests.faults.publicity import (
    BLACK_STARS,
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
    raster,
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


def test_a_black_emblem_of_pixels_is_sound_where_nothing_has_colour() -> None:
    page = replace(SINGLE, stars=0, outline=None, after=raster(shades=BLACK_STARS, outline=3))
    assert set(judged(page, "czpl-2014")) == ASKED | {"publicity-emblem-raster"}


def chequered(canvas: Canvas) -> None:
    """A photograph of greys, of the proportions of an emblem."""
    noise = PillowImage.effect_noise((210, 140), 80)
    canvas.drawImage(ImageReader(noise), X, Y, 21 * MM, 14 * MM)


def dial(canvas: Canvas) -> None:
    """A clock's face of twelve dots, some of which are hands: no emblem."""
    picture = PillowImage.new("L", (210, 140), 255)
    pen = ImageDraw.Draw(picture)
    for hour in range(12):
        angle = math.tau * hour / 12
        x, y = 105 + 62 * math.sin(angle), 70 - 62 * math.cos(angle)
        pen.ellipse((x - 5, y - 5, x + 5, y + 5), fill=0)
    canvas.drawImage(ImageReader(picture), X, Y, 21 * MM, 14 * MM)


@pytest.mark.parametrize(
    "drawn",
    [
        chequered,
        dial,
        block((0.3,), X, Y, 21 * MM, 14 * MM),
        raster(shades=((60, 60, 60), (70, 70, 70))),
        raster(shades=((60, 60, 60), (60, 60, 60)), outline=3),
    ],
    ids=["noise", "dial", "bar", "faint", "blank"],
)
def test_what_is_no_emblem_of_greys_is_not_taken_for_one(drawn: Callable[[Canvas], None]) -> None:
    assert "publicity-emblem" in judged(replace(SOUND, stars=0, after=drawn), "czpl-2014")


def logo_bytes() -> bytes:
    """The programme's logo as its file: words and bars, wider than high."""
    out = io.BytesIO()
    programme().save(out, "PNG")
    return out.getvalue()


def programme() -> PillowImage.Image:
    picture = PillowImage.new("RGB", (480, 160), "white")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, 150, 159), fill=(0, 120, 60))
    pen.rectangle((190, 20, 479, 60), fill=(40, 40, 40))
    pen.polygon(((190, 159), (330, 90), (479, 159)), fill=(200, 30, 30))
    return picture


def with_logo(wide: float, high: float, x: float = 95 * MM) -> EmblemPage:
    """A sound page with the programme's logo beside the emblem, millimetres wide and high."""

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(programme()), x, Y + 4 * MM, wide * MM, high * MM)

    return replace(SOUND, after=draw)


LOGO = likeness_of(logo_bytes(), "programme.png")


def judged_with_logo(page: EmblemPage) -> dict[str, str]:
    assert LOGO is not None
    wanted = Profile(name="x", aim=Aim.PUBLICITY, publicity=read_publicity("czpl-2014"), logos=(LOGO,))
    return {one.rule: one.severity.value for one in preflight(page.pdf(), wanted).findings}


def test_the_programmes_own_logo_in_its_own_form_and_space_is_sound() -> None:
    assert set(judged_with_logo(with_logo(30, 10))) == {"publicity-page"}


@pytest.mark.parametrize("size", [(36, 10), (30, 12), (24, 10), (30, 9), (33, 10)])
def test_a_stretched_programme_logo_is_a_fault(size: tuple[float, float]) -> None:
    assert judged_with_logo(with_logo(*size))["publicity-programme-logo-form"] == "error"


@pytest.mark.parametrize("gap", [0.5, 2.0, 4.0, 6.0])
def test_what_stands_close_to_the_programme_logo_is_told(gap: float) -> None:
    found = judged_with_logo(with_logo(30, 10, X + (21 + gap) * MM))
    assert "publicity-programme-logo-space" in found


@pytest.mark.parametrize(("x", "y"), [(95, 75.5), (95, 60), (100, 77), (127, 66)])
def test_words_close_to_the_programme_logo_are_told(x: float, y: float) -> None:
    def write(canvas: Canvas) -> None:
        with_logo(30, 10).after(canvas)
        canvas.setFont("Ubuntu", 8)
        canvas.drawString(x * MM, y * MM, "Partner")

    assert "publicity-programme-logo-space" in judged_with_logo(replace(SOUND, after=write))


def test_a_missing_programme_logo_is_a_fault() -> None:
    assert "publicity-programme-logo" in judged_with_logo(SOUND)


def told_alternative(alternatives: dict[str, str], tagged: bool = True) -> set[str]:
    """What is found in a tagged page whose emblem is a figure with these words by language."""
    wanted = Profile(name="x", aim=Aim.PUBLICITY, publicity=read_publicity("czpl-2014"))
    facts = inspect_file(SOUND.pdf(), render=False, logos=())
    kinds = [("Figure", language, words) for language, words in alternatives.items()]
    elements = tuple(
        TaggedElement(
            kind=kind,
            written=kind,
            parent=-1,
            language=language,
            alternative=words,
            actual=None,
            title="",
            scope="",
            children=1,
            number=order,
        )
        for order, (kind, language, words) in enumerate([*kinds, ("P", "pl", "flaga")])
    )
    leaves = tuple(TaggedLeaf(order, 1, 0, order) for order in range(len(elements)))
    structure = Structure(elements=elements, leaves=leaves, parents={}, parent_keys=frozenset())
    changed = copy_record(facts, structure=structure, marked=tagged)
    return {one.rule for one in judge(changed, wanted).findings}


SAID = {"pl": "Flaga Unii Europejskiej", "cs": "Vlajka Evropské unie"}


@pytest.mark.parametrize(
    ("alternatives", "told"),
    [
        (SAID, False),
        ({"pl": "Znak Unii Europejskiej", "cs": "Znak Evropské unie"}, False),
        ({"pl-PL": SAID["pl"], "cs-CZ": SAID["cs"]}, False),
        ({"pl": SAID["pl"]}, True),
        ({"cs": SAID["cs"]}, True),
        ({"pl": SAID["cs"], "cs": SAID["pl"]}, True),
        ({"pl": "Most na Odrze", "cs": "Most přes Odru"}, True),
        ({"pl": "", "cs": ""}, True),
        ({"en": "EU emblem"}, True),
        ({}, True),
    ],
)
def test_words_for_the_emblem_are_asked_in_each_language(alternatives: dict[str, str], told: bool) -> None:
    assert ("publicity-alternatives" in told_alternative(alternatives)) is told
    assert "publicity-alternatives" not in told_alternative(alternatives, tagged=False)
