"""LibreOffice documents: what is kept, what is told, and that nothing hostile is opened."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.unit.source import odt_files
from tests.unit.source.imports import CZECH, FOLDER, POLISH, made, told
from tests.unit.source.odt_files import NAMES, heading, listed, paragraph, style, table, text_document

TITLE = heading("Historia rzeki / Historie řeky", 1)
HEAD = (1, "Historia rzeki", "Historie řeky")
PAIR = paragraph(POLISH) + paragraph(CZECH)


@pytest.fixture(autouse=True)
def _in_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def odt(*parts: str, styles: str = "", named: str = "") -> tuple[str, bytes]:
    return "a.odt", text_document(*parts, styles=styles, named=named)


def written() -> str:
    """The sections without what is only offered."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((FOLDER / "sections").iterdir())]
    return "\n".join(line for text in texts for line in text.splitlines() if not line.startswith("#"))


def test_both_languages_in_one_document() -> None:
    assert told(odt(TITLE, PAIR)) == []
    assert made() == [HEAD, (POLISH, CZECH)]


@pytest.mark.parametrize("head", [("PL", "CZ"), ("Polski", "Čeština"), ("Tekst polski", "Český text")])
def test_a_table_of_two_languages(head: tuple[str, str]) -> None:
    rows = (head, (POLISH, CZECH), (listed("mapa", "woda"), listed("mapa", "voda")), ("2014", "2014"))
    assert told(odt(TITLE, table(*rows))) == []
    assert made() == [HEAD, (POLISH, CZECH), ["list", ("mapa", "mapa"), ("woda", "voda")], ("2014", "2014")]


def test_two_files_of_the_same_build() -> None:
    title = paragraph("Trasy", "Title")
    polish = text_document(title, heading("Przed drogą", 1), paragraph(POLISH), listed("a", "b"))
    czech = text_document(title, heading("Před cestou", 1), paragraph(CZECH), listed("c", "d"))
    for files in ((("p.odt", polish), ("c.odt", czech)), (("c.odt", czech), ("p.odt", polish))):
        assert told(*files) == []
        head = (1, "Przed drogą", "Před cestou")
        assert made() == [head, (POLISH, CZECH), ["list", ("a", "c"), ("b", "d")]]


@pytest.mark.parametrize("name", ["Heading_20_2", "Nagłówek 2", "Nadpis 2", "Mine"])
def test_headings_by_their_styles(name: str) -> None:
    shown = {"Mine": "nagłówek 2", "Heading_20_2": "Heading 2"}.get(name, name)
    named = f'<style:style style:name="{name}" style:display-name="{shown}" style:family="paragraph"/>'
    own = style("P1", 'fo:font-weight="bold"', "paragraph", name)
    sides = (paragraph("Źródła rzeki", "P1"), paragraph("Prameny řeky", "P1"))
    assert told(odt(TITLE, PAIR, *sides, PAIR, styles=own, named=named)) == []
    assert made()[2] == (2, "Źródła rzeki", "Prameny řeky")


def test_lists_of_two_levels_and_items_of_two_paragraphs() -> None:
    sides = [
        listed(paragraph(first) + listed(second, style=""), paragraph(third))
        for first, second, third in (
            ("wizyty w szkołach", "w mieście Opole", "konkurs wiedzy"),
            ("návštěvy škol", "ve městě Olomouci", "vědomostní soutěž"),
        )
    ]
    assert told(odt(TITLE, PAIR, *sides)) == []
    text = written()
    assert text.count("- list:") == 1 and text.count("numbered: true") == 1
    assert text.index("w mieście Opole") < text.index("konkurs wiedzy")


def test_numbered_lists() -> None:
    sides = [listed(*items, style="L2") for items in (("mapa", "woda jest"), ("mapa", "voda je"))]
    told(odt(TITLE, PAIR, *sides))
    assert "numbered: true" in written()


STYLES = (
    style("B", 'fo:font-weight="bold"')
    + style("I", 'fo:font-style="italic"')
    + style("H", 'text:display="none"')
    + style("C", 'fo:language="cs" fo:country="CZ"')
    + style("P", 'fo:language="pl" fo:country="PL"')
)


