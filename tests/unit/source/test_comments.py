"""Comments by line numbers are read from what readers of a proof send: a CSV file or a Word document."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from layout.model.diagnostic import Rejected
from layout.source.exchange.comments import read_comments

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(rows: list[list[str]], paragraphs: tuple[str, ...] = ()) -> bytes:
    def paragraph(text: str) -> str:
        return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"

    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    body = (
        "".join(map(paragraph, paragraphs))
        + f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
    )
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        )
    return buffer.getvalue()


def comments(path: Path, data: bytes) -> list[tuple[int, int, str]]:
    path.write_bytes(data)
    return [(one.first, one.last, one.text) for one in read_comments(path).comments]


@pytest.mark.parametrize(
    "data",
    [
        b"line;comment\n12;too long\n",
        b"12,too long\n",
        b"12\ttoo long\n",
        "\ufeff„12”;too long\n".encode(),
        "12;too long\r\n".encode("utf-16"),
        word([["Wiersz", "Uwaga"], ["12", "too long"]]),
        word([["12.", "", "too long"]]),
        word([], ("Korekta", "12: too long")),
        word([], ("w. 12 – too long",)),
        word([], ("Řádek 12: too long",)),
    ],
)
def test_a_number_and_a_comment_are_found(tmp_path: Path, data: bytes) -> None:
    assert comments(tmp_path / "in", data) == [(12, 12, "too long")]


@pytest.mark.parametrize("typed", ["12-14", "12–14", "12 do 14", "12 až 14", "w. 12—14"])
def test_a_stretch_of_lines_is_one_comment(tmp_path: Path, typed: str) -> None:
    assert comments(tmp_path / "in", f"{typed};x\n".encode()) == [(12, 14, "x")]


def test_rows_without_a_number_are_told(tmp_path: Path) -> None:
    path = tmp_path / "in"
    path.write_bytes(b"line;comment\n1;a\n;b\nsome words;c\n")
    sheet = read_comments(path)
    assert [(one.code, one.where.line) for one in sheet.warnings] == [
        ("comment-without-line", 3),
        ("comment-without-line", 4),
    ]


def test_a_file_without_comments_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Rejected) as refused:
        comments(tmp_path / "in", b"a;b\n")
    assert refused.value.diagnostics[0].code == "comments-none"
