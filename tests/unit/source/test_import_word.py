"""Word documents: what is kept, what is told, and that nothing hostile is opened."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from layout.model.blocks.headings import Heading
from layout.model.blocks.running import ItemList, Marking, Text
from layout.model.diagnostic import Rejected
from layout.source.import_text.import_folder import import_text
from tests.contents import read_content
from tests.unit.source.imports import OFFERED
from tests.unit.source.word_files import W, document, item, paragraph, run, style, table

POLISH, CZECH = "To jest akapit po polsku o rzece i o miastach.", "Toto je odstavec česky o řece a o městech."
TITLE = paragraph("Historia rzeki / Historie řeky")
PAIR = paragraph(POLISH) + paragraph(CZECH)


@pytest.fixture(autouse=True)
def _in_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def told(*files: bytes) -> list[str]:
    """The codes of what an import of documents finds, but for the note about the publisher."""
    paths = []
    for number, data in enumerate(files):
        paths.append(Path(f"{number}.docx"))
        paths[-1].write_bytes(data)
    try:
        report = import_text(paths, Path("out"), True, date(2026, 11, 29))
    except Rejected as rejected:
        return [one.code for one in rejected.diagnostics]
    return [one.code for one in report.findings if one.code not in OFFERED]


def made() -> list[object]:
    """The blocks of the new folder: (level, words) of headings, words of paragraphs, lists of words."""
    found: list[object] = []
    for section in read_content(Path("out")).brochure.sections:
        for block in section.blocks:
            if isinstance(block, Heading):
                found.append((block.level, *(side.text for side in block.text.sides if side)))
            elif isinstance(block, Text):
                found.append(tuple(side.text for side in block.text.sides if side))
            elif isinstance(block, ItemList):
                found.append(
                    [
                        block.marking is Marking.NUMBERS,
                        *(tuple(side.text for side in one.text.sides if side) for one in block.items),
                    ]
                )
    return found


def written() -> str:
    """The sections without what is only offered."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path("out/sections").iterdir())]
    return "\n".join(line for text in texts for line in text.splitlines() if not line.startswith("#"))


HEAD = (1, "Historia rzeki", "Historie řeky")


def test_both_languages_in_one_document() -> None:
    assert told(document(TITLE, PAIR)) == []
    assert made() == [HEAD, (POLISH, CZECH)]


@pytest.mark.parametrize("head", [("PL", "CZ"), ("Polski", "Čeština"), ("Tekst polski", "Český text")])
def test_a_table_of_two_languages_with_its_head(head: tuple[str, str]) -> None:
    rows = (head, ("Historia rzeki", "Historie řeky"), (POLISH, CZECH))
    assert told(document(table(*rows))) == []
    assert made() == [HEAD, (POLISH, CZECH)]


def test_several_paragraphs_and_a_list_in_a_cell() -> None:
    polish = paragraph(POLISH) + item("sprawdź hamulce,", 1) + item("weź mapę.", 1)
    czech = paragraph(CZECH) + item("zkontrolujte brzdy,", 1) + item("vezměte mapu.", 1)
    assert (
        told(document(TITLE, table((polish, czech), ("Koniec trasy jest tu.", "Konec trasy je zde.")))) == []
    )
    assert made()[1:3] == [
        (POLISH, CZECH),
        [False, ("sprawdź hamulce,", "zkontrolujte brzdy,"), ("weź mapę.", "vezměte mapu.")],
    ]


def test_a_row_whose_cells_do_not_match_is_told() -> None:
    rows = ((POLISH, CZECH), (paragraph(POLISH) + paragraph("Jeszcze jeden akapit."), CZECH), (POLISH, ""))
    assert told(document(TITLE, table(*rows)))[:2] == ["import-row-uneven", "import-cell-empty"]


@pytest.mark.parametrize("name", ["heading {}", "Nagłówek {}", "Nadpis {}", "Heading {}", "nagłówek {}"])
def test_headings_by_the_names_of_styles(name: str) -> None:
    styles = (
        style("a1", name.format(1))
        + style("a2", name.format(2))
        + style("a3", "Mine", '<w:basedOn w:val="a2"/>')
    )
    body = (
        *(paragraph("Historia rzeki", "a1"), paragraph("Historie řeky", "a1"), PAIR),
        *(paragraph("Źródła rzeki", "a3"), paragraph("Prameny řeky", "a3"), PAIR),
    )
    assert told(document(*body, styles=styles)) == []
    assert made() == [HEAD, (POLISH, CZECH), (2, "Źródła rzeki", "Prameny řeky"), (POLISH, CZECH)]


def test_headings_by_their_outline_level() -> None:
    level = '<w:outlineLvl w:val="0"/>'
    body = (paragraph("Historia rzeki", properties=level), paragraph("Historie řeky", properties=level), PAIR)
    assert told(document(*body)) == []
    assert made() == [HEAD, (POLISH, CZECH)]


