"""Takes what a brochure says of itself, gives its XMP packet and Info entries, which agree; asks no clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

CREATOR = "Szpalta"
PRODUCER = "Szpalta, ReportLab, pypdf"


@dataclass(frozen=True, slots=True)
class Publication:
    """A brochure's own words: titles and publishers in both languages, in the order of `languages`.

    `publishers` is empty where none is named.
    """

    titles: tuple[str, str]
    publishers: tuple[str, ...]
    languages: tuple[str, str]
    created: date

    @property
    def title(self) -> str:
        """The title in both languages."""
        return " / ".join(dict.fromkeys(self.titles))


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li>{titles}</rdf:Alt></dc:title>
{creators}<dc:language><rdf:Bag>{languages}</rdf:Bag></dc:language>
<xmp:CreateDate>{day}T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>{day}T00:00:00Z</xmp:ModifyDate>
<xmp:CreatorTool>{creator}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
"""PDF/A-2 does not know `pdfuaid`, so its schema is described (ISO 19005-2, 6.6.2.3.3)."""
_CREATORS = "<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n"


def write_xmp(about: Publication) -> bytes:
    """The XMP packet (ISO 16684-1), with the marks of PDF/A-2a and PDF/UA-1."""
    pairs = zip(about.languages, about.titles, strict=True)
    titles = (f'<rdf:li xml:lang="{language}">{escape(words)}</rdf:li>' for language, words in pairs)
    return _PACKET.format(
        title=escape(about.title),
        titles="".join(titles),
        creators=_CREATORS.format(author=escape(author(about))) if about.publishers else "",
        languages="".join(f"<rdf:li>{language}</rdf:li>" for language in about.languages),
        day=about.created.isoformat(),
        creator=CREATOR,
        producer=PRODUCER,
    ).encode()


def author(about: Publication) -> str:
    """Who publishes, in both languages."""
    return " / ".join(dict.fromkeys(about.publishers))


def info_entries(about: Publication) -> dict[str, str]:
    """The document information dictionary (ISO 32000-1, 14.3.3), equal to the XMP."""
    day = f"D:{about.created:%Y%m%d}000000Z"
    return {
        "/Title": about.title,
        **({"/Author": author(about)} if about.publishers else {}),
        "/Creator": CREATOR,
        "/Producer": PRODUCER,
        "/CreationDate": day,
        "/ModDate": day,
    }
