"""Runs, foreign phrases, protected words, contexts and settings of microtypography."""

import pytest

from layout.lang.microtype import Change, Context, microtype
from layout.model.content.brochure import TypographySettings
from layout.model.content.prose import PLAIN, Prose, Run, RunStyle
from layout.model.diagnostic import Span

ON = TypographySettings()
EMPHASIS, STRONG, PROTECTED = RunStyle(emphasis=True), RunStyle(strong=True), RunStyle(protected=True)
CZECH, GERMAN = RunStyle(language="cs"), RunStyle(language="de")


def set_runs(
    *runs: tuple[str, RunStyle],
    language: str = "pl",
    settings: TypographySettings = ON,
    context: Context = Context.NARROW,
) -> list[tuple[str, RunStyle]]:
    prose, _ = microtype(Prose(tuple(Run(*run) for run in runs)), language, settings, context)
    return [(run.text, run.style) for run in prose.runs]


def test_rule_sees_the_whole_paragraph() -> None:
    assert set_runs(("w ", PLAIN), ("Opolu", STRONG)) == [("w\u00a0", PLAIN), ("Opolu", STRONG)]


def test_letters_keep_their_style_where_a_compound_closes() -> None:
    assert set_runs(("społeczno", PLAIN), (" - ", STRONG), ("gospodarczy", EMPHASIS)) == [
        ("społeczno", PLAIN),
        ("-", STRONG),
        ("gospodarczy", EMPHASIS),
    ]


def test_run_of_needless_spaces_goes() -> None:
    assert set_runs(("koniec", PLAIN), (" ", STRONG)) == [("koniec", PLAIN)]


def test_protected_run_is_as_typed() -> None:
    runs = [("kod ", PLAIN), ("a  -  b ...", PROTECTED), (" - w domu", PLAIN)]
    assert set_runs(*runs)[1] == ("a  -  b ...", PROTECTED)
    assert set_runs(*runs)[2] == ("\u00a0– w\u00a0domu", PLAIN)


def test_protected_number_still_has_neighbours() -> None:
    assert set_runs(("w ", PLAIN), ("A - B", PROTECTED))[0] == ("w\u00a0", PLAIN)


def test_foreign_phrase_keeps_its_own_rules() -> None:
    runs = [("hasło ", PLAIN), ('"v Praze"', CZECH), (" w domu", PLAIN)]
    assert set_runs(*runs) == [("hasło ", PLAIN), ("„v\u00a0Praze“", CZECH), (" w\u00a0domu", PLAIN)]


def test_foreign_phrase_keeps_the_spaces_at_its_ends() -> None:
    assert set_runs(("a", PLAIN), (" v Praze ", CZECH), ("b", PLAIN))[1] == (" v\u00a0Praze ", CZECH)


def test_phrase_in_an_unknown_language_is_as_typed() -> None:
    assert set_runs(("słowo ", PLAIN), ('"a - b"', GERMAN))[1] == ('"a - b"', GERMAN)


def test_run_marked_with_the_paragraph_language_is_set() -> None:
    assert set_runs(("w domu", RunStyle(language="pl"))) == [("w\u00a0domu", RunStyle(language="pl"))]


def test_clean_prose_is_given_back_itself() -> None:
    prose = Prose((Run("Współpraca"),))
    assert microtype(prose, "pl", ON, Context.NARROW) == (prose, ())
    assert microtype(prose, "pl", ON, Context.NARROW)[0] is prose


def test_empty_prose() -> None:
    assert set_runs() == []
    assert set_runs(("  ", PLAIN)) == []


def test_change_names_rule_words_and_place() -> None:
    where = Span("a.yaml", 3, 5)
    _, changes = microtype(Prose((Run("był w  Opolu"),), where), "pl", ON, Context.NARROW)
    assert changes == (
        Change("T25", "w  Opolu", "w Opolu", where),
        Change("T01", "w Opolu", "w\u00a0Opolu", where),
    )


def test_change_quotes_what_stood_aside() -> None:
    _, changes = microtype(Prose((Run("adres w  www.opole.pl"),)), "pl", ON, Context.NARROW)
    assert changes[0].after == "w www.opole.pl"


@pytest.mark.parametrize(
    ("context", "space"),
    [(Context.NARROW, "\u00a0"), (Context.HEADING, "\u00a0"), (Context.TEXT, "\ue000")],
)
def test_polish_single_letters_by_context(context: Context, space: str) -> None:
    assert set_runs(("w domu", PLAIN), context=context) == [(f"w{space}domu", PLAIN)]


def test_czech_a_is_soft_or_hard_as_set() -> None:
    assert set_runs(("a my", PLAIN), language="cs") == [("a\ue000my", PLAIN)]
    hard = TypographySettings(hard_czech_a=True)
    assert set_runs(("a my", PLAIN), language="cs", settings=hard) == [("a\u00a0my", PLAIN)]


def test_what_cannot_be_set_goes_whatever_is_off() -> None:
    typed = "\ufeffslo\u00advo\u200b a\u2011b\tc\u2028d e\u0301\u2060"
    assert set_runs((typed, PLAIN), language="cs", settings=TypographySettings(off=frozenset({"T01"}))) == [
        ("slo\u00advo a-b c\u2028d é", PLAIN)
    ]


def test_line_breaks_lose_the_spaces_beside_them() -> None:
    assert set_runs(("jeden \u2028 dwa", PLAIN)) == [("jeden\u2028dwa", PLAIN)]


def test_author_no_break_space_stays_where_it_may_mean_something() -> None:
    assert set_runs(("na\u00a0pewno 5\u00a0x", PLAIN)) == [("na\u00a0pewno 5×", PLAIN)]
    assert set_runs(("Jan\u00a0Nowak", PLAIN)) == [("Jan\u00a0Nowak", PLAIN)]


def test_one_no_break_space_between_plain_words_stays_and_several_go() -> None:
    assert set_runs(("jedna\u00a0rzeka", PLAIN)) == [("jedna\u00a0rzeka", PLAIN)]
    assert set_runs(("jedna\u00a0rzeka\u00a0płynie", PLAIN)) == [("jedna rzeka płynie", PLAIN)]
    heading = set_runs(("jedna\u00a0rzeka\u00a0płynie", PLAIN), context=Context.HEADING)
    assert heading == [("jedna\u00a0rzeka\u00a0płynie", PLAIN)]


def test_unknown_language() -> None:
    with pytest.raises(KeyError):
        set_runs(("a", PLAIN), language="de")
