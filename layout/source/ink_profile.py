"""Takes the bytes of an ICC file, gives why a press cannot work by it; never converts a colour."""

from __future__ import annotations

import struct

HEAD = 128
"""Bytes of the header; the table of tags follows (ICC.1:2010, 7.2 and 7.3)."""
TAG = 12
FROM_INKS, TO_INKS = b"A2B0", b"B2A0"
TABLES = frozenset({b"mft1", b"mft2", b"mAB ", b"mBA "})
"""Types that such a tag may have (ICC.1:2010, 9.2)."""


def find_flaw(data: bytes, converts: bool) -> str | None:
    """The mistake's code where `data` is no whole CMYK profile of a press; None where it is one.

    With `converts` it must also tell the inks of a colour, not only the colour of inks.
    """
    if len(data) < HEAD + 4 or data[36:40] != b"acsp" or int.from_bytes(data[:4], "big") != len(data):
        return "printer-icc-broken"
    if data[12:16] != b"prtr" or data[16:20] != b"CMYK" or data[20:24] not in (b"Lab ", b"XYZ "):
        return "printer-icc-inks"
    tags = _read_tags(data)
    if tags is None or FROM_INKS not in tags:
        return "printer-icc-broken"
    wanted = (FROM_INKS, TO_INKS) if converts else (FROM_INKS,)
    if not tags.keys() >= set(wanted):
        return "printer-icc-one-way"
    return None if all(tags[name] in TABLES for name in wanted) else "printer-icc-broken"


def _read_tags(data: bytes) -> dict[bytes, bytes] | None:
    """The type of each tag by its name; None where one does not lie in the file."""
    count = int.from_bytes(data[HEAD : HEAD + 4], "big")
    first = HEAD + 4 + TAG * count
    if first > len(data):
        return None
    tags: dict[bytes, bytes] = {}
    for name, start, size in struct.iter_unpack(">4sII", data[HEAD + 4 : first]):
        if start < first or size < 8 or start + size > len(data):
            return None
        tags[name] = data[start : start + 4]
    return tags
