"""What offices send beside paragraphs: lists, addresses, tables, labels, odd titles, spoiled letters."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from layout.model.blocks.headings import Heading
from layout.model.blocks.running import ItemList, Text
from layout.model.content.pairs import Pair
from layout.model.diagnostic import Rejected
from layout.source.fields.spoiled_letters import find_spoiled
from layout.source.import_text.import_folder import import_text
from tests.contents import read_content
from tests.unit.source.imports import OFFERED

POLISH, CZECH = "To jest akapit po polsku o rzece i o miastach.", "Toto je odstavec česky o řece a o městech."
TITLE = "Cele projektu / Cíle projektu"
ITEMS = (
    ("poznanie sąsiadów zza granicy,", "poznání sousedů za hranicí,"),
    ("wymiana doświadczeń urzędników,", "výměna zkušeností úředníků,"),
    ("wspólne wizyty studyjne.", "společné studijní návštěvy."),
)


@pytest.fixture(autouse=True)
def _in_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def told(text: str) -> list[str]:
    """The codes of an import's findings, but for the note about the publisher."""
    Path("in.txt").write_text(text, encoding="utf-8")
    try:
        report = import_text([Path("in.txt")], Path("out"), True, date(2026, 11, 29))
    except Rejected as rejected:
        return [f"{one.where.line}:{one.code}" for one in rejected.diagnostics]
    return [f"{one.where.line}:{one.code}" for one in report.findings if one.code not in OFFERED]


def made() -> list[tuple[str, ...] | list[tuple[str, ...]]]:
    """The blocks of the new folder: headings and paragraphs as pairs, lists as lists of pairs."""

    def words(pair: Pair[object]) -> tuple[str, ...]:
        return tuple(side.text for side in pair.sides if side is not None)  # type: ignore[attr-defined]

    found: list[tuple[str, ...] | list[tuple[str, ...]]] = []
    for section in read_content(Path("out")).brochure.sections:
        for block in section.blocks:
            if isinstance(block, Heading | Text):
                found.append(words(block.text))
            elif isinstance(block, ItemList):
                found.append([words(item.text) for item in block.items])
    return found


BREAK = "\u2028"
"""A forced line break in prose."""
LIST = list(ITEMS)
SPLIT_TITLE = ("Cele projektu", "Cíle projektu")


@pytest.mark.parametrize(
    "marks",
    [
        ("a) ", "b) ", "c) "),
        ("a. ", "b. ", "c. "),
        ("i) ", "ii) ", "iii) "),
        ("1. ", "2. ", "3. "),
        ("(1) ", "(2) ", "(3) "),
        ("o\t",) * 3,
        ("- ",) * 3,
        ("– ",) * 3,
        ("• ",) * 3,
        ("\uf0b7\t",) * 3,
        ("\uf0a7 ",) * 3,
        ("\uf0e8",) * 3,
        ("✓ ",) * 3,
        ("§\t",) * 3,
    ],
    ids=repr,
)
@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_lists_become_lists(marks: tuple[str, ...], between: str) -> None:
    sides = ("\n".join(mark + pair[side] for mark, pair in zip(marks, ITEMS, strict=True)) for side in (0, 1))
    assert told(f"{TITLE}\n\n" + between.join(sides)) == []
    assert made() == [SPLIT_TITLE, LIST]


def test_items_may_alternate_and_stand_apart() -> None:
    lines = [f"{number}. {side}" for number, pair in enumerate(ITEMS, 1) for side in pair]
    assert told(f"{TITLE}\n\n" + "\n\n".join(lines)) == []
    assert made() == [SPLIT_TITLE, LIST]


def test_names_of_the_neighbours_do_not_turn_a_list_over() -> None:
    towns = ("Głuchołazy – Mikulovice", "Prudnik – Jindřichov", "Pietrowice – Krnov")
    listed = "\n".join(f"• {town}" for town in towns)
    assert told(f"{TITLE}\n\n{POLISH}\n{listed}\n\n{CZECH}\n{listed}") == []
    assert made() == [SPLIT_TITLE, (POLISH, CZECH), [(town, town) for town in towns]]


