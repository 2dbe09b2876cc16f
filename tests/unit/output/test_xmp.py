"""Takes properties of each kind, expects an XMP packet that an XML reader gives back."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

import pytest

from layout.output.pdf.identity import derive_identifier, document_information, xmp_information
from layout.output.pdf.xmp import NAMESPACES, ExtensionSchema, ValueList, WordsByLanguage, write_packet

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def qualified(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def read(packet: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(packet.decode("utf-8"))


def test_every_kind_of_value_comes_back() -> None:
    tree = read(
        write_packet(
            {
                "pdf:Producer": "a < b & c",
                "dc:title": WordsByLanguage((("x-default", "Ř & Ł"), ("cs", "Ř"))),
                "dc:creator": ValueList(("one", "two"), ordered=True),
                "dc:language": ValueList(("pl", "cs"), ordered=False),
            }
        )
    )
    assert tree.findtext(f".//{qualified('pdf:Producer')}") == "a < b & c"
    title = tree.findall(f".//{qualified('dc:title')}/{RDF}Alt/{RDF}li")
    assert [(item.get(LANGUAGE), item.text) for item in title] == [("x-default", "Ř & Ł"), ("cs", "Ř")]
    for name, kind in (("dc:creator", "Seq"), ("dc:language", "Bag")):
        assert len(tree.findall(f".//{qualified(name)}/{RDF}{kind}/{RDF}li")) == 2


def test_a_schema_that_pdf_a_does_not_know_is_described() -> None:
    schema = ExtensionSchema("Marks", "pdfuaid", (("part", "Integer", "Which part"),))
    tree = read(write_packet({"pdfuaid:part": "1"}, [schema]))
    assert tree.findtext(f".//{qualified('pdfaSchema:namespaceURI')}") == NAMESPACES["pdfuaid"]
    assert tree.findtext(f".//{qualified('pdfaProperty:valueType')}") == "Integer"


@pytest.mark.parametrize("author", ["Město & obec", ""])
def test_information_and_properties_agree(author: str) -> None:
    day = date(2026, 11, 22)
    told = document_information("Dwa brzegi", author, day)
    tree = read(write_packet(xmp_information("Dwa brzegi", author, day)))
    assert tree.findtext(f".//{qualified('dc:title')}//{RDF}li") == told["/Title"]
    assert tree.findtext(f".//{qualified('dc:creator')}//{RDF}li") == told.get("/Author")
    assert tree.findtext(f".//{qualified('pdf:Producer')}") == told["/Producer"]
    assert told["/CreationDate"] == "D:20261122000000Z"
    assert tree.findtext(f".//{qualified('xmp:CreateDate')}") == "2026-11-22T00:00:00Z"


def test_an_identifier_tells_where_one_ground_ends() -> None:
    assert derive_identifier(b"ab", b"c") == derive_identifier(b"ab", b"c")
    assert derive_identifier(b"ab", b"c") != derive_identifier(b"a", b"bc")
    assert len(derive_identifier()) == 16
