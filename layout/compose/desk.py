"""What every block composer needs at hand: typesetter, theme, languages, pictures, leaf numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import ceil
from typing import Union

from layout.compose.apparatus.marks import Marks, label_note, list_parts
from layout.compose.rows import Footnote, Lines
from layout.images.pixels import RasterInfo
from layout.lang.language import PageWords
from layout.lang.languages import LANGUAGES
from layout.model.colour import ALARM
from layout.model.content.pairs import Pair, ProsePair
from layout.model.content.prose import PLAIN, Prose, Run
from layout.model.diagnostic import Span
from layout.model.drawing import Drawing
from layout.model.layout import Origin, StructNode, TextItem
from layout.model.records import Struct, field, replace
from layout.model.shapes import Line, SetText
from layout.model.theme import TextStyle, Theme
from layout.model.units import SOFT_HYPHEN, SOFT_SPACE
from layout.text.paragraph import Sink, Typesetter

Picture = Union[RasterInfo, Drawing]

NOWHERE = Span("")
"""The place of words that no user wrote."""
DESCENT = 0.25
"""Part of the grid left below a baseline, so that a line's letters stand inside its slab."""


class Leaves:
    """Hands out numbers of structure leaves, each once; keeps where their words were written."""

    def __init__(self, first: int = 0) -> None:
        self._next = first
        self._origins: list[Origin] = []

    def take(self, count: int = 1, where: Span = NOWHERE, side: int | None = None) -> int:
        """The first of `count` new leaf numbers, for what is written at `where` in the column `side`."""
        first = self._next
        self._next += count
        self._origins.append(Origin(first, where, side))
        return first

    @property
    def following(self) -> int:
        """The next number that nobody has."""
        return self._next

    @property
    def origins(self) -> tuple[Origin, ...]:
        """Where the words of each leaf were written, in the order of leaves."""
        return tuple(self._origins)


class SetPassage(Struct, frozen=True):
    """One side's text set in its column, with its element of the structure tree."""

    text: SetText
    leaf: int
    node: StructNode
    x: float


