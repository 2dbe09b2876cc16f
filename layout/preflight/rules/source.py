"""What a rule rests on: a standard with its clauses, a printer's wish, practice; never how it is said."""

from __future__ import annotations

from layout.model.records import Struct, replace


class Clause(Struct, frozen=True):
    """A part of a standard by its number; `kind` is a word of `terms.toml` where it is no plain clause."""

    number: str
    kind: str = ""


class Source(Struct, frozen=True):
    """An authority, named in `terms.toml`, and its clauses, or the key of a printer's profile."""

    authority: str
    clauses: tuple[Clause, ...] = ()

    def at(self, *clauses: str | Clause) -> Source:
        """The same authority at some of its clauses."""
        found = (Clause(one) if isinstance(one, str) else one for one in clauses)
        return replace(self, clauses=tuple(found))


Sources = tuple[Source, ...]

PDF_X = Source("pdf-x")
"""Both standards of print files."""
PDF_X1A = Source("pdf-x-1a")
PDF_X4 = Source("pdf-x-4")
PDF = Source("pdf")
PDF_UA = Source("pdf-ua")
PDF_A = Source("pdf-a")
WCAG = Source("wcag")
"""Success criteria by their numbers; EN 301 549 asks for them of documents in its chapter 10."""
PRINTER = Source("printer")
PRACTICE = Source("practice")
LANGUAGES = Source("languages")
"""Two languages on a page, which no validator checks."""
PUBLICITY = Source("publicity")
"""The profile of a programme, whose rules name their own sources."""
RENDERED = Source("rendered")
