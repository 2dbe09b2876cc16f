"""Takes pictures as documents carry them, gives those a page can show, with what they show; decodes none."""

from __future__ import annotations

import re

from layout.model.diagnostic import Diagnostic, Severity, Span
from layout.model.patterns import late_pattern
from layout.model.products.signatures import JPEG, PNG
from layout.model.records import Struct
from layout.source.import_text.office.package import OfficePackage
from layout.source.import_text.passages import TakenPicture
from layout.source.nodes.parsing import find_forbidden

MOST_PICTURES = 300
MOST_BYTES = 300_000_000
"""Bytes of all pictures of a document together."""
WIDEST_OF_ITS_OWN = 60.0
"""Millimetres up to which a picture is an emblem or the like, and keeps its width."""
_ENDINGS = (
    (0, JPEG, "jpg"),
    (0, PNG, "png"),
    (0, b"II*\x00", "tif"),
    (0, b"MM\x00*", "tif"),
    (8, b"WEBPVP8", "webp"),
)
_REFUSED = (
    (40, b" EMF", "EMF"),
    (0, b"\xd7\xcd\xc6\x9a", "WMF"),
    (0, b"\x01\x00\x09\x00", "WMF"),
    (0, b"\x02\x00\x09\x00", "WMF"),
    (0, b"GIF8", "GIF"),
    (0, b"BM", "BMP"),
    (0, b"\x1f\x8b", "EMZ / WMZ"),
)
_SVG = late_pattern(rb"<(?:\w+:)?svg[\s>]")
_FILE_NAME = late_pattern(r"\S*[\\/]\S*|.*\.(?:jpe?g|png|gif|bmp|tiff?|emf|wmf|webp|svg)", re.IGNORECASE)
_CAPTION = late_pattern(
    r"(?:rys|ryc|fot|foto|zdj|il|obr|fig|rysunek|rycina|fotografia|zdjęcie|ilustracja|obrázek|obraz|snímek|mapa)"
    r"\.?\s*\d*\s*[.:–-]\s*\S",
    re.IGNORECASE,
)
_TABLE_CAPTION = late_pattern(r"(?:tab|tabela|tabulka)\.?\s*\d+", re.IGNORECASE)


class PlacedPicture(Struct, frozen=True, kw_only=True):
    """A picture as a document names it: a part, None for an address outside; `width` in millimetres."""

    part: str | None
    alternative: str = ""
    decorative: bool = False
    width: float | None = None


class PictureTaker:
    """Takes the pictures of one document out of it, within bounds; tells those that cannot come along."""

    def __init__(self, package: OfficePackage) -> None:
        self._package = package
        self._count = 0
        self._bytes = 0
        self.findings: list[Diagnostic] = []

    def take(self, placed: PlacedPicture, line: int) -> TakenPicture | None:
        """The picture, or None where it stays behind; the place is the paragraph it hangs on."""
        data = self._package.content(placed.part) if placed.part else None
        if data is None:
            self._tell("import-picture-linked", line)
            return None
        kind = ending_of(data)
        if kind is None:
            self._tell("import-picture-kind", line, kind=refused_kind(data))
            return None
        self._count += 1
        self._bytes += len(data)
        if self._count > MOST_PICTURES or self._bytes > MOST_BYTES:
            self._tell("import-picture-too-many", line)
            return None
        return TakenPicture(
            data=data,
            ending=kind,
            alternative=clean_alternative(placed.alternative),
            decorative=placed.decorative,
            width=placed.width if placed.width and 5 <= placed.width <= WIDEST_OF_ITS_OWN else None,
        )

    def _tell(self, code: str, line: int, **values: str) -> None:
        where = Span(self._package.where.file, line, 1)
        self.findings.append(Diagnostic(code, where, values, Severity.WARNING))


def ending_of(data: bytes) -> str | None:
    """The ending of a file that a figure can show, by its first bytes; None for any other."""
    found = next((ending for start, mark, ending in _ENDINGS if data.startswith(mark, start)), None)
    return "svg" if found is None and _SVG.search(data, 0, 4096) else found


def refused_kind(data: bytes) -> str:
    """The name of a kind that no page can show."""
    return next((kind for start, mark, kind in _REFUSED if data.startswith(mark, start)), "?")


def clean_alternative(text: str) -> str:
    """What a picture shows, on one line; empty where a program only wrote the name of its file."""
    line = " ".join(text.split())
    return "" if find_forbidden(line) is not None or _FILE_NAME.fullmatch(line) else line


def begins_caption(text: str) -> bool:
    """Whether words behind a picture begin as its caption does: Rys. 1. Most, Obr. 1: Most."""
    return bool(_CAPTION.match(text))


def begins_table_caption(text: str) -> bool:
    """Whether words before a table begin as its caption does: Tabela 1. Trasy."""
    return bool(_TABLE_CAPTION.match(text))
