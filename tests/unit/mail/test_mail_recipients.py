"""Lists of recipients as offices save them, and every way in which a row can be wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from layout.model.diagnostic import Severity
from layout.source.recipients.recipients import RecipientList, find_doubles, read_recipients
from tests.told import texts
from tests.unit.mail.mail_files import LIST, codes, place, refusals, sayable, write_list


def read(folder: Path, text: str, encoding: str = "utf-8") -> RecipientList:
    return read_recipients(write_list(folder, text, encoding))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250", "iso8859_2", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_reads_what_offices_save(tmp_path: Path, encoding: str, delimiter: str, line_end: str) -> None:
    listed = read(tmp_path, LIST.replace(";", delimiter).replace("\n", line_end), encoding)
    assert [(one.row, str(one.address), one.name, one.language) for one in listed.recipients] == [
        (2, "jan@example.org", "Jan Žák", "cs"),
        (3, "ola@example.org", "Ola Łoś", "pl"),
    ]
    assert listed.rejected == listed.warnings == ()


@pytest.mark.parametrize(
    "header",
    [
        "address,name,language",
        "E-mail,Imię i nazwisko,Język",
        "e-mailová adresa,jméno a příjmení,jazyk",
        "ADRES E-MAIL,NAZWA,JEZYK",
        "Email address,Full name,Lang",
        " adresa , Název , Jazyk ",
    ],
)
def test_knows_the_columns_in_three_languages(tmp_path: Path, header: str) -> None:
    (one,) = read(tmp_path, f"{header}\njan@example.org,Jan,cs\n").recipients
    assert (str(one.address), one.name, one.language) == ("jan@example.org", "Jan", "cs")


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("pl", "pl"),
        ("PL", "pl"),
        ("polski", "pl"),
        ("Polish", "pl"),
        ("polština", "pl"),
        ("pl-PL", "pl"),
        ("cs", "cs"),
        ("CZ", "cs"),
        ("čeština", "cs"),
        ("czeski", "cs"),
        ("Czech", "cs"),
        ("cs_CZ", "cs"),
    ],
)
def test_knows_the_languages_by_their_names(tmp_path: Path, typed: str, language: str) -> None:
    (one,) = read(tmp_path, f"e-mail;nazwa;język\njan@example.org;Jan;{typed}\n").recipients
    assert one.language == language


def test_an_email_column_goes_before_a_postal_address(tmp_path: Path) -> None:
    listed = read(tmp_path, "nazwa;adres;e-mail;język\nJan;Rynek 1;jan@example.org;pl\n")
    (one,) = listed.recipients
    assert str(one.address) == "jan@example.org"
    assert one.cells["adres"] == "Rynek 1"
    assert listed.columns["adres"] == "adres"


def test_quoted_values_hold_separators_quotes_and_line_ends(tmp_path: Path) -> None:
    text = 'e-mail,nazwa,język,uwagi\njan@example.org,"Novák, ""Jan""",cs,"a\nb"\nola@example.org,Ola,pl,\n'
    first, second = read(tmp_path, text).recipients
    assert first.name == 'Novák, "Jan"'
    assert first.cells["uwagi"] == "a\nb"
    assert (second.row, second.where.line) == (3, 4)


def test_the_line_by_which_excel_names_the_separator(tmp_path: Path) -> None:
    (one,) = read(tmp_path, "sep=,\r\ne-mail,nazwa,język,a;b;c;d;e\r\njan@example.org,Jan,cs,\r\n").recipients
    assert (one.row, one.where.line) == (2, 3)


def test_blank_rows_are_counted_and_left_out(tmp_path: Path) -> None:
    listed = read(tmp_path, "e-mail;nazwa;język\n\n;;\njan@example.org;Jan;cs\n;;\n")
    assert [one.row for one in listed.recipients] == [4]
    assert listed.rejected == ()


def test_a_name_is_composed_and_on_single_spaces(tmp_path: Path) -> None:
    (one,) = read(tmp_path, "e-mail;nazwa;język\njan@example.org;Jan\u00a0  Nova\u0301k;cs\n").recipients
    assert one.name == "Jan Novák"


