"""What the judge of divisions counts as a fault; and the dictionaries, where they are installed."""

from pathlib import Path

import pytest

from bench.divisions import _DICTIONARIES, count_faults, judge, main, read_words


@pytest.mark.parametrize(
    ("divided", "language", "faults"),
    [
        ("roz-sz-cze-pić", "pl", 1),
        ("roz-szcze-pić", "pl", 0),
        ("pół-tr-wa-nia", "pl", 1),
        ("tr-va-lý", "cs", 0),
        ("mo-to-uzu", "cs", 1),
        ("po-učit", "cs", 0),
        ("psst", "pl", 0),
    ],
)
def test_faults_of_a_division(divided: str, language: str, faults: int) -> None:
    assert count_faults(divided, language) == faults


def test_list_of_words_is_judged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = tmp_path / "words.txt"
    words.write_text("rozszczepić\nOpole\nul.\n", encoding="utf-8")
    assert read_words(words) == ["rozszczepić"]
    assert main(["pl", str(words), "--show", "1"]) == 0
    assert "roz-szcze-pić (patterns: roz-sz-cze-pić)" in capsys.readouterr().out
    assert main(["pl", str(tmp_path / "none.txt")]) == 2


@pytest.mark.parametrize("language", sorted(_DICTIONARIES))
def test_no_stem_of_a_dictionary_is_divided_worse(language: str) -> None:
    if not _DICTIONARIES[language].is_file():
        pytest.skip("hunspell's dictionary is not installed")
    words = read_words(_DICTIONARIES[language])[::7]
    assert [one for one in judge(words, language) if one.our_faults > one.bare_faults] == []
