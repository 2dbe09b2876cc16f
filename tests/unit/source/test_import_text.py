"""Plain text of an office becomes a content folder that reads back with the same words."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from layout.model.blocks.headings import Heading
from layout.model.blocks.running import Text
from layout.model.content.brochure import Brochure
from layout.model.content.pairs import Pair
from layout.model.diagnostic import Diagnostic, Rejected, Severity
from layout.resources.messages import explain, load_messages
from layout.resources.spoken import LANGUAGES
from layout.source.import_text.import_folder import ImportReport, import_text
from tests.contents import read_content
from tests.unit.source.imports import OFFERED

SUPPLIED = Path(__file__).parents[2] / "fixtures" / "wspolpraca-spoluprace.txt"
DAY = date(2026, 11, 22)

POLISH = (
    "Pierwszy most nad rzeką zbudowano z drewna, a kosztował 300 talarów.",
    "Drugi powstał w 1905 roku i stoi do dziś; jego projektantem był Karol Kowalik.",
    "Trzeci, otwarty niedawno, służy wyłącznie pieszym oraz rowerzystom.",
)
CZECH = (
    "První most přes řeku byl postaven ze dřeva a stál 300 tolarů.",
    "Druhý vznikl v roce 1905 a stojí dodnes; jeho projektantem byl Karol Kowalik.",
    "Třetí, otevřený nedávno, slouží výhradně pěším a cyklistům.",
)
TITLE = "Mosty nad rzeką / Mosty přes řeku"


@pytest.fixture(autouse=True)
def _in_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run_import(text: str | bytes, force: bool = False, folder: str = "out") -> ImportReport:
    Path("in.txt").write_bytes(text if isinstance(text, bytes) else text.encode())
    return import_text([Path("in.txt")], Path(folder), force, DAY)


def read_back(folder: str = "out") -> Brochure:
    content = read_content(Path(folder))
    assert content.warnings == ()
    return content.brochure


def titles_of(brochure: Brochure) -> list[tuple[str, ...]]:
    blocks = [block for section in brochure.sections for block in section.blocks]
    return [
        tuple(side.text for side in block.text.sides if side)
        for block in blocks
        if isinstance(block, Heading)
    ]


def pairs_of(brochure: Brochure) -> list[tuple[str, ...]]:
    blocks = [block for section in brochure.sections for block in section.blocks]
    return [
        tuple(side.text for side in block.text.sides if side) for block in blocks if isinstance(block, Text)
    ]


def rejected(text: str | bytes) -> list[str]:
    """What is wrong, without the notes that offer a proposal."""
    with pytest.raises(Rejected) as caught:
        run_import(text)
    assert not Path("out").exists()
    return explained(tuple(one for one in caught.value.diagnostics if one.severity is not Severity.NOTE))


def explained(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    for diagnostic in diagnostics:
        for language in LANGUAGES:
            explain(diagnostic, language)
        assert diagnostic.severity.value == load_messages()[diagnostic.code]["severity"]
    return [f"{diagnostic.where}: {diagnostic.code}" for diagnostic in diagnostics]


def paragraphs(*texts: str) -> str:
    return "\n\n".join(texts) + "\n"


PAIRS = list(zip(POLISH, CZECH, strict=True))


def test_supplied_text_comes_through_whole() -> None:
    report = import_text([SUPPLIED], Path("out"), False, DAY)
    assert report.sections == ((Pair("Historia współpracy", "Historie spolupráce"), 4),)
    assert explained(report.findings) == [
        "out/brochure.yaml:7:1: import-publisher",
        "out/sections/01-historia-wspolpracy.yaml:57:1: import-display",
        "out/sections/01-historia-wspolpracy.yaml:62:1: import-imprint",
    ]
    brochure = read_back()
    assert brochure.publisher is None
    assert Path("out/brochure.yaml").read_text("utf-8").splitlines()[6] == "# publisher: {pl: …, cs: …}"
    assert brochure.title == Pair("Historia współpracy", "Historie spolupráce")
    assert (brochure.languages, brochure.date, brochure.page_multiple) == (("pl", "cs"), DAY, 4)
    assert brochure.covers.front is not None and brochure.covers.front.file is None
    typed = [line for line in SUPPLIED.read_text("utf-8").split("\n")[1:] if line.strip()]
    polish, czech = typed[:4], typed[4:]
    for pair, expected in zip(pairs_of(brochure), zip(polish, czech, strict=True), strict=True):
        assert pair == tuple(re.sub(r"[ \u00a0]{2,}", " ", side).strip() for side in expected)


@pytest.mark.parametrize(
    "order",
    [
        (*POLISH, *CZECH),
        (*CZECH, *POLISH),
        (POLISH[0], CZECH[0], POLISH[1], CZECH[1], POLISH[2], CZECH[2]),
        (CZECH[0], POLISH[0], CZECH[1], POLISH[1], CZECH[2], POLISH[2]),
        (POLISH[0], CZECH[0], CZECH[1], POLISH[1], POLISH[2], CZECH[2]),
    ],
    ids=["runs", "czech run first", "alternating", "alternating, czech first", "mixed"],
)
def test_languages_are_told_whatever_their_order(order: tuple[str, ...]) -> None:
    run_import(paragraphs(TITLE, *order))
    assert pairs_of(read_back()) == PAIRS


def test_sections_begin_with_their_titles() -> None:
    run_import(
        paragraphs(TITLE, POLISH[0], CZECH[0], "Co dalej? / Co dál?", POLISH[1], POLISH[2], *CZECH[1:])
    )
    brochure = read_back()
    assert [section.file for section in brochure.sections] == [
        "sections/01-mosty-nad-rzeka.yaml",
        "sections/02-co-dalej.yaml",
    ]
    assert titles_of(brochure) == [("Mosty nad rzeką", "Mosty přes řeku"), ("Co dalej?", "Co dál?")]
    assert pairs_of(brochure) == PAIRS


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Mosty nad rzeką/Mosty přes řeku", ("Mosty nad rzeką", "Mosty přes řeku")),
        ("Mosty nad rzeką/ Mosty přes řeku", ("Mosty nad rzeką", "Mosty přes řeku")),
        ("  Mosty nad rzeką \t/\u00a0 Mosty přes řeku  ", ("Mosty nad rzeką", "Mosty přes řeku")),
        ("MOSTY NAD RZEKĄ / MOSTY PŘES ŘEKU", ("MOSTY NAD RZEKĄ", "MOSTY PŘES ŘEKU")),
        ("Mosty nad rzeką /\nMosty přes řeku", ("Mosty nad rzeką", "Mosty přes řeku")),
        ("Kontakt / Kontakt", ("Kontakt", "Kontakt")),
        ("Partnerzy/Partneři", ("Partnerzy", "Partneři")),
        ("Cel: most / Cíl: most přes řeku", ("Cel: most", "Cíl: most přes řeku")),
        ("Lata 2017/2018 / Léta 2017/2018", ("Lata 2017/2018", "Léta 2017/2018")),
        (
            "Wizyty i/lub szkolenia / Návštěvy a/nebo školení",
            ("Wizyty i/lub szkolenia", "Návštěvy a/nebo školení"),
        ),
        (
            "Opis: www.x.pl/opis i co dalej / Popis a co dál",
            ("Opis: www.x.pl/opis i co dalej", "Popis a co dál"),
        ),
    ],
)
def test_title_in_any_spacing(line: str, title: tuple[str, str]) -> None:
    run_import(f"{line}\n\n{POLISH[0]}\n\n{CZECH[0]}\n")
    assert titles_of(read_back()) == [title]


def test_czech_title_first_puts_czech_on_the_left() -> None:
    report = run_import(
        paragraphs("Mosty přes řeku / Mosty nad rzeką", "Kontakt / Kontakty", POLISH[0], CZECH[0])
    )
    assert report.languages == ("cs", "pl")
    brochure = read_back()
    assert brochure.languages == ("cs", "pl")
    assert titles_of(brochure) == [("Mosty přes řeku", "Mosty nad rzeką"), ("Kontakt", "Kontakty")]
    assert pairs_of(brochure) == [(CZECH[0], POLISH[0])]


@pytest.mark.parametrize(
    ("polish", "czech"),
    [
        ("Projekt trwał w latach 2017/2018", "Projekt byl realizován v letech 2017/2018"),
        (
            "Opis znajdą Państwo na https://example.org/opis/pl",
            "Popis najdete na https://example.org/popis/cs",
        ),
        ("Prędkość wody sięga 3 km/h", "Rychlost vody dosahuje 3 km/h"),
        ("Spotkania i/lub warsztaty dla młodzieży", "Setkání a/nebo dílny pro mládež"),
        ("Instrument ZIT/ITI jest wspólny.", "Nástroj ITI/ZIT je společný."),
        ("Podpisano Porozumienie/Dohodu między miastami.", "Byla podepsána Dohoda/Porozumienie mezi městy."),
    ],
)
def test_slash_inside_prose_is_no_title(polish: str, czech: str) -> None:
    report = run_import(paragraphs(TITLE, polish, czech))
    assert len(report.sections) == 1
    assert pairs_of(read_back()) == [(polish, czech)]


WHOLE = paragraphs(TITLE, *POLISH, "\u00a0", *CZECH)


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "cp1250",
        "iso8859_2",
        "cp852",
        "mac_latin2",
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(encoding: str, line_end: str) -> None:
    run_import(WHOLE.replace("\n", line_end).encode(encoding))
    assert pairs_of(read_back()) == PAIRS


@pytest.mark.parametrize("encoding", ["cp1250", "iso8859_2"])
@pytest.mark.parametrize(
    "text", [*POLISH, *CZECH, "Żółć, Łódź i wewnątrz", "Šťáva, žížala a Ťažký", "ČŠ, Žďár"]
)
def test_code_pages_are_told_by_few_letters(encoding: str, text: str) -> None:
    from layout.source.import_text.plain.decode_text import decode_text

    assert decode_text(text.encode(encoding), "f").text == text


def test_typographic_signs_of_windows_1250() -> None:
    polish, czech = "Napisano „Mosty” – i już…", "Bylo napsáno „Mosty“ – a dost…"
    run_import(paragraphs(TITLE, polish, czech).encode("cp1250"))
    assert pairs_of(read_back()) == [(polish, czech)]


def test_odd_spacing_is_put_in_order() -> None:
    polish, czech = POLISH[0].replace(" ", "  "), CZECH[0].replace(" ", " \u00a0 ")
    text = f"\ufeff\n\n  {TITLE}\n\u00a0\n \t\n{polish} \u00a0\n\n\f\n{czech}\t"
    run_import(text)
    assert pairs_of(read_back()) == [PAIRS[0]]


def test_form_feed_parts_paragraphs_and_sections() -> None:
    run_import(f"{TITLE}\n{POLISH[0]}\f{CZECH[0]}\fKontakt / Kontakty\n{POLISH[1]}\n\f{CZECH[1]}")
    brochure = read_back()
    assert len(brochure.sections) == 2
    assert pairs_of(brochure) == PAIRS[:2]


def test_single_no_break_spaces_stay() -> None:
    run_import(paragraphs(TITLE, "Most ma 50\u00a0metrów długości.", "Most má délku 50\u00a0metrů."))
    assert pairs_of(read_back()) == [("Most ma 50\u00a0metrów długości.", "Most má délku 50\u00a0metrů.")]


def test_signs_that_word_exports() -> None:
    run_import(
        paragraphs(TITLE, "Pierwszy\x0bwiersz, pol\x1fski i pół\x1ekula", "Druhý\x0břádek je čes\x1fký")
    )
    assert pairs_of(read_back()) == [
        ("Pierwszy\u2028wiersz, pol\u00adski i pół-kula", "Druhý\u2028řádek je čes\u00adký")
    ]


def test_each_line_is_a_paragraph_where_lines_are_long() -> None:
    long_polish = [f"{text} {POLISH[2]} {POLISH[0]}" for text in POLISH]
    long_czech = [f"{text} {CZECH[2]} {CZECH[0]}" for text in CZECH]
    run_import("\n".join([TITLE, *long_polish, *long_czech]))
    assert pairs_of(read_back()) == list(zip(long_polish, long_czech, strict=True))


def test_wrapped_lines_are_joined() -> None:
    import textwrap

    polish, czech = " ".join(POLISH), " ".join(CZECH)
    run_import(paragraphs(TITLE, textwrap.fill(polish, 60), textwrap.fill(czech, 60)))
    assert pairs_of(read_back()) == [(polish, czech)]


def test_wrapped_lines_without_empty_ones_are_parted_by_language() -> None:
    import textwrap

    polish, czech = " ".join(POLISH), " ".join(CZECH)
    run_import("\n".join([TITLE, textwrap.fill(polish, 60), textwrap.fill(czech, 60)]))
    assert pairs_of(read_back()) == [(polish, czech)]


def test_short_lines_are_paragraphs_of_their_own() -> None:
    polish = ["Wizyty studyjne w miastach", "Konkurs wiedzy o rzece", "Wymiana doświadczeń"]
    czech = ["Studijní návštěvy měst", "Vědomostní soutěž o řece", "Výměna zkušeností"]
    run_import(f"{TITLE}\n\n" + "\n".join(polish) + "\n\n" + "\n".join(czech))
    assert pairs_of(read_back()) == list(zip(polish, czech, strict=True))


SIGNS = """
* ** _ ` [x](https://a.b) <b> &amp; \\ \\* {lang=de} # : ![x](y) ' " | > - % @ &a ~ 1. a_b_c 2*3*4 <a@x.cz> ]
"""


@pytest.mark.parametrize("sign", SIGNS.split())
def test_signs_of_markup_pass_unharmed(sign: str) -> None:
    polish, czech = f"{sign} Wśród {sign} słów {sign}", f"{sign} Mezi {sign} slovy řeči {sign}"
    title = (f"Znaki {sign} różne", f"Znaky {sign} různé")
    run_import(paragraphs(" / ".join(title), polish, czech))
    brochure = read_back()
    assert pairs_of(brochure) == [(polish, czech)]
    assert titles_of(brochure) == [title]
    assert brochure.title.sides == title


@pytest.mark.parametrize("missing", range(8))
@pytest.mark.parametrize("alternating", [False, True])
def test_lone_paragraph_is_the_one_without_a_partner(missing: int, alternating: bool) -> None:
    filled = [line for line in SUPPLIED.read_text("utf-8").split("\n") if line.strip()]
    title, polish, czech = filled[0], filled[1:5], filled[5:]
    order = (
        [side for pair in zip(polish, czech, strict=True) for side in pair] if alternating else polish + czech
    )
    partner = order.index(order[missing ^ 1] if alternating else order[(missing + 4) % 8])
    lines = [title, *(text for index, text in enumerate(order) if index != missing)]
    line = 1 + 2 * (1 + partner - (partner > missing))
    assert rejected(paragraphs(*lines)) == [
        f"in.txt:{line}: import-unpaired".replace(":", ":", 1).replace(f":{line}:", f":{line}:1:")
    ]


def test_lone_paragraph_in_a_long_section() -> None:
    polish = [f"Wydarzenie numer {number} odbyło się w mieście." for number in range(400)]
    czech = [
        f"Událost číslo {number} se konala ve městě." for number in range(400) if number not in (289, 350)
    ]
    assert rejected(paragraphs(TITLE, *polish, *czech)) == [
        f"in.txt:{1 + 2 * (1 + lone)}:1: import-unpaired" for lone in (289, 350)
    ]


def test_section_in_one_language_alone() -> None:
    assert rejected(paragraphs(TITLE, *POLISH)) == ["in.txt:3:1: import-unpaired"]
    lone = [f"in.txt:{line}:1: import-unpaired" for line in (5, 7)]
    assert rejected(paragraphs(TITLE, *CZECH, POLISH[0])) == lone


def test_every_section_is_judged() -> None:
    text = paragraphs(TITLE, POLISH[0], CZECH[0], CZECH[1], "Co dalej? / Co dál?", POLISH[1])
    assert rejected(text) == ["in.txt:7:1: import-unpaired", "in.txt:11:1: import-unpaired"]


@pytest.mark.parametrize(
    ("order", "told"),
    [
        ((POLISH[0], "INTERREG 2017", POLISH[2], CZECH[0], "INTERREG 2018", CZECH[2]), ["import-by-order"]),
        (
            (POLISH[0], CZECH[0], "INTERREG 2017", "INTERREG 2018", POLISH[2], CZECH[2]),
            ["import-by-order"],
        ),
        (
            (POLISH[0], POLISH[1], "INTERREG 2017", CZECH[0], CZECH[1], "INTERREG 2018"),
            ["import-by-order"],
        ),
    ],
    ids=["runs", "by turn", "ends of runs"],
)
def test_passages_without_a_language_take_it_by_their_place(order: tuple[str, ...], told: list[str]) -> None:
    report = run_import(paragraphs(TITLE, *order))
    assert [one.code for one in report.findings if one.code not in OFFERED] == told
    assert explained(report.findings)
    assert ("INTERREG 2017", "INTERREG 2018") in pairs_of(read_back())


def test_places_that_fit_several_orders_are_guessed_and_told() -> None:
    found = rejected(paragraphs(TITLE, POLISH[0], "INTERREG 2017", "INTERREG 2018", CZECH[0]))
    assert [one.split()[1] for one in found].count("import-guessed") == 2
    assert "in.txt:3:1: import-crossed" in found


def test_nothing_but_paragraphs_without_a_language() -> None:
    assert rejected(paragraphs(TITLE, "INTERREG", "EUREGIO")) == [
        "in.txt:3:1: import-no-language",
        "in.txt:5:1: import-no-language",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ["in.txt: import-empty"]),
        (" \n\u00a0\n\f\n", ["in.txt: import-empty"]),
        (paragraphs(POLISH[0], CZECH[0], TITLE), ["in.txt:1:1: import-no-title"]),
        (paragraphs(TITLE, f"{POLISH[0]}\x07", CZECH[0]), ["in.txt:3:69: forbidden-character"]),
        (paragraphs(TITLE, "ą" * 20_001, CZECH[0]), ["in.txt:3:1: text-too-long"]),
        (b"PK\x03\x04rest", ["in.txt: import-no-text"]),
        (b"{\\rtf1 x", ["in.txt: import-no-text"]),
        (TITLE.encode() + b" \xc5\n\xe8\x81\x83\xc5\x88\x90\xc4\xff\xfe", ["in.txt:1:35: import-encoding"]),
    ],
    ids=["empty", "blank", "no title", "forbidden", "too long", "word", "rtf", "bytes"],
)  # fmt: skip
def test_text_that_cannot_be_used(text: str | bytes, found: list[str]) -> None:
    assert rejected(text) == found


def test_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Rejected) as caught:
        import_text([tmp_path / "no.txt"], Path("out"), False, DAY)
    assert explained(caught.value.diagnostics) == ["no.txt: unreadable-file"]


def test_every_message_of_the_area_is_provoked() -> None:
    import tomllib

    from layout.resources.places import messages_folder

    beside = (path for path in Path(__file__).parents[1].rglob("test_*.py") if path != Path(__file__))
    here = "".join(path.read_text("utf-8") for path in (Path(__file__), *beside))
    catalogue = tomllib.loads((messages_folder() / "import.toml").read_text("utf-8"))
    assert {
        code
        for code in catalogue
        if f": {code}" not in here and f":{code}" not in here and f'"{code}"' not in here
    } == set()


def test_note_is_no_warning() -> None:
    report = run_import(WHOLE)
    assert {finding.severity for finding in report.findings} == {Severity.NOTE}


@pytest.mark.parametrize("sections", [1, 5, 6, 9])
def test_more_than_five_sections_get_contents(sections: int) -> None:
    parts = [(f"Część {'ABCDEFGHI'[n]} / Díl {'ABCDEFGHI'[n]}", POLISH[0], CZECH[0]) for n in range(sections)]
    run_import(paragraphs(*(one for part in parts for one in part)))
    files = [section.file for section in read_content(Path("out")).brochure.sections]
    assert ("sections/00-contents.yaml" in files) is (sections > 5)
    assert len(files) == sections + (sections > 5)


@pytest.mark.parametrize(("length", "kind"), [(1, "lead"), (5, "lead"), (40, "paragraph")])
def test_a_first_paragraph_that_is_not_too_long_is_the_lead(length: int, kind: str) -> None:
    polish, czech = "Most jest stary. " * length, "Most je starý. " * length
    run_import(paragraphs(TITLE, polish.strip(), czech.strip()))
    (section,) = read_content(Path("out")).brochure.sections
    (text,) = (block for block in section.blocks if isinstance(block, Text))
    assert text.role.value == kind


def test_what_is_offered_is_read_without_complaint_once_it_is_shown() -> None:
    run_import(paragraphs(TITLE, "Most jest z 1905 roku. Stoi.", "Most je z roku 1905. Stojí."))
    (path,) = Path("out/sections").iterdir()
    text = path.read_text("utf-8")
    assert text.count("To show it") == 2
    shown = "\n".join(
        line.removeprefix("# ") for line in text.splitlines() if not line.startswith(("# M", "# T"))
    )
    path.write_text(shown.replace("    # ", "    ").replace("…", "słowo"), "utf-8")
    kinds = [type(block).__name__ for block in read_content(Path("out")).brochure.sections[0].blocks]
    assert kinds[-3:] == ["Quote", "Facts", "Imprint"]