@pytest.mark.parametrize(
    ("typed", "domain"),
    [
        ("háčky@čeština.cz", "xn--etina-gya30d.cz"),
        ("jan@ČEŠTINA.CZ", "xn--etina-gya30d.cz"),
        ("jan@xn--etina-gya30d.cz", "xn--etina-gya30d.cz"),
        ("jan@c\u030ceština.cz", "xn--etina-gya30d.cz"),
        ("jan@łódź.pl", "xn--d-uga0v4h.pl"),
        ("jan@Żółw.Łódź.pl", "xn--w-uga1v8h.xn--d-uga0v4h.pl"),
        ("jan@straße.de", "xn--strae-oqa.de"),
        ("jan@Straße.DE", "xn--strae-oqa.de"),
        ("jan@strasse.de", "strasse.de"),
        ("jan@faß.de", "xn--fa-hia.de"),
        ("jan@βόλος.gr", "xn--nxasmm1c.gr"),
        ("jan@ｅｘａｍｐｌｅ.org", "example.org"),
    ],
)
def test_a_domain_with_diacritics_is_written_in_ascii(tmp_path: Path, typed: str, domain: str) -> None:
    """By IDNA 2008: ß and ς are letters of their own, not ss and σ, which may be someone else's domain."""
    (one,) = read(tmp_path, f"e-mail;nazwa;język\n{typed};Jan;cs\n").recipients
    assert one.address.domain == domain


@pytest.mark.parametrize(
    "typed",
    [
        "jan",
        "jan@",
        "jan@example",
        "jan@@example.org",
        "jan example@example.org",
        "jan@exa mple.org",
        ".jan@example.org",
        "jan.@example.org",
        "ja..n@example.org",
        "jan@-example.org",
        "jan@example-.org",
        "jan@example..org",
        "jan@127.0.0.1",
        "jan,x@example.org",
        "jan@example.org.",
        "ja\u200bn@example.org",
        f"{'x' * 65}@example.org",
        f"jan@{'x' * 64}.org",
        "jan@exam_ple.org",
        f"jan@{'abcdefgh.' * 30}org",
        "jan@☕.example.org",
        "jan@i❤.ws",
        "jan@xn--i-7iq.ws",
        "jan@ab--cd.cz",
        "jan@x\u200dy.de",
        "jan@–.cz",
    ],
)
def test_bad_addresses(tmp_path: Path, typed: str) -> None:
    listed = read(tmp_path, f"nazwa\te-mail\tjęzyk\nJan\t{typed}\tcs\n")
    assert codes(sayable(listed.rejected)) == ["recipient-address"]
    assert place(listed.rejected[0]) == (2, 5)
    assert texts(listed.rejected[0])["row"] == "2"
    assert listed.recipients == ()


@pytest.mark.parametrize("typed", ["a@example.org, b@example.org", "a@example.org b@example.org"])
def test_two_addresses_in_a_cell(tmp_path: Path, typed: str) -> None:
    listed = read(tmp_path, f"nazwa;e-mail;język\nJan;{typed};cs\n")
    assert codes(sayable(listed.rejected)) == ["recipient-addresses"]


@pytest.mark.parametrize("again", ["JAN@example.org", "jan@EXAMPLE.ORG", " jan@example.org "])
def test_a_mailbox_met_twice_is_told_at_the_second_row(tmp_path: Path, again: str) -> None:
    listed = read(tmp_path, f"e-mail;nazwa;język\njan@example.org;Jan;cs\n{again};Jan;cs\n")
    (row, told), *others = find_doubles(listed.recipients).items()
    assert codes(sayable([told])) == ["recipient-twice"]
    assert (row, texts(told)["row"], texts(told)["first"], told.where.line) == (3, "3", "2", 3)
    assert others == []


def test_a_domain_in_both_spellings_is_one_mailbox(tmp_path: Path) -> None:
    ascii_domain = "xn--ad-qka49a.cz"
    listed = read(tmp_path, f"e-mail;nazwa;język\njan@ÚŘAD.cz;Jan;cs\njan@{ascii_domain};Jan;cs\n")
    assert list(find_doubles(listed.recipients)) == [3]


