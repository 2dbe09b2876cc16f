"""How words in one or both languages are read: the readers that every block's table is made of."""

from __future__ import annotations

from layout.source.fields.prose import KEY, PassageReader
from layout.source.fields.scalars import Schema, WordsField, take_scalar
from layout.source.fields.tables import Field, Given, PairOf
from layout.source.nodes.parsing import Entries, Node
from layout.source.nodes.reading import Reading

PROSE = PassageReader()
PROSE_PAIR = PairOf(PROSE)
TITLE = PassageReader(title=True)
TITLE_PAIR = PairOf(TITLE)
SHARED_PROSE = PairOf(PROSE, shared=True)
WORDS_PAIR = PairOf(WordsField())
SHARED_WORDS = PairOf(WordsField(), shared=True)


class KeyField:
    """The key by which links inside the brochure find a block."""

    def read(self, node: Node, reading: Reading) -> str:
        scalar = take_scalar(node, reading, "expected-text")
        if not KEY.fullmatch(scalar.text):
            reading.refuse("bad-key", reading.span(node), value=scalar.text)
        reading.keys.add(scalar.text)
        return scalar.text

    def schema(self) -> Schema:
        return {"type": "string", "maxLength": 60}


KEY_FIELD = Field(KeyField(), "The key by which links and page numbers in the text find it.")
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
