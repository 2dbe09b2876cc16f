"""Hostile and mutated font programs end in their glyphs or in a refusal, in bounded time and memory."""

from __future__ import annotations

import random
import struct
import time
import tracemalloc
from collections.abc import Callable
from functools import cache
from itertools import accumulate
from typing import Any

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen

from layout.preflight.text.programs import UnreadableFontError, read_program
from tests.faults.paper import small_font

PATIENCE = 10.0
"""Seconds after which one program has taken too long on a busy machine."""
ROOM = 300 << 20
"""Bytes one program may take while it is read."""
CASES = 1_000


def index(*members: bytes) -> bytes:
    """An INDEX (Adobe Technical Note 5176, 5) with offsets of four bytes."""
    offsets = accumulate(map(len, members), initial=1)
    return (
        struct.pack(">HB", len(members), 4)
        + b"".join(struct.pack(">I", offset) for offset in offsets)
        + b"".join(members)
    )


def entry(value: int, *operator: int) -> bytes:
    """A dictionary's whole number of five bytes with its operator."""
    return b"\x1d" + struct.pack(">i", value) + bytes(operator)


def cff(strings: bytes, glyphs: int, charset: bytes) -> bytes:
    """A CFF program whose glyphs are empty."""
    head = b"\1\0\4\4" + index(b"Font")
    size = len(head) + len(index(entry(0, 15) + entry(0, 17))) + len(strings) + 2
    top = entry(size, 15) + entry(size + len(charset), 17)
    return head + index(top) + strings + b"\0\0" + charset + index(*[b"\x0e"] * glyphs)


def overlapping_strings() -> bytes:
    """Thirty thousand strings, each of them all bytes of the file: 30 GB if believed."""
    size = 1_000_000
    offsets = b"".join(struct.pack(">I", size if at % 2 else 1) for at in range(60_001))
    return cff(struct.pack(">HB", 60_000, 4) + offsets + b"x" * size, 2, b"\0\0\1")


def endless_dictionary() -> bytes:
    return b"\1\0\4\4" + index(b"Font") + index(b"\x8b" * 8_000_000) + index() + b"\0\0"


def sfnt(cmap: bytes) -> bytes:
    """A TrueType program of nothing but a count of glyphs and a cmap."""
    tables = {b"cmap": cmap, b"glyf": b"\0", b"loca": b"\0\0\0\0", b"maxp": struct.pack(">IH", 0x5000, 3)}
    at, directory = 12 + 16 * len(tables), b""
    for tag, table in tables.items():
        directory += struct.pack(">4sIII", tag, 0, at, len(table))
        at += len(table)
    return struct.pack(">IHHHH", 0x10000, len(tables), 0, 0, 0) + directory + b"".join(tables.values())


def cmap(maps: int, *groups: tuple[int, int, int], entries: int = 1) -> bytes:
    """So many maps of format 12 with these groups, each under so many entries."""
    body = struct.pack(">HHIII", 12, 0, 16 + 12 * len(groups), 0, len(groups))
    body += b"".join(struct.pack(">III", *group) for group in groups)
    first = 4 + 8 * maps * entries
    starts = [first + number * len(body) for number in range(maps) for _ in range(entries)]
    listed = b"".join(struct.pack(">HHI", 3, 10, start) for start in starts)
    return struct.pack(">HH", 0, len(starts)) + listed + body * maps


