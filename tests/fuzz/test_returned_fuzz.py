"""Broken and hostile files at the doors for translations and comments: each is explained, nothing is lost."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest

from layout.model.diagnostic import Rejected
from layout.pipeline.translation.approving import read_readiness
from layout.pipeline.translation.exporting import Wanted, export
from layout.pipeline.translation.returning import update_translation
from layout.resources.messages import explain
from layout.resources.spoken import LANGUAGES
from layout.source.approvals import read_approvals
from layout.source.exchange.comments import read_comments
from layout.source.stale_translations import read_stale

Writer = Callable[..., Path]
MUTATIONS = 120
BOMB = '<?xml version="1.0"?><!DOCTYPE x [{}]><xliff version="1.2"><file><body>&j;</body></file></xliff>'
LINKS = zip("abcdefghi", "bcdefghij", strict=True)
LAUGHS = BOMB.format(
    f'<!ENTITY a "{"ha" * 50}">' + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in LINKS)
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    '<xliff version="1.2"><file><body><trans-unit id="a"><target>&a;</target></trans-unit>'
    "</body></file></xliff>"
)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def unit(target: str, identity: str = "a#0~00000000") -> str:
    return (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file><body>'
        f'<trans-unit id="{identity}"><source>x</source><target>{target}</target></trans-unit>'
        "</body></file></xliff>"
    )


def packed(body: bytes, name: str = "word/document.xml", **extra: bytes) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, body)
        for other, data in extra.items():
            archive.writestr(other, data)
    return buffer.getvalue()


def document(inner: str) -> bytes:
    return packed(f'<w:document xmlns:w="{W}"><w:body>{inner}</w:body></w:document>'.encode())


def row(*cells: str) -> str:
    inner = "".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in cells)
    return f"<w:tbl><w:tr>{inner}</w:tr></w:tbl>"


HOSTILE: dict[str, bytes] = {
    "nothing": b"",
    "zeros": bytes(5000),
    "pdf": b"%PDF-1.7\n",
    "zip without parts": packed(b"x", "a.txt"),
    "torn zip": packed(b"<a/>" * 500)[:200],
    "zip header": b"PK\x03\x04",
    "zip with a body that is no xml": packed(b"\xff\xfe\x00"),
    "bomb of zeros": packed(bytes(60_000_000)),
    "many parts": packed(b"<a/>", **{f"p{number}": b"" for number in range(2100)}),
    "laughs in word": packed(LAUGHS.encode()),
    "file from outside in word": packed(OUTSIDE.encode()),
    "deep word": document("<w:p>" * 5000 + "</w:p>" * 5000),
    "no rows": document("<w:p/>"),
    "row of one cell": document(row("a#0~00000000")),
    "row of three": document(row("a#0~00000000", "x", "y")),
    "identity of signs": document(row("#~", "x", "y")),
    "identity of the parent": document(row("../../etc/passwd#0~00000000", "x", "y")),
    "long identity": document(row("a" * 100_000 + "#~", "x", "y")),
    "long target": document(row("brochure.yaml#title~00000000", "x", "y" * 50_000)),
    "signs that nobody sees": document(row("brochure.yaml#title~00000000", "x", "y\u200f")),
    "long digest": document(row("brochure.yaml#title~" + "0" * 50_000, "x", "y")),
    "nested tables": document("<w:tbl><w:tr><w:tc>" * 50 + "</w:tc></w:tr></w:tbl>" * 50),
    "laughs": LAUGHS.encode(),
    "laughs in utf-16": LAUGHS.replace("1.0", '1.0" encoding="utf-16').encode("utf-16"),
    "file from outside": OUTSIDE.encode(),
    "no xliff": b"<html/>",
    "xliff without units": b'<xliff version="1.2"/>',
    "xliff 2": b'<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file/></xliff>',
    "torn xliff": unit("a").encode()[:150],
    "deep xliff": unit("<g id='1'>" * 3000 + "</g>" * 3000).encode(),
    "codes without numbers": unit("<g>a</g><x/>").encode(),
    "unknown elements": unit("<foo>a<bar/></foo>b").encode(),
    "latin in utf-8": unit("ż").encode("cp1250"),
    "identity without words": unit("a", "").encode(),
    "identity without a digest": unit("a", "brochure.yaml#title~").encode(),
    "identity with signs": unit("a", "#~#~#").encode(),
    "comment and instruction": unit("<!-- a --><?b c?>d").encode(),
    "no target": b'<xliff version="1.2"><file><body><trans-unit id="a"/></body></file></xliff>',
    "surrogate": unit("&#xD800;").encode(),
    "control": unit("&#x7;").encode(),
    "null": unit("a\0b").encode(),
    "large": b"<xliff>" + b" " * 48_100_000,
    "numbers": b"1\n2\n3\n",
    "one quote": b'1;"a\n' + b"b\n" * 1000,
    "huge number": b"99999999999999999999;a\n",
    "minus": b"-1;a\n0;b\n",
    "cells": b"1" + b";a" * 20_000,
    "long cell": b"1;" + b"a" * 300_000,
    "signs": "„1”;–\n².5;x\n".encode(),
    "utf-16": "1;uwaga\n".encode("utf-16"),
    "old code": "1;wątpliwość\n".encode("cp1250"),
}  # fmt: skip


def try_door(door: Callable[[], object]) -> str:
    """What a door makes of it: taken, or refused with words in every language."""
    try:
        door()
    except Rejected as rejected:
        assert all(explain(one, language) for one in rejected.diagnostics for language in LANGUAGES)
        return "refused"
    return "taken"


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_or_say_nothing(write_folder: Writer, tmp_path: Path, name: str) -> None:
    folder = write_folder()
    path = tmp_path / "in"
    path.write_bytes(HOSTILE[name])
    before = snapshot(folder)
    try_door(lambda: update_translation(path, folder))
    assert snapshot(folder) == before
    try_door(lambda: read_comments(path))
    for file, reader in (("approvals.yaml", read_approvals), ("stale-translations.yaml", read_stale)):
        (folder / file).write_bytes(HOSTILE[name][:100_000])
        try_door(lambda reader=reader: reader(folder))  # type: ignore[misc]
        (folder / file).unlink()


def mutate(data: bytes, chance: random.Random) -> bytes:
    """The file with some bytes changed, cut out, doubled or torn off."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(changed))
        kind = chance.randrange(4)
        if kind == 0:
            changed[at] = chance.randrange(256)
        elif kind == 1:
            del changed[at : at + chance.randint(1, 40)]
        elif kind == 2:
            changed[at:at] = changed[at : at + chance.randint(1, 60)]
        else:
            changed[at:at] = chance.choice((b"<", b">", b"&", b"</g>", b"<x id='1'/>", b"\xff", b"~", b"#"))
        changed = changed or bytearray(b"x")
    return bytes(changed)