@pytest.mark.parametrize(
    "typed", ["=A1", "+A1", "@SUM(A1)", '=HYPERLINK(""x"")', "#REF!", "#N/A", "#ADR!", "#NÁZEV?"]
)
def test_formulas_and_their_errors(tmp_path: Path, typed: str) -> None:
    listed = read(tmp_path, f'e-mail;nazwa;język\njan@example.org;"{typed}";cs\n')
    assert codes(sayable(listed.rejected)) == ["recipient-formula"]
    assert place(listed.rejected[0]) == (2, 17)


@pytest.mark.parametrize("typed", ["+d@example.org", "-d@example.org"])
def test_an_address_may_begin_with_the_sign_of_a_formula(tmp_path: Path, typed: str) -> None:
    listed = read(tmp_path, f"e-mail;nazwa;język\n{typed};Jan;cs\n")
    assert listed.rejected == ()
    assert str(listed.recipients[0].address) == typed


@pytest.mark.parametrize("sign", ["\n", "\r\n", "\u2028", "\x07", "\u202e"])
@pytest.mark.parametrize("column", [0, 1, 2])
def test_line_breaks_and_controls_in_what_becomes_a_header(tmp_path: Path, sign: str, column: int) -> None:
    cells = ["jan@example.org", "Jan Novák", "cs"]
    cells[column] = f"{cells[column][:1]}{sign}Bcc: x@example.org"
    listed = read(tmp_path, "e-mail;nazwa;język\n" + ";".join(f'"{cell}"' for cell in cells) + "\n")
    assert "recipient-line-break" in codes(sayable(listed.rejected))
    assert listed.recipients == ()


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (";Jan;cs", "e-mail"),
        ("jan@example.org;;cs", "nazwa"),
        ("jan@example.org;Jan;", "język"),
        ("jan@example.org;Jan", "język"),
    ],
)
def test_a_missing_value_names_its_column(tmp_path: Path, row: str, column: str) -> None:
    listed = read(tmp_path, f"e-mail;nazwa;język\n{row}\n")
    assert codes(sayable(listed.rejected)) == ["recipient-empty"]
    assert texts(listed.rejected[0])["column"] == column


def test_an_unknown_language(tmp_path: Path) -> None:
    listed = read(tmp_path, "e-mail;nazwa;język\njan@example.org;Jan;de\n")
    assert codes(sayable(listed.rejected)) == ["recipient-language"]


def test_a_separator_too_many(tmp_path: Path) -> None:
    listed = read(tmp_path, "e-mail,język,nazwa\njan@example.org,cs,Novák, Jan\n")
    assert codes(sayable(listed.rejected)) == ["recipient-cells"]
    assert place(listed.rejected[0]) == (2, len("jan@example.org,cs,Novák,") + 1)


def test_a_name_too_long(tmp_path: Path) -> None:
    listed = read(tmp_path, f"e-mail;nazwa;język\njan@example.org;{'x' * 201};cs\n")
    assert codes(sayable(listed.rejected)) == ["recipient-too-long"]


def test_all_mistakes_of_all_rows_are_told(tmp_path: Path) -> None:
    listed = read(tmp_path, "e-mail;nazwa;język\nx;=1;de\njan@example.org;Jan;cs\n;;pl\n")
    assert codes(listed.rejected) == [
        "recipient-address",
        "recipient-formula",
        "recipient-language",
        "recipient-empty",
        "recipient-empty",
    ]
    assert [one.row for one in listed.recipients] == [3]


def test_letters_before_the_at_sign_are_warned_of(tmp_path: Path) -> None:
    listed = read(tmp_path, "e-mail;nazwa;język\nžofie@example.org;Žofie;cs\n")
    assert codes(sayable(listed.warnings)) == ["recipient-address-letters"]
    assert listed.warnings[0].severity is Severity.WARNING
    assert len(listed.recipients) == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "recipients-empty"),
        ("\n\n  \n", "recipients-empty"),
        ("nazwa;język\nJan;cs\n", "recipients-column-missing"),
        ("e-mail;Nazwa;nazwa;język\n", "recipients-column-twice"),
        ('e-mail;"nazwa;język\njan@example.org;Jan;cs\n', "recipients-quote"),
        ("PK\x03\x04...", "recipients-workbook"),
        ("e-mail;na\0zwa", "recipients-encoding"),
    ],
)
def test_files_that_are_no_list(tmp_path: Path, text: str, code: str) -> None:
    assert codes(refusals(lambda: read(tmp_path, text))) == [code]


