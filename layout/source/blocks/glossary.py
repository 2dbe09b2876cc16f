"""Takes the terms of a section file and gives each with its translation; sorts nothing."""

from __future__ import annotations

from layout.model.blocks.glossary import Glossary, Term
from layout.model.content.pairs import Pair, ProsePair
from layout.model.content.prose import Prose
from layout.model.diagnostic import Span
from layout.source.fields.foreign import mark_foreign
from layout.source.fields.passages import PROSE_PAIR, TITLE
from layout.source.fields.tables import SIDES, Field, Given, Record, WholeList
from layout.source.nodes.reading import Reading


def _build_term(given: Given, where: Span, reading: Reading) -> Term:
    text: ProsePair = given[SIDES]
    left, right = reading.languages
    return Term(
        Pair(_spoken(text.left, left, left), _spoken(text.right, right, right)),
        Pair(_spoken(text.right, right, left), _spoken(text.left, left, right)),
        given.get("explanation"),
    )


def _spoken(prose: Prose | None, language: str, around: str) -> Prose | None:
    return None if prose is None else mark_foreign(prose, language, around)


def _build_glossary(terms: tuple[Term, ...], where: Span, reading: Reading) -> Glossary:
    _warn_of_doubles(terms, reading)
    return Glossary(where, terms)


def _warn_of_doubles(terms: tuple[Term, ...], reading: Reading) -> None:
    """A term twice with one translation; a term with two translations is two entries."""
    first: dict[tuple[str, ...], Prose] = {}
    for term in terms:
        there = [side for side in term.text.sides if side is not None]
        words = tuple(side.text.casefold() for side in there)
        known = first.setdefault(words, there[0])
        if known is not there[0]:
            reading.warn("term-twice", there[0].where, term=there[0].text, line=known.where.line)


_TERM = Record(
    _build_term, {"explanation": Field(PROSE_PAIR, "What the term means, in both languages.")}, sides=TITLE
)
GLOSSARY = WholeList(_TERM, _build_glossary)
