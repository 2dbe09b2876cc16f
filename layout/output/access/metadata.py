"""Takes what a brochure says of itself, gives its XMP packet and Info entries, which agree; asks no clock."""

from __future__ import annotations

from datetime import date

from layout.model.records import Struct
from layout.output.pdf.identity import document_information, xmp_information
from layout.output.pdf.xmp import ExtensionSchema, ValueList, write_packet


class Publication(Struct, frozen=True):
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

    @property
    def author(self) -> str:
        """Who publishes, in both languages."""
        return " / ".join(dict.fromkeys(self.publishers))


_ACCESSIBLE = ExtensionSchema(
    "PDF/UA identification",
    "pdfuaid",
    (("part", "Integer", "Part of ISO 14289 that the file conforms to"),),
)


def write_xmp(about: Publication) -> bytes:
    """The XMP packet, with the marks of PDF/A-2a and PDF/UA-1."""
    titles = tuple(zip(about.languages, about.titles, strict=True))
    properties = {
        **xmp_information(about.title, about.author, about.created, titles),
        "dc:language": ValueList(about.languages, ordered=False),
        "pdfaid:part": "2",
        "pdfaid:conformance": "A",
        "pdfuaid:part": "1",
    }
    return write_packet(properties, [_ACCESSIBLE])


def info_entries(about: Publication) -> dict[str, str]:
    """The document information dictionary, equal to the XMP."""
    return document_information(about.title, about.author, about.created)