@pytest.mark.parametrize("name", ["Title", "Tytuł", "Název"])
def test_two_files_of_the_same_build(name: str) -> None:
    styles = style("t", name) + style("h", "heading 1")
    polish = document(
        *(paragraph("Trasy", "t"), paragraph("Przed drogą", "h"), paragraph(POLISH)),
        *(item("sprawdź hamulce,", 2), item("weź mapę.", 2)),
        styles=styles,
    )
    czech = document(
        *(paragraph("Trasy", "t"), paragraph("Před cestou", "h"), paragraph(CZECH)),
        *(item("zkontrolujte brzdy,", 2), item("vezměte mapu.", 2)),
        styles=styles,
    )
    for files in ((polish, czech), (czech, polish)):
        assert told(*files) == []
        assert made() == [
            (1, "Przed drogą", "Před cestou"),
            (POLISH, CZECH),
            [True, ("sprawdź hamulce,", "zkontrolujte brzdy,"), ("weź mapę.", "vezměte mapu.")],
        ]
        assert read_content(Path("out")).brochure.title.sides == ("Trasy", "Trasy")


def test_two_files_in_one_language_are_refused() -> None:
    polish = document(paragraph("Historia rzeki"), paragraph(POLISH))
    assert "import-two-files" in told(polish, polish)


def test_styles_of_words_and_links_stay() -> None:
    link = '<w:hyperlink r:id="l1">' + run("strona") + "</w:hyperlink>"
    polish = (
        run("To jest ") + run("ważny", "<w:b/>") + run(" i ", '<w:b w:val="0"/>') + run("miły ", "<w:i/>")
    )
    parts = {
        "word/_rels/document.xml.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="l1" Target="https://example.org/" TargetMode="External"/></Relationships>'
        )
    }
    body = (TITLE, paragraph(polish + run("akapit: ") + link), paragraph(CZECH))
    assert told(document(*body, parts=parts)) == []
    assert "To jest **ważny** i *miły* akapit: [strona](https://example.org/)" in written()


BREAKS = "<w:t>Urząd</w:t><w:br/><w:t>pol</w:t><w:softHyphen/><w:t>ski</w:t><w:noBreakHyphen/><w:t>ZIT</w:t>"


def test_breaks_and_hyphens_stay() -> None:
    assert told(document(TITLE, paragraph(f"<w:r>{BREAKS}</w:r>"), paragraph(CZECH))) == []
    assert made()[1] == ("Urząd\u2028pol\u00adski-ZIT", CZECH)


FIELD = "".join(
    f"<w:r>{inside}</w:r>"
    for inside in (
        '<w:fldChar w:fldCharType="begin"/>',
        "<w:instrText>DATE</w:instrText>",
        "<w:t>never</w:t>",
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>maj</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
)
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>"
    f"{paragraph('Ramka po polsku jest tu.')}</w:txbxContent></w:drawing></mc:Choice>"
    f"<mc:Fallback><w:pict><w:txbxContent>{paragraph('Ramka po polsku jest tu.')}</w:txbxContent></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r>"
)


@pytest.mark.parametrize(
    ("inside", "text", "code"),
    [
        (run("Stary ") + '<w:ins w:author="Ewa">' + run("most") + "</w:ins>", "Stary most", "import-changes"),
        (
            run("Stary ") + '<w:del w:author="Jan"><w:r><w:delText>dom</w:delText></w:r></w:del>',
            "Stary",
            "import-changes",
        ),
        (run("Tu ") + "<w:moveFrom>" + run("był") + "</w:moveFrom>", "Tu", "import-changes"),
        (run("Tu ") + "<w:moveTo>" + run("jest") + "</w:moveTo>", "Tu jest", "import-changes"),
        (run("Widać") + run(" tajne", "<w:vanish/>"), "Widać", "import-hidden"),
        (run("Maj: ") + FIELD, "Maj: maj", ""),
        (run("Pole: ") + '<w:fldSimple w:instr="PAGE">' + run("7") + "</w:fldSimple>", "Pole: 7", ""),
        (
            "<w:sdt><w:sdtPr><w:t>no</w:t></w:sdtPr><w:sdtContent>"
            + run("Wybór")
            + "</w:sdtContent></w:sdt>",
            "Wybór",
            "",
        ),
        (run("Most") + '<w:r><w:footnoteReference w:id="2"/></w:r>', "Most", "import-footnotes"),
        (run("Znak") + '<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>', "Znak", "import-signs"),
        (run("Obraz") + "<w:r><w:drawing/></w:r>", "Obraz", "import-pictures"),
        (run("Obok ramki jest tekst") + BOX, "Obok ramki jest tekst", "import-boxes"),
    ],
    ids=[
        "ins",
        "del",
        "from",
        "to",
        "hidden",
        "field",
        "simple",
        "control",
        "note",
        "sign",
        "picture",
        "box",
    ],
)
def test_what_word_adds_is_kept_or_told(inside: str, text: str, code: str) -> None:
    czech = [paragraph("Toto je starý most přes řeku.")]
    if code == "import-boxes":
        czech.append(paragraph("Rámeček česky je zde."))
    codes = told(document(TITLE, paragraph("PL: ").replace("PL: ", ""), paragraph(inside), *czech))
    assert [one for one in codes if one != "import-by-order"] == ([code] if code else [])
    assert made()[1][0] == text  # type: ignore[index]
    assert written().count("Ramka") == (code == "import-boxes")


