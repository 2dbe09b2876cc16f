"""Takes operators and resources, gives ReportLab's canvas them as they are; decides nothing of a page.

The one place that knows ReportLab's private attributes: a new version of it is answered here.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from datetime import date
from typing import IO, Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from layout.draw.entries import Indirect, PdfEntry, PdfName, Reference, StreamEntry

rl_config.useA85 = 0
"""Streams stay binary: a fifth smaller and faster than ReportLab's text armour."""


class OperatorCanvas(Canvas):
    """ReportLab's canvas without the text state it starts pages with, so that none carries Helvetica.

    Pages are written as operators, which ReportLab has no public way for.
    """

    _doc: Any
    _code: list[str]
    _formsinuse: list[str]
    states: Any = None
    """The pages' graphics states as a dictionary of resources."""
    spaces: dict[str, str]
    """By the name of an object that is a colour space, its name among the pages' resources."""
    drawn: Mapping[str, Mapping[str, PdfEntry]]
    """By kind of resource what the page's drawings refer to."""

    def __init__(self, file: IO[bytes], size: tuple[float, float], version: tuple[int, int], language: str):
        super().__init__(
            file, pagesize=size, pageCompression=1, invariant=1, pdfVersion=version, lang=language
        )
        self.spaces = {}
        self.drawn = {}
        self.document.Catalog.Lang = pdfdoc.PDFString(language)

    @property
    def document(self) -> Any:
        """The objects of the file. Canvas gives them to nobody but its own forms and fonts."""
        return self._doc

    @property
    def fonts(self) -> Any:
        """The pages' dictionary of fonts, which ReportLab fills with its own kinds of fonts alone."""
        return self._doc.idToObject[pdfdoc.BasicFonts]

    def stamp(self, day: date) -> None:
        """Dates the file; publicly ReportLab takes the clock's time or an environment variable."""
        self._doc._timeStamp = _Stamp(day)

    def append(self, operators: str) -> None:
        """Operators as they are. Canvas has methods for some, and writes each call on its own line."""
        self._code.append(operators)

    def use_form(self, name: str) -> None:
        """Lists an XObject among the page's resources. `doForm` and `drawImage` would also paint it."""
        if name not in self._formsinuse:
            self._formsinuse.append(name)

    def close_page(self, number: int) -> None:
        """Ends the page, from 1, and compresses it: ReportLab would keep all of them plain to the end."""
        self.showPage()
        page = self._doc.idToObject[f"Page{number}"]
        stream = pdfdoc.PDFStream(content=zlib.compress(page.stream.encode("latin-1")), filters=[])
        stream.dictionary["Filter"] = pdfdoc.PDFName("FlateDecode")
        page.stream, page.Contents = None, stream

    def _setExtGState(self, obj: Any) -> None:
        obj.ExtGState = self.states

    def _setColorSpace(self, obj: Any) -> None:
        obj._colorsUsed = self.spaces

    def _setShadingUsed(self, obj: Any) -> None:
        """Gives a page whose drawings use resources a dictionary that has them; called last of its kind."""
        obj._shadingUsed = {}
        if not self.drawn:
            return
        resources: Any = pdfdoc.PDFResourceDictionary()
        resources.basicFonts()
        resources.allProcs()
        drawn = {
            kind: {name: spell_entry(entry, self.document) for name, entry in entries.items()}
            for kind, entries in self.drawn.items()
        }
        states = dict(self.states.dict) if self.states is not None else {}
        pictures = dict(obj.XObjects.dict) if obj.XObjects else {}
        resources.ExtGState = states | drawn.get("ExtGState", {})
        resources.XObject = pictures | drawn.get("XObject", {})
        resources.Pattern = drawn.get("Pattern", {})
        resources.setColorSpace(self.spaces)
        obj.Resources = resources

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


class _Stamp:
    """A time stamp of ReportLab's kind that says the brochure's date, at midnight UTC."""

    def __init__(self, day: date) -> None:
        self.tzname = "UTC"
        self.t = 0.0
        self.YMDhms = (day.year, day.month, day.day, 0, 0, 0)
        self.dhh = self.dmm = 0

    @property
    def datetime(self) -> str:
        year, month, day = self.YMDhms[:3]
        return f"{year:04d}-{month:02d}-{day:02d}T00:00:00+00:00"

    @property
    def asctime(self) -> str:
        return self.datetime


def spell_entry(value: PdfEntry, document: Any) -> Any:
    """The value as ReportLab's objects; what stands by reference is added to `document`, inner ones first."""
    match value:
        case PdfName() | str():
            return (pdfdoc.PDFName if isinstance(value, PdfName) else pdfdoc.PDFString)(value)
        case tuple():
            return pdfdoc.PDFArray([spell_entry(item, document) for item in value])
        case Reference() | Indirect():
            return _refer(value, document)
        case StreamEntry():
            return _spell_stream(value, document)
        case Mapping():
            return pdfdoc.PDFDictionary({key: spell_entry(entry, document) for key, entry in value.items()})
        case _:
            return str(value).lower() if isinstance(value, bool) else value


def _refer(value: Reference | Indirect, document: Any) -> Any:
    if isinstance(value, Reference):
        return pdfdoc.PDFObjectReference(value.name)
    return document.Reference(spell_entry(value.value, document))


def _spell_stream(value: StreamEntry, document: Any) -> pdfdoc.PDFStream:
    stream = pdfdoc.PDFStream(content=value.data, filters=[] if value.packed else [pdfdoc.PDFZCompress])
    for key, entry in value.entries.items():
        stream.dictionary[key] = spell_entry(entry, document)
    return stream
