"""Limits that the judge sets itself, held from both sides near their edge."""

from __future__ import annotations

import pytest

from layout.model.products.printer import PrinterProfile
from layout.model.records import replace
from layout.preflight import PROFILES, Inspection, inspect_file, judge
from layout.preflight.facts import Rendered, Rendering
from tests.faults.paper import Paper, codes, show
from tests.faults.sound import print_paper

LIMIT = PrinterProfile().ink_limit
SPOT = (10.0, 10.0, 20.0, 20.0)


def facts_of(content: str = "") -> Inspection:
    paper: Paper = print_paper(1)
    paper.sheets[0].content += content
    return inspect_file(paper.build(), render=False)


@pytest.mark.parametrize(
    ("sums", "told"),
    [
        ([(LIMIT + 0.011, 5.0)], False),  # four plates of 8 bits, rounded
        ([(LIMIT + 0.02, 5.0)], True),
        ([(LIMIT + 0.4, 5.0)], True),
        ([(LIMIT + 0.4, 0.4)], False),  # a speck, in square millimetres
        ([(LIMIT + 0.4, 0.6)], True),
        ([(LIMIT + 0.4, 0.4), (LIMIT + 0.02, 0.4)], True),
        ([(LIMIT + 0.4, 0.4), (LIMIT + 0.011, 9.0)], False),
    ],
)
def test_rendered_ink_may_pass_its_limit_by_a_rounding_or_a_speck(
    sums: list[tuple[float, float]], told: bool
) -> None:
    rendered = Rendered(1, tuple((tints, area, SPOT) for tints, area in sums), (), ())
    report = judge(replace(facts_of(), rendering=Rendering((rendered,))), PROFILES["print"])
    assert ("ink-area" in {finding.rule for finding in report.findings}) == told


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ("{0} -190 {1}", "Dwa rzeka"),
        ("{0} -170 {1}", "Dwarzeka"),
        ("{0} 190 {1}", "Dwarzeka"),
        ("{0} -190 -190 {1}", "Dwa rzeka"),
        ("-190 {0} {1}", "Dwarzeka"),
    ],
)
def test_a_move_of_the_pen_stands_for_a_word_space(shown: str, read: str) -> None:
    moved = shown.format(codes("Dwa"), codes("rzeka"))
    facts = facts_of(f"BT /F1 9 Tf 50 100 Td [{moved}] TJ ET\n")
    assert [run.text for run in facts.pages[0].texts][-1] == read


@pytest.mark.parametrize(("away", "read"), [(1.0, "Dwarzeka"), (1.6, "Dwa rzeka")])
def test_a_run_that_starts_away_from_the_one_before_it_starts_a_word(away: float, read: str) -> None:
    """The edge is 0.15 of the size."""
    alone = facts_of(show("Dwa", 50, 100)).pages[0].texts[-1]
    facts = facts_of(show("Dwa", 50, 100) + show("rzeka", alone.box[2] + away, 100))
    assert [run.text for run in facts.pages[0].texts][-1] == read