def mutants(folder: Path) -> Iterator[bytes]:
    for form in ("docx", "xliff"):
        path = folder.parent / f"out.{form}"
        export(folder, path, form, None, Wanted.ALL, force=True)
        data = path.read_bytes()
        for number in range(MUTATIONS):
            chance = random.Random(f"{form} {number}")
            if form == "docx" and number % 2:
                with zipfile.ZipFile(path) as archive:
                    yield packed(mutate(archive.read("word/document.xml"), chance))
            else:
                yield mutate(data, chance)


def test_mutated_files_lose_no_source(write_folder: Writer, tmp_path: Path) -> None:
    """Whatever comes back, the language translated from says what it said, and every file can be read."""
    section = "- paragraph:\n    pl: Zob. **to** i [tam](https://a.example).\n    cs: Viz **to** a [tam](https://a.example).\n"
    folder = write_folder(sections__a_yaml=section)
    sources = [state.pair.text("pl") for state in read_readiness(folder).states]
    outcomes = set()
    for number, data in enumerate(mutants(folder)):
        path = tmp_path / f"in-{number}"
        path.write_bytes(data)
        outcomes.add(try_door(lambda path=path: update_translation(path, folder)))  # type: ignore[misc]
        try_door(lambda path=path: read_comments(path))  # type: ignore[misc]
        assert [state.pair.text("pl") for state in read_readiness(folder).states] == sources
    assert outcomes == {"taken", "refused"}