@pytest.mark.parametrize("word", ["a", "o", "i", "w", "12. maja", "r. 2016", "5. 6. 2017"])
def test_a_wrapped_line_that_begins_like_an_item_is_joined(word: str) -> None:
    first = "Nad rzeką zbudowano w ostatnich latach wiele mostów, a także"
    polish = f"{first}\n{word} jeszcze kilka kładek dla pieszych, którzy tędy chodzą"
    told(f"{TITLE}\n\n{polish}\n\n{CZECH}")
    assert made() == [SPLIT_TITLE, (polish.replace("\n", " "), CZECH)]


@pytest.mark.parametrize(
    ("polish", "czech"),
    [
        (
            ("Urząd Miasta", "ul. Ratuszowa 1", "45-000 Opole", "tel. 77 123 45 67"),
            ("Magistrát města", "Horní náměstí 1", "779 00 Olomouc", "tel. 585 123 456"),
        ),
        (("poniedziałek 8–16", "wtorek 9–17", "środa 8–16"), ("pondělí 8–16", "úterý 9–17", "středa 8–16")),
        (("Biuro projektu", "pokój 12"), ("Kancelář projektu", "dveře 12")),
        (("ul. Leśna 3", "48-340 Głuchołazy"), ("Lesní 3", "793 76 Zlaté Hory")),
        (
            ("Muzeum Śląska", "Mały Rynek 7", "Opole"),
            ("Vlastivědné muzeum", "náměstí Republiky 5", "Olomouc"),
        ),
        (("Dworzec", "peron 2", "godz. 7.45"), ("Nádraží", "nástupiště 2", "v 7.45")),
    ],
)
@pytest.mark.parametrize("mark", ["\n", "\x0b", "\u2028"])
def test_lines_of_an_address_stay(polish: tuple[str, ...], czech: tuple[str, ...], mark: str) -> None:
    told(f"{TITLE}\n\n{mark.join(polish)}\n\n{mark.join(czech)}")
    assert made() == [SPLIT_TITLE, (BREAK.join(polish), BREAK.join(czech))]


@pytest.mark.parametrize(
    "table",
    [
        f"{POLISH}\t{CZECH}\nDrugi akapit też.\tDruhý odstavec také.",
        f"PL\tCZ\n{POLISH}\t{CZECH}\nDrugi akapit też.\tDruhý odstavec také.",
        f"Tekst polski\tČeský text\n{POLISH}\t{CZECH}\nDrugi akapit też.\tDruhý odstavec také.",
        f"Nr\tPolski\tČesky\n1\t{POLISH}\t{CZECH}\n2\tDrugi akapit też.\tDruhý odstavec také.",
        f"1\t{POLISH}\t{CZECH}\n2\tDrugi akapit też.\tDruhý odstavec také.",
    ],
)
def test_a_table_with_a_language_a_column_gives_pairs(table: str) -> None:
    assert told(f"{TITLE}\n\n{table}") == []
    assert made() == [SPLIT_TITLE, (POLISH, CZECH), ("Drugi akapit też.", "Druhý odstavec také.")]


def test_an_empty_cell_is_told() -> None:
    table = f"{POLISH}\t{CZECH}\nDrugi akapit też.\t\nTrzeci akapit.\tTřetí odstavec také."
    assert "4:import-cell-empty" in told(f"{TITLE}\n\n{table}")


@pytest.mark.parametrize(
    ("polish", "czech"),
    [("PL:", "CZ:"), ("[PL]", "[CZ]"), ("(pl)", "(cs)"), ("Polski:", "Česky:"), ("PL: ", "CS: ")],
)
def test_labels_name_the_language(polish: str, czech: str) -> None:
    text = f"{polish} Historia regionu\n{czech} Historie regionu\n\n{polish} INTERREG V\n\n{czech} INTERREG 5"
    assert told(text) == []
    assert made() == [("Historia regionu", "Historie regionu"), ("INTERREG V", "INTERREG 5")]


def test_a_label_on_its_own_line_holds_until_the_next() -> None:
    assert told(f"{TITLE}\n\nPL:\nINTERREG\n\n2014\n\nCZ:\nINTERREG\n\n2020") == []
    assert made() == [SPLIT_TITLE, ("INTERREG", "INTERREG"), ("2014", "2020")]


