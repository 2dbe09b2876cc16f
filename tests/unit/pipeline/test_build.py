"""The whole way: folders in, products out, mistakes explained, nothing lost."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from click.testing import CliRunner, Result

from layout.cli import main
from layout.model.diagnostic import Rejected
from layout.model.products.edition import EDITIONS
from layout.pipeline.composing import compose_folder
from layout.pipeline.files import output_name, write_product
from layout.pipeline.product import make_product
from layout.source.import_text.import_folder import import_text
from tests.conftest import ROOT

Writer = Callable[..., Path]
SUPPLIED = ROOT / "tests" / "fixtures" / "wspolpraca-spoluprace.txt"


def run(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], input=stdin, catch_exceptions=False)


def words_of(pdf: bytes) -> str:
    text = "".join(page.extract_text() + "\n" for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    return re.sub(r"\s+", "", text.replace("\u00ad", ""))


def build(folder: Path) -> bytes:
    return make_product(compose_folder(folder), EDITIONS["screen"])


def test_building_twice_gives_the_same_bytes(write_folder: Writer) -> None:
    folder = write_folder()
    assert build(folder) == build(folder)


def test_the_sample_builds_twice_alike() -> None:
    assert build(ROOT / "content") == build(ROOT / "content")


def test_the_sample_has_twelve_pages_and_no_diagnostics() -> None:
    composed = compose_folder(ROOT / "content")
    assert composed.diagnostics == ()
    assert len(pypdf.PdfReader(io.BytesIO(make_product(composed, EDITIONS["screen"]))).pages) == 12


def test_the_supplied_text_is_imported_and_loses_nothing(tmp_path: Path) -> None:
    from datetime import date

    import_text([SUPPLIED], tmp_path / "new", False, date(2026, 3, 1))
    found = words_of(build(tmp_path / "new"))
    source = SUPPLIED.read_text(encoding="utf-8")
    for paragraph in source.splitlines()[1:]:
        letters = re.findall(r"\w", paragraph)
        if not letters:
            continue
        tail = "".join(letters)
        assert tail[:60] in "".join(re.findall(r"\w", found))
    plain = "".join(re.findall(r"\w", found))
    for paragraph in source.splitlines()[1:]:
        whole = "".join(re.findall(r"\w", paragraph))
        assert whole[-30:] in plain


def test_a_failed_build_leaves_the_old_file(write_folder: Writer, tmp_path: Path) -> None:
    folder = write_folder()
    target = tmp_path / "out"
    assert run("build", folder, "-e", "screen", "-o", target).exit_code == 0
    (pdf,) = target.glob("*.pdf")
    before = pdf.read_bytes()
    write_folder(sections__a_yaml="- paragrph: {pl: a, cs: b}\n")
    done = run("build", folder, "-o", target, "--messages", "en")
    assert done.exit_code == 1
    assert "paragraph" in done.output
    assert pdf.read_bytes() == before
    assert [path.name for path in target.iterdir()] == [pdf.name]


OLD = b"%PDF-1.7\nold\nstartxref\n0\n%%EOF\n"


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(OLD)
    with pytest.raises(TypeError):
        write_product(target, "not bytes")  # type: ignore[arg-type]
    assert target.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [target]


def test_the_name_comes_from_the_title(write_folder: Writer) -> None:
    settings = (write_folder() / "brochure.yaml").read_text(encoding="utf-8")
    folder = write_folder(brochure_yaml=settings.replace("Dwa brzegi", "Żółw i łódź – Řeka"))
    brochure = compose_folder(folder).brochure
    assert output_name(brochure, EDITIONS["screen"]) == "zolw-i-lodz-reka-screen.pdf"


def test_all_mistakes_come_at_once_with_their_places(write_folder: Writer) -> None:
    folder = write_folder(
        sections__a_yaml="- paragraph: {pl: a}\n- hading: {pl: a, cs: b}\n- figure: {file: no.png}\n"
    )
    with pytest.raises(Rejected) as caught:
        compose_folder(folder)
    places = {(d.where.line, d.code) for d in caught.value.diagnostics}
    assert {line for line, _ in places} >= {1, 2, 3}


def test_missing_glyph_is_an_error_with_its_place(write_folder: Writer) -> None:
    folder = write_folder(sections__a_yaml="- paragraph: {pl: Znak 漢 tu, cs: Znak zde}\n")
    done = run("check", folder, "--messages", "en")
    assert done.exit_code == 1
    assert "U+6F22" in done.output and "a.yaml:1:" in done.output


def test_usage_errors_exit_with_2(tmp_path: Path) -> None:
    assert run("build", "--no-such-option").exit_code == 2
    assert run("build", tmp_path, "-e", "glossy").exit_code == 2


@pytest.mark.parametrize(("language", "word"), [("en", "error"), ("pl", "błąd"), ("cs", "chyba")])
def test_messages_speak_three_languages(tmp_path: Path, language: str, word: str) -> None:
    done = run("check", tmp_path / "none", "--messages", language)
    assert done.exit_code == 1
    assert word in done.output


def test_without_content_it_says_how_to_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("--messages", "en")
    assert done.exit_code == 1
    assert "init" in done.output


def test_init_copies_the_sample_and_never_overwrites(tmp_path: Path) -> None:
    target = tmp_path / "mine"
    assert run("init", target, "--messages", "en").exit_code == 0
    assert (target / "brochure.yaml").is_file()
    assert run("init", target, "--messages", "en").exit_code == 1


def test_text_shows_what_the_typographer_does() -> None:
    done = run("text", "--lang", "pl", stdin='Idę z "psem" w 2016 r.\n')
    assert done.output == "Idę z~„psem” w~2016~r.\n"
    done = run("text", "--lang", "pl", "--hyphenate", stdin="społeczno-gospodarczy\n")
    assert done.output == "spo-łecz-no/go-spo-dar-czy\n"


def test_timings_name_the_stages(write_folder: Writer, tmp_path: Path) -> None:
    done = run("build", write_folder(), "-o", tmp_path / "o", "--timings")
    for stage in ("read", "microtype", "compose", "draw", "write", "total"):
        assert re.search(rf"^{stage} +\d+\.\d+$", done.output, re.MULTILINE), stage


def test_pages_are_padded_to_a_multiple_and_it_is_said(write_folder: Writer) -> None:
    settings = (write_folder() / "brochure.yaml").read_text(encoding="utf-8")
    folder = write_folder(brochure_yaml=settings.replace("multiple: 1", "multiple: 4"))
    composed = compose_folder(folder)
    assert len(composed.body.pages) == 4
    assert [d.code for d in composed.diagnostics] == ["blank-pages"]
    assert not composed.body.pages[-1].items
