"""Keeps which leaf is the mark of a note, the home of a key, an entry of the index, or leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Union

from layout.compose.rows import Footnote
from layout.lang.language import PageWords
from layout.model.content.prose import INSIDE, Prose, Run, RunStyle
from layout.model.records import Struct, field, replace
from layout.model.units import NO_BREAK_SPACE

PAGE_LINK = INSIDE + "/"
"""Begins a link that leads to a page by its folio."""


class ToLeaf(Struct, frozen=True):
    """Where a leaf stands."""

    leaf: int


class ToKey(Struct, frozen=True):
    """Where a key is at home, best in the language of `side`."""

    key: str
    side: int


class ToPage(Struct, frozen=True):
    """The page with a folio."""

    number: int


Goal = Union[ToLeaf, ToKey, ToPage]


class Lead(Struct, frozen=True):
    """Where a link inside the brochure leads, and what a screen reader says for it."""

    goal: Goal
    called: str


class Marks(Struct, kw_only=True):
    """What is known of the leaves of all passages that were set; those of trials stand on no page."""

    notes: dict[int, Footnote] = field(default_factory=dict)
    """The notes by the leaves of their marks."""
    leads: dict[int, Lead] = field(default_factory=dict)
    homes: dict[tuple[str, int], int] = field(default_factory=dict)
    """By key and side the leaf where it is at home."""
    entries: dict[int, tuple[str, int]] = field(default_factory=dict)
    """By leaf the entry of the index that leads there, and its side."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known of any leaf."""
        return not (self.notes or self.leads or self.homes or self.entries)

    def add(self, others: Marks) -> None:
        """Takes over what `others` know; where both know something of a leaf or key, theirs holds."""
        self.notes.update(others.notes)
        self.leads.update(others.leads)
        self.homes.update(others.homes)
        self.entries.update(others.entries)

    def enter(self, prose: Prose, side: int, leaf: int, words: PageWords) -> None:
        """What a passage on `side` that was set has of keys, links and entries; `leaf` is its first one."""
        for own, run in list_parts(prose, leaf):
            style = run.style
            if style.anchor is not None:
                self.homes[style.anchor, side] = own
            if style.entry is not None:
                self.entries[own] = (style.entry, side)
            if style.link is not None and style.link.startswith(INSIDE) and style.note is None:
                self.leads[own] = _lead(run, side, words)

    def enter_note(self, mark: int, note: Footnote, called: tuple[str, str]) -> None:
        """A note, its mark's leaf, and what the ways there and back are called."""
        there, back = called
        self.notes[mark] = note
        self.leads[mark] = Lead(ToLeaf(note.lines.leaf), there)
        self.leads[note.lines.leaf] = Lead(ToLeaf(mark), back)


def list_parts(prose: Prose, leaf: int) -> Iterator[tuple[int, Run]]:
    """Each run with its leaf, where `leaf` is that of the first part."""
    for part, run in zip(prose.parts, prose.runs, strict=True):
        yield leaf + part, run


def _lead(run: Run, side: int, words: PageWords) -> Lead:
    address = run.style.link or ""
    if address.startswith(PAGE_LINK):
        number = address.removeprefix(PAGE_LINK)
        return Lead(ToPage(int(number)), words.page.format(number=number))
    key = ToKey(address.removeprefix(INSIDE), side)
    return Lead(key, words.page.format(number=run.text) if run.style.page else run.text)


def label_note(mark: Run) -> Prose:
    """The words of the note of `mark`, its number before them."""
    note = mark.style.note
    assert note is not None, "only marks of notes have a note"
    label = Run(mark.text, RunStyle(raised=True, link=INSIDE))
    return replace(note.text, runs=(label, Run(NO_BREAK_SPACE), *note.text.runs))