@pytest.mark.parametrize(
    "line",
    [
        "Historia regionu – Historie regionu",
        "Historia regionu — Historie regionu",
        "Historia regionu | Historie regionu",
        "Historia regionu / Historie regionu:",
        "Historia regionu: Historie regionu",
        "Historia regionu\nHistorie řeky a regionu".replace("Historia regionu", "Historia rzeki i regionu"),
    ],
)
def test_titles_in_any_dress(line: str) -> None:
    assert told(f"{line}\n\n{POLISH}\n\n{CZECH}") == []
    title, pair = made()
    assert pair == (POLISH, CZECH)
    assert [side.split()[0] for side in title] == ["Historia", "Historie"]  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["Interreg V-A", "ZIT i ITI", "Opole 2030", "FORUM", "Euroregion Silesia"])
def test_a_title_may_be_the_same_in_both_languages(name: str) -> None:
    assert told(f"{name} / {name}\n\n{POLISH}\n\n{CZECH}") == []
    assert made() == [(name, name), (POLISH, CZECH)]


def test_passages_without_a_language_pair_by_turn_where_they_are_alike() -> None:
    lines = [
        "Telefon: 112",
        "Telefon: 112",
        "E-mail: a@example.org",
        "E-mail: b@example.org".replace("b@", "a@"),
    ]
    assert told("Adresy / Adresy úřadů\n\n" + "\n\n".join(lines)) == []
    assert made()[1:] == [
        ("Telefon: 112", "Telefon: 112"),
        ("E-mail: a@example.org", "E-mail: a@example.org"),
    ]


def test_notes_are_told_and_nothing_is_crossed() -> None:
    polish = ("Gmina wyremontowała most.[1]", "Miasto otworzyło muzeum.", "[1] Dane z 2016 r.")
    czech = ("Obec opravila most.[1]", "Město otevřelo muzeum.", "[1] Údaje z roku 2016.")
    codes = told(f"{TITLE}\n\n" + "\n\n".join((*polish, *czech)))
    assert codes.count("7:import-note") == codes.count("13:import-note") == 1
    assert made()[1:] == list(zip(polish, czech, strict=True))


def test_pairs_out_of_order_are_refused_with_both_readings() -> None:
    polish = (
        "Most zbudowano w 1905 roku i kosztował 300 talarów.",
        "Muzeum otwarto w 1963 roku, zwiedziło je 5000 osób.",
        "Szkoła powstała w 1870 roku dla 240 uczniów.",
    )
    czech = (
        "Muzeum bylo otevřeno v roce 1963, navštívilo je 5000 osob.",
        "Škola vznikla v roce 1870 pro 240 žáků.",
        "Divadlo zahájilo sezonu v roce 1920 za velkého zájmu lidí.",
    )
    assert told(f"{TITLE}\n\n" + "\n\n".join((*polish, *czech))) == [
        "3:import-unpaired",
        "3:import-doubt",
        "5:import-crossed",
        "7:import-crossed",
        "13:import-unpaired",
    ]


@pytest.mark.parametrize(
    ("line", "likely"),
    [
        ("Historia wspó³pracy miast", ["współpracy"]),
        ("Å»Ã³Å‚ta woda", ["Żółta"]),
        ("pĹ‚ynie rzeka", ["płynie"]),
        ("będ± tu", ["będą"]),
        ("bìží pøes øeku mìsto", ["běží", "přes", "řeku", "město"]),
        ("mieszka?cy", [""]),
        ("wsp\ufffdpraca", [""]),
        ("Wies³aw", ["Wiesław"]),
        ("mÄ›sto", ["město"]),
    ],
)
def test_spoiled_letters_are_told_with_the_likely_word(line: str, likely: list[str]) -> None:
    assert [one.likely for one in find_spoiled([line])] == likely


def test_doubts_reach_the_user_and_do_not_stop_an_import() -> None:
    codes = told(f"Historia wspó³pracy / Historie spolupráce\n\nMieszka?cy miast są tu.\n\n{CZECH}")
    assert codes == ["1:import-spoiled", "3:import-letters-lost"]


@pytest.mark.parametrize(
    "line",
    [
        "Czy to most? Tak, most ma 5 m³ ± 2 %.",
        "Sørensen, São Paulo, Müller i O’Brien przyjechali do Łodzi.",
        "Hélène a François bydlí v Žďáru nad Sázavou.",
        "Adres: https://example.org/?q=a?b i e-mail a@example.org",
        "Więcej: 12 km² – „Żółty” ½ litra, cena £5 lub €5, §5.",
    ],
)
def test_sound_words_are_not_doubted(line: str) -> None:
    assert list(find_spoiled([line])) == []
