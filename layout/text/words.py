"""Takes a paragraph's prose, gives measured words and the places a line may break; breaks nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from layout.lang.hyphenation import Break, BreakKind, Hyphenator
from layout.model.prose import Prose, Run, RunStyle
from layout.model.shapes import Ink, Shape
from layout.model.theme import TextStyle, Theme
from layout.model.units import LINE_BREAK, NO_BREAK_SPACE, SOFT_HYPHEN, SOFT_SPACE
from layout.text.faces import Face, Faces
from layout.text.protrusion import LEFT_PROTRUSION, RIGHT_PROTRUSION

SEPARATORS = " " + SOFT_SPACE + NO_BREAK_SPACE + LINE_BREAK
_SPLIT = re.compile(f"([{SEPARATORS}])")


class Cut(NamedTuple):
    """A break inside a word, in points.

    `end` is the width of what stays on the line (hyphen counted, `end_hang` not), `start` what the next
    line leaves behind (`start_hang` counted, a repeated hyphen not).
    """

    offset: int
    kind: BreakKind
    end: float
    start: float
    end_hang: float
    start_hang: float


@dataclass(frozen=True, slots=True, eq=False)
class Fragment:
    """Characters of one face and size, measured in points; `left` and `right` may hang out."""

    text: str
    face: Face
    features: tuple[str, ...]
    size: float
    shape: Shape
    width: float
    left: float
    right: float
    cuts: tuple[Cut, ...]

    def part(self, start: int, stop: int) -> Shape:
        """The shape of the characters from `start` to `stop`."""
        return self.face.shape(self.text[start:stop].replace(SOFT_HYPHEN, ""), self.features)


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """What stands between two separators: fragments, each with its ink and its offset in the word."""

    fragments: tuple[tuple[Fragment, Ink, int], ...]
    width: float
    left: float
    right: float
    cuts: tuple[Cut, ...]
    space: float
    """Natural width of the word space after it."""
    gap: tuple[Ink, Shape]
    """That word space, ready to be set."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph ready to be broken: words, and the separator after each but the last."""

    words: tuple[Word, ...]
    separators: tuple[str, ...]


