"""How words in one or both languages are read: the readers that every block's table is made of."""

from __future__ import annotations

from layout.source.fields.prose import PassageReader
from layout.source.fields.scalars import WordsField
from layout.source.fields.tables import Field, Given, PairOf
from layout.source.nodes.parsing import Entries
from layout.source.nodes.reading import Reading

PROSE = PassageReader()
PROSE_PAIR = PairOf(PROSE)
SHARED_PROSE = PairOf(PROSE, shared=True)
WORDS_PAIR = PairOf(WordsField())
SHARED_WORDS = PairOf(WordsField(), shared=True)
ALTERNATIVE = Field(
    WORDS_PAIR, "What the picture shows, for those who do not see it.", True, "missing-alternative"
)


def check_alternative(given: Given, node: Entries, reading: Reading) -> bool:
    """Whether a picture is either described or called an ornament; reports it if it is both or neither."""
    described, decorative = "alt" in node.values, given.get("decorative", False)
    if described and decorative:
        reading.report("alternative-of-decoration", reading.span(node.keys["decorative"]))
    if not described and not decorative:
        reading.report("missing-alternative", reading.span(node), key="alt")
    return bool(described != decorative)