class Desk(Struct, frozen=True, kw_only=True):
    """The tools of one composition."""

    typesetter: Typesetter
    theme: Theme
    languages: tuple[str, str]
    load: Callable[[str], Picture]
    """Reads a picture by its path relative to the content folder (checked before)."""
    leaves: Leaves = field(default_factory=Leaves)
    marks: Marks = field(default_factory=Marks)
    draft: bool = False
    """Whether lines that stick out are set in red."""

    @property
    def columns(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """(x, width) of the left and the right column, x from the text block's left edge."""
        page = self.theme.page
        left, right = page.column_widths
        return ((0.0, left), (left + page.gutter, right))

    @property
    def sides(self) -> tuple[int, ...]:
        """The columns that are there: both, or the right one alone where one language has the page."""
        return tuple(side for side, (_, width) in enumerate(self.columns) if width > 0)

    @property
    def measure(self) -> tuple[float, float]:
        """(x, width) of all columns together, gutters between them included."""
        return (self.columns[self.sides[0]][0], self.theme.page.measure)

    @property
    def halves(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """(x, width) for a picture and its words beside it: the columns, or halves of the only one."""
        if len(self.sides) == 2:
            return self.columns
        left, width = self.measure
        gap = 2 * self.theme.page.grid
        half = (width - gap) / 2
        return ((left, half), (left + half + gap, half))

    def style(self, role: str) -> TextStyle:
        return self.theme.styles[role]

    def restyled(self, styles: Mapping[str, TextStyle]) -> Desk:
        """A desk like this one, but with `styles` by their names."""
        theme = replace(self.theme, styles={**self.theme.styles, **styles})
        return replace(self, theme=theme, typesetter=self.typesetter.restyled(theme))

    def opened(self) -> Desk:
        """A desk like this one for what stands on an opener, by the river."""
        theme = replace(self.theme, page=self.theme.page.opened)
        return replace(self, theme=theme, typesetter=self.typesetter.restyled(theme))

    def on_trial(self, tell: Sink = lambda problem: None) -> Desk:
        """A desk like this one, but of what it sets nothing is numbered or entered, or told but to `tell`."""
        quiet = self.typesetter.telling(tell)
        return replace(self, typesetter=quiet, leaves=Leaves(), marks=Marks())

    def set_side(
        self, prose: Prose | None, side: int, role: str, tag: str, box: tuple[float, float] | None = None
    ) -> SetPassage | None:
        """One side of a pair set in its column, or in `box` (x, width); None where that side is empty."""
        if prose is None:
            return None
        x, width = box or self.columns[side]
        language = self.languages[side]
        text = self._set_text(prose, side, role, width)
        leaf = self.leaves.take(prose.parts[-1] + 1, prose.where, side)
        notes: tuple[StructNode, ...] = ()
        if prose.runs[0].style is not PLAIN or len(prose.runs) > 1:
            self.marks.enter(prose, side, leaf, self._words(side))
            notes = self._set_notes(prose, side, leaf)
        node = passage_node(tag, language, prose, leaf, notes)
        return SetPassage(text, leaf, node, x + self.style(role).indent)

    def _set_text(self, prose: Prose, side: int, role: str, width: float) -> SetText:
        """`prose` as lines; in a draft those that stick out are red."""
        text = self.typesetter.set(prose, role, self.languages[side], width)
        return _marked(text, width - self.style(role).indent) if self.draft else text

    def _words(self, side: int) -> PageWords:
        """What the program itself says in the language of a side."""
        return LANGUAGES[self.languages[side]].page_words

    def _set_notes(self, prose: Prose, side: int, leaf: int) -> tuple[StructNode, ...]:
        """Sets the footnotes of a passage, whose marks have leaves from `leaf` on; their elements."""
        return tuple(
            self._set_note(run, side, mark)
            for mark, run in list_parts(prose, leaf)
            if run.style.note is not None
        )

    def _set_note(self, run: Run, side: int, mark: int) -> StructNode:
        """Sets the note of a mark for its column's foot; its element has its number as a label."""
        assert run.style.note is not None, "only marks of notes are asked"
        role, words, language = "footnote", label_note(run), self.languages[side]
        x, width = self.columns[side]
        text = self._set_text(words, side, role, width)
        leaf = self.leaves.take(words.parts[-1] + 1, words.where, side)
        self.marks.enter(words, side, leaf, self._words(side))
        lines = Lines(x + self.style(role).indent, text.lines, leaf)
        note = Footnote(side, run.style.note.order, lines, text.leading)
        said = self._words(side)
        ways = (said.footnote.format(number=run.text), said.back.format(number=run.text))
        self.marks.enter_note(mark, note, ways)
        label, *rest = passage_node("Note", language, words, leaf).children
        return StructNode(
            tag="Note", children=(StructNode(tag="Lbl", children=(label,)), *rest), language=language
        )

    def set_pair(self, pair: ProsePair, role: str, tag: str) -> tuple[SetPassage | None, SetPassage | None]:
        """Both sides of a pair, each in its own column."""
        left = self.set_side(pair.left, 0, role, tag)
        return (left, self.set_side(pair.right, 1, role, tag))

    def width_of(self, prose: Prose, side: int, role: str) -> float:
        """Width of `prose` set on one line, in points."""
        width = 100 * self.theme.page.width
        lines = self.typesetter.set(prose, role, self.languages[side], width).lines
        return max(line_width(line) for line in lines)

    def whole(self, height: float) -> float:
        """`height` rounded up to the baseline grid."""
        grid = self.theme.page.grid
        return ceil(height / grid - 1e-6) * grid

    def baseline(self, leading: float) -> float:
        """From the top of a line's slab to its baseline."""
        return leading - DESCENT * self.theme.page.grid


def _marked(text: SetText, measure: float) -> SetText:
    """A text whose lines wider than `measure` are red."""
    lines = tuple(
        replace(line, runs=tuple(replace(run, ink=replace(run.ink, colour=ALARM)) for run in line.runs))
        if line_width(line) > measure + LEAST_SEEN
        else line
        for line in text.lines
    )
    return replace(text, lines=lines)


LEAST_SEEN = 3.0
"""Points beyond the measure that no hanging mark reaches."""


def passage_node(
    tag: str, language: str, prose: Prose, leaf: int, notes: tuple[StructNode, ...] = ()
) -> StructNode:
    """The element of one passage: its text, with links and foreign phrases as elements of their own.

    Its `notes` are read after it (ISO 32000-1, 14.8.4.4: Note and Reference are elements in the line).
    """
    children: list[StructNode | int] = []
    parts = prose.parts
    for index, run in enumerate(prose.runs):
        if index and parts[index] == parts[index - 1]:
            continue
        number = leaf + parts[index]
        if run.style.link is not None:
            link = StructNode(tag="Link", children=(number,), language=run.style.language)
            refers = run.style.note is not None or run.style.page
            children.append(StructNode(tag="Reference", children=(link,)) if refers else link)
        elif run.style.language is not None:
            children.append(StructNode(tag="Span", children=(number,), language=run.style.language))
        else:
            children.append(number)
    return StructNode(tag=tag, children=(*children, *notes), language=language)


def text_items(passage: SetPassage, y: float, desk: Desk) -> tuple[TextItem, ...]:
    """The lines of a passage placed one below the other, the first one's slab at `y`."""
    leading = passage.text.leading
    down = desk.baseline(leading)
    return tuple(
        TextItem(passage.x, y + index * leading + down, line, passage.leaf)
        for index, line in enumerate(passage.text.lines)
    )


def lines_of(passage: SetPassage | None) -> tuple[Lines, ...]:
    """The passage as a piece of a row that can be cut; nothing for an empty side."""
    return () if passage is None else (Lines(passage.x, passage.text.lines, passage.leaf),)


def nodes_of(*passages: SetPassage | None) -> tuple[StructNode, ...]:
    """The elements of those sides that are there, in order."""
    return tuple(passage.node for passage in passages if passage is not None)


def echo_node(passage: SetPassage, language: str, words: str) -> StructNode:
    """The element by which a second language reads what is drawn once, as `passage` of the first one."""
    return StructNode(tag="Span", children=(passage.leaf,), language=language, actual=unset(words))


def figure_nodes(alternative: Pair[str] | None, leaf: int, desk: Desk) -> tuple[StructNode, ...]:
    """A picture's element for each language, all holding the same leaf; none for a decoration."""
    sides = () if alternative is None else zip(desk.languages, alternative.sides, strict=True)
    return tuple(
        StructNode(tag="Figure", children=(leaf,), language=language, alternative=words)
        for language, words in sides
    )


def unset(text: str) -> str:
    """A passage's words for where nothing is set (bookmarks, link names): plain spaces, no soft hyphens."""
    return " ".join(text.replace(SOFT_SPACE, " ").replace(SOFT_HYPHEN, "").split())


def plain(text: str, where: Span = NOWHERE) -> Prose:
    """Words of the program or of an unmarked field, written at `where`, as prose."""
    return Prose((Run(text),), where)


def line_width(line: Line) -> float:
    """How far a line reaches from its column's edge, in points."""
    return line.x + line.width
