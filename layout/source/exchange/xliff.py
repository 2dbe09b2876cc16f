"""Takes passages, gives an XLIFF 1.2 file (OASIS, 1 February 2008), and reads one that came back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, tostring
from xml.sax.saxutils import quoteattr

from layout.model.content.exchange import ExchangeUnit, ReturnedUnit
from layout.model.diagnostic import Rejected, Span
from layout.source.exchange.inline_codes import Closing, CodedText, Lone, Opening, Piece, code_text
from layout.source.exchange.xml_reading import parse_xml

SPACE = "urn:oasis:names:tc:xliff:document:1.2"
_TYPES = {"em": "italic", "strong": "bold", "link": "link", "break": "lb"}
"""Kinds of codes as XLIFF names them (2.3: ctype); others are the program's own."""
_SEEN_THROUGH = frozenset({"mrk"})
"""Elements that a translation program puts round words."""
_CODES = frozenset({"g", "x", "bx", "ex", "ph", "it", "bpt", "ept", "sub"})


def write_xliff(units: Iterable[ExchangeUnit], source: str, target: str) -> bytes:
    """A file element for each content file, a unit a passage; languages are tags of BCP 47."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<xliff version="1.2" xmlns="{SPACE}">']
    languages = f"source-language={quoteattr(source)} target-language={quoteattr(target)}"
    for file, group in groupby(units, key=lambda unit: unit.file):
        lines += [f'  <file original={quoteattr(file)} {languages} datatype="plaintext">', "    <body>"]
        for unit in group:
            lines += _write_unit(unit)
        lines += ["    </body>", "  </file>"]
    return "\n".join([*lines, "</xliff>", ""]).encode()


def _write_unit(unit: ExchangeUnit) -> Iterator[str]:
    approved = ' approved="yes"' if unit.approved else ""
    yield f'      <trans-unit id={quoteattr(unit.identity)}{approved} xml:space="preserve">'
    source = code_text(unit.source)
    words, translated = Element("source"), Element("target", {"state": unit.state})
    _write_pieces(words, source)
    if unit.target:
        _write_pieces(translated, code_text(unit.target, like=source))
    place = Element("note", {"from": "szpalta"})
    place.text = f"{unit.file}:{unit.where.line} {unit.kind}"
    remark = Element("note", {"from": "szpalta", "priority": "1"})
    remark.text = unit.remark
    for element in (words, translated, place, *([remark] if unit.remark else [])):
        yield f"        {tostring(element, encoding='unicode')}"
    yield "      </trans-unit>"


def _write_pieces(parent: Element, text: CodedText) -> None:
    stack = [parent]
    for piece in text.pieces:
        if isinstance(piece, str):
            _append(stack[-1], piece)
        elif isinstance(piece, Closing):
            stack.pop()
        else:
            code = text.codes[piece.number]
            kind = _TYPES.get(code.kind, f"x-{code.kind}")
            told = {"xid": code.content} if code.content else {}
            name = "x" if isinstance(piece, Lone) else "g"
            element = SubElement(stack[-1], name, {"id": piece.number, "ctype": kind, **told})
            if isinstance(piece, Opening):
                stack.append(element)


def _append(element: Element, words: str) -> None:
    """Words behind whatever the element holds already."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


def is_xliff(data: bytes) -> bool:
    """Whether bytes begin as an XLIFF file does."""
    return b"<xliff" in data[:4000] or "<xliff".encode("utf-16-le") in data[:8000]


def read_xliff(data: bytes, file: str) -> tuple[tuple[ReturnedUnit, CodedText], ...]:
    """The units that have a target, in order; raises Rejected for what is no XLIFF, or not safe to read."""
    root = parse_xml(data, Span(file))
    if _local(root) != "xliff":
        raise Rejected.one("exchange-broken", Span(file))
    found = []
    for row, unit in enumerate((one for one in root.iter() if _local(one) == "trans-unit"), start=1):
        target = next((child for child in unit if _local(child) == "target"), None)
        pieces = () if target is None else tuple(_merge(_read_pieces(target)))
        if pieces:
            numbers = tuple(piece.number for piece in pieces if isinstance(piece, Opening | Lone))
            words = "".join(piece for piece in pieces if isinstance(piece, str))
            found.append((ReturnedUnit(unit.get("id", ""), words, row, numbers), CodedText(pieces, {})))
    return tuple(found)


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _read_pieces(element: Element) -> Iterator[Piece]:
    if element.text:
        yield element.text
    for child in element:
        name = _local(child)
        number = child.get("id", "?")
        if name == "g":
            yield Opening(number)
            yield from _read_pieces(child)
            yield Closing(number)
        elif name in _CODES:
            yield Lone(number)
        elif name in _SEEN_THROUGH:
            yield from _read_pieces(child)
        if child.tail:
            yield child.tail


def _merge(pieces: Iterable[Piece]) -> Sequence[Piece]:
    """Pieces with lines joined, as typed words are."""
    found: list[Piece] = []
    for piece in pieces:
        words = piece.replace("\n", " ").replace("\t", " ") if isinstance(piece, str) else piece
        if isinstance(words, str) and found and isinstance(found[-1], str):
            found[-1] += words
        else:
            found.append(words)
    return found if any(not isinstance(one, str) or one.strip() for one in found) else ()