def test_bytes_of_no_known_encoding(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"e-mail;nazwa;\x81\x83\n")
    assert codes(refusals(lambda: read_recipients(path))) == ["recipients-encoding"]


@pytest.mark.parametrize("encoding", ["cp1250", "iso8859_2"])
@pytest.mark.parametrize(
    "name", ["Žák Šťastný", "Lukáš Müller", "Wąsik", "Jan Świątek", "Gęźba", "Tomáš Řehoř", "Ľudmila Šťastná"]
)
def test_code_pages_are_told_apart_by_the_words(tmp_path: Path, name: str, encoding: str) -> None:
    listed = read(tmp_path, f"e-mail;nazwa;język\njan@example.org;{name};cs\n", encoding)
    assert listed.recipients[0].name == name
    assert (listed.encoding, listed.warnings) == (encoding, ())


def test_a_word_that_both_code_pages_explain_is_warned_of(tmp_path: Path) -> None:
    listed = read(tmp_path, "e-mail;nazwa;jezyk\njan@example.org;Duša;cs\n", "iso8859_2")
    (told,) = sayable(listed.warnings)
    assert (told.code, told.severity) == ("recipients-encoding-guess", Severity.WARNING)
    assert (texts(told)["value"], texts(told)["otherwise"], place(told)) == ("Duąa", "Duša", (2, 17))


@pytest.mark.parametrize(
    ("name", "signs"), [("®ák ©»astný", "® © »"), ("Ĺ»ak", "»"), ("Wójt ¦ląska", "¦"), ("Jiˇrí", "ˇ")]
)
def test_signs_that_are_in_no_name_are_warned_of(tmp_path: Path, name: str, signs: str) -> None:
    listed = read(tmp_path, f"e-mail;nazwa;język\njan@example.org;{name};cs\n")
    (told,) = sayable(listed.warnings)
    assert (told.code, texts(told)["signs"], place(told)) == ("recipient-stray-signs", signs, (2, 17))
    assert told.severity is Severity.WARNING


def test_names_of_offices_are_not_doubted(tmp_path: Path) -> None:
    listed = read(tmp_path, "e-mail;nazwa;język\njan@example.org;Spolek „Řeka“ – J. O’Brien & Žák + 1;cs\n")
    assert (listed.recipients[0].row, listed.warnings) == (2, ())


def test_every_missing_column_is_told(tmp_path: Path) -> None:
    told = refusals(lambda: read(tmp_path, "a;b\n1;2\n"))
    assert [texts(one)["column"] for one in told] == ["e-mail", "name", "language"]


@pytest.mark.parametrize(
    ("row", "column"),
    [('x;"Jan" Novák;cs', 3), ('"T" <u@example.org>;T;cs', 1), ('u@example.org;"T;cs', 15), ('a;b;c;"', 7)],
)
def test_a_stray_quote_is_told_and_the_next_rows_are_read(tmp_path: Path, row: str, column: int) -> None:
    rows = f'{row}\nnikt;Nikt;cs\n"jan@example.org";"Jan;\nNovák";cs\neva@example.org;Eva;cs\n'
    listed = read(tmp_path, f"e-mail;nazwa;język\n{rows}")
    assert codes(sayable(listed.rejected)) == [
        "recipients-quote",
        "recipient-address",
        "recipient-line-break",
    ]
    assert [texts(one)["row"] for one in listed.rejected] == ["2", "3", "4"]
    assert place(listed.rejected[0]) == (2, column)
    assert [(one.row, one.where.line) for one in listed.recipients] == [(5, 6)]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert codes(refusals(lambda: read_recipients(tmp_path / "none.csv"))) == ["unreadable-file"]


def test_a_file_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("layout.source.recipients.tables.LARGEST_FILE", 20)
    assert codes(refusals(lambda: read(tmp_path, LIST))) == ["recipients-too-large"]