@pytest.mark.parametrize(
    ("inside", "markup"),
    [
        ('<text:span text:style-name="B">ważny</text:span> most', "**ważny** most"),
        ('<text:span text:style-name="I">miły</text:span> most', "*miły* most"),
        (
            '<text:span text:style-name="B">a <text:span text:style-name="I">b</text:span></text:span> most',
            "**a** ***b*** most",
        ),
        ('<text:a xlink:href="https://example.org/">most</text:a>', "[most](https://example.org/)"),
        (
            '<text:a xlink:href="https://example.org/a b(c)">most</text:a>',
            "[most](https://example.org/a%20b%28c%29)",
        ),
        ('<text:a xlink:href="../a.odt">most</text:a>', "most"),
        ("ul. Mostowa<text:line-break/>Opole", "ul. Mostowa\\ Opole"),
        ("most<text:s text:c='99999999'/>stary", "most stary"),
        ("most<text:tab/>stary", "most stary"),
        ("most<text:soft-page-break/> stary", "most stary"),
        ("most\n   stary", "most stary"),
    ],
)
def test_styles_of_words_and_breaks_stay(inside: str, markup: str) -> None:
    told(
        odt(
            TITLE,
            paragraph(f"Jest tu rzeka: {inside}."),
            paragraph("Je zde řeka: starý most."),
            styles=STYLES,
        )
    )
    assert f"Jest tu rzeka: {markup}." in written()


CHANGES = (
    "<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Ewa"
    "</dc:creator></office:change-info><text:p>usunięte</text:p></text:deletion></text:changed-region>"
    '<text:changed-region text:id="c2"><text:insertion><office:change-info><dc:creator>Jan</dc:creator>'
    "</office:change-info></text:insertion></text:changed-region></text:tracked-changes>"
)
RUBY = "<text:ruby><text:ruby-base>Most</text:ruby-base><text:ruby-text>x</text:ruby-text></text:ruby>"
SHAPE = "<draw:custom-shape><text:p>Ramka po polsku jest tu.</text:p></draw:custom-shape>"
BOX = f"<draw:frame><draw:text-box>{paragraph('Ramka po polsku jest tu.')}</draw:text-box></draw:frame>"


@pytest.mark.parametrize(
    ("inside", "text", "code"),
    [
        (
            'Stary <text:change-start text:change-id="c2"/>most<text:change-end text:change-id="c2"/>',
            "Stary most",
            "",
        ),
        ('Stary dom<text:change text:change-id="c1"/>', "Stary dom", ""),
        ('Widać<text:span text:style-name="H"> tajne</text:span>', "Widać", "import-hidden"),
        ("Widać<text:hidden-text text:string-value='x'>tajne</text:hidden-text>", "Widać", "import-hidden"),
        ("Maj: <text:date>maj</text:date>", "Maj: maj", ""),
        ("Pole: <text:page-number>7</text:page-number>", "Pole: 7", ""),
        ("Wybór <text:placeholder text:placeholder-type='text'>tutaj</text:placeholder>", "Wybór tutaj", ""),
        ("Most<text:note/>", "Most", "import-footnotes"),
        ("Uwaga<office:annotation><text:p>uwaga</text:p></office:annotation>", "Uwaga", "import-comments"),
        ("<text:bookmark-start text:name='a'/>Most<text:bookmark-end text:name='a'/>", "Most", ""),
        (
            "<text:ruby><text:ruby-base>Most</text:ruby-base><text:ruby-text>x</text:ruby-text></text:ruby>",
            "Most",
            "",
        ),
        ("Obraz<draw:frame><draw:object/></draw:frame>", "Obraz", "import-pictures"),
        (f"Obok ramki jest tekst{BOX}", "Obok ramki jest tekst", "import-boxes"),
        (
            "Kształt<draw:custom-shape><text:p>Ramka po polsku jest tu.</text:p></draw:custom-shape>",
            "Kształt",
            "import-boxes",
        ),
        ("Most<text:script>alert()</text:script>", "Most", ""),
        ("Most<text:reference-mark text:name='a'/> i <text:sequence>1</text:sequence>", "Most i 1", ""),
    ],
    ids=[
        *("inserted", "deleted", "hidden", "hidden text", "date", "page", "placeholder", "note", "comment"),
        *("bookmark", "ruby", "object", "box", "shape", "script", "sequence"),
    ],
)
def test_what_libreoffice_adds_is_kept_or_told(inside: str, text: str, code: str) -> None:
    czech = [paragraph("Toto je starý most přes řeku.")]
    if code == "import-boxes":
        czech.append(paragraph("Rámeček česky je zde."))
    codes = told(odt(TITLE, paragraph(inside), *czech, styles=STYLES))
    assert [one for one in codes if one != "import-by-order"] == ([code] if code else [])
    assert made()[1][0] == text  # type: ignore[index]
    assert written().count("Ramka") == (code == "import-boxes")


