"""Tables of data in what offices send: they become table blocks, and nothing in them stops an import."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.source import odt_files
from tests.unit.source.imports import CZECH, POLISH, made, told
from tests.unit.source.word_files import document, paragraph, table

HEAD = (1, "Historia rzeki", "Historie řeky")
TITLE = "Historia rzeki / Historie řeky"
ROUTES = {
    "pl": (
        ("Trasa", "Długość", "Stopień"),
        ("Opole – Jeseník", "8 km", "łatwa"),
        ("Nysa", "9 km", "trudna"),
    ),
    "cs": (("Trasa", "Délka", "Obtížnost"), ("Opole – Jeseník", "8 km", "lehká"), ("Nysa", "9 km", "těžká")),
}
MADE = [
    [("Trasa", "Trasa"), ("Długość", "Délka"), ("Stopień", "Obtížnost")],
    [("Opole – Jeseník",) * 2, ("8 km",) * 2, ("łatwa", "lehká")],
    [("Nysa",) * 2, ("9 km",) * 2, ("trudna", "těžká")],
]


@pytest.fixture(autouse=True)
def _in_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def tabbed(rows: tuple[tuple[str, ...], ...]) -> str:
    return "\n".join("\t".join(row) for row in rows)


def word(*blocks: str) -> tuple[str, bytes]:
    return "a.docx", document(*(one if one.startswith("<") else paragraph(one) for one in blocks))


def odt(*blocks: str) -> tuple[str, bytes]:
    inside = (one if one.startswith("<") else odt_files.paragraph(one) for one in blocks)
    return "a.odt", odt_files.text_document(*inside)


def test_a_table_in_each_language_gives_one_block() -> None:
    tables = [table(*ROUTES[tag]) for tag in ("pl", "cs")]
    for order in ((POLISH, tables[0], CZECH, tables[1]), (POLISH, CZECH, *tables)):
        assert set(told(word(TITLE, *order))) <= {"import-by-order"}
        assert made() == [HEAD, (POLISH, CZECH), ["table", *MADE]]


def test_a_table_in_each_of_two_files() -> None:
    sides = [
        (f"{tag}.docx", document(paragraph(title), paragraph(words), table(*ROUTES[tag])))
        for tag, title, words in (("pl", HEAD[1], POLISH), ("cs", HEAD[2], CZECH))
    ]
    assert told(*sides) == []
    assert made() == [HEAD, (POLISH, CZECH), ["table", *MADE]]


@pytest.mark.parametrize("ending", ["docx", "odt", "txt"])
def test_a_table_of_numbers_in_each_of_two_files_stands_once(ending: str) -> None:
    rows = (("km", "m n.p.m.", "%"), ("12", "300", "4"), ("24", "600", "5"))
    sides = []
    for tag, title, words in (("pl", HEAD[1], POLISH), ("cs", HEAD[2], CZECH)):
        data = {
            "docx": document(paragraph(title), paragraph(words), table(*rows)),
            "odt": odt_files.text_document(*map(odt_files.paragraph, (title, words)), odt_files.table(*rows)),
            "txt": "\n\n".join((title, words, tabbed(rows))).encode(),
        }[ending]
        sides.append((f"{tag}.{ending}", data))
    assert told(*sides) == []
    assert made() == [HEAD, (POLISH, CZECH), ["table", *([(cell,) * 2 for cell in row] for row in rows)]]


def test_a_table_in_each_language_of_an_odt() -> None:
    tables = [odt_files.table(*ROUTES[tag]) for tag in ("pl", "cs")]
    assert set(told(odt(TITLE, POLISH, tables[0], CZECH, tables[1]))) <= {"import-by-order"}
    assert made() == [HEAD, (POLISH, CZECH), ["table", *MADE]]


def test_a_table_in_each_language_between_tabs() -> None:
    text = "\n\n".join((TITLE, POLISH, tabbed(ROUTES["pl"]), CZECH, tabbed(ROUTES["cs"])))
    assert set(told(("a.txt", text.encode()))) <= {"import-by-order"}
    assert made() == [HEAD, (POLISH, CZECH), ["table", *MADE]]


NEUTRAL = (
    (("km", "m n.p.m."), ("12", "300"), ("24", "600")),
    (("2014", "2015", "2016"), ("1", "2", "3")),
    (("Opole", "+48 77 123"), ("Olomouc", "+420 585 123")),
    (("A", "B"), ("1,5 m", "2 m"), ("–", "0")),
    (("www.example.org", "12"), ("www.example.com", "13")),
    (("INTERREG", "EUREGIO"), ("ZIT", "ITI")),
)


@pytest.mark.parametrize("rows", NEUTRAL, ids=lambda rows: rows[0][0])
@pytest.mark.parametrize("make", [word, odt])
def test_a_table_of_numbers_and_names_stands_for_both_languages(make: object, rows: tuple) -> None:  # type: ignore[type-arg]
    source = odt_files.table(*rows) if make is odt else table(*rows)
    assert told(make(TITLE, POLISH, CZECH, source)) == []  # type: ignore[operator]
    assert made()[2] == ["table", *([(cell,) * 2 for cell in row] for row in rows)]


@pytest.mark.parametrize("rows", NEUTRAL, ids=lambda rows: rows[0][0])
def test_a_table_of_numbers_in_each_language_is_one(rows: tuple) -> None:  # type: ignore[type-arg]
    assert told(word(TITLE, POLISH, table(*rows), CZECH, table(*rows))) == []
    assert made()[1:] == [(POLISH, CZECH), ["table", *([(cell,) * 2 for cell in row] for row in rows)]]


@pytest.mark.parametrize(
    "cell",
    [
        paragraph("długość trasy") + paragraph("délka trasy"),
        paragraph("délka trasy") + paragraph("długość trasy"),
        "długość trasy / délka trasy",
        "długość trasy | délka trasy",
        "<w:p><w:r><w:t>długość trasy</w:t><w:br/><w:t>délka trasy</w:t></w:r></w:p>",
    ],
)
def test_cells_with_both_languages_are_parted(cell: str) -> None:
    assert told(word(TITLE, POLISH, CZECH, table(("Opole", cell), ("12", "13")))) == []
    assert made()[2] == [
        "table",
        [("Opole", "Opole"), ("długość trasy", "délka trasy")],
        [("12", "12"), ("13", "13")],
    ]


@pytest.mark.parametrize(
    ("polish", "czech"),
    [
        ("Tabela 1. Trasy", "Tabulka 1. Trasy a cesty"),
        ("Tabela 1: Trasy i drogi", "Tabulka 1: Cesty"),
        ("Tab. 1 Długość", "Tab. 1 Délka"),
        ("TABELA 2 Trasy", "TABULKA 2 Trasy"),
        ("Tabela 10", "Tabulka 10"),
    ],
)
def test_words_above_a_table_are_its_caption(polish: str, czech: str) -> None:
    sides = ((POLISH, polish, table(*ROUTES["pl"])), (CZECH, czech, table(*ROUTES["cs"])))
    told(word(TITLE, *sides[0], *sides[1]))
    assert made()[2] == ["table", (polish, czech), *MADE]


def test_tables_of_another_build_are_told() -> None:
    polish = document(paragraph(HEAD[1]), paragraph(POLISH), table(*ROUTES["pl"]))
    czech = document(paragraph(HEAD[2]), paragraph(CZECH), table(*ROUTES["cs"][:2]))
    assert told(("pl.docx", polish), ("cs.docx", czech)) == ["import-table-shape"]


def test_merged_cells_leave_rows_whole() -> None:
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + paragraph("1") + "</w:tc>"
    tall = '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + paragraph("2") + "</w:tc>"
    on = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    rows = (wide, tall + f"<w:tc>{paragraph('3')}</w:tc>", on + f"<w:tc>{paragraph('4')}</w:tc>")
    source = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    assert told(word(TITLE, POLISH, CZECH, source)) == []
    assert made()[2] == [
        "table",
        [("1", "1"), ("–", "–")],
        [("2", "2"), ("3", "3")],
        [("2", "2"), ("4", "4")],
    ]


@pytest.mark.parametrize(
    "rows", [(("Jedyna komórka.", ""),), (("Ramka", ""), ("z tekstem", "")), (("", ""), ("", ""))]
)
def test_a_frame_around_text_is_no_table(rows: tuple[tuple[str, ...], ...]) -> None:
    told(word(TITLE, POLISH, CZECH, table(*rows)))
    assert not Path("out").exists() or not any(isinstance(one, list) for one in made())


@pytest.mark.parametrize(
    "lines", ["a)\tOpole\nb)\tNysa\nc)\tBrno", "•\tOpole\n•\tNysa\n•\tBrno", "1.\tOpole\n2.\tNysa\n3.\tBrno"]
)
def test_items_with_a_tab_are_a_list_and_no_table(lines: str) -> None:
    text = f"{TITLE}\n\n{POLISH}\n\n{lines}\n\n{CZECH}\n\n{lines}"
    told(("a.txt", text.encode()))
    assert made()[2] == ["list", *((word,) * 2 for word in ("Opole", "Nysa", "Brno"))]


def test_a_row_over_both_columns_is_for_both_languages() -> None:
    wide = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + paragraph("2014–2020") + "</w:tc></w:tr>"
    rows = table((POLISH, CZECH), ("Drugi akapit też.", "Druhý odstavec také.")).replace(
        "</w:tbl>", wide + "</w:tbl>"
    )
    assert told(word(TITLE, rows)) == []
    assert made()[3] == ("2014–2020", "2014–2020")
