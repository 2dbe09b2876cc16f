"""Takes a paragraph's prose, gives measured words and the places a line may break; breaks nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from layout.lang.grips import Grips
from layout.lang.hyphenation.divide import Break, BreakKind, Hyphenator
from layout.lang.rules.bonds import Grip
from layout.model.colour import Colour
from layout.model.content.prose import Prose, Run, RunStyle
from layout.model.patterns import late_pattern
from layout.model.records import Struct, field, replace
from layout.model.shapes import Ink, Shape
from layout.model.theme import RUNNING_STYLES, SMALL_CAPS, Theme
from layout.model.units import LINE_BREAK, NO_BREAK_SPACE, SOFT_HYPHEN, SOFT_SPACE
from layout.text.coverage import lend
from layout.text.faces import Face, Faces
from layout.text.protrusion import LEFT_PROTRUSION, RIGHT_PROTRUSION
from layout.text.words import (
    RAISED_BY,
    RAISED_FEATURE,
    RAISED_SIZE,
    Cut,
    Fragment,
    Pen,
    Word,
    has_raised_figures,
)

SEPARATORS = " " + SOFT_SPACE + NO_BREAK_SPACE + LINE_BREAK
_SPLIT = late_pattern(f"([{SEPARATORS}])")

DISPLAY_SIZE = 16.0
"""From this size on a line's first letter is aligned by its ink, in points."""
LITTLE = 3
"""Letters of the longest short word (rule S03)."""
ACRONYM_FEATURE = "c2sc"
_STOPS = (".", "!", "?")
SHORTEST_GOOD = 3
"""Letters that a good break leaves on the line (T15)."""
LARGEST_BEARING = 95.0
"""Most of a letter's white that is taken off, in thousandths of an em."""


class MeasuredPassage(Struct, frozen=True):
    """A paragraph ready to be broken: words, the separator after each but the last; `plain` if by one pen.

    `grips` says of each no-break space, by the number of its separator, how firmly it holds.
    """

    words: Sequence[Word]
    separators: Sequence[str]
    plain: bool
    grips: Mapping[int, Grip] = field(default_factory=dict)


