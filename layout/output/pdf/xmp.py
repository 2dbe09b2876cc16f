"""Takes properties by their names, gives the XMP packet that states them (ISO 16684-1); knows no file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from layout.model.records import Struct

NAMESPACES: Mapping[str, str] = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfx": "http://ns.adobe.com/pdfx/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}

DEFAULT = "x-default"
"""The language of the words that are shown where the reader's is not among them."""


class WordsByLanguage(Struct, frozen=True):
    """A property in several languages: pairs of language and words, the first for all others (`DEFAULT`)."""

    words: tuple[tuple[str, str], ...]


class ValueList(Struct, frozen=True):
    """A property of several values, in order or without one."""

    values: tuple[str, ...]
    ordered: bool


XmpValue = str | WordsByLanguage | ValueList


class ExtensionSchema(Struct, frozen=True):
    """Description of properties that PDF/A does not know (ISO 19005-2, 6.6.2.3.3): name, type and meaning."""

    title: str
    prefix: str
    properties: tuple[tuple[str, str, str], ...]


def write_packet(properties: Mapping[str, XmpValue], schemas: Sequence[ExtensionSchema] = ()) -> bytes:
    """The packet of `properties` by their qualified names.

    It is not padded and says that it is not to be written in: a finished file is not edited.
    """
    lines = [
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
        *_describe(properties, (_element(name, value) for name, value in properties.items())),
    ]
    if schemas:
        known = ("pdfaExtension:", "pdfaSchema:", "pdfaProperty:")
        bag = "".join(map(_schema, schemas))
        lines += _describe(known, [f"<pdfaExtension:schemas>{_bag(bag)}</pdfaExtension:schemas>"])
    return "\n".join([*lines, "</rdf:RDF>", "</x:xmpmeta>", '<?xpacket end="r"?>']).encode()


def _describe(names: Sequence[str] | Mapping[str, XmpValue], lines: Iterator[str] | list[str]) -> list[str]:
    """One description with the namespaces of the names in it."""
    prefixes = dict.fromkeys(name.partition(":")[0] for name in names)
    spaces = "".join(f" xmlns:{prefix}={quoteattr(NAMESPACES[prefix])}" for prefix in prefixes)
    return [f'<rdf:Description rdf:about=""{spaces}>', *lines, "</rdf:Description>"]


def _element(name: str, value: XmpValue) -> str:
    return f"<{name}>{_value(value)}</{name}>"


def _value(value: XmpValue) -> str:
    match value:
        case WordsByLanguage(words):
            spoken = "".join(_item(text, f" xml:lang={quoteattr(code)}") for code, text in words)
            return f"<rdf:Alt>{spoken}</rdf:Alt>"
        case ValueList(values, ordered):
            items = "".join(map(_item, values))
            return f"<rdf:Seq>{items}</rdf:Seq>" if ordered else _bag(items)
        case _:
            return escape(value)


def _item(text: str, language: str = "") -> str:
    return f"<rdf:li{language}>{escape(text)}</rdf:li>"


def _bag(items: str) -> str:
    return f"<rdf:Bag>{items}</rdf:Bag>"


def _schema(schema: ExtensionSchema) -> str:
    described = "".join(
        _resource(
            "pdfaProperty",
            {"name": name, "valueType": kind, "category": "internal", "description": meaning},
        )
        for name, kind, meaning in schema.properties
    )
    head = {"schema": schema.title, "namespaceURI": NAMESPACES[schema.prefix], "prefix": schema.prefix}
    properties = f"<pdfaSchema:property><rdf:Seq>{described}</rdf:Seq></pdfaSchema:property>"
    return _resource("pdfaSchema", head, properties)


def _resource(prefix: str, fields: Mapping[str, str], more: str = "") -> str:
    inside = "".join(_element(f"{prefix}:{name}", value) for name, value in fields.items())
    return f'<rdf:li rdf:parseType="Resource">{inside}{more}</rdf:li>'
