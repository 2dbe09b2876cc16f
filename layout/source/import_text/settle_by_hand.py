"""Takes texts whose passages are doubtfully paired, gives the doubts for a person to settle."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from layout.model.diagnostic import Rejected, Span
from layout.model.languages import PAIR
from layout.model.records import Struct, replace
from layout.source.fields.files import shown_path
from layout.source.import_text.align import Partners
from layout.source.import_text.decisions import digest_sections, write_decisions
from layout.source.import_text.pair_text import Doubt, pair_text
from layout.source.import_text.read_office import read_office


class OpenDoubts(Struct, frozen=True):
    """The doubts of a text, each with its proposal, and what tells the text from others."""

    doubts: tuple[Doubt, ...]
    digest: str


def find_doubts(paths: Sequence[Path]) -> OpenDoubts:
    """What is doubtful about one bilingual text, or two of one language each; raises Rejected."""
    file = shown_path(paths[0])
    sections = read_office(paths).sections
    paired = (pair_text(section.paragraphs, file, PAIR) for section in sections)
    return OpenDoubts(tuple(one.doubt for one in paired if one.doubt), digest_sections(sections))


def write_settled(found: OpenDoubts, partners: Sequence[Partners], file: str) -> str:
    """The decisions of a person as a file of decisions; raises Rejected where they are of other doubts."""
    if len(partners) != len(found.doubts) or not all(map(_fits, found.doubts, partners)):
        raise Rejected.one("decisions-other-text", Span(file))
    settled = [replace(doubt, partners=one) for doubt, one in zip(found.doubts, partners, strict=True)]
    return write_decisions(settled, found.digest)


def _fits(doubt: Doubt, partners: Partners) -> bool:
    """Whether every passage stands in one pair, and no pair is empty."""
    sides = (sorted(place for pair in partners if (place := pair[side]) is not None) for side in (0, 1))
    wanted = (list(range(len(side))) for side in (doubt.polish, doubt.czech))
    return list(sides) == list(wanted) and (None, None) not in partners
