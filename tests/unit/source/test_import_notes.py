"""Footnotes of documents: kept where they stand, with their own styles; what cannot be kept is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from layout.source.import_text.markup import balance_notes, find_notes, strip_notes
from tests.contents import read_content
from tests.unit.source.imports import FOLDER, told
from tests.unit.source.odt_files import heading, style, text_document
from tests.unit.source.odt_files import paragraph as text_paragraph
from tests.unit.source.word_files import W, document, paragraph, run
from tests.unit.source.word_files import style as word_style

TITLE = "Historia rzeki / Historie řeky"


@pytest.fixture(autouse=True)
def _in_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def written() -> str:
    read_content(FOLDER)
    text = "".join(path.read_text(encoding="utf-8") for path in sorted((FOLDER / "sections").iterdir()))
    return " ".join(text.split())


def reference(number: int, kind: str = "foot") -> str:
    return f'<w:r><w:{kind}noteReference w:id="{number}"/></w:r>'


def notes(*inside: str, kind: str = "foot") -> dict[str, str]:
    rows = (f'<w:{kind}note w:id="{number}">{one}</w:{kind}note>' for number, one in enumerate(inside, 1))
    return {f"word/{kind}notes.xml": f"<w:{kind}notes {W}>{''.join(rows)}</w:{kind}notes>"}


def word(polish: str, czech: str, parts: dict[str, str]) -> tuple[str, bytes]:
    return "a.docx", document(paragraph(TITLE), paragraph(polish), paragraph(czech), parts=parts)


SIDES = run("Most zbudowano w"), run("Most byl postaven v")


@pytest.mark.parametrize("kind", ["foot", "end"])
@pytest.mark.parametrize(
    ("inside", "markup"),
    [
        (paragraph("Dane z 2016 r."), "Dane z 2016 r."),
        (paragraph(run("Zob. ") + run("atlas", "<w:i/>")), "Zob. *atlas*"),
        (paragraph("Jeden.") + paragraph("Drugi."), "Jeden. Drugi."),
        (paragraph("[1] a*b"), "\\[1\\] a\\*b"),
        (paragraph("<w:r><w:footnoteRef/></w:r>" + run(" Dane")), "Dane"),
        (paragraph("<w:r><w:t>raz</w:t><w:br/><w:t>dwa</w:t></w:r>"), "raz dwa"),
    ],
)
def test_notes_of_word_stay_where_they_stand(inside: str, markup: str, kind: str) -> None:
    parts = notes(inside, paragraph("Údaje."), kind=kind)
    sides = (
        SIDES[0] + reference(1, kind) + run(" roku 1905."),
        SIDES[1] + reference(2, kind) + run(" roce 1905."),
    )
    assert [one for one in told(word(*sides, parts)) if one != "import-by-order"] == []
    text = written()
    assert f"Most zbudowano w^[{markup}] roku 1905." in text and "postaven v^[Údaje.] roce" in text


def odt(polish: str, czech: str) -> tuple[str, bytes]:
    italic = style("I", 'fo:font-style="italic"')
    blocks = (heading(TITLE, 1), text_paragraph(polish), text_paragraph(czech))
    return "a.odt", text_document(*blocks, styles=italic)


def text_note(inside: str) -> str:
    body = f"<text:note-body>{inside}</text:note-body>"
    return f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"


@pytest.mark.parametrize(
    ("inside", "markup"),
    [
        (text_paragraph("Dane z 2016 r."), "Dane z 2016 r."),
        (text_paragraph('Zob. <text:span text:style-name="I">atlas</text:span>'), "Zob. *atlas*"),
        (text_paragraph("Jeden.") + text_paragraph("Drugi."), "Jeden. Drugi."),
        (text_paragraph("[1] a*b"), "\\[1\\] a\\*b"),
        (text_paragraph("raz<text:line-break/>dwa"), "raz dwa"),
    ],
)
def test_notes_of_an_odt_stay_where_they_stand(inside: str, markup: str) -> None:
    sides = (
        f"Most zbudowano w{text_note(inside)} roku 1905.",
        f"Most byl postaven v{text_note(text_paragraph('Údaje.'))} roce 1905.",
    )
    assert [one for one in told(odt(*sides)) if one != "import-by-order"] == []
    text = written()
    assert f"Most zbudowano w^[{markup}] roku 1905." in text and "postaven v^[Údaje.] roce" in text


def test_a_note_in_one_language_is_marked_and_told() -> None:
    parts = notes(paragraph("Dane."))
    assert "import-note-lone" in told(word(SIDES[0] + reference(1), SIDES[1], parts))
    assert "Most zbudowano w^[Dane.]{only}" in written()


def test_notes_of_headings_and_without_words_are_told() -> None:
    styles = word_style("h", "heading 1") + word_style("k", "heading 2")
    blocks = (
        *(paragraph(run("Historia rzeki") + reference(1), "h"), paragraph("Historie řeky", "h")),
        *(paragraph(run("Mosty rzeki") + reference(1), "k"), paragraph("Mosty řeky", "k")),
        *(paragraph(SIDES[0] + reference(2)), paragraph(SIDES[1])),
    )
    found = told(("a.docx", document(*blocks, styles=styles, parts=notes(paragraph("Dane."), "<w:p/>"))))
    assert found.count("import-footnotes") == 3
    assert "^[" not in written()


@pytest.mark.parametrize(
    ("markup", "count", "plain"),
    [
        ("a^[b]c", 1, "ac"),
        ("a^[b [c](d) e]f", 1, "af"),
        ("a^[b \\] c]d", 1, "ad"),
        ("a\\^[b]", 0, "a\\^[b]"),
        ("a^[b", 0, "a^[b"),
        ("a^[b]^[c]d^[e]", 3, "ad"),
    ],
)
def test_notes_are_found_in_markup(markup: str, count: int, plain: str) -> None:
    assert strip_notes(markup) == (plain, count) and len(find_notes(markup)) == count


def test_the_last_notes_of_the_longer_side_stand_alone() -> None:
    assert balance_notes(("a^[b]c^[d]", "e^[f]")) == (("a^[b]c^[d]{only}", "e^[f]"), 1)