def test_comments_are_told() -> None:
    comments = {"word/comments.xml": f"<w:comments {W}><w:comment/><w:comment/></w:comments>"}
    assert told(document(TITLE, PAIR, parts=comments)) == ["import-comments"]


def test_the_language_word_knows_decides_where_words_do_not() -> None:
    polish, czech = (run("INTERREG V", f'<w:lang w:val="{tag}"/>') for tag in ("pl-PL", "cs-CZ"))
    assert told(document(TITLE, PAIR, paragraph(polish), paragraph(czech))) == []
    assert made()[2] == ("INTERREG V", "INTERREG V")


def test_a_table_too_wide_for_a_page_is_told() -> None:
    rows = [tuple(f"{row}{column}" for column in range(13)) for row in range(2)]
    assert "import-tables" in told(document(TITLE, PAIR, table(*rows)))


def broken(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(f"word/{name}.xml", data)
    return out.getvalue()


DOCTYPE = b'<!DOCTYPE w [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    "data",
    [
        broken(document=b"<w:document"),
        broken(document=DOCTYPE + f"<w:document {W}>&c;</w:document>".encode()),
        broken(document=DOCTYPE.decode().encode("utf-16")),
        broken(document=b"<a>" * 300 + b"</a>" * 300),
        broken(document=b" " * 60_000_000),
        broken(document=b"\xff\xfe\x00"),
        document(TITLE, PAIR)[:-30],
    ],
    ids=["cut", "entity", "utf-16", "deep", "bomb", "bytes", "zip"],
)
def test_a_hostile_document_is_refused(data: bytes) -> None:
    assert told(data) == ["import-broken"]
    assert not Path("out").exists()


def test_a_document_without_words_is_told() -> None:
    assert told(document()) == ["import-empty"]


def nested(text: str, number: int, level: int) -> str:
    return item(text, number).replace('w:ilvl w:val="0"', f'w:ilvl w:val="{level}"')


def test_lists_of_two_levels_stay_so() -> None:
    sides = [
        (("wizyty w szkołach", 2, 0), ("w mieście Opole", 1, 1), ("konkurs wiedzy", 2, 0)),
        (("návštěvy škol", 2, 0), ("ve městě Olomouci", 1, 1), ("vědomostní soutěž", 2, 0)),
    ]
    body = "".join(nested(*one) for side in sides for one in side)
    assert told(document(TITLE, PAIR, body)) == []
    lists = written()
    assert lists.count("- list:") == 1 and lists.count("        items:") == 1
    assert lists.index("w mieście Opole") < lists.index("konkurs wiedzy")


@pytest.mark.parametrize("words", ["Źródła / Prameny řeky", "Prameny řeky / Źródła"])
def test_headings_with_both_languages_keep_their_level(words: str) -> None:
    styles = style("t", "Title") + style("h2", "heading 2") + style("h1", "heading 1")
    body = (paragraph("Rzeka i ludzie / Řeka a lidé", "t"), paragraph("Historia / Historie řeky", "h1"), PAIR)
    assert told(document(*body, paragraph(words, "h2"), PAIR, styles=styles)) == []
    assert made() == [
        (1, "Historia", "Historie řeky"),
        (POLISH, CZECH),
        (2, "Źródła", "Prameny řeky"),
        (POLISH, CZECH),
    ]
    assert read_content(Path("out")).brochure.title.left == "Rzeka i ludzie"


def test_a_table_of_data_in_one_of_two_files_is_no_table_of_languages() -> None:
    rows = (("Trasa", "długość"), ("Prudnik – Jeseník", "38 km"))
    polish = document(paragraph("Historia rzeki"), paragraph(POLISH), table(*rows))
    czech = document(paragraph("Historie řeky"), paragraph(CZECH), table(("Trasa", "délka"), rows[1]))
    assert told(polish, czech) == []
    assert "rows:\n      - ['Prudnik – Jeseník', '38 km']" in written()
