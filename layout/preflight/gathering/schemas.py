"""Takes an XMP packet that can be read, gives what an archive's must not have; never reads its properties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from layout.model.patterns import late_pattern
from layout.preflight.reading import objects as pdf

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
DESCRIBED = "{http://www.aiim.org/pdfa/ns/schema#}namespaceURI"

KNOWN = frozenset(
    (
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "http://www.w3.org/XML/1998/namespace",
        "http://purl.org/dc/elements/1.1/",
        "http://ns.adobe.com/xap/1.0/",
        "http://ns.adobe.com/xap/1.0/rights/",
        "http://ns.adobe.com/xap/1.0/mm/",
        "http://ns.adobe.com/xap/1.0/bj/",
        "http://ns.adobe.com/xap/1.0/t/pg/",
        "http://ns.adobe.com/xmp/1.0/DynamicMedia/",
        "http://ns.adobe.com/pdf/1.3/",
        "http://ns.adobe.com/photoshop/1.0/",
        "http://ns.adobe.com/camera-raw-settings/1.0/",
        "http://ns.adobe.com/tiff/1.0/",
        "http://ns.adobe.com/exif/1.0/",
        "http://ns.adobe.com/exif/1.0/aux/",
        "http://www.aiim.org/pdfa/ns/id/",
        "http://www.aiim.org/pdfa/ns/extension/",
    )
)
"""Namespaces of the XMP specification of 2005, with those of PDF/A itself."""

_WRAPPER = late_pattern(rb"<\?xpacket\s+begin=(.*?)\?>", re.DOTALL)


def packet_faults(stream: pdf.Stream, data: bytes) -> Iterator[str]:
    """Names of what is wrong with an XMP stream's entries, its packet's attributes or its encoding."""
    if (pdf.name(pdf.entry(stream, "Type")), pdf.name(pdf.entry(stream, "Subtype"))) != ("Metadata", "XML"):
        yield "Type"
    wrapper = _WRAPPER.search(data)
    for attribute in (b"bytes", b"encoding"):
        if wrapper and re.search(rb"\b" + attribute + rb"\s*=", wrapper.group(1)):
            yield attribute.decode("ascii")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        yield "UTF-8"


def undescribed_schemas(data: bytes) -> tuple[str, ...]:
    """Namespaces of properties that PDF/A does not know and the packet not describe; `data` is sound XML."""
    root = ElementTree.fromstring(data.strip(b"\0 \t\r\n"))
    used: set[str] = set()
    for top in root.iter(f"{RDF}RDF"):
        for description in top.findall(f"{RDF}Description"):
            tags = (*description.attrib, *(child.tag for child in description))
            used.update(tag.removeprefix("{").partition("}")[0] for tag in tags if "}" in tag)
    described = {(element.text or "").strip() for element in root.iter(DESCRIBED)}
    described.update(e.get(DESCRIBED, "") for e in root.iter(f"{RDF}Description"))
    return tuple(sorted(used - KNOWN - described))
