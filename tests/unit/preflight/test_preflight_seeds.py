"""Each seeded fault is caught by its own rule and by no other; sound files pass every rule."""

from __future__ import annotations

import pytest

from layout.model.products.printer import Exemption, PrinterMark, PrinterProfile, SpotPolicy, Standard
from layout.model.units import mm
from layout.pdfreading.ghostscript import find_renderer
from layout.preflight import PROFILES, RULES, Verdict, preflight, profile_for
from tests.faults.mail_seeds import MAIL_SEEDS
from tests.faults.paper import BLEED, TRIM
from tests.faults.seeds import PRINT_SEEDS, RENDERED_SEEDS, X1A_SEEDS, content, sowing, two_definitions
from tests.faults.sound import mail_paper, print_paper

needs_ghostscript = pytest.mark.skipif(find_renderer() is None, reason="Ghostscript is not installed")


def broken(data: bytes, profile: str, render: bool = False) -> set[str]:
    report = preflight(data, PROFILES[profile], render=render)
    return {finding.rule for finding in report.findings}


@pytest.mark.parametrize("rule", PRINT_SEEDS)
def test_print_fault_is_caught_by_its_rule_alone(rule: str) -> None:
    assert broken(PRINT_SEEDS[rule](), "print") == {rule}


@pytest.mark.parametrize("rule", X1A_SEEDS)
def test_x1a_fault_is_caught_by_its_rule_alone(rule: str) -> None:
    assert broken(X1A_SEEDS[rule](), "print-x1a") == {rule}


@pytest.mark.parametrize("rule", MAIL_SEEDS)
def test_mail_fault_is_caught_by_its_rule_alone(rule: str) -> None:
    assert broken(MAIL_SEEDS[rule](), "mail") == {rule}


@needs_ghostscript
@pytest.mark.parametrize("rule", RENDERED_SEEDS)
def test_rendered_fault_is_caught_by_its_rule_alone(rule: str) -> None:
    assert broken(RENDERED_SEEDS[rule](), "print", render=True) == {rule}


def test_every_rule_has_a_seeded_fault() -> None:
    sown = {
        *PRINT_SEEDS,
        *X1A_SEEDS,
        *MAIL_SEEDS,
        *RENDERED_SEEDS,
        "marks-unwanted",
        "spot-unequal",
        "page-trim",
    }
    assert {rule.code for rule in RULES} == sown


def test_marks_are_a_fault_where_the_printer_wants_none() -> None:
    printer = profile_for(PrinterProfile(marks=frozenset()))
    report = preflight(print_paper().build(), printer, render=False)
    assert {finding.rule for finding in report.findings} == {"marks-unwanted"}
    allowed = profile_for(PrinterProfile(marks=frozenset({PrinterMark.CROP})))
    assert not preflight(print_paper().build(), allowed, render=False).findings


@pytest.mark.parametrize(
    ("trim", "expected"),
    [
        ((TRIM[2] - TRIM[0], TRIM[3] - TRIM[1]), set()),
        ((TRIM[2] - TRIM[0] + 0.3, TRIM[3] - TRIM[1] - 0.3), set()),
        ((TRIM[3] - TRIM[1], TRIM[2] - TRIM[0]), {"page-trim"}),
        ((TRIM[2] - TRIM[0], TRIM[3] - TRIM[1] + 3), {"page-trim"}),
        ((mm(210), mm(297)), {"page-trim"}),
        ((mm(105), mm(148)), {"page-trim"}),
    ],
)
def test_a_whole_file_in_another_size_than_the_printer_wants_is_a_fault(
    trim: tuple[float, float], expected: set[str]
) -> None:
    report = preflight(print_paper().build(), profile_for(PrinterProfile(trim=trim)), render=False)
    assert {finding.rule for finding in report.findings} == expected
    assert len(report.findings) == 4 * len(expected)


def test_an_ink_of_two_definitions_is_a_fault_even_where_spot_inks_are_allowed() -> None:
    printer = profile_for(PrinterProfile(spots=SpotPolicy.ALLOWED))
    report = preflight(sowing(two_definitions)(), printer, render=False)
    assert {finding.rule for finding in report.findings} == {"spot-unequal"}


@pytest.mark.parametrize(("names", "expected"), [(("Gold",), set()), (("Silver",), {"spot-policy"})])
def test_a_listed_spot_ink_is_allowed(names: tuple[str, ...], expected: set[str]) -> None:
    printer = profile_for(PrinterProfile(spots=SpotPolicy.LISTED, spot_names=names))
    report = preflight(PRINT_SEEDS["spot-policy"](), printer, render=False)
    assert {finding.rule for finding in report.findings} == expected


def test_an_exempt_rule_is_reported_but_does_not_count() -> None:
    exemption = Exemption("pdf-transparency", "the shop flattens itself")
    report = preflight(
        PRINT_SEEDS["pdf-transparency"](), profile_for(PrinterProfile(exemptions=(exemption,))), render=False
    )
    assert not report.findings
    assert [finding.exempt for finding in report.exempted] == ["the shop flattens itself"]


def test_an_exemption_for_other_pages_does_not_help() -> None:
    printer = PrinterProfile(exemptions=(Exemption("line-thin", "approved", (3,)),))
    report = preflight(PRINT_SEEDS["line-thin"](), profile_for(printer), render=False)
    assert {finding.rule for finding in report.findings} == {"line-thin"}


def test_an_exemption_from_no_rule_is_told() -> None:
    printer = PrinterProfile(exemptions=(Exemption("line-thick", "?"),))
    report = preflight(print_paper().build(), profile_for(printer), render=False)
    assert [finding.rule for finding in report.findings] == ["exemption-unknown"]


@pytest.mark.parametrize("profile", ["print", "print-x1a", "mail", "screen"])
def test_a_sound_file_breaks_no_rule(profile: str) -> None:
    data = (
        mail_paper().build()
        if profile in ("mail", "screen")
        else print_paper(x1a=profile == "print-x1a").build()
    )
    report = preflight(data, PROFILES[profile], render=False)
    assert not report.findings
    assert {gap.reason for gap in report.unmeasured} <= {"render-unasked"}


@needs_ghostscript
def test_a_rendered_sound_file_passes_without_anything_unmeasured() -> None:
    assert preflight(print_paper(2).build(), PROFILES["print"]).verdict is Verdict.PASSED


def test_what_was_not_rendered_is_no_pass() -> None:
    report = preflight(print_paper().build(), PROFILES["print"], render=False)
    assert report.verdict is Verdict.UNSURE
    assert "bleed-rendered" not in report.passed


def test_warnings_do_not_make_a_pass_of_what_was_not_measured() -> None:
    report = preflight(PRINT_SEEDS["text-knockout"](), PROFILES["print"], render=False)
    assert [finding.rule for finding in report.warnings] == ["text-knockout"]
    assert report.verdict is Verdict.UNSURE


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ((BLEED[0], 300.0, TRIM[2], 300.0), {"bleed-cover"}),
        ((BLEED[0], 300.0, BLEED[2], 300.0), set()),
        ((TRIM[0] + 60, BLEED[1] - 2, BLEED[0] - 2, TRIM[1] + 60), set()),
        ((TRIM[0], TRIM[1] + 60, TRIM[0] + 60, TRIM[1] + 120), {"bleed-cover"}),
    ],
)
def test_a_line_bleeds_at_both_ends_or_runs_over_a_corner(
    line: tuple[float, float, float, float], expected: set[str]
) -> None:
    x0, y0, x1, y1 = line
    seed = content(f"0 0 0 1 K 1 w {x0:.3f} {y0:.3f} m {x1:.3f} {y1:.3f} l S\n")
    assert broken(seed(), "print") == expected


@pytest.mark.parametrize("seed", [None, *X1A_SEEDS])
def test_whoever_prints_x4_prints_x1a_too_by_its_own_rules(seed: str | None) -> None:
    data = X1A_SEEDS[seed]() if seed else print_paper(x1a=True).build()
    found = broken(data, "print")
    assert seed in found if seed else not found
    shop = preflight(data, profile_for(PrinterProfile(name="shop", standard=Standard.X4)), render=False)
    assert {finding.rule for finding in shop.findings} == found


def test_whoever_prints_nothing_but_x1a_sends_x4_back() -> None:
    assert "metadata-claim" in broken(print_paper().build(), "print-x1a")
