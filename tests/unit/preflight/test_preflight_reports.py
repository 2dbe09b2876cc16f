"""Reports say verdict, place and remedy in three languages, on one screen, and in JSON of a fixed shape."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import fields

from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span
from layout.model.products.printer import Exemption, PrinterProfile
from layout.model.records import replace
from layout.model.values import Count, Named
from layout.preflight import (
    PROFILES,
    RULES,
    Limits,
    diagnose,
    inspect_file,
    preflight,
    profile_for,
    report_json,
    report_text,
)
from layout.preflight.report.citing import cite, cite_fully
from layout.preflight.rules.judgement import place_on
from layout.resources.messages import explain, load_messages
from layout.resources.spoken import LANGUAGES, name_term
from layout.source.printer import RECORD
from tests.faults.mail_seeds import MAIL_SEEDS
from tests.faults.paper import ROOT, TRIM, Paper, show
from tests.faults.seeds import PRINT_SEEDS
from tests.faults.sound import print_paper
from tests.told import texts


def faulty() -> bytes:
    paper: Paper = print_paper()
    for number in (1, 2):
        paper.sheets[number].content += "1 0 0 rg 80 200 40 40 re f\n" + show("Dwa brzegi", 80, 300, 5)
    paper.sheets[3].content += "0 0 0 1 K 0.1 w 80 300 m 300 300 l S\n"
    return paper.build()


EXEMPT = PrinterProfile(name="shop", shop="Drukarnia", exemptions=(Exemption("line-thin", "proof seen"),))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_for_people(language: str, golden: Callable[[str, str], None]) -> None:
    report = preflight(faulty(), profile_for(EXEMPT), render=False)
    golden(f"preflight-{language}.txt", report_text(report, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_worst_report_stays_on_one_screen(language: str) -> None:
    worst = Path(__file__).parents[2] / "faults" / "producers" / "typst.pdf"
    text = report_text(preflight(worst, PROFILES["print-x1a"], render=False), language)
    assert len(text.splitlines()) <= 45
    assert max(map(len, text.splitlines())) <= 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_sources_of_rules_are_said_in_few_words_of_the_language(language: str) -> None:
    for name, seed in PRINT_SEEDS.items():
        found = preflight(seed(), PROFILES["print"], render=False)
        text = report_text(found, language)
        assert "[" in text and ":2010" not in text and ":2003" not in text, name
        assert language == "en" or not {"printer’s", "practice", "annex"} & set(
            re.findall(r"[\w’]+", text)
        ), name


def test_the_report_for_programs_has_its_documented_shape() -> None:
    found = json.loads(report_json(preflight(faulty(), profile_for(EXEMPT), render=False)))
    assert set(found) == {
        "version",
        "file",
        "profile",
        "publicity",
        "verdict",
        "summary",
        "findings",
        "exempted",
        "left_out",
        "not_measured",
        "passed",
    }
    assert found["verdict"] == "refused"
    assert {"rule", "reason", "what", "do", "source"} == set(found["not_measured"][0])
    first = next(one for one in found["findings"] if one["rule"] == "text-small")
    assert first["page"] == 2
    assert first["object"] == {"kind": "text", "name": "Dwa brzegi"}
    assert first["position_mm"]["x"] == pytest.approx(16.2, abs=0.1)
    assert first["severity"] == "error"
    assert first["source"] and first["what"] and first["do"]
    assert [one["exempt"] for one in found["exempted"]] == ["proof seen"]
    assert "bleed-rendered" not in found["passed"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_and_kind_has_its_words(language: str) -> None:
    catalogue = load_messages()
    for rule in RULES:
        assert catalogue[rule.code][language]["what"]
        assert catalogue[rule.code]["severity"] == rule.severity.value


@pytest.mark.parametrize("rule", [*PRINT_SEEDS, *MAIL_SEEDS])
def test_every_finding_can_be_said_in_every_language(rule: str) -> None:
    seed, profile = (PRINT_SEEDS, "print") if rule in PRINT_SEEDS else (MAIL_SEEDS, "mail")
    report = preflight(seed[rule](), PROFILES[profile], render=False)
    for language in LANGUAGES:
        text = report_text(report, language)
        assert rule in text
        assert all(name_term("kind", one.kind, language) for one in report.findings)
        assert all(explain(found, language) for found in diagnose(report))


def test_diagnostics_for_a_build_are_one_a_rule_with_its_page() -> None:
    found = diagnose(preflight(faulty(), PROFILES["print"], render=False))
    codes = [one.code for one in found]
    assert len(codes) == len(set(codes))
    small = next(one for one in found if one.code == "text-small")
    assert small.severity is Severity.ERROR
    assert str(small.where) == "PDF#2 (16.2, 114.8 mm)"


def test_the_reference_lists_every_rule_with_its_weight_and_every_printers_key() -> None:
    text = (ROOT / "docs" / "preflight.md").read_text(encoding="utf-8")
    for rule in RULES:
        assert re.search(rf"^\| `{rule.code}` \| {rule.severity.value}[ ,]", text, re.MULTILINE)
    for key in RECORD.fields:
        assert f"| `{key}` |" in text


@pytest.mark.parametrize(("language", "side"), [("en", "(left)"), ("pl", "(z lewej)"), ("cs", "(vlevo)")])
def test_sides_are_said_in_the_language_of_the_message(language: str, side: str) -> None:
    report = preflight(PRINT_SEEDS["bleed-cover"](), PROFILES["print"], render=False)
    told = [replace(one, values={**one.values, "side": Named("side", "left")}) for one in diagnose(report)]
    assert side in "".join(explain(one, language) for one in told)


def test_every_limit_is_named_in_every_language() -> None:
    for limit in fields(Limits):
        said = Diagnostic(
            "pdf-over-limit",
            Span("x.pdf"),
            {"file": "x.pdf", "limit": Named("limit", limit.name), "most": Count(9)},
        )
        words = [explain(said, language) for language in ("pl", "cs")]
        assert limit.name.startswith(("render", "image")) or not any(
            f"({limit.name}:" in one for one in words
        )


def test_more_pages_than_are_listed_are_not_passed_over_in_silence() -> None:
    paper = print_paper(204)
    for sheet in paper.sheets:
        sheet.content += "1 0 0 rg 80 200 40 40 re f\n"
    text = report_text(preflight(paper.build(), PROFILES["print"], render=False))
    assert "in all 204×, page 1–200 and more" in " ".join(text.split())


def test_one_page_is_counted_grammatically() -> None:
    report = preflight(print_paper(1).build(), PROFILES["print"], render=False)
    heads = [report_text(report, language).splitlines()[0] for language in ("en", "pl", "cs")]
    assert [", 1 page," in heads[0], ", 1 strona," in heads[1], ", 1 strana," in heads[2]] == [True] * 3


@pytest.mark.parametrize("language", ["pl", "cs"])
def test_why_a_file_is_unreadable_is_said_in_the_language(language: str) -> None:
    paper = print_paper(1)
    paper.trailer["Encrypt"] = 5
    with pytest.raises(Rejected) as caught:
        preflight(paper.build(), PROFILES["print"], render=False)
    (told,) = caught.value.diagnostics
    said = explain(told, language)
    assert told.code == "pdf-unreadable"
    assert said != explain(told, "en") and texts(told)["reason"] not in said


def test_a_place_at_the_corner_has_no_minus() -> None:
    page = inspect_file(print_paper(1).build(), render=False).pages[0]
    left, _, _, top = TRIM
    assert [f"{side:g}" for side in place_on(page, (left - 0.01, 40, 50, top + 0.01))] == ["0", "0"]


@pytest.mark.parametrize(
    ("rule", "full", "said"),
    [
        (
            "page-unit",
            "ISO 32000-1:2008, 14.11.2.1 and table 30",
            ("14.11.2.1 and table 30", "14.11.2.1 i tabela 30", "14.11.2.1 a tabulka 30"),
        ),
        (
            "content-operator",
            "ISO 15930-7:2010 (PDF/X-4), ISO 15930-4:2003 (PDF/X-1a); ISO 32000-1:2008, annex A",
            ("PDF/X; ISO 32000-1, annex A", "ISO 32000-1, załącznik A", "ISO 32000-1, příloha A"),
        ),
        (
            "ink-object",
            "printer’s profile: ink-limit",
            ("printer’s profile: ink-limit", "profil drukarni: ink-limit", "profil tiskárny: ink-limit"),
        ),
    ],
)
def test_a_source_is_cited_in_full_or_in_the_words_of_a_language(
    rule: str, full: str, said: tuple[str, str, str]
) -> None:
    sources = next(one.sources for one in RULES if one.code == rule)
    assert cite_fully(sources) == full
    assert all(
        words in cite(sources, language) for words, language in zip(said, ("en", "pl", "cs"), strict=True)
    )


def test_every_rule_cites_a_source_in_every_language() -> None:
    assert all(rule.sources and cite(rule.sources, language) for rule in RULES for language in LANGUAGES)
