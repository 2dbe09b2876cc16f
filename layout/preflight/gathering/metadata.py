"""Takes a document's Info, XMP and output intents, gives them as plain values; never compares them."""

from __future__ import annotations

import re
import struct
from xml.etree import ElementTree

from layout.preflight.facts import IccProfile, Intent, Metadata
from layout.preflight.gathering.schemas import LANGUAGE, RDF, packet_faults, undescribed_schemas
from layout.preflight.reading import objects as pdf
from layout.preflight.reading.limits import Budget

NAMESPACES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://www.npes.org/pdfx/ns/id/": "pdfxid",
    "http://ns.adobe.com/pdfx/1.3/": "pdfx",
    "http://www.aiim.org/pdfa/ns/id/": "pdfaid",
    "http://www.aiim.org/pdfua/ns/id/": "pdfuaid",
}
"""XMP namespaces that are read, with the prefix used in `Metadata.xmp`."""

MAX_XMP = 4 << 20
MAX_INTENTS = 16


def read_metadata(document: pdf.Document, budget: Budget) -> Metadata:
    """Info and XMP of a document; XMP with a DOCTYPE counts as broken, since entities can be bombs."""
    info = pdf.dictionary(pdf.raw(document.trailer, "Info"))
    texts = {key: pdf.text(value) for key, value in pdf.items(info)[:100] if pdf.text(value)}
    stream = pdf.stream(pdf.raw(document.catalog, "Metadata"))
    data = pdf.decode(stream, budget, MAX_XMP) if stream is not None else None
    properties, titles, broken = _read_xmp(data) if data else ({}, {}, stream is not None)
    return Metadata(
        info=texts,
        trapped=pdf.name(pdf.entry(info, "Trapped")),
        has_xmp=stream is not None,
        xmp_broken=broken,
        xmp=properties,
        titles=titles,
        packet=tuple(packet_faults(stream, data)) if stream is not None and data else (),
        undescribed=undescribed_schemas(data) if data and not broken else (),
    )


def _read_xmp(data: bytes) -> tuple[dict[str, str], dict[str, str], bool]:
    if re.search(rb"<!(DOCTYPE|ENTITY)", data[:MAX_XMP], re.IGNORECASE) or b"\0<\0!" in data:
        return {}, {}, True
    try:
        root = ElementTree.fromstring(data.strip(b"\0 \t\r\n"))
    except (ElementTree.ParseError, ValueError, LookupError):
        return {}, {}, True
    properties: dict[str, str] = {}
    titles: dict[str, str] = {}
    for description in root.iter(f"{RDF}Description"):
        for key, value in description.attrib.items():
            _keep(properties, key, value)
        for child in description:
            _keep(properties, child.tag, _value(child))
            if child.tag == "{http://purl.org/dc/elements/1.1/}title":
                for item in child.iter(f"{RDF}li"):
                    titles[item.get(LANGUAGE, "")] = (item.text or "").strip()
    return properties, titles, False


def _keep(properties: dict[str, str], tag: str, value: str) -> None:
    namespace, _, local = tag.removeprefix("{").partition("}")
    prefix = NAMESPACES.get(namespace)
    if prefix and local:
        properties[f"{prefix}:{local}"] = value


def _value(element: ElementTree.Element) -> str:
    """An element's text, that of its default language, or the members of a list with `; ` between."""
    items = list(element.iter(f"{RDF}li"))
    if not items:
        return (element.text or element.get(f"{RDF}resource") or "").strip()
    default = [item for item in items if item.get(LANGUAGE) == "x-default"]
    chosen = default or (items[:1] if items[0].get(LANGUAGE) else items)
    return "; ".join((item.text or "").strip() for item in chosen)


def read_intents(document: pdf.Document, budget: Budget) -> tuple[Intent, ...]:
    """The output intents of a document (ISO 32000-1, 14.11.5)."""
    found = []
    for value in pdf.array(pdf.entry(document.catalog, "OutputIntents"))[:MAX_INTENTS]:
        intent = pdf.dictionary(value)
        raw = pdf.raw(intent, "DestOutputProfile")
        stream = pdf.stream(raw)
        found.append(
            Intent(
                subtype=pdf.name(pdf.entry(intent, "S")),
                identifier=pdf.text(pdf.entry(intent, "OutputConditionIdentifier")),
                registry=pdf.text(pdf.entry(intent, "RegistryName")),
                info=pdf.text(pdf.entry(intent, "Info")),
                profile=read_profile(stream, budget) if stream is not None else None,
                stream=pdf.object_number(raw),
            )
        )
    return tuple(found)


def read_profile(stream: pdf.Stream, budget: Budget) -> IccProfile:
    """The header of an ICC profile (ICC.1:2010, 7.2); not sound where it is none."""
    data = pdf.decode(stream, budget) or b""
    components = pdf.integer(pdf.entry(stream, "N"))
    if len(data) < 132:
        return IccProfile(
            size=len(data), version="", kind="", space="", components=components, description="", sound=False
        )
    size = struct.unpack_from(">I", data)[0]
    sound = data[36:40] == b"acsp" and size <= len(data)
    return IccProfile(
        size=len(data),
        version=f"{data[8]}.{data[9] >> 4}",
        kind=data[12:16].decode("latin-1"),
        space=data[16:20].decode("latin-1"),
        components=components,
        description=_description(data),
        sound=sound,
    )


def _description(data: bytes) -> str:
    """The `desc` tag's text, of either form (ICC.1:2001, 6.5.17; ICC.1:2010, 10.13)."""
    count = min(struct.unpack_from(">I", data, 128)[0], 100)
    for index in range(count):
        at = 132 + 12 * index
        if data[at : at + 4] == b"desc" and at + 12 <= len(data):
            start, length = struct.unpack_from(">II", data, at + 4)
            tag = data[start : start + min(length, 4096)]
            if tag[:4] == b"mluc" and len(tag) >= 28:
                size, offset = struct.unpack_from(">II", tag, 20)
                return tag[offset : offset + size].decode("utf-16-be", "replace")
            if tag[:4] == b"desc" and len(tag) >= 12:
                size = struct.unpack_from(">I", tag, 8)[0]
                return tag[12 : 12 + size].rstrip(b"\0").decode("latin-1")
    return ""