BOMBS: dict[str, Callable[[], bytes]] = {
    "strings that overlap": overlapping_strings,
    "a dictionary without an operator": endless_dictionary,
    "a map of all there is": lambda: sfnt(cmap(1, (0, 0x10FFFF, 1))),
    "maps of all there is, unfolded at once": lambda: sfnt(cmap(1_000, (0, 0x10FFFF, 1), entries=2)),
    "many maps": lambda: sfnt(cmap(20_000, (1, 1, 1))),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_refused_before_it_goes_off(bomb: str) -> None:
    data = BOMBS[bomb]()
    tracemalloc.start()
    started = time.monotonic()
    try:
        with pytest.raises(UnreadableFontError):
            read_program(data)
        assert tracemalloc.get_traced_memory()[1] < ROOM
    finally:
        tracemalloc.stop()
    assert time.monotonic() - started < PATIENCE


def test_a_charset_of_one_name_takes_no_longer_than_another() -> None:
    glyphs = 60_000
    started = time.monotonic()
    found = read_program(cff(index(), glyphs, b"\0" + b"\0\1" * (glyphs - 1)))
    assert (found.count, found.by_name) == (glyphs, {".notdef": 0, "space": 1})
    assert time.monotonic() - started < PATIENCE


def test_a_sound_map_of_groups_is_read() -> None:
    found = read_program(sfnt(cmap(1, (0x41, 0x43, 1), (0x1F600, 0x1F600, 2))))
    assert found.by_unicode == {0x41: 1, 0x42: 2, 0x43: 3, 0x1F600: 2}


def test_two_entries_share_a_map() -> None:
    body = struct.pack(">HHH", 0, 262, 0) + bytes(code if code == 2 else 0 for code in range(256))
    head = struct.pack(">HHHHIHHI", 0, 2, 1, 0, 20, 3, 1, 20)
    found = read_program(sfnt(head + body))
    assert found.by_mac == found.by_unicode == {2: 2}


def test_a_cid_is_looked_up_in_the_charset() -> None:
    keyed = entry(391, 12, 30)[:-2] + entry(392)[:5] + entry(0)[:5] + b"\x0c\x1e"
    head = b"\1\0\4\4" + index(b"Font")
    strings = index(b"Adobe", b"Identity")
    size = len(head) + len(index(keyed + entry(0, 15) + entry(0, 17))) + len(strings) + 2
    charset = b"\0\0\7\0\x2a"
    top = keyed + entry(size, 15) + entry(size + len(charset), 17)
    data = head + index(top) + strings + b"\0\0" + charset + index(*[b"\x0e"] * 3)
    assert read_program(data).by_cid == {0: 0, 7: 1, 42: 2}


@cache
def programs() -> tuple[bytes, ...]:
    """Small sound programs: TrueType, OpenType with CFF, CFF alone."""
    builder = FontBuilder(1000, isTTF=False)
    names = (".notdef", "A", "Aogonek", "zcaron.alt")
    builder.setupGlyphOrder(list(names))
    builder.setupCharacterMap({65: "A", 0x104: "Aogonek", 0x1F600: "zcaron.alt"})
    pen: Any = T2CharStringPen(500, None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 500))
    pen.closePath()
    builder.setupCFF("Test", {}, dict.fromkeys(names, pen.getCharString()), {})
    table = builder.font["CFF "].compile(builder.font)
    wrapped = struct.pack(">4sHHHH4sIII", b"OTTO", 1, 0, 0, 0, b"CFF ", 0, 28, len(table)) + table
    return (small_font()[0], wrapped, table, sfnt(cmap(2, (0x41, 0x43, 1), (0x61, 0x63, 1))))


@pytest.mark.parametrize("batch", range(4))
def test_a_mutated_program_is_read_or_refused(batch: int) -> None:
    """Nothing but UnreadableFontError comes out, and what comes out whole is whole numbers."""
    read = 0
    for case in range(CASES // 4):
        chance = random.Random(10_000 * batch + case)
        changed = bytearray(chance.choice(programs()))
        for _ in range(chance.choice((1, 1, 2, 6, 20))):
            at = chance.randrange(min(len(changed), chance.choice((60, 400, 1 << 20))))
            if chance.random() < 0.2 and len(changed) > 100:
                del changed[at : at + chance.choice((1, 2, 40))]
            else:
                changed[at] = chance.choice((0, 1, 127, 255, chance.randrange(256)))
        started = time.monotonic()
        try:
            found = read_program(bytes(changed))
        except UnreadableFontError:
            continue
        finally:
            assert time.monotonic() - started < PATIENCE
        read += 1
        for codes in (found.by_unicode, found.by_symbol, found.by_mac, found.by_name, found.built_in):
            assert all(isinstance(glyph, int) and glyph >= 0 for glyph in codes.values())
    assert read > CASES // 40, "some mutations do no harm"
