"""What stands beside what is never decided in silence: proposals, taken by a word or by a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from layout.model.diagnostic import Rejected
from layout.model.values import Percent
from layout.source.import_text.decisions import Settling
from layout.source.import_text.import_folder import import_text
from tests.unit.source.imports import made, told
from tests.unit.source.word_files import document, paragraph

TITLE = "Historia rzeki / Historie řeky"
POLISH = (
    "Most zbudowano w 1905 roku i kosztował 300 talarów.",
    "Muzeum otwarto w 1963 roku, zwiedziło je 5000 osób.",
    "Szkoła powstała w 1870 roku dla 240 uczniów.",
)
CZECH = (
    "Most byl postaven v roce 1905 a stál 300 tolarů.",
    "Muzeum bylo otevřeno v roce 1963, navštívilo je 5000 osob.",
    "Škola vznikla v roce 1870 pro 240 žáků.",
)
PAIRS = list(zip(POLISH, CZECH, strict=True))
FILE = Path("decisions.yaml")
YES = Settling(accept=True)
TODO = ("TODO: przetłumacz", "TODO: přeložte")


@pytest.fixture(autouse=True)
def _in_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def text(*paragraphs: str) -> tuple[str, bytes]:
    return "a.txt", "\n\n".join((TITLE, *paragraphs)).encode()


def reordered(*order: int) -> tuple[str, ...]:
    return tuple(CZECH[place] for place in order)


@pytest.mark.parametrize("order", [(1, 2, 0), (2, 0, 1), (0, 2, 1), (1, 0, 2), (2, 1, 0)])
def test_another_order_is_proposed_and_taken(order: tuple[int, ...]) -> None:
    sent = text(*POLISH, *reordered(*order))
    codes = told(sent)
    assert "import-crossed" in codes and codes.count("import-doubt") == 1
    assert not Path("out").exists()
    assert told(sent, wishes=YES) == []
    assert made()[1:] == PAIRS


@pytest.mark.parametrize("order", [(1, 2, 0), (0, 2, 1)])
def test_two_files_are_never_crossed_in_silence(order: tuple[int, ...]) -> None:
    polish = document(paragraph("Historia rzeki"), *map(paragraph, POLISH))
    czech = document(paragraph("Historie řeky"), *map(paragraph, reordered(*order)))
    files = (("pl.docx", polish), ("cs.docx", czech))
    assert "import-crossed" in told(*files)
    assert told(*files, wishes=YES) == []
    assert made()[1:] == PAIRS


@pytest.mark.parametrize("missing", range(3))
def test_a_passage_without_a_partner_stands_beside_a_placeholder(missing: int) -> None:
    czech = tuple(side for place, side in enumerate(CZECH) if place != missing)
    sent = text(*POLISH, *czech)
    assert told(sent) == ["import-unpaired", "import-doubt"]
    assert told(sent, wishes=YES) == ["import-untranslated"]
    pairs = [(one, TODO[1] if place == missing else other) for place, (one, other) in enumerate(PAIRS)]
    assert made()[1:] == pairs


def test_both_readings_are_shown_with_their_lines_and_how_sure_the_proposal_is() -> None:
    Path("a.txt").write_bytes(text(*POLISH, *reordered(1, 2, 0))[1])
    with pytest.raises(Rejected) as caught:
        import_text([Path("a.txt")], Path("out"), False, __import__("datetime").date(2026, 1, 1))
    first = next(one for one in caught.value.diagnostics if one.code == "import-crossed")
    assert (first.where.line, first.values["line"], first.values["likelier_line"]) == (3, 9, 13)
    assert str(first.values["partner"]).startswith("Muzeum") and str(first.values["likelier"]).startswith(
        "Most"
    )
    doubt = next(one for one in caught.value.diagnostics if one.code == "import-doubt")
    assert isinstance(doubt.values["sure"], Percent) and doubt.values["sure"].share > 0.4


def settled(sent: tuple[str, bytes]) -> list[str]:
    return told(sent, wishes=Settling(file=FILE))


def test_a_file_of_decisions_is_written_edited_and_taken() -> None:
    sent = text(*POLISH, *reordered(1, 2, 0))
    assert "decisions-written" in settled(sent)
    written = FILE.read_text("utf-8")
    assert "{pl: 3, cs: 13}  # Most zbudowano" in written
    assert settled(sent) == []
    assert made()[1:] == PAIRS
    FILE.write_text(
        written.replace("cs: 9", "cs: 0").replace("cs: 13", "cs: 9").replace("cs: 0", "cs: 13"), "utf-8"
    )
    assert settled(sent) == []
    assert made()[1:3] == [(POLISH[0], CZECH[1]), (POLISH[1], CZECH[0])]


def test_a_file_that_is_there_is_never_written_over() -> None:
    FILE.write_text("mine", "utf-8")
    assert settled(text(*POLISH, *reordered(1, 2, 0))) != []
    assert FILE.read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("cs: 13", "cs: 99", "decisions-no-passage"),
        ("cs: 13", "cs: 9", "decisions-twice"),
        ("{pl: 3, cs: 13}", "{pl: 3}", "decisions-left-out"),
        ("{pl: 3, cs: 13}", "{}", "decisions-nobody"),
        ("cs: 13", "cs: thirteen", "expected-integer"),
        ("cs: 13", "cz: 13", "misspelt-key"),
        ("pairs:", "pair:", "misspelt-key"),
        ("text: ", "text: 0", "decisions-other-text"),
        ("pairs:", "pairs: [", "yaml-bracket"),
    ],
)
def test_decisions_that_do_not_fit_are_told(old: str, new: str, code: str) -> None:
    sent = text(*POLISH, *reordered(1, 2, 0))
    settled(sent)
    FILE.write_text(FILE.read_text("utf-8").replace(old, new, 1), "utf-8")
    assert code in settled(sent)
    assert not Path("out").exists()


def test_a_text_that_was_changed_needs_new_decisions() -> None:
    settled(text(*POLISH, *reordered(1, 2, 0)))
    assert settled(text(*POLISH[:2], "Szkoła jest nowa.", *reordered(1, 2, 0))) == ["decisions-other-text"]


def test_sections_without_doubt_are_not_asked_about() -> None:
    sent = text(*POLISH, *CZECH, "Druga część / Druhá část", *POLISH, *reordered(1, 2, 0))
    settled(sent)
    assert FILE.read_text("utf-8").count("- {") == 3
    assert settled(sent) == []
    assert [one for one in made() if len(one) == 2] == PAIRS * 2  # type: ignore[arg-type]
