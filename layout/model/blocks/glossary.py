"""Terms of both languages."""

from __future__ import annotations

from layout.model.content.pairs import ProsePair
from layout.model.diagnostic import Span
from layout.model.records import Struct


class Term(Struct, frozen=True):
    """A term, on each side with its `translation`: the other side's words, marked as foreign there."""

    text: ProsePair
    translation: ProsePair
    explanation: ProsePair | None


class Glossary(Struct, frozen=True):
    """Terms, printed from each language into the other, each list by its own alphabet."""

    where: Span
    terms: tuple[Term, ...]
