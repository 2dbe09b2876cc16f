"""Takes what changed and what is open, gives the pages at a proof's end, with a line for each signature."""

from __future__ import annotations

from collections.abc import Iterator

from layout.compose.proof.sheets import HEIGHT, WIDTH, rule, set_line
from layout.lang.languages import LANGUAGES
from layout.model.content.prose import Prose, Run, RunStyle
from layout.model.layout import ARTIFACT, Item, LayoutPage, TextItem
from layout.model.products.proof import ProofEntry, ProofNotes
from layout.model.units import mm
from layout.text.faces import Face
from layout.text.paragraph import Typesetter

SIDE, TOP, FOOT = mm(22), mm(22), mm(20)
GAP = mm(1.2)
ROLE, HEAD = "caption", "table-head"
SIGNATURE = mm(26)
"""Room that a signature takes."""


def list_pages(
    notes: ProofNotes, languages: tuple[str, str], typesetter: Typesetter, face: Face, first: int
) -> tuple[LayoutPage, ...]:
    """Pages numbered from `first`: the changes, the open rules, then who approves."""
    writing = _Writing(typesetter, first)
    heads = [LANGUAGES[language].page_words.proof for language in languages]
    for head, nothing, entries in (
        (
            " / ".join(words.changes for words in heads),
            " / ".join(words.unchanged for words in heads),
            notes.changes,
        ),
        (
            " / ".join(words.rules for words in heads),
            " / ".join(words.none_open for words in heads),
            notes.open_rules,
        ),
    ):
        writing.head(head, languages[0])
        for entry in entries:
            writing.entry(entry)
        if not entries:
            writing.paragraph(Prose((Run(nothing),)), languages[0])
    for language in languages:
        writing.signature(LANGUAGES[language].page_words.proof.signature, face)
    return tuple(writing.pages())


class _Writing:
    """Pages that are filled from top to bottom."""

    def __init__(self, typesetter: Typesetter, first: int) -> None:
        self._typesetter = typesetter
        self._first = first
        self._sheets: list[list[Item]] = [[]]
        self._y = TOP

    def pages(self) -> Iterator[LayoutPage]:
        """What was written."""
        for number, items in enumerate(self._sheets, start=self._first):
            yield LayoutPage(number, tuple(items))

    def head(self, words: str, language: str) -> None:
        """A heading, kept with two lines below it."""
        self._y += 4 * GAP
        self._room(mm(18))
        self.paragraph(Prose((Run(words, RunStyle(strong=True)),)), language)

    def entry(self, entry: ProofEntry) -> None:
        """What is said about a place, behind the place."""
        place = Run(f"{entry.where.file}:{entry.where.line}  ", RunStyle(strong=True, protected=True))
        self.paragraph(Prose((place, *entry.text.runs)), entry.language)

    def paragraph(self, prose: Prose, language: str) -> None:
        """Lines over the whole measure, on as many pages as they need."""
        text = self._typesetter.set(prose, ROLE, language, WIDTH - 2 * SIDE)
        for line in text.lines:
            self._room(text.leading)
            self._y += text.leading
            self._sheets[-1].append(TextItem(SIDE, self._y, line, ARTIFACT))
        self._y += GAP

    def signature(self, words: str, face: Face) -> None:
        """A line to sign on, with what the signature means below it."""
        self._room(SIGNATURE)
        self._y += SIGNATURE - mm(8)
        self._sheets[-1].append(rule(SIDE, self._y, WIDTH - 2 * SIDE))
        self._sheets[-1].append(set_line(words, face, 8.0, SIDE, self._y + mm(4)))
        self._y += mm(8)

    def _room(self, height: float) -> None:
        if self._y + height > HEIGHT - FOOT:
            self._sheets.append([])
            self._y = TOP
