"""What goes out to a translator comes back into its place; nothing else is touched, and nothing is lost."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from layout.model.diagnostic import Rejected
from layout.pipeline.translation.approving import Consent, approve
from layout.pipeline.translation.exporting import FORMATS, Wanted, export
from layout.pipeline.translation.returning import Returned, update_translation
from layout.source.stale_translations import read_stale

Writer = Callable[..., Path]
SECTION = """\
# Komentarz zostaje.
- heading: {pl: Początek, cs: Začátek, level: 1}
- paragraph:
    pl: >-
      Zob. [stronę](https://example.org) i **ważne** słowo, *Odra* oraz `kod`.
    cs: >-
      Viz [stránku](https://example.org) a **důležité** slovo, *Odra* a `kod`.
- paragraph: {pl: "Adres:\\\\ ul. Polna 1", cs: "Adresa:\\\\ ul. Polna 1"}
- paragraph: {pl: Do przetłumaczenia jest to., cs: TODO}
- paragraph: {only: pl, pl: Tylko po polsku.}
"""
CHANGED = "Viz [web](https://example.org) a **podstatné** slovo, *Odra* a `kod`: # „x“."


@pytest.fixture
def folder(write_folder: Writer) -> Path:
    return write_folder(sections__a_yaml=SECTION)


@pytest.fixture(params=FORMATS)
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def send(folder: Path, form: str, wanted: Wanted = Wanted.ALL, source: str | None = None) -> Path:
    path = folder.parent / f"out.{form}"
    export(folder, path, form, source, wanted, force=True)
    return path


def read(folder: Path) -> str:
    return (folder / "sections" / "a.yaml").read_text("utf-8")


def edit(path: Path, changes: dict[str, str]) -> None:
    """Changes words of the file as a translator's program would."""
    if path.suffix == ".xliff":
        text = path.read_text("utf-8")
        for before, after in changes.items():
            assert before in text, before
            text = text.replace(before, after)
        path.write_text(text, "utf-8")
        return
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts["word/document.xml"].decode()
    for before, after in changes.items():
        assert before in text, before
        text = text.replace(before, after)
    parts["word/document.xml"] = text.encode()
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    path.write_bytes(buffer.getvalue())


def codes(returned: Returned) -> list[str]:
    return [one.code for one in returned.diagnostics]


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_going_out_and_coming_back_changes_no_byte(folder: Path, form: str) -> None:
    before = snapshot(folder)
    returned = update_translation(send(folder, form), folder)
    assert (returned.taken, codes(returned)) == (0, [])
    assert returned.unchanged == 6
    assert snapshot(folder) == before


def test_going_out_twice_gives_the_same_bytes(folder: Path, form: str) -> None:
    first = send(folder, form).read_bytes()
    assert send(folder, form).read_bytes() == first


def test_only_targets_are_taken(folder: Path, form: str) -> None:
    path = send(folder, form)
    edit(
        path,
        {
            "Začátek": "Počátek: nový",
            "Do przetłumaczenia jest to.": "Inny oryginał",
            "TODO": "Toto se přeložilo.",
        },
    )
    returned = update_translation(path, folder)
    assert (returned.taken, codes(returned)) == (2, [])
    wanted = SECTION.replace("cs: Začátek", 'cs: "Počátek: nový"').replace(
        "cs: TODO", "cs: Toto se přeložilo."
    )
    assert read(folder) == wanted


def test_changed_words_keep_their_codes(folder: Path) -> None:
    path = send(folder, "docx")
    edit(path, {"Viz [stránku](https://example.org) a **důležité** slovo, *Odra* a `kod`.": CHANGED})
    assert update_translation(path, folder).taken == 1
    assert f"      {CHANGED}\n" in read(folder)


def test_codes_of_xliff_become_markup_again(folder: Path) -> None:
    path = send(folder, "xliff")
    edit(path, {"důležité": "podstatné *", "stránku": "web [1]"})
    assert update_translation(path, folder).taken == 1
    assert r"Viz [web \[1\]](https://example.org) a **podstatné \*** slovo, *Odra* a `kod`." in read(folder)


@pytest.mark.parametrize(
    ("form", "before", "after", "code"),
    [
        ("docx", "**důležité**", "důležité", "returned-codes-missing"),
        ("docx", "[stránku](https://example.org)", "stránku", "returned-codes-missing"),
        (
            "docx",
            "[stránku](https://example.org)",
            "[stránku](https://example.com)",
            "returned-codes-unknown",
        ),
        ("docx", "*Odra* a `kod`.</w:t>", "*Odra* a *Odra* a `kod`.</w:t>", "returned-codes-doubled"),
        ("docx", "Začátek", "**Začátek**", "returned-codes-unknown"),
        ("docx", "Začátek", "Začátek &lt;br&gt;", "returned-codes-unknown"),
        ("docx", "Adresa:\\ ul.", "Adresa: ul.", "returned-codes-missing"),
        ("xliff", '<g id="2" ctype="bold">důležité</g>', "důležité", "returned-codes-missing"),
        ("xliff", "důležité</g>", 'důležité</g> <g id="2">a</g>', "returned-codes-doubled"),
        ("xliff", "Začátek", '<x id="9"/>Začátek', "returned-codes-unknown"),
        ("xliff", 'Adresa:<x id="1" ctype="lb" />', "Adresa:", "returned-codes-missing"),
        (
            "xliff",
            'Adresa:<x id="1" ctype="lb" />',
            'Adresa:<x id="1"/><x id="1"/>',
            "returned-codes-doubled",
        ),
    ],
)
def test_codes_that_do_not_fit_are_refused_and_told(
    folder: Path, form: str, before: str, after: str, code: str
) -> None:
    path = send(folder, form)
    edit(path, {before: after})
    returned = update_translation(path, folder)
    assert (codes(returned), returned.taken) == ([code], 0)
    assert read(folder) == SECTION


def test_an_unknown_identity_is_told_with_its_words(folder: Path, form: str) -> None:
    path = send(folder, form)
    edit(path, {"sections/a.yaml#0.heading~": "sections/z.yaml#0.heading~0"})
    returned = update_translation(path, folder)
    assert codes(returned) == ["returned-unknown"]
    assert returned.diagnostics[0].values["text"] == "Začátek"


def test_a_source_that_changed_meanwhile_keeps_the_translation_beside(folder: Path, form: str) -> None:
    path = send(folder, form)
    edit(path, {"Začátek": "Nový začátek"})
    changed = SECTION.replace("Początek", "Całkiem inny początek")
    (folder / "sections" / "a.yaml").write_text(changed, "utf-8")
    returned = update_translation(path, folder)
    assert codes(returned) == ["returned-stale"]
    assert read(folder) == changed
    (kept,) = read_stale(folder)
    assert (kept.target, kept.source, kept.language) == ("Nový začátek", "Całkiem inny początek", "cs")
    update_translation(path, folder)
    assert len(read_stale(folder)) == 1
    again = send(folder, "xliff").read_text("utf-8")
    assert "← Nový začátek" in again


def test_a_passage_that_moved_is_found_by_its_words(folder: Path, form: str) -> None:
    path = send(folder, form)
    edit(path, {"Začátek": "Nový začátek"})
    moved = SECTION.replace(
        "- paragraph:\n    pl: >-", "- paragraph: {pl: Nowy., cs: Nový.}\n- paragraph:\n    pl: >-"
    )
    lines = moved.replace("- heading: {pl: Początek, cs: Začátek, level: 1}\n", "")
    (folder / "sections" / "a.yaml").write_text(
        lines + "- heading: {pl: Początek, cs: Začátek, level: 1}\n", "utf-8"
    )
    assert update_translation(path, folder).taken == 1
    assert read(folder).endswith("- heading: {pl: Początek, cs: Nový začátek, level: 1}\n")


def test_two_translations_of_one_passage_are_both_refused(folder: Path) -> None:
    path = send(folder, "xliff")
    text = path.read_text("utf-8")
    start = text.index('      <trans-unit id="sections/a.yaml#0.heading')
    unit = text[start : text.index("</trans-unit>", start) + len("</trans-unit>\n")]
    path.write_text(text.replace(unit, unit + unit.replace("Začátek", "Počátek")), "utf-8")
    returned = update_translation(path, folder)
    assert codes(returned) == ["returned-twice", "returned-twice"]
    assert read(folder) == SECTION


def test_an_empty_target_is_no_translation(folder: Path, form: str) -> None:
    path = send(folder, form)
    edit(path, {"Začátek": ""})
    returned = update_translation(path, folder)
    assert (returned.taken, codes(returned)) == (0, [])


def test_a_missing_side_goes_out_and_comes_in(folder: Path, form: str) -> None:
    (folder / "sections" / "a.yaml").write_text("- paragraph:\n    pl: Nowy akapit.\n", "utf-8")
    path = send(folder, form, Wanted.MISSING)
    if form == "xliff":
        edit(path, {'<target state="needs-translation" />': "<target>Nový odstavec.</target>"})
    else:
        cell = '<w:tcW w:w="5100" w:type="dxa"/></w:tcPr><w:p></w:p>'
        edit(path, {cell: cell.replace("<w:p></w:p>", "<w:p><w:r><w:t>Nový odstavec.</w:t></w:r></w:p>")})
    assert update_translation(path, folder).taken == 1
    assert read(folder) == "- paragraph:\n    pl: Nowy akapit.\n    cs: Nový odstavec.\n"


def test_only_what_is_wanted_goes_out(folder: Path) -> None:
    text = send(folder, "xliff", Wanted.MISSING).read_text("utf-8")
    assert text.count("<trans-unit") == 1
    with pytest.raises(Rejected) as refused:
        send(folder, "xliff", Wanted.STALE)
    assert refused.value.diagnostics[0].code == "export-nothing"
    for language in ("pl", "cs"):
        approve(folder, Consent(language=language, by="Anna", on=date(2026, 1, 1)))
    assert 'approved="yes"' in send(folder, "xliff").read_text("utf-8")
    (folder / "sections" / "a.yaml").write_text(SECTION.replace("Początek", "Nowy początek"), "utf-8")
    assert send(folder, "xliff", Wanted.STALE).read_text("utf-8").count("<trans-unit") == 1
    with pytest.raises(Rejected):
        send(folder, "xliff", Wanted.STALE, "cs")


def test_the_other_direction(folder: Path, form: str) -> None:
    path = send(folder, form, source="cs")
    edit(path, {"Początek": "Nowy początek"})
    assert update_translation(path, folder).taken == 1
    assert "{pl: Nowy początek, cs: Začátek, level: 1}" in read(folder)


def test_a_file_that_is_there_is_not_overwritten(folder: Path, form: str) -> None:
    path = folder.parent / "there"
    path.write_text("moje", "utf-8")
    with pytest.raises(Rejected) as refused:
        export(folder, path, form, None, Wanted.ALL, force=False)
    assert refused.value.diagnostics[0].code == "export-exists"
    assert path.read_text("utf-8") == "moje"


@pytest.mark.parametrize("words", ["a\u0007b".replace("\u0007", "\u200f"), "\ue000"])
def test_signs_that_nobody_sees_are_refused(folder: Path, words: str, form: str) -> None:
    path = send(folder, form)
    edit(path, {"Začátek": words})
    returned = update_translation(path, folder)
    assert (codes(returned), returned.taken) == (["edit-forbidden"], 0)
    assert read(folder) == SECTION


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_table_saved_by_libreoffice_loses_nothing(folder: Path, tmp_path: Path) -> None:
    path = send(folder, "docx")
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/office"]
    done = subprocess.run(
        [*command, "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "saved"), str(path)],
        capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    returned = update_translation(tmp_path / "saved" / "out.docx", folder)
    assert (returned.taken, returned.unchanged, codes(returned)) == (0, 6, [])


def test_a_file_saved_by_the_translate_toolkit_loses_nothing(folder: Path, tmp_path: Path) -> None:
    xliff = pytest.importorskip("translate.storage.xliff", reason="the Translate Toolkit is not installed")
    store = xliff.xlifffile.parsefile(str(send(folder, "xliff")))
    assert len(store.units) == 6
    unit = next(unit for unit in store.units if unit.source == "Początek")
    unit.target = "Úplný začátek"
    store.savefile(str(tmp_path / "saved.xlf"))
    returned = update_translation(tmp_path / "saved.xlf", folder)
    assert (returned.taken, returned.unchanged, codes(returned)) == (1, 5, [])
    assert "cs: Úplný začátek, level" in read(folder)


TYPED = (
    "Zob. [stronę](https://example.org/pl) i **ważne**^[Przypis *z* kodem]{only} na s. {page=mapa}.",
    "[Odra]{index=Odra, rzeka} i [Praded]{id=gora}, [Oderské vrchy]{lang=cs} oraz [sc]{sc} z `kodem`",
    "**a *b* c** \\ d \\* e \\_ f &amp; g",
    "[tam](#mapa)^[zob. [tu](https://a.example)]",
    "[Odra]{index} 2 * 3 * 4",
)


@pytest.mark.parametrize("typed", TYPED)
def test_every_kind_of_code_goes_out_and_comes_back(write_folder: Writer, form: str, typed: str) -> None:
    import json

    from layout.source.exchange.inline_codes import code_text, spell_codes

    coded = code_text(typed)
    assert code_text(spell_codes(coded, coded.codes)).bare == coded.bare
    words = json.dumps(typed, ensure_ascii=False)
    folder = write_folder(
        sections__a_yaml=f"- paragraph:\n    pl: {words}\n    cs: {words}\n    same: true\n"
    )
    before = snapshot(folder)
    returned = update_translation(send(folder, form), folder)
    assert (returned.taken, codes(returned)) == (0, [])
    assert snapshot(folder) == before


def test_a_link_keeps_the_address_of_its_language(write_folder: Writer) -> None:
    section = (
        "- paragraph:\n    pl: Zob. [to](https://a.example/pl).\n    cs: Viz [to](https://a.example/cz).\n"
    )
    folder = write_folder(sections__a_yaml=section)
    path = send(folder, "xliff")
    edit(path, {"Viz ": "Podívejte se na "})
    assert update_translation(path, folder).taken == 1
    assert "cs: Podívejte se na [to](https://a.example/cz)." in read(folder)
