"""A paragraph in other numbers of lines: how much worse it may get, and that it is whole all the same."""

from __future__ import annotations

import pytest

from layout.lang.hyphenation.divide import Hyphenator
from layout.model.records import replace
from layout.model.shapes import SetText
from layout.model.theme import Justification, Theme
from layout.text.faces import Faces
from layout.text.paragraph import Typesetter
from tests.passages import prose

LONG = (
    "Rzeka bierze początek wśród wzgórz i płynie przez dwa kraje, a każde miasto nad jej brzegiem ma własną "
    "opowieść o powodziach, mostach oraz o ludziach, którzy je wspólnie odbudowywali przez całe "
    "dziesięciolecia. Dziś jej dolina łączy to, co przez wieki dzieliła granica: szkoły wymieniają uczniów, "
    "urzędy wspólnie planują drogi, a strażacy ćwiczą razem na wypadek następnej wielkiej wody."
)
WIDTHS = range(154, 210, 4)


def typeset(faces: Faces, theme: Theme, width: float, limit: float) -> SetText:
    how = replace(theme.justification, variant_limit=limit)
    setter = Typesetter(faces, replace(theme, justification=how), {"pl": Hyphenator("pl")}, print)
    return setter.set(prose(LONG), "paragraph", "pl", width)


def test_the_limit_says_how_much_worse_another_number_of_lines_may_be(faces: Faces, theme: Theme) -> None:
    """At the theme's limit this one may be a line longer for 373; below that price it may not."""
    (longer,) = typeset(faces, theme, 190, Justification().variant_limit).variants
    assert len(longer.lines) == len(typeset(faces, theme, 190, 0).lines) + 1
    assert typeset(faces, theme, 190, longer.price).variants == (longer,)
    assert typeset(faces, theme, 190, longer.price - 1).variants == ()


@pytest.mark.parametrize("width", WIDTHS)
def test_none_is_dearer_and_without_a_limit_there_is_none_that_costs(
    faces: Faces, theme: Theme, width: int
) -> None:
    for limit in (0, 100, 600, 2000):
        found = typeset(faces, theme, width, limit)
        assert all(0 <= variant.price <= limit for variant in found.variants)
        counts = [len(found.lines), *(len(variant.lines) for variant in found.variants)]
        assert len(set(counts)) == len(counts), "each number of lines once"


@pytest.mark.parametrize("width", WIDTHS)
def test_every_variant_says_the_same(faces: Faces, theme: Theme, width: int) -> None:
    found = typeset(faces, theme, width, 2000)
    for variant in found.variants:
        said = " ".join(line.text for line in variant.lines).replace("\u00ad ", "")
        assert said == LONG
