"""A revised text brought into a folder that was designed since: what changes; all else stays as typed."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from layout.model.diagnostic import Rejected
from layout.source.import_text.decisions import UNSETTLED, Settling
from layout.source.import_text.import_folder import import_text
from layout.source.import_text.update.show_change import show_change
from layout.source.import_text.update.update_folder import UpdateReport, update_text
from tests.contents import read_content
from tests.unit.source.test_import_pictures import drawing, relations
from tests.unit.source.word_files import document, item, paragraph, style, table

FOLDER, FILE = Path("out"), Path("a.docx")
HEADS = style("h", "heading 1")
BASE = (
    ("h", "Historia rzeki", "Historie řeky"),
    ("", "Rzeka płynie przez dwa miasta od wieków.", "Řeka teče dvěma městy po staletí."),
    ("", "Nad rzeką zbudowano most z kamienia.", "Přes řeku byl postaven most z kamene."),
    ("i", "sprawdź hamulce,", "zkontrolujte brzdy,"),
    ("i", "weź mapę i wodę.", "vezměte mapu a vodu."),
    ("", "Koniec trasy jest przy ratuszu.", "Konec trasy je u radnice."),
)
ROWS = {0: (("Trasa", "Stopień"), ("Opole", "łatwa")), 1: (("Trasa", "Obtížnost"), ("Opole", "lehká"))}


@pytest.fixture(autouse=True)
def _in_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def word(pairs: tuple[tuple[str, str, str], ...], rows: object = None, extra: str = "") -> bytes:
    sides = []
    for side in (1, 2):
        blocks = [item(one[side], 1) if one[0] == "i" else paragraph(one[side], one[0]) for one in pairs]
        if rows:
            blocks.insert(3, table(*rows[side - 1]))  # type: ignore[index]
        sides.append("".join(blocks))
    parts = {"word/media/a.png": picture(), **relations(p1="media/a.png")}
    return document(*sides, extra, styles=HEADS, parts=parts)


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(out, "PNG")
    return out.getvalue()


def design(data: bytes) -> dict[str, str]:
    """Makes the folder, and what a designer then does to it; gives what its section files say."""
    FILE.write_bytes(data)
    import_text([FILE], FOLDER, True, date(2026, 11, 29))
    path = next((FOLDER / "sections").iterdir())
    text = path.read_text("utf-8")
    text = text.replace("- paragraph:", "# remark\n- lead:", 1).replace(
        "Rzeka płynie", "*Rzeka*\u00a0płynie", 1
    )
    text = text.replace("    level: 1\n", "    level: 1   # kept\n", 1)
    text += "\n- facts:\n    - {value: 12 km, label: {pl: długość, cs: délka}}\n"
    path.write_text(text, "utf-8")
    return sections()


def sections() -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in (FOLDER / "sections").iterdir()}


def update(data: bytes, write: bool = True) -> UpdateReport:
    FILE.write_bytes(data)
    return update_text([FILE], FOLDER, UNSETTLED if not write else Settling(accept=True), write)


def codes(report: UpdateReport) -> list[str]:
    return [one.code for one in report.findings if one.code.startswith("update-")]


def changed_lines(before: dict[str, str], after: dict[str, str]) -> tuple[list[str], list[str]]:
    """The lines that went and those that came, in their order."""
    old, new = ("".join(one.values()).split("\n") for one in (before, after))
    return [line.strip() for line in old if line not in new], [
        line.strip() for line in new if line not in old
    ]


def exchange(place: int, side: int, words: str) -> tuple[tuple[str, str, str], ...]:
    pair = list(BASE[place])
    pair[side] = words
    return (*BASE[:place], (pair[0], pair[1], pair[2]), *BASE[place + 1 :])


def test_the_same_text_changes_nothing() -> None:
    before = design(word(BASE, ROWS))
    report = update(word(BASE, ROWS))
    assert (report.changed, report.new, report.removed, codes(report)) == (0, 0, 0, [])
    assert sections() == before


def test_without_yes_nothing_is_written() -> None:
    before = design(word(BASE))
    report = update(word(exchange(2, 1, "Nad rzeką zbudowano most z drewna.")), write=False)
    assert (report.changed, codes(report)) == (1, ["update-changed"])
    assert sections() == before


@pytest.mark.parametrize(
    ("place", "side", "words"),
    [
        (0, 1, "Historia rzeki i ludzi"),
        (1, 1, "Rzeka płynie przez trzy miasta od wieków."),
        (2, 2, "Přes řeku byl postaven most ze dřeva."),
        (3, 1, "sprawdź dobrze hamulce,"),
        (4, 2, "vezměte mapu, chléb a vodu."),
        (5, 1, "Koniec trasy: jest # przy 'ratuszu'."),
    ],
)
def test_a_changed_side_goes_into_its_own_place(place: int, side: int, words: str) -> None:
    before = design(word(BASE))
    report = update(word(exchange(place, side, words)))
    assert (report.changed, report.new, report.removed) == (1, 0, 0)
    went, came = changed_lines(before, sections())
    assert len(went) <= len(came) == 1 and words.split(":")[0].split()[-1] in came[0]
    assert read_content(FOLDER).brochure
    assert codes(update(word(exchange(place, side, words)))) == []


@pytest.mark.parametrize("place", range(1, 6))
def test_a_new_passage_goes_to_its_place(place: int) -> None:
    before = design(word(BASE))
    fresh = ("i" if place == 4 else "", "Zupełnie nowe zdanie o zamku.", "Docela nová věta o zámku.")
    report = update(word((*BASE[:place], fresh, *BASE[place:])))
    assert (report.changed, report.new, report.removed) == (0, 1, 0)
    went, _ = changed_lines(before, sections())
    assert went == []
    text = "".join(sections().values())
    marks = ["Historia", "*Rzeka*", *(one[1] for one in BASE[2:]), "12 km"]
    assert text.index(marks[place - 1]) < text.index("Zupełnie nowe") < text.index(marks[place])
    assert read_content(FOLDER).brochure


@pytest.mark.parametrize("place", range(1, 6))
def test_what_went_is_told_and_stays(place: int) -> None:
    before = design(word(BASE))
    report = update(word((*BASE[:place], *BASE[place + 1 :])))
    assert (report.changed, report.new, report.removed) == (0, 0, 1)
    assert codes(report) == ["update-removed"]
    assert sections() == before


def test_several_new_passages_keep_their_order() -> None:
    design(word(BASE))
    fresh = tuple(("", f"Nowe zdanie {n} o zamku.", f"Nová věta {n} o zámku.") for n in "abcde")
    update(word((*BASE[:3], *fresh, *BASE[3:])))
    text = "".join(sections().values())
    places = [text.index(one[1]) for one in fresh]
    assert (
        places == sorted(places)
        and text.index(BASE[2][1]) < places[0]
        and places[-1] < text.index(BASE[3][1])
    )


def test_a_new_section_stands_behind_the_one_before_it() -> None:
    design(word(BASE))
    fresh = (("h", "Nowa część", "Nová část"), ("", "Jej treść jest tutaj.", "Její obsah je zde."))
    assert update(word((*BASE, *fresh))).new == 2
    assert [section.blocks[-1] for section in read_content(FOLDER).brochure.sections]
    assert "Nowa część" in "".join(sections().values())


def test_what_moved_is_told_and_stays() -> None:
    before = design(word(BASE))
    report = update(word((BASE[0], BASE[5], *BASE[1:5])))
    assert codes(report) == ["update-moved"]
    assert sections() == before


@pytest.mark.parametrize(
    ("rows", "counts"),
    [
        ((("Trasa", "Stopień"), ("Opole", "bardzo łatwa")), (1, 0)),
        ((("Trasa", "Stopień"), ("Opole", "łatwa"), ("Nysa", "trudna")), (0, 1)),
        ((("Trasa", "Stopień"), ("Prudnik", "trudna"), ("Opole", "łatwa")), (0, 1)),
    ],
    ids=["cell", "row behind", "row before"],
)
def test_cells_and_rows_of_tables(rows: tuple[tuple[str, ...], ...], counts: tuple[int, int]) -> None:
    design(word(BASE, ROWS))
    czech = {"Stopień": "Obtížnost", "łatwa": "lehká", "trudna": "těžká", "bardzo łatwa": "lehká"}
    other = tuple(tuple(czech.get(cell, cell) for cell in row) for row in rows)
    report = update(word(BASE, {0: rows, 1: other}))
    assert (report.changed, report.new) == counts
    assert read_content(FOLDER).brochure


def test_a_new_picture_comes_along_once() -> None:
    design(word(BASE))
    shown = paragraph(drawing(description="Kamienny most na rzece"))
    report = update(word(BASE, extra=shown))
    assert report.new == 1 and (FOLDER / "images/picture-01.png").read_bytes() == picture()
    assert update(word(BASE, extra=shown)).new == 0


def test_a_picture_that_the_designer_exchanged_stays() -> None:
    shown = paragraph(drawing(description="Kamienny most na rzece"))
    design(word(BASE, extra=shown))
    (FOLDER / "images/picture-01.png").write_bytes(b"better")
    before = sections()
    assert update(word(BASE, extra=shown)).new == 0
    assert sections() == before and (FOLDER / "images/picture-01.png").read_bytes() == b"better"


def test_a_list_in_brackets_is_left_to_a_person() -> None:
    design(word(BASE))
    path = FOLDER / "sections" / next(iter(sections()))
    text = path.read_text("utf-8")
    start, end = text.index("    items:"), text.index("- paragraph:", text.index("    items:"))
    inline = ", ".join(f"{{pl: '{one}', cs: '{other}'}}" for _, one, other in BASE[3:5])
    path.write_text(f"{text[:start]}    items: [{inline}]\n\n{text[end:]}", "utf-8")
    before = sections()
    report = update(word((*BASE[:4], ("i", "naostrz noże,", "nabruste nože,"), *BASE[4:])))
    assert codes(report) == ["update-by-hand"] and sections() == before


@pytest.mark.parametrize(
    ("prepare", "code"),
    [
        (lambda: None, "update-no-folder"),
        (FOLDER.mkdir, "update-no-folder"),
        (lambda: (FOLDER.mkdir(), (FOLDER / "brochure.yaml").write_text("title: a")), "update-no-folder"),
        (
            lambda: (FOLDER.mkdir(), (FOLDER / "brochure.yaml").write_text("sections: [no.yaml]")),
            "unreadable-file",
        ),
        (
            lambda: (FOLDER.mkdir(), (FOLDER / "brochure.yaml").write_text("sections: [../a.yaml]")),
            "leads-outside",
        ),
    ],
    ids=["none", "empty", "no sections", "no file", "outside"],
)
def test_a_folder_that_cannot_be_updated(prepare: object, code: str) -> None:
    prepare()  # type: ignore[operator]
    with pytest.raises(Rejected) as caught:
        update(word(BASE))
    assert [one.code for one in caught.value.diagnostics] == [code]


def test_a_file_of_another_text_is_not_missed() -> None:
    design(word(BASE))
    path = FOLDER / "brochure.yaml"
    path.write_text(path.read_text("utf-8") + "  - sections/other.yaml\n", "utf-8")
    (FOLDER / "sections/other.yaml").write_text("- heading: {pl: Zamek, cs: Zámek, level: 1}\n", "utf-8")
    assert codes(update(word(BASE))) == []


def test_another_brochure_is_refused() -> None:
    before = design(word(BASE))
    other = (("h", "Kuchnia gór", "Kuchyně hor"), ("", "Bardzo lubimy pierogi.", "Máme moc rádi knedlíky."))
    with pytest.raises(Rejected) as caught:
        update(word(other))
    assert [one.code for one in caught.value.diagnostics] == ["update-other-text"]
    assert sections() == before


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("a b c d e f g", "a b c X e f g", ("… b c d e f …", "… b c X e f …")),
        ("a b", "a b c", ("a b", "a b c")),
        ("a", "b", ("a", "b")),
        ("a b c d", "b c d", ("a b c …", "b c …")),
        ("x " * 30 + "old", "x " * 30 + "new", ("… x x old", "… x x new")),
    ],
)
def test_a_change_is_shown_where_it_is(before: str, after: str, shown: tuple[str, str]) -> None:
    assert show_change(before, after) == shown
