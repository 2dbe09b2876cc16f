"""Takes the bytes of a PDF, gives a reader that finds misplaced objects in one pass; never mends the file."""

from __future__ import annotations

import logging
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import IndirectObject, PdfObject

from layout.model.patterns import late_pattern

_HEADER = late_pattern(rb"(?<!\d)(\d{1,10})\s{1,9}(\d{1,5})\s{1,9}obj\b")
_AT_START = late_pattern(rb"\s*" + _HEADER.pattern.removeprefix(rb"(?<!\d)"))

LONGEST_HEADER = 60

_LOG = logging.getLogger("pypdf")


class IndexedReader(PdfReader):
    """PdfReader searches the whole file for each object that is not where the cross-references say.

    A file with thousands of them would take quadratic time; here one pass finds them all. Of several objects
    of one number the last counts, as for programs that rebuild the table; pypdf may take another. What was
    found elsewhere is told to the log named "pypdf", as its own finds are.
    """

    def __init__(self, source: bytes) -> None:
        self._source = source
        self._places: dict[tuple[int, int], int] | None = None
        super().__init__(BytesIO(source))

    def get_object(self, indirect_reference: int | IndirectObject) -> PdfObject | None:
        reference = indirect_reference
        if isinstance(reference, int):
            reference = IndirectObject(reference, 0, self)
        number, generation = reference.idnum, reference.generation
        if (generation, number) not in self.resolved_objects and not self._is_placed(number, generation):
            place = self._find(number, generation)
            if place is None:
                return None
            _LOG.warning("Object %d %d found", number, generation)
            self.xref.setdefault(generation, {})[number] = place
        return super().get_object(reference)

    def _is_placed(self, number: int, generation: int) -> bool:
        if generation == 0 and number in self.xref_objStm:
            return True
        if self.xref_free_entry.get(generation, {}).get(number, False):
            return True
        place = self.xref.get(generation, {}).get(number)
        if place is None:
            return False
        header = _AT_START.match(self._source[place : place + LONGEST_HEADER])
        return header is not None and (int(header[1]), int(header[2])) == (number, generation)

    def _find(self, number: int, generation: int) -> int | None:
        """Where the object really is; of several the last, which is the newest."""
        if self._places is None:
            self._places = {
                (int(header[1]), int(header[2])): header.start() for header in _HEADER.finditer(self._source)
            }
        return self._places.get((number, generation))
