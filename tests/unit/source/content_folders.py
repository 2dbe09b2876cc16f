"""Writes small content folders for tests."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from pathlib import Path

BROCHURE = """\
title: {pl: Dwa brzegi, cs: Dva břehy}
languages: [pl, cs]
date: 2026-11-22
publisher: {pl: Wydawca, cs: Vydavatel}
sections: [sections/one.yaml]
"""

SECTION = "- paragraph: {pl: Tekst., cs: Text.}\n"


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + _chunk(b"IDAT", zlib.compress(b"\0\0"))
    + _chunk(b"IEND", b"")
)


def write_content(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """A content folder with one section and one picture; `files` adds to these or replaces them."""
    whole: dict[str, str | bytes] = {
        "brochure.yaml": BROCHURE,
        "sections/one.yaml": SECTION,
        "images/map.png": PNG,
    }
    for name, text in {**whole, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder
