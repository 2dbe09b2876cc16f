"""Mail, print and screen say the same in the same order, and the command sees where they do not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from layout.cli import main
from layout.model.products.edition import EDITIONS
from layout.pipeline.composing import compose_folder
from layout.pipeline.product import make_product
from layout.preflight import inspect_file
from layout.preflight.report.twins import compare, words_of
from tests.conftest import ROOT
from tests.tags import read_languages, read_tags

Writer = Callable[..., Path]
TWINS = ("print", "screen")


@pytest.fixture(scope="module")
def editions() -> dict[str, bytes]:
    composed = compose_folder(ROOT / "content")
    return {name: make_product(composed, EDITIONS[name]) for name in ("mail", *TWINS)}


@pytest.mark.parametrize("twin", TWINS)
def test_the_sample_says_the_same_in_every_edition(editions: dict[str, bytes], twin: str) -> None:
    mail, other = (inspect_file(editions[name], render=False) for name in ("mail", twin))
    assert compare(mail, other) == ()
    assert compare(other, mail) == ()


def test_the_judge_reads_both_languages_as_the_structure_does(editions: dict[str, bytes]) -> None:
    found = words_of(inspect_file(editions["mail"], render=False))
    for language, words in read_languages(read_tags(editions["mail"])).items():
        letters = sorted("".join(words.split()))
        if language in ("pl", "cs"):
            assert len(letters) > 5000
            painted = sorted(found[language])
            foreign = abs(len(painted) - len(letters))
            assert foreign < 200, "phrases of the other language are counted where they stand"


def test_one_changed_word_is_named_with_page_and_language(write_folder: Writer, tmp_path: Path) -> None:
    section = "- paragraph: {pl: Pierwszy akapit., cs: První odstavec.}\n"
    paths = []
    for name, text in (("mail", section), ("print", section.replace("První", "Druhý"))):
        composed = compose_folder(write_folder(sections__a_yaml=text))
        paths.append(tmp_path / f"{name}.pdf")
        paths[-1].write_bytes(make_product(composed, EDITIONS[name]))
    done = CliRunner().invoke(main, ["compare", *map(str, paths), "--messages", "en"])
    assert done.exit_code == 1
    assert "page 1 (cs): “Prvníodstavec." in done.output
    assert "“Druhýodstavec." in done.output
    same = CliRunner().invoke(main, ["compare", str(paths[0]), str(paths[0]), "--messages", "cs"])
    assert same.exit_code == 0
    assert "totéž" in same.output


def test_a_missing_page_is_told(write_folder: Writer) -> None:
    section = "- paragraph: {pl: Akapit., cs: Odstavec.}\n"
    files = []
    for text in (section, section + "- page-break:\n" + section):
        composed = compose_folder(write_folder(sections__a_yaml=text))
        files.append(inspect_file(make_product(composed, EDITIONS["mail"]), render=False))
    (parting,) = compare(*files)
    assert (parting.page, parting.here) == (2, "")
    assert "Akapit." in parting.there
