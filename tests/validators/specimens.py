"""The good specimens: tag trees written as data, and the metadata that both standards want."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Union


@dataclass(frozen=True, slots=True)
class Leaf:
    """One line of text on a page (from 0); `actual` is how it reads where that differs from the letters."""

    text: str
    page: int = 0
    actual: str | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A filled square on a page: a picture's leaf."""

    page: int = 0


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link's annotation: to a web address, or to another page where `uri` is None."""

    contents: str
    uri: str | None = None
    page: int = 0


@dataclass(frozen=True, slots=True)
class Element:
    """A structure element; `attributes` are its owner's, for instance /Table's /Scope."""

    tag: str
    kids: tuple[Kid, ...] = ()
    lang: str | None = None
    alt: str | None = None
    owner: str | None = None
    attributes: Mapping[str, str | float | tuple[float, ...]] = field(default_factory=dict)


Kid = Union["Element", Leaf, Drawn, Annotation]


def say(tag: str, polish: str, czech: str) -> tuple[Element, Element]:
    """A pair of elements of one kind, each with its language."""
    return (
        Element(tag, (Leaf(polish),), lang="pl-PL"),
        Element(tag, (Leaf(czech),), lang="cs-CZ"),
    )


SMALLEST = Element(
    "Document",
    (
        Element(
            "Part",
            (*say("H1", "Dwa brzegi", "Dva břehy"), *say("P", "Zażółć gęślą jaźń.", "Příliš žluťoučký kůň.")),
        ),
    ),
)
"""One page, a heading and a paragraph in both languages."""


def _contents_entry(text: str, contents: str, lang: str) -> Element:
    link = Element("Link", (Leaf(text), Annotation(contents)))
    return Element("TOCI", (Element("Reference", (link,)),), lang=lang)


def _item(label: str, text: str, lang: str) -> Element:
    return Element("LI", (Element("Lbl", (Leaf(label),)), Element("LBody", (Leaf(text),))), lang=lang)


def _cell(tag: str, polish: str, czech: str, scope: str | None = None) -> Element:
    owner, attributes = ("Table", {"Scope": scope}) if scope else (None, {})
    return Element(tag, say("P", polish, czech), owner=owner, attributes=attributes)


EVERY_KIND = Element(
    "Document",
    (
        Element(
            "Figure",
            (Drawn(),),
            alt="Okładka: rzeka. / Obálka: řeka.",
            owner="Layout",
            attributes={"BBox": (20, 20, 40, 40), "Placement": "Block"},
        ),
        Element(
            "Part",
            (
                *say("H1", "Spis treści", "Obsah"),
                Element(
                    "TOC",
                    (
                        _contents_entry("Początek 2", "Przejdź do: Początek", "pl-PL"),
                        _contents_entry("Začátek 2", "Přejít na: Začátek", "cs-CZ"),
                    ),
                ),
            ),
        ),
        Element(
            "Part",
            (
                *say("H1", "Początek", "Začátek"),
                *say("H2", "Lista", "Seznam"),
                Element(
                    "P", (Leaf("Akapit dwustro-", actual="Akapit dwustro"), Leaf("nicowy.", 1)), lang="pl-PL"
                ),
                Element(
                    "P",
                    (
                        Leaf("Odstavec s německým slovem"),
                        Element("Span", (Leaf("Oder", 1),), lang="de-DE"),
                        Leaf(".", 1),
                    ),
                    lang="cs-CZ",
                ),
                Element(
                    "L",
                    (_item("•", "jeden", "pl-PL"), _item("•", "dwa", "pl-PL")),
                    owner="List",
                    attributes={"ListNumbering": "Disc"},
                ),
                Element(
                    "L",
                    (_item("1.", "jedna", "cs-CZ"),),
                    owner="List",
                    attributes={"ListNumbering": "Decimal"},
                ),
                Element("BlockQuote", say("P", "„Cytat”", "„Citát“")),
                Element(
                    "Table",
                    (
                        Element(
                            "TR",
                            (
                                _cell("TH", "Termin", "Termín", "Column"),
                                _cell("TH", "Skrót", "Zkratka", "Column"),
                            ),
                        ),
                        Element(
                            "TR", (_cell("TH", "instrument", "nástroj", "Row"), _cell("TD", "ZIT", "ITI"))
                        ),
                    ),
                ),
                Element(
                    "Figure",
                    (Drawn(1),),
                    alt="Mapa. / Mapa.",
                    owner="Layout",
                    attributes={"BBox": (20, 20, 40, 40), "Placement": "Block"},
                ),
                Element("Caption", say("P", "Podpis", "Popisek")),
                Element(
                    "P",
                    (
                        Element(
                            "Link",
                            (
                                Leaf("example.org", 1),
                                Annotation("Strona projektu: example.org", "https://example.org/", 1),
                            ),
                        ),
                    ),
                    lang="pl-PL",
                ),
            ),
        ),
    ),
)
"""Two pages with every kind of element the mail edition writes."""


METADATA = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt>
<rdf:li xml:lang="x-default">Dwa brzegi / Dva břehy</rdf:li>
<rdf:li xml:lang="pl-PL">Dwa brzegi</rdf:li>
<rdf:li xml:lang="cs-CZ">Dva břehy</rdf:li>
</rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>pl-PL</rdf:li><rdf:li>cs-CZ</rdf:li></rdf:Bag></dc:language>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
"""XMP with both identifiers; PDF/A wants the schema of `pdfuaid` described (ISO 19005-2, 6.6.2.3.3)."""
