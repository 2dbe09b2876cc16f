"""The rules that bind two neighbours (T01 to T11, T17, T20, T26): a table of pairs of kinds of words.

It takes a paragraph, gives the spaces between words that become no-break or soft; it moves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from itertools import accumulate, islice

from layout.lang.rules.word_kinds import Kind, Lexicon, classify
from layout.model.patterns import late_pattern
from layout.model.records import Struct
from layout.model.units import LINE_BREAK, NO_BREAK_SPACE, SOFT_SPACE, THIN_NO_BREAK_SPACE

HARD, SOFT = NO_BREAK_SPACE, SOFT_SPACE
_NONE = Kind(0)


class Grip(IntEnum):
    """How firmly a no-break space holds where no line fits: the lower, the sooner it gives way.

    A FIXED one never does, and it is never stretched.
    """

    PASTED = 1
    WEAK = 2
    YIELDING = 3
    FIRM = 4
    FIXED = 5


class Bond(Struct, frozen=True, kw_only=True):
    """A word of a kind in `left` holds on to one of a kind in `right`.

    It does not if the word before the pair is of a kind in `unless`. `space` is HARD or SOFT;
    `wide` is what it is in running text of a wide measure; a bond of `titles` holds nowhere else.
    """

    id: str
    left: Kind
    right: Kind
    space: str
    summary: str
    unless: Kind = _NONE
    wide: str = ""
    grip: Grip = Grip.FIRM
    """How firmly it holds, where it is HARD."""
    titles: bool = False


K = Kind
COUNTED = K.SIGN | K.LABEL | K.ORDINAL | K.MONTH
"""What a figure behind a sign or a noun is: no count of things."""
_ANY_NUMBER = K.NUMBER | K.YEAR | K.ROMAN | K.REFERENCE
BONDS: tuple[Bond, ...] = (
    Bond(
        id="T01",
        left=K.JOINT,
        right=K.WORD,
        space=HARD,
        summary="no short preposition or conjunction ends a line of a title",
        titles=True,
    ),
    Bond(
        id="T02",
        left=K.TITLE,
        right=K.TITLE | K.INITIAL | K.NAME | K.CAPITALS,
        space=HARD,
        summary="title and name",
        grip=Grip.YIELDING,
    ),
    Bond(
        id="T02",
        left=K.INITIAL,
        right=K.INITIAL | K.NAME | K.CAPITALS,
        space=HARD,
        summary="initial and name",
        grip=Grip.FIXED,
    ),
    Bond(
        id="T03",
        left=K.NUMBER,
        right=K.UNIT,
        space=HARD,
        summary="number and unit",
        unless=K.SIGN,
        grip=Grip.FIXED,
    ),
    Bond(
        id="T03",
        left=K.COUNT,
        right=K.FRACTION,
        space=HARD,
        summary="number and fraction",
        unless=K.SIGN,
        grip=Grip.FIXED,
    ),
    Bond(id="T04", left=K.MAGNITUDE, right=K.NOUN, space=SOFT, summary="thousands and what is counted"),
    Bond(
        id="T04",
        left=K.YEAR,
        right=K.THING,
        space=SOFT,
        summary="four figures and what they count",
        unless=COUNTED | K.YEAR_MARK,
    ),
    Bond(id="T04", left=K.LABEL, right=_ANY_NUMBER | K.ORDINAL, space=SOFT, summary="noun and its number"),
    Bond(
        id="T05",
        left=K.DAY | K.ORDINAL,
        right=K.MONTH,
        space=HARD,
        summary="day and month",
        grip=Grip.YIELDING,
    ),
    Bond(id="T05", left=K.MONTH, right=K.YEAR, space=SOFT, summary="month and year"),
    Bond(
        id="T07",
        left=K.ORDINAL,
        right=K.NOUN,
        space=HARD,
        summary="ordinal and noun",
        unless=K.ORDINAL,
        grip=Grip.YIELDING,
    ),
    Bond(
        id="T07",
        left=K.ORDINAL | K.ROMAN | K.ROMAN_ORDINAL,
        right=K.CENTURY,
        space=HARD,
        summary="ordinal and century",
        grip=Grip.YIELDING,
    ),
    Bond(
        id="T07",
        left=K.NAME,
        right=K.ROMAN | K.ROMAN_ORDINAL,
        space=HARD,
        summary="ruler and number",
        grip=Grip.YIELDING,
    ),
    Bond(
        id="T07", left=K.PROGRAMME, right=K.STRAND, space=HARD, summary="programme and strand: Interreg V-A"
    ),
    Bond(
        id="T08",
        left=K.SIGN,
        right=_ANY_NUMBER,
        space=HARD,
        summary="sign and number",
        grip=Grip.FIXED,
    ),
    Bond(
        id="T08",
        left=K.SUBLABEL,
        right=K.ITEM,
        space=HARD,
        summary="letter of a provision",
        grip=Grip.FIXED,
    ),
    Bond(
        id="T08",
        left=K.NUMBER | K.REFERENCE,
        right=K.SIGN | K.SUBLABEL,
        space=SOFT,
        summary="article and paragraph",
        unless=K.PHONE_LABEL,
    ),
    Bond(
        id="T09",
        left=K.PHONE_LABEL,
        right=K.NUMBER,
        space=HARD,
        summary="tel. and its number",
        grip=Grip.YIELDING,
    ),
    Bond(id="T11", left=K.WORD, right=K.DASH, space=HARD, summary="no line starts with a dash"),
    Bond(
        id="T17",
        left=K.PLACE,
        right=K.NAME | K.INITIAL | K.NOUN | K.NUMBER,
        space=HARD,
        summary="ul., nám. and the name",
        grip=Grip.YIELDING,
    ),
    Bond(id="T17", left=K.LEADING, right=K.WORD, space=SOFT, summary="np., tj. and what follows"),
    Bond(id="T17", left=K.WORD, right=K.TRAILING, space=SOFT, summary="itd., atd. and what precedes"),
    Bond(
        id="T20",
        left=K.NUMBER,
        right=K.MAGNITUDE,
        space=HARD,
        summary="number and mln, tis.",
        grip=Grip.YIELDING,
    ),
    Bond(
        id="T20",
        left=K.NUMBER | K.MAGNITUDE,
        right=K.MONEY,
        space=HARD,
        summary="sum and currency",
        grip=Grip.FIXED,
    ),
    Bond(
        id="T20",
        left=K.MONEY_SIGN,
        right=K.NUMBER,
        space=HARD,
        summary="currency and sum",
        grip=Grip.FIXED,
    ),
    Bond(
        id="T26",
        left=K.NUMBER,
        right=K.OPERATOR,
        space=HARD,
        summary="number and sign",
        grip=Grip.FIXED,
    ),
    Bond(id="T26", left=K.OPERATOR, right=K.NUMBER, space=HARD, summary="sign and number", grip=Grip.FIXED),
)
"""The bonds of every language; its own stand in its folder (`bonds.py`)."""


class _Words(dict[str, int]):
    """The kinds of each word met as the left member of a pair; `right` has those as the right one."""

    def __init__(self, lexicon: Lexicon, right: dict[str, int]) -> None:
        super().__init__()
        self._lexicon, self._right = lexicon, right

    def __missing__(self, word: str) -> int:
        left, right = classify(word, self._lexicon)
        self[word], self._right[word] = left, right
        return left


Candidates = tuple[tuple[int, Bond], ...]
"""Bonds, each with the kinds of word that must not stand before the pair."""


class _Pairs(dict[tuple[int, int], Candidates]):
    """The bonds that may hold between two kinds, the hard ones first."""

    def __init__(self, bonds: tuple[Bond, ...]) -> None:
        super().__init__()
        self._bonds = tuple((int(bond.left), int(bond.right), bond) for bond in bonds)

    def __missing__(self, kinds: tuple[int, int]) -> Candidates:
        before, behind = kinds
        found = self[kinds] = tuple(
            (int(bond.unless), bond) for left, right, bond in self._bonds if left & before and right & behind
        )
        return found


class Bound(Struct, frozen=True):
    """A space at `offset` of a paragraph that `bond` makes another; the words on its sides."""

    offset: int
    bond: Bond
    left: str
    right: str


class Binder:
    """Binds the words of one language by the bonds given, remembering the words it has met."""

    def __init__(self, bonds: Iterable[Bond], lexicon: Lexicon, loosen: bool) -> None:
        """`bonds` in the order of the table; a hard one goes before a soft one.

        If `loosen`, no-break spaces between two plain words, as copying from web pages leaves them, go.
        """
        self._loosen = loosen
        self._rights: dict[str, int] = {}
        self._lefts = _Words(lexicon, self._rights)
        self._pairs = _Pairs(tuple(sorted(bonds, key=lambda bond: bond.space != HARD)))

    def grip(self, left: str, right: str) -> Grip:
        """How firmly a no-break space between two words holds, by the firmest of their bonds."""
        bonds = self._pairs[self._lefts[left], self._kind_behind(right)]
        grips = [bond.grip for _, bond in bonds if HARD in (bond.space, bond.wide)]
        if grips:
            return max(grips)
        if left[-1:].isdigit() and right[:1].isdigit():
            return Grip.FIXED
        if _ABBREVIATED.fullmatch(left) and _ABBREVIATED.fullmatch(right):
            return Grip.FIXED
        plain = left.isalpha() and len(left) > 1 and right[:1].isalpha()
        return Grip.PASTED if plain else Grip.FIRM

    def _kind_behind(self, word: str) -> int:
        """What `word` is as the right one of a pair."""
        self._lefts[word]
        return self._rights[word]

    def bind(self, text: str) -> list[Bound]:
        """The spaces of a paragraph to be changed, in order."""
        words, spaces = _split(text)
        lefts = list(map(self._lefts.__getitem__, words))
        rights = map(self._rights.__getitem__, islice(words, 1, None))
        bonds = list(map(self._pairs.__getitem__, zip(lefts, rights, strict=False)))
        ends = list(accumulate(map(len, words)))
        found: list[Bound] = []
        for place in [place for place, any_bond in enumerate(bonds) if any_bond or spaces[place] == HARD]:
            left, right = words[place], words[place + 1]
            before = lefts[place - 1] if place else 0
            bond = self._choose(bonds[place], before, spaces[place], left, right)
            if bond:
                found.append(Bound(ends[place] + place, bond, left, right))
        return _without_few_strays(found)

    def _choose(self, bonds: Candidates, before: int, space: str, left: str, right: str) -> Bond | None:
        """The bond that changes the space, if one does."""
        bond = next((bond for unless, bond in bonds if not before & unless), None)
        if space == HARD and bond is None:
            return self._loose(left, right)
        return bond if bond and bond.space in _STRONGER[space] else None

    def _loose(self, left: str, right: str) -> Bond | None:
        """A no-break space that holds nothing together: between two plain words, or behind a comma."""
        if not self._loosen or not right[:1].isalpha():
            return None
        plain = left.isalpha() and left.islower() and len(left) >= _PLAIN_LENGTH and right[0].islower()
        ended = left[-2:-1] in _CLOSING_MARKS or (left[:-1].isalpha() and len(left) > _PLAIN_LENGTH)
        sentence = left[-1:] == "." and right[0].isupper() and ended
        return _STRAY if plain or sentence or left[-1:] in _CLAUSE_ENDS else None


def _without_few_strays(found: list[Bound]) -> list[Bound]:
    """One no-break space between plain words is the author's will; several come from a web page."""
    strays = sum(bound.bond is _STRAY for bound in found)
    if not strays or strays >= _LEAST_STRAYS:
        return found
    return [bound for bound in found if bound.bond is not _STRAY]


