"""Takes what changed and what is open, gives the pages at a proof's end, with a line for each signature."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from layout.compose.proof.number_lines import name_place
from layout.compose.proof.sheets import HEIGHT, WIDTH, rule, set_line
from layout.lang.languages import LANGUAGES
from layout.model.content.prose import Prose, Run, RunStyle
from layout.model.diagnostic import Span
from layout.model.layout import ARTIFACT, Item, LayoutPage, TextItem
from layout.model.products.proof import NumberedLine, ProofEntry, ProofNotes
from layout.model.units import mm
from layout.text.faces import Face
from layout.text.paragraph import Typesetter

SIDE, TOP, FOOT = mm(22), mm(22), mm(20)
GAP = mm(1.2)
ROLE = "caption"
SIGNATURE = mm(26)
"""Room that a signature takes."""


def list_pages(
    notes: ProofNotes,
    languages: tuple[str, str],
    typesetter: Typesetter,
    face: Face,
    lines: Sequence[NumberedLine],
) -> tuple[LayoutPage, ...]:
    """The changes, the open rules, then who approves; places come with their first line of the proof."""
    numbers: dict[Span, int] = {}
    for line in lines:
        for where in line.places:
            numbers.setdefault(where, line.number)
    writing = _Writing(typesetter, numbers)
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

    def __init__(self, typesetter: Typesetter, numbers: Mapping[Span, int]) -> None:
        self._typesetter = typesetter
        self._numbers = numbers
        self._sheets: list[list[Item]] = [[]]
        self._y = TOP

    def pages(self) -> Iterator[LayoutPage]:
        """What was written."""
        for number, items in enumerate(self._sheets, start=1):
            yield LayoutPage(number, tuple(items))

    def head(self, words: str, language: str) -> None:
        """A heading, kept with two lines below it."""
        self._y += 4 * GAP
        self._room(mm(18))
        self.paragraph(Prose((Run(words, RunStyle(strong=True)),)), language)

    def entry(self, entry: ProofEntry) -> None:
        """What is said about a place, behind the place."""
        number = self._numbers.get(entry.where)
        place = name_place(entry.where) if number is None else f"{number} · {name_place(entry.where)}"
        head = Run(f"{place}  ", RunStyle(strong=True, protected=True))
        self.paragraph(Prose((head, *entry.text.runs)), entry.language)

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
