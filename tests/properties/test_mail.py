"""Whatever a list or a template holds: headers stay headers, values arrive whole, tables read as written."""

from __future__ import annotations

import csv
import email
import io
from email.header import decode_header, make_header
from email.utils import parseaddr

from fast_mail_parser import parse_email
from hypothesis import example, given, settings
from hypothesis import strategies as st

from layout.mail.base64_lines import Encoder, encode_lines
from layout.mail.headers import encode_mailbox, encode_parameter, encode_text
from layout.model.diagnostic import Span
from layout.model.plain_letters import ascii_file_name, plain_key
from layout.model.products.mailing import Address, Placeholder
from layout.source.recipients.addresses import parse_address
from layout.source.recipients.tables import DELIMITERS, read_table
from layout.source.recipients.templates import parse_template

LETTERS = "aábcčdďeéěłŁśŻzžů Oo  .,;:'\"()<>@-–„”“=?_\\/[]&%*"
words = st.one_of(st.text(LETTERS, min_size=1, max_size=150), st.text(max_size=80)).filter(
    lambda text: text.split() and all(letter.isprintable() or letter.isspace() for letter in text)
)
JAN = Address("jan.novak", "example.org")


def lines_of(message: bytes) -> list[bytes]:
    assert b"\n" not in message.replace(b"\r\n", b"")
    return message.split(b"\r\n")


@given(words)
@example("=?utf-8?q?x?=")
@example("x" * 140)
@example("Novák, Jan")
@settings(max_examples=150, deadline=None)
def test_a_subject_arrives_whole_and_alone(text: str) -> None:
    message = f"Subject: {encode_text('Subject', text)}\r\n\r\n".encode("ascii")
    expected = " ".join(text.split())
    assert max(map(len, lines_of(message))) <= 78
    old = email.message_from_bytes(message)
    assert old.keys() == ["Subject"]
    assert str(make_header(decode_header(old["Subject"].replace("\r\n", "")))) == expected
    assert parse_email(message).subject == expected


@given(words)
@example("=?utf-8?q?x?=")
@example("x" * 140)
@example("Novák, Jan")
@settings(max_examples=150, deadline=None)
def test_a_name_arrives_whole_with_its_address(text: str) -> None:
    message = f"To: {encode_mailbox('To', text, JAN)}\r\n\r\n".encode("ascii")
    expected = " ".join(text.split())
    assert max(map(len, lines_of(message))) <= 78
    old = email.message_from_bytes(message)
    assert old.keys() == ["To"]
    shown, address = parseaddr(old["To"].replace("\r\n", ""))
    assert address == str(JAN)
    assert str(make_header(decode_header(shown))) == expected
    (other,) = parse_email(message).to
    assert (other.display_name, other.address) == (expected, str(JAN))


@given(st.text(LETTERS + "𝒳", min_size=1, max_size=120).map(str.strip).filter(len))
@settings(max_examples=100, deadline=None)
def test_a_file_name_arrives_whole(name: str) -> None:
    value = f"attachment{encode_parameter('filename', name, 'cs')}"
    message = f"Content-Disposition: {value}\r\n\r\n".encode("ascii")
    assert max(map(len, lines_of(message))) <= 78
    assert email.message_from_bytes(message).get_filename() == name
    assert ascii_file_name(name).isascii()
    assert ascii_file_name(ascii_file_name(name)) == ascii_file_name(name)


cells = st.text("ab1;,\t\"'\n\r žŁ", max_size=8)


@given(st.lists(st.lists(cells, min_size=2, max_size=4), min_size=1, max_size=6), st.sampled_from(DELIMITERS))
@settings(max_examples=200, deadline=None)
def test_a_table_reads_as_the_csv_module_wrote_it(rows: list[list[str]], delimiter: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([["x", "y"], *rows])
    text = out.getvalue()
    table = read_table(text.encode(), "list.csv", lambda row: [cell.text for cell in row.cells] == ["x", "y"])
    expected = [[cell.strip() for cell in row] for row in rows]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [row for row in expected if any(row)]
    assert [row.number - 2 for row in table.rows] == [n for n, row in enumerate(expected) if any(row)]
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for row in table.rows:
        for cell in row.cells:
            assert lines[cell.line - 1][cell.column - 1] == '"'


@given(st.binary(max_size=500), st.binary(max_size=500))
@settings(max_examples=100)
def test_what_two_files_share_is_encoded_alike(common: bytes, rest: bytes) -> None:
    encoder = Encoder(common)
    assert b"".join(encoder.encode(common + rest)) == encode_lines(common + rest)
    assert b"".join(encoder.encode(rest)) == encode_lines(rest)


@given(st.text("a{}b \n", max_size=30))
@settings(max_examples=150)
def test_a_template_keeps_every_letter_or_is_refused(text: str) -> None:
    doubled = text.replace("{", "{{").replace("}", "}}")
    template = parse_template(f"{doubled}{{x}}{doubled}", lambda offset: Span("f", 1, offset + 1))
    parts = [part for part in template.parts if isinstance(part, str)]
    (placeholder,) = [part for part in template.parts if isinstance(part, Placeholder)]
    assert "".join(parts) == text * 2
    assert placeholder.where.column == len(doubled) + 1


@given(st.text(max_size=40))
@settings(max_examples=150)
def test_an_address_is_one_token_or_none(text: str) -> None:
    for typed in (text, f"{text}@example.org", f"jan@{text}.org"):
        address = parse_address(typed)
        if address:
            assert len(str(address).split()) == 1
            assert str(address).count("@") == 1
            assert address.domain.isascii()
            assert parse_address(str(address)) == address


@given(st.text(max_size=40))
@settings(max_examples=100)
def test_a_key_is_its_own_key(text: str) -> None:
    assert plain_key(plain_key(text)) == plain_key(text)
    assert plain_key(text.upper()) == plain_key(text.upper().swapcase())