class Measurer:
    """Measures words of one style in one language, remembering each it has met."""

    def __init__(
        self, faces: Faces, theme: Theme, style: TextStyle, language: str, hyphenator: Hyphenator | None
    ) -> None:
        self._faces = faces
        self._theme = theme
        self.style = style
        self._language = language
        self._hyphenator = hyphenator
        self._fragments: dict[tuple[str, Face, bool], Fragment] = {}
        self._hang = theme.justification.protrusion

    def measure(self, prose: Prose) -> Passage:
        """The words of `prose`, cut where its language lets them be."""
        pieces: list[list[tuple[str, Face, Ink, bool]]] = [[]]
        separators: list[str] = []
        for part, run in zip(prose.parts, prose.runs, strict=True):
            face, ink = self._pen(run, part)
            whole = run.style.protected or run.style.language not in (None, self._language)
            for token in _SPLIT.split(run.text):
                if token and token in SEPARATORS:
                    separators.append(token)
                    pieces.append([])
                elif token:
                    pieces[-1].append((token, face, ink, whole))
        words = tuple(self._word(word, prose) for word in pieces)
        return Passage(words, tuple(separators))

    def _pen(self, run: Run, part: int) -> tuple[Face, Ink]:
        style, look = self.style, run.style
        italic = style.italic != look.emphasis
        find = self._faces.strong if look.strong else self._faces.face
        face = find(style.family, style.weight, italic)
        ink = self._ink(look, part)
        return face, ink

    def _ink(self, look: RunStyle, part: int) -> Ink:
        colour = self._theme.colour(self.style.colour, self._language)
        return Ink(self.style.size, colour, self.style.tracking, look.link, look.language, part)

    def _word(self, pieces: list[tuple[str, Face, Ink, bool]], prose: Prose) -> Word:
        if len(pieces) == 1:
            text, face, ink, whole = pieces[0]
            fragment = self._fragment(text, face, whole)
            return Word(
                ((fragment, ink, 0),),
                fragment.width,
                fragment.left,
                fragment.right,
                fragment.cuts,
                self._space(face),
                (ink, face.space),
            )
        if not pieces:
            face, ink = self._pen(prose.runs[0], 0)
            return Word((), 0.0, 0.0, 0.0, (), self._space(face), (ink, face.space))
        return self._composite(pieces)

    def _space(self, face: Face) -> float:
        return face.space.width * self.style.size / 1000 + self._tracked(1)

    def _composite(self, pieces: list[tuple[str, Face, Ink, bool]]) -> Word:
        """A word whose letters change face or ink: measured piece by piece, hyphenated as one."""
        fragments: list[tuple[Fragment, Ink, int]] = []
        cuts: list[Cut] = []
        text = "".join(piece[0] for piece in pieces)
        breaks = () if any(piece[3] for piece in pieces) else self._breaks(text)
        offset, width = 0, 0.0
        for piece_text, face, ink, _ in pieces:
            fragment = self._fragment(piece_text, face, True)
            inside = [b for b in breaks if offset < b.offset <= offset + len(piece_text)]
            for place in inside:
                cut = self._cut(fragment, place.offset - offset, place.kind)
                cuts.append(cut._replace(offset=place.offset, end=cut.end + width, start=cut.start + width))
            fragments.append((fragment, ink, offset))
            offset += len(piece_text)
            width += fragment.width
        first, last = fragments[0][0], fragments[-1][0]
        inner = tuple(cut for cut in cuts if cut.offset < len(text))
        gap = (fragments[-1][1], last.face.space)
        return Word(tuple(fragments), width, first.left, last.right, inner, self._space(last.face), gap)

    def _breaks(self, text: str) -> tuple[Break, ...]:
        if self._hyphenator is None:
            return ()
        return self._hyphenator.breaks(text)

    def _tracked(self, glyphs: int) -> float:
        return glyphs * self.style.tracking * self.style.size / 1000

    def _fragment(self, text: str, face: Face, whole: bool) -> Fragment:
        key = (text, face, whole)
        found = self._fragments.get(key)
        if found is None:
            found = self._fragments[key] = self._measure_fragment(text, face, whole)
        return found

    def _measure_fragment(self, text: str, face: Face, whole: bool) -> Fragment:
        size = self.style.size
        features = self.style.features
        shape = face.shape(text.replace(SOFT_HYPHEN, ""), features)
        width = shape.width * size / 1000 + self._tracked(len(shape.glyphs))
        left = LEFT_PROTRUSION.get(text[0], 0.0) * shape.advances[0] if shape.advances else 0.0
        right = RIGHT_PROTRUSION.get(text[-1], 0.0) * shape.advances[-1] if shape.advances else 0.0
        scale = self._hang * size / 1000
        bare = Fragment(text, face, features, size, shape, width, left * scale, right * scale, ())
        breaks = () if whole else self._breaks(text)
        if not breaks:
            return bare
        cuts = tuple(self._cut(bare, place.offset, place.kind) for place in breaks)
        return Fragment(text, face, features, size, shape, width, bare.left, bare.right, cuts)

    def _cut(self, fragment: Fragment, offset: int, kind: BreakKind) -> Cut:
        size = fragment.size
        head = fragment.part(0, offset)
        width = head.width * size / 1000 + self._tracked(len(head.glyphs))
        hyphen = fragment.face.hyphen.width * size / 1000
        hang = RIGHT_PROTRUSION["-"] * hyphen * self._hang
        if kind is BreakKind.SOFT:
            return Cut(offset, kind, width + hyphen - hang, width, hang, 0.0)
        if kind is BreakKind.REPEAT:
            lead = LEFT_PROTRUSION["-"] * hyphen * self._hang
            return Cut(offset, kind, width - hang, width - hyphen + lead, hang, lead)
        part = RIGHT_PROTRUSION.get(fragment.text[offset - 1], 0.0) * self._hang * size / 1000
        hang = part * head.advances[-1]
        return Cut(offset, kind, width - hang, width, hang, 0.0)