def _split(text: str) -> tuple[list[str], list[str]]:
    """The words of a paragraph and the spaces between them."""
    if not _ODD_SPACE.search(text):
        words = text.split(" ")
        return words, [" "] * (len(words) - 1)
    parts = _ANY_SPACE.split(text)
    return parts[::2], parts[1::2]


_ODD_SPACE = late_pattern(f"[{NO_BREAK_SPACE}{THIN_NO_BREAK_SPACE}{SOFT_SPACE}{LINE_BREAK}]")
_ANY_SPACE = late_pattern(f"([ {NO_BREAK_SPACE}{THIN_NO_BREAK_SPACE}{SOFT_SPACE}{LINE_BREAK}])")
_STRAY = Bond(id="T25", left=K.WORD, right=K.WORD, space=" ", summary="no no-break space between plain words")
_ABBREVIATED = late_pattern(r"[(„]?\w{1,3}\.[,;:)”“]*")
_LEAST_STRAYS = 2
_PLAIN_LENGTH = 3
_CLOSING_MARKS = frozenset("“”‘»)")
_CLAUSE_ENDS = frozenset(",;:!?“”")
_STRONGER = {" ": (SOFT, HARD), SOFT: (HARD,), HARD: (), THIN_NO_BREAK_SPACE: (), LINE_BREAK: ()}
"""What each space may become."""
