"""Lists as offices have them: old code pages, spoiled letters, titles above, columns of address books."""

from __future__ import annotations

from pathlib import Path

import pytest

from layout.source.recipients.recipients import read_recipients
from layout.source.recipients.spoiled_names import find_spoiled
from tests.unit.mail.mail_files import codes, refusals, sayable, write_list

SOUND = [
    "O'Brien",
    "Müller",
    "Sørensen",
    "Jana Nováková",
    "Jiří Řehoř",
    "Wiesław Łoś",
    "Żaneta Ćwikła",
    "José Núñez",
    "María Muñoz",
    "François Lefèvre",
    "Hélène Thérèse",
    "Bjørn Ødegård",
    "Åse Løvås",
    "Niccolò Forlì",
    "ZESPÓŁ SZKÓŁ",
    "Obec Vzorová, p. o.",
    "Gmina „Głuchołazy”",
    "Město Jeseník – odbor",
    "Weißgerber",
    "Ján Ľubomír Kôň",
    "Erdős Pál",
    "d’Alembert",
    "McDonald",
    "Jan Nowak (sekretariat)",
    "Kraj Vysočina & spol.",
    "Nowak-Dvořák",
    "Čeněk Ďáblík",
    "Đoković",
    "Firma A+B s.r.o.",
    "BOHÁČ ŠÍPKOVÁ",
    "Nygård",
    "Guðmundsdóttir",
    "Sæþór",
    "Šimon Žižka",
    "Ольга Коваль",
]
SPOILED = [
    "NovÃ¡kovÃ¡",
    "Jiøí",
    "Wies³aw",
    "Nov?kov?",
    "Nov%C3%A1k",
    "JiÅ™Ã\xad Å˜ehoÅ™",
    "Nov&aacute;k",
    "Gdañsk",
    "Èapek",
    "Havlíèek",
    "Øehoø",
    "Zdenìk",
    "Dvoøák",
    "Æwik³a",
    "®ák",
    "W¹sik",
    "Gê¿ba",
    "Œwi¹tek",
    "MŘller",
    "Nov\xa0kov\xa0",
    "Jos‚",
    "Nov=C3=A1k",
    "Nov\\u00e1k",
    "?imon",
    "Kùlna",
    "Sedláèková",
    "Jiĺ™Ă\xad",
    "WiesÅ‚aw",
    "Tom‡ä DvoŢ‡k",
    "Pawe³",
    "Poznañ",
    "Nov+AOE-k",
    "Nov´ak",
]


@pytest.mark.parametrize("name", SOUND)
def test_sound_names_stay_quiet(tmp_path: Path, name: str) -> None:
    listed = read_recipients(write_list(tmp_path, f"e-mail;nazwa;język\na@example.org;{name};cs\n"))
    assert (codes(listed.warnings), listed.rejected) == ([], ())


@pytest.mark.parametrize("name", SPOILED)
def test_spoiled_names_are_doubted(name: str) -> None:
    assert find_spoiled(name)


def test_a_doubt_names_row_and_place(tmp_path: Path) -> None:
    listed = read_recipients(write_list(tmp_path, "e-mail;nazwa;język\na@example.org;Nov?kov?;cs\n"))
    (told,) = sayable(listed.warnings)
    assert (told.code, told.values["row"], told.where.line) == ("recipient-stray-signs", 2, 2)


NAMES = ("Jana Nováková", "Jiří Řehoř", "Wiesław Łoś", "Tomáš Dvořák", "Gmina Głuchołazy", "Andrzej Kozieł")


@pytest.mark.parametrize("encoding", ["cp1250", "iso8859_2", "cp852", "mac_latin2"])
@pytest.mark.parametrize("name", NAMES)
def test_every_code_page_of_an_office_is_read(tmp_path: Path, name: str, encoding: str) -> None:
    listed = read_recipients(
        write_list(tmp_path, f"e-mail;name;language\nu@example.org;{name};cs\n", encoding)
    )
    assert listed.recipients[0].name == name


@pytest.mark.parametrize("encoding", ["cp437", "cp850"])
def test_other_pages_of_dos_are_read_as_far_as_they_agree(tmp_path: Path, encoding: str) -> None:
    text = "e-mail;name;language\nu@example.org;Jana Nováková;cs\nv@example.org;Günther Müller;cs\n"
    listed = read_recipients(write_list(tmp_path, text, encoding))
    assert [one.name for one in listed.recipients] == ["Jana Nováková", "Günther Müller"]


@pytest.mark.parametrize("name", ["José Núñez", "Ñuñoa"])
def test_what_no_page_explains_is_refused(tmp_path: Path, name: str) -> None:
    path = write_list(tmp_path, f"e-mail;name;language\nu@example.org;{name};cs\n", "cp437")
    assert codes(refusals(lambda: read_recipients(path))) == ["recipients-encoding"]


BOOKS = {
    "Google, old": (
        "Name,Given Name,Additional Name,Family Name,Language,E-mail 1 - Type,E-mail 1 - Value\n"
        "Jan Nowak,Jan,,Nowak,Polish,* Home,jan@example.org\n"
    ),
    "Google, new": (
        "First Name,Middle Name,Last Name,Language,E-mail 1 - Label,E-mail 1 - Value\n"
        "Jan,,Nowak,pl,Home,jan@example.org\n"
    ),
    "Outlook": '"First Name","Last Name","E-mail Address","Language"\nJan,Nowak,jan@example.org,Polish\n',
    "Outlook in Polish": (
        '"Imię","Drugie imię","Nazwisko","Adres e-mail","Typ e-mail","Język"\n'
        "Jan,,Nowak,jan@example.org,SMTP,polski\n"
    ),
    "Outlook in Czech": "Titul;Jméno;Příjmení;E-mailová adresa;Jazyk\n"
    "pan;Jan;Nowak;jan@example.org;polština\n",
    "a title above": "Lista adresowa\nstan na 1.03.2026;;\n\n"
    "e-mail;nazwa;język\njan@example.org;Jan Nowak;pl\n",
    "two titles with signs": "Seznam; adres\n;;\ne-mail,jméno,jazyk\njan@example.org,Jan Nowak,pl\n",
    "names before addresses": "e-mail;język\nJan Nowak <jan@example.org>;pl\n",
    "a name column too": "e-mail;nazwa;język\nBiuro <jan@example.org>;Jan Nowak;pl\n",
    "links": "e-mail;nazwa;język\nmailto:jan@example.org;Jan Nowak;pl\n",
}


@pytest.mark.parametrize("name", BOOKS)
def test_address_books_are_understood(tmp_path: Path, name: str) -> None:
    listed = read_recipients(write_list(tmp_path, BOOKS[name]))
    (one,) = listed.recipients
    assert (str(one.address), one.name, one.language) == ("jan@example.org", "Jan Nowak", "pl")
    assert one.cells["address"] == "jan@example.org"
    assert listed.rejected == ()


def test_rows_under_titles_are_counted_as_the_spreadsheet_does(tmp_path: Path) -> None:
    listed = read_recipients(write_list(tmp_path, BOOKS["a title above"] + "nobody;X;pl\n"))
    assert [(told.code, told.values["row"]) for told in listed.rejected] == [("recipient-address", 6)]
