"""What was found on pages that come again: in the same file, judged twice, or in one with the same pages."""

from __future__ import annotations

from hashlib import blake2b

from layout.model.products.publicity import Likeness
from layout.model.records import Struct, field
from layout.preflight.facts import FontFacts, PageFacts
from layout.preflight.graphics.emblem_sight import PublicityFacts
from layout.preflight.reading import objects as pdf
from layout.preflight.reading.limits import Limits

ROOTS = ("Pages", "OCProperties", "AcroForm")
"""Entries of the catalog from which all that pages show is reached."""
MOST_WALKS = 2
"""Files whose pages are kept; a build makes those with the same pages one after the other."""


class Walked(Struct, kw_only=True):
    """What a file's pages and fonts are, and which emblems and logos were seen, by the logos looked for."""

    pages: tuple[PageFacts, ...]
    numbers: dict[int, int]
    """The number of each page by that of its object."""
    fonts: tuple[FontFacts, ...]
    marks: dict[tuple[Likeness, ...], PublicityFacts] = field(default_factory=dict)


Key = tuple[bytes, bool]
"""The pages' digest, and whether they were sketched."""


class Recall(Struct, kw_only=True):
    """What one run has found so far; nothing is kept unless `keeping`.

    With `sketching` pages are sketched even where no logos are looked for, since they will be.
    """

    keeping: bool = False
    sketching: bool = False
    walks: dict[Key, Walked] = field(default_factory=dict)

    def keep(self, key: Key, walked: Walked) -> None:
        """Remembers a walk; the oldest of too many goes."""
        self.walks[key] = walked
        if len(self.walks) > MOST_WALKS:
            del self.walks[next(iter(self.walks))]


def digest_pages(catalog: pdf.Dictionary, limits: Limits) -> bytes:
    """A digest of all objects that the pages lead to, their numbers among it; empty where one is broken.

    Files with equal digests show the same pages, kept in objects of the same numbers.
    """
    digest = blake2b(digest_size=32)
    waiting = [pdf.raw(catalog, root) for root in ROOTS]
    seen: set[int] = set()
    while waiting:
        value = waiting.pop()
        if pdf.is_reference(value):
            number = pdf.object_number(value)
            digest.update(b"R%d " % number)
            if number in seen:
                continue
            seen.add(number)
            value = pdf.resolve(value)
        if len(seen) > limits.objects or not pdf.write_into(value, digest.update):
            return b""
        waiting += [part for part in pdf.lying_in(value) if pdf.is_reference(part)]
    return digest.digest()