def test_tracked_changes_are_told_and_taken_as_accepted() -> None:
    assert told(odt(CHANGES, TITLE, PAIR)) == ["import-changes"]
    assert made() == [HEAD, (POLISH, CZECH)]


def test_a_table_of_contents_is_left_out() -> None:
    contents = (
        "<text:table-of-content><text:index-body>"
        + paragraph("Historia rzeki 3")
        + ("</text:index-body></text:table-of-content>")
    )
    assert told(odt(contents, TITLE, PAIR)) == ["import-contents"]
    assert made() == [HEAD, (POLISH, CZECH)]


@pytest.mark.parametrize("tag", ["section", "section-hidden", "list-header"])
def test_containers_are_opened_unless_hidden(tag: str) -> None:
    hidden = ' text:display="none"' if tag == "section-hidden" else ""
    inner = f"<text:section{hidden}>{PAIR}</text:section>"
    if tag == "list-header":
        inner = f"<text:list><text:list-header>{PAIR}</text:list-header></text:list>"
    assert told(odt(TITLE, PAIR, inner)) == (["import-hidden"] if hidden else [])
    assert len(made()) == (2 if hidden else 3)


def test_the_language_libreoffice_knows_decides_where_words_do_not() -> None:
    sides = [paragraph(f'<text:span text:style-name="{name}">INTERREG V</text:span>') for name in ("P", "C")]
    assert told(odt(TITLE, PAIR, *sides, styles=STYLES)) == []
    assert made()[2] == ("INTERREG V", "INTERREG V")


def test_repeated_cells_do_not_grow() -> None:
    many = 'table:number-columns-repeated="99999999"'
    cell = f"<table:table-cell {many}>{paragraph('1')}</table:table-cell>"
    row = f'<table:table-row table:number-rows-repeated="99999999">{cell}</table:table-row>'
    assert told(odt(TITLE, PAIR, f"<table:table>{row}</table:table>")) == ["import-tables"]


DOCTYPE = '<!DOCTYPE a [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
MANIFEST = (
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry>'
    "<m:encryption-data/></m:file-entry></m:manifest>"
)


@pytest.mark.parametrize(
    "parts",
    [
        {"content.xml": "<office:document-content"},
        {"content.xml": f"{DOCTYPE}<office:document-content {NAMES}>&c;</office:document-content>"},
        {"content.xml": DOCTYPE.encode("utf-16")},
        {"content.xml": DOCTYPE.encode("utf-16-be")},
        {"content.xml": "<a>" * 300 + "</a>" * 300},
        {"content.xml": b" " * 60_000_000},
        {"styles.xml": DOCTYPE + "<a/>"},
        {"META-INF/manifest.xml": MANIFEST},
    ],
    ids=["cut", "entity", "utf-16", "utf-16-be", "deep", "bomb", "styles", "locked"],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_hostile_document_is_refused(parts: dict[str, str | bytes]) -> None:
    assert told(("a.odt", text_document(TITLE, PAIR, parts=parts))) == ["import-broken"]
    assert not FOLDER.exists()


def test_a_torn_document_is_refused() -> None:
    assert told(("a.odt", text_document(TITLE, PAIR)[:-30])) == ["import-broken"]


def test_a_document_without_words_is_told() -> None:
    assert told(odt()) == ["import-empty"]
    assert not FOLDER.exists()


def test_a_document_that_names_its_kind_late_or_in_its_manifest_alone() -> None:
    whole = text_document(TITLE, PAIR)
    for late in (True, False):
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(whole)) as source, zipfile.ZipFile(out, "w") as target:
            for name in ("content.xml", "styles.xml", *(["mimetype"] if late else [])):
                target.writestr(name, source.read(name), zipfile.ZIP_DEFLATED)
            if not late:
                target.writestr("META-INF/manifest.xml", f'<a kind="{odt_files.KIND}"/>')
        assert told(("a.odt", out.getvalue())) == []
        assert made() == [HEAD, (POLISH, CZECH)]


def test_a_sheet_an_old_document_and_a_page_of_the_web_are_no_text() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", odt_files.KIND.replace("text", "spreadsheet"))
        archive.writestr("content.xml", "<a/>")
    flat = b'<?xml version="1.0"?><office:document/>'
    for name, data in (
        *(("a.ods", out.getvalue()), ("a.doc", b"\xd0\xcf\x11\xe0" + bytes(100)), ("a.fodt", flat)),
        *(("a.html", b"\n<!DOCTYPE html><p>a"), ("a.htm", b"<HTML><p>a"), ("b.htm", b"\xef\xbb\xbf<html>")),
    ):
        assert told((name, data)) == ["import-no-text"], name
