"""Takes an XML file from elsewhere, gives its root; refuses all by which a small file can grow."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from layout.model.diagnostic import Rejected, Span

LARGEST_XML = 48_000_000
"""Bytes; the passages of a thousand pages have a tenth of them."""
DEEPEST = 200
_DOORS = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!ENTITY", "<!doctype")
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)
"""Where entities come in, and with them files from elsewhere."""


def parse_xml(data: bytes, where: Span) -> Element:
    """The root element; raises Rejected for what is too large, too deep, broken, or declares a type."""
    if len(data) > LARGEST_XML or any(door in data for door in _DOORS):
        raise Rejected.one("exchange-unsafe", where)
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, LookupError, ValueError):
        raise Rejected.one("exchange-broken", where) from None
    level, depth = [root], 0
    while level:
        depth += 1
        if depth > DEEPEST:
            raise Rejected.one("exchange-unsafe", where)
        level = [child for element in level for child in element]
    return root
