"""Terms of both languages."""

from __future__ import annotations

from dataclasses import dataclass

from layout.model.content.pairs import ProsePair
from layout.model.diagnostic import Span


@dataclass(frozen=True, slots=True)
class Term:
    """A term, on each side with its `translation`: the other side's words, marked as foreign there."""

    text: ProsePair
    translation: ProsePair
    explanation: ProsePair | None


@dataclass(frozen=True, slots=True)
class Glossary:
    """Terms, printed from each language into the other, each list by its own alphabet."""

    where: Span
    terms: tuple[Term, ...]