class Measurer:
    """Measures words of one style in one language, remembering each it has met."""

    def __init__(self, faces: Faces, theme: Theme, role: str, language: str, hyphenator: Hyphenator) -> None:
        self._faces = faces
        self._theme = theme
        self.style = theme.style(role, language)
        self._features = theme.features(role)
        self._small_acronyms = theme.acronyms == SMALL_CAPS and role in RUNNING_STYLES
        self._language = language
        self._hyphenator = hyphenator
        self._pens: dict[tuple[RunStyle, int, str], Pen] = {}
        self._grips = Grips(language)
        self._holding: dict[Word, Word] = {}
        self._opening: dict[Word, Word] = {}
        self._hang = theme.justification.protrusion

    def measure(self, prose: Prose, lent: bool = False) -> MeasuredPassage:
        """The words of `prose`, cut where its language lets them be; `lent`: a face lacks a letter."""
        if lent or len(prose.runs) > 1:
            return self._measure_mixed(prose)
        pen = self._pen(prose.runs[0], 0)
        tokens = _SPLIT.split(prose.runs[0].text)
        known = pen.words
        texts = tokens[::2]
        words = [known.get(token) or self._write(token, pen) for token in texts]
        return self._hold(words, texts, tokens[1::2], True)

    def _measure_mixed(self, prose: Prose) -> MeasuredPassage:
        tokens: list[list[tuple[str, Pen]]] = [[]]
        separators: list[str] = []
        for part, run in zip(prose.parts, prose.runs, strict=True):
            pen = self._pen(run, part)
            for order, token in enumerate(_SPLIT.split(run.text)):
                if order % 2:
                    separators.append(token)
                    tokens.append([])
                else:
                    for text, lent in self._lend(token, run, part, pen):
                        if text or not tokens[-1]:
                            tokens[-1].append((text, lent))
        texts = ["".join(token for token, pen in word if not pen.raised) for word in tokens]
        return self._hold([self._join(word) for word in tokens], texts, separators, False)

    def _hold(
        self, words: list[Word], texts: list[str], separators: list[str], plain: bool
    ) -> MeasuredPassage:
        """The passage with the grips of its no-break spaces; those that are fixed belong to their words.

        The first word of a sentence is no name for its capital.
        """
        for place, word in enumerate(words):
            if word.cuts and word.cuts[0].reluctant and (not place or texts[place - 1].endswith(_STOPS)):
                words[place] = self._opening.get(word) or self._open(word)
        if NO_BREAK_SPACE not in separators:
            return MeasuredPassage(words, separators, plain)
        grips = {}
        for place, separator in enumerate(separators):
            if separator == NO_BREAK_SPACE:
                grip = grips[place] = self._grips.grip(texts[place], texts[place + 1])
                if grip is Grip.FIXED:
                    words[place] = self._holding.get(words[place]) or self._fix(words[place])
        return MeasuredPassage(words, separators, plain, grips)

    def _open(self, word: Word) -> Word:
        """`word` as the first of a sentence: divided like any other."""
        cuts = tuple(cut._replace(reluctant=False) for cut in word.cuts)
        opening = self._opening[word] = replace(word, cuts=cuts)
        return opening

    def _fix(self, word: Word) -> Word:
        """`word` with a word space behind it that is as wide on every line."""
        *letters, (ink, _) = word.pieces
        space = word.fragments[-1].pen.gap.fixed_space
        width = (space.width + ink.tracking) * ink.size / 1000
        pieces = (*letters, (ink, space))
        fixed = replace(word, width=word.width + width, space=0.0, pieces=pieces)
        self._holding[word] = fixed
        return fixed

    def _lend(self, token: str, run: Run, part: int, own: Pen) -> list[tuple[str, Pen]]:
        """Parts of a word, those that the face of its pen lacks by pens of the faces that lend them."""
        if own.face.has_all(token):
            return [(token, own)]
        runs = lend(token, own.face, self._faces.lenders(own.face, self._theme.fallback))
        return [(text, own if face is own.face else self._pen(run, part, face)) for text, face in runs]

    def _pen(self, run: Run, part: int, lender: Face | None = None) -> Pen:
        """What writes a run, in its own face or that of a lender."""
        look = run.style
        key = (look, part, lender.record.key if lender else "")
        found = self._pens.get(key)
        if found is None:
            style = self.style
            find = self._faces.strong if look.strong else self._faces.face
            own = find(style.family, style.weight, style.italic != look.emphasis)
            face = lender or own
            drawn = look.raised and has_raised_figures(face)
            smaller = look.raised and not drawn
            ink = Ink(
                size=style.size * (RAISED_SIZE if smaller else 1.0),
                colour=self._colour(look),
                tracking=style.tracking,
                rise=style.size * RAISED_BY if smaller else 0.0,
                link=look.link,
                language=look.language,
                part=part,
            )
            whole = look.protected or look.language not in (None, self._language) or not face.has("-")
            features = self._features + ("smcp",) * look.small_caps + (RAISED_FEATURE,) * drawn
            found = Pen(face=face, features=features, ink=ink, whole=whole, gap=own, raised=look.raised)
            self._pens[key] = found
            if self._small_acronyms and face.offers(ACRONYM_FEATURE):
                small = (*features, ACRONYM_FEATURE)
                found.acronyms = Pen(face=face, features=small, ink=ink, whole=whole, gap=own)
        return found

    def _colour(self, look: RunStyle) -> Colour:
        """The style's colour; words of another of the theme's languages have that one's accent."""
        foreign = look.language if look.language in self._theme.accents else None
        return self._theme.colour(self.style.colour, foreign or self._language)

    def _write(self, text: str, pen: Pen) -> Word:
        """The word `text` by one pen, an acronym in it by another; known from then on."""
        tokens = pen.part(text)
        if len(tokens) > 1 or tokens[0][1] is not pen:
            word = self._join_parts(tokens)
        else:
            word = self._measure(text, 0, pen, self._breaks(text, pen.whole))
        pen.words[text] = word
        return word

    def _measure(self, text: str, offset: int, pen: Pen, breaks: Sequence[Break]) -> Word:
        """A word, or the part of one that starts at `offset`, with its own cuts at `breaks`."""
        gap = (pen.ink, pen.gap.space)
        if not text:
            return Word(
                fragments=(),
                width=0.0,
                left=0.0,
                right=0.0,
                cuts=(),
                space=pen.space,
                letters=(),
                pieces=(gap,),
            )
        shape = pen.face.shape(text.replace(SOFT_HYPHEN, ""), pen.features)
        width = self._width(shape, pen)
        hang = self._hang * pen.ink.size / 1000
        left = self._left_hang(text, shape, pen) * hang
        right = RIGHT_PROTRUSION.get(text[-1], 0.0) * shape.advances[-1] * hang if shape.advances else 0.0
        fragment = Fragment(text, offset, pen, shape)
        cuts = tuple([self._cut(fragment, place, place.offset) for place in breaks])
        if len(cuts) == 1 and cuts[0].short:
            cuts = (cuts[0]._replace(short=False),)
        letters = ((pen.ink, shape),)
        little = len(text) <= LITTLE and text.isalpha()
        return Word(
            fragments=(fragment,),
            width=width,
            left=left,
            right=right,
            cuts=cuts,
            space=pen.space,
            letters=letters,
            pieces=(*letters, gap),
            little=little,
        )

    def _left_hang(self, text: str, shape: Shape, pen: Pen) -> float:
        """What hangs out at the left, a mark's part, or a display letter's white."""
        if not shape.glyphs:
            return 0.0
        if pen.ink.size >= DISPLAY_SIZE:
            return min(max(0.0, pen.face.left_bearing(shape.glyphs[0])), LARGEST_BEARING)
        return LEFT_PROTRUSION.get(text[0], 0.0) * shape.advances[0]

    def _join(self, tokens: list[tuple[str, Pen]]) -> Word:
        """A word whose letters change pens: measured part by part, hyphenated as one."""
        tokens = [token for token in tokens if token[0]] or tokens[:1]
        if len(tokens) == 1:
            text, pen = tokens[0]
            return pen.words.get(text) or self._write(text, pen)
        return self._join_parts([part for text, pen in tokens for part in pen.part(text)])

    def _join_parts(self, tokens: list[tuple[str, Pen]]) -> Word:
        text = "".join(token for token, _ in tokens)
        breaks = self._breaks_in(tokens)
        parts: list[Word] = []
        cuts: list[Cut] = []
        offset, width = 0, 0.0
        for token, pen in tokens:
            part = self._measure(token, offset, pen, ())
            for place in breaks:
                if offset < place.offset <= min(offset + len(token), len(text) - 1):
                    cut = self._cut(part.fragments[0], place, place.offset - offset)
                    moved = cut._replace(offset=place.offset, end=cut.end + width, start=cut.start + width)
                    cuts.append(moved)
            parts.append(part)
            offset += len(token)
            width += part.width
        fragments = tuple(fragment for part in parts for fragment in part.fragments)
        letters = tuple(piece for part in parts for piece in part.letters)
        last = parts[-1]
        pieces = (*letters, last.pieces[-1])
        return Word(
            fragments=fragments,
            width=width,
            left=parts[0].left,
            right=last.right,
            cuts=tuple(cuts),
            space=last.space,
            letters=letters,
            pieces=pieces,
        )

    def _breaks_in(self, tokens: list[tuple[str, Pen]]) -> tuple[Break, ...]:
        """Where a word of several pens may be broken: as if the numbers of notes in it were not there."""
        spoken = [token for token, pen in tokens if not pen.raised]
        breaks = self._breaks("".join(spoken), any(pen.whole for _, pen in tokens if not pen.raised))
        if len(spoken) == len(tokens):
            return breaks
        place = 0
        for token, pen in tokens:
            if pen.raised:
                moved = (one if one.offset < place else one.later(len(token)) for one in breaks)
                breaks = tuple(moved)
            place += len(token)
        return breaks

    def _breaks(self, text: str, whole: bool) -> tuple[Break, ...]:
        """Where `text` may be divided; in styles without hyphenation only where its author wrote it so."""
        if whole:
            return ()
        if self.style.hyphenated or SOFT_HYPHEN in text:
            return self._hyphenator.breaks(text)
        if text.isalpha():
            return ()
        return tuple(b for b in self._hyphenator.breaks(text) if b.kind is not BreakKind.SOFT)

    def _width(self, shape: Shape, pen: Pen) -> float:
        return (shape.width + pen.ink.tracking * len(shape.glyphs)) * pen.ink.size / 1000

    def _cut(self, fragment: Fragment, place: Break, offset: int) -> Cut:
        """The cut at `place`, `offset` characters into the fragment."""
        pen, kind, reluctant = fragment.pen, place.kind, place.reluctant
        em = pen.ink.size / 1000
        width = _head(fragment, offset) * em
        hyphen = pen.face.hyphen.width * em
        hang = RIGHT_PROTRUSION["-"] * hyphen * self._hang
        if kind is BreakKind.SOFT:
            short = fragment.stump(offset) < SHORTEST_GOOD
            return Cut(offset, kind, width + hyphen - hang, width, hang, 0.0, reluctant, short)
        if kind is BreakKind.REPEAT:
            lead = LEFT_PROTRUSION["-"] * hyphen * self._hang
            return Cut(offset, kind, width - hang, width - hyphen + lead, hang, lead, reluctant)
        last = fragment.text[offset - 1]
        hang = RIGHT_PROTRUSION.get(last, 0.0) * self._hang * em * pen.face.shape(last).width
        return Cut(offset, kind, width - hang, width, hang, 0.0, reluctant)


def keep_whole(passage: MeasuredPassage, measure: float) -> MeasuredPassage:
    """`passage` with no words divided but those wider than `measure`, and where their author said so."""
    words = [word if word.width > measure else _undivided(word) for word in passage.words]
    return replace(passage, words=words)


def _undivided(word: Word) -> Word:
    if all(cut.kind is not BreakKind.SOFT for cut in word.cuts):
        return word
    typed = any(SOFT_HYPHEN in fragment.text for fragment in word.fragments)
    return word if typed else replace(word, cuts=tuple(c for c in word.cuts if c.kind is not BreakKind.SOFT))


def _head(fragment: Fragment, offset: int) -> float:
    """Width of the first `offset` characters as they stand in the whole word, in thousandths of an em."""
    wanted = offset - fragment.text.count(SOFT_HYPHEN, 0, offset)
    shape, tracking = fragment.shape, fragment.pen.ink.tracking
    if len(shape.texts) == len(fragment.text):
        return sum(shape.advances[:wanted]) + tracking * wanted
    width = 0.0
    for text, advance in zip(shape.texts, shape.advances, strict=True):
        if wanted <= 0 and text:
            break
        wanted -= len(text)
        width += advance + tracking
    return width
