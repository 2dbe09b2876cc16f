"""Takes measured words, gives the breakpoints of a paragraph in order, with running widths.

A line from breakpoint a to breakpoint b holds letters of `b.end - a.begin` points (hanging parts left
out, hyphens counted) and natural word spaces of `b.end_space - a.begin_space` points.
"""

from __future__ import annotations

from layout.lang.hyphenation.divide import BreakKind
from layout.lang.rules.bonds import Grip
from layout.model.records import Struct
from layout.model.units import LINE_BREAK, NO_BREAK_SPACE, SOFT_SPACE
from layout.text.measure import MeasuredPassage

AT_SPACE, AT_LITTLE, AT_SOFT_SPACE, AT_HYPHEN, AT_SHORT, AT_RELUCTANT, AT_BARE, FORCED = range(8)
"""Kinds of breakpoints; AT_LITTLE follows a short word, AT_SHORT leaves two letters, AT_RELUCTANT divides a
name, FORCED ends a line without stretching it."""
AT_PASTED, AT_WEAK, AT_YIELDING, AT_FIRM = range(8, 12)
"""Bonds that give way, where they may."""
HYPHENS = (AT_HYPHEN, AT_SHORT, AT_RELUCTANT)
OF_GRIP = {
    Grip.PASTED: AT_PASTED,
    Grip.WEAK: AT_WEAK,
    Grip.YIELDING: AT_YIELDING,
    Grip.FIRM: AT_FIRM,
}

_OF_CUT = {
    (BreakKind.SOFT, False, False): AT_HYPHEN,
    (BreakKind.SOFT, False, True): AT_SHORT,
    **{(BreakKind.SOFT, True, short): AT_RELUCTANT for short in (False, True)},
    **{(BreakKind.REPEAT, reluctant, False): AT_HYPHEN for reluctant in (False, True)},
    **{(BreakKind.BARE, reluctant, False): AT_BARE for reluctant in (False, True)},
}
"""By kind, reluctance and shortness of a cut."""
_OF_SEPARATOR = {" ": AT_SPACE, SOFT_SPACE: AT_SOFT_SPACE, LINE_BREAK: FORCED}

Row = tuple[float, float, int, float, float]
"""(end, end_space, kind, begin, begin_space): a plain tuple, since a page has a thousand of them."""


class Track(Struct):
    """A row a breakpoint; `places` says of each its word, and its offset there (0: after the whole word).

    Row 0 is the paragraph's start, the last row its end.
    """

    rows: list[Row]
    places: list[tuple[int, int]]
    space: float
    """The paragraph's natural word space, in points."""


def lay_track(passage: MeasuredPassage, loosened: int = 0) -> Track:
    """The breakpoints of `passage`; no-break spaces with a grip up to `loosened` are some too."""
    words = passage.words
    rows: list[Row] = [(0.0, 0.0, FORCED, words[0].left, 0.0)]
    places = [(-1, 0)]
    letters = spaces = 0.0
    for index, separator in enumerate(passage.separators):
        word = words[index]
        for offset, cut, end, start, _, _, reluctant, short in word.cuts:
            rows.append((letters + end, spaces, _OF_CUT[cut, reluctant, short], letters + start, spaces))
            places.append((index, offset))
        letters += word.width
        ended = spaces
        if separator != LINE_BREAK:
            spaces += word.space
        if separator != NO_BREAK_SPACE:
            begin = letters + words[index + 1].left
            kind = AT_LITTLE if word.little and separator == " " else _OF_SEPARATOR[separator]
            rows.append((letters - word.right, ended, kind, begin, spaces))
            places.append((index, 0))
        elif loosened and passage.grips.get(index, Grip.FIRM) <= loosened:
            begin = letters + words[index + 1].left
            kind = OF_GRIP[passage.grips.get(index, Grip.FIRM)]
            rows.append((letters - word.right, ended, kind, begin, spaces))
            places.append((index, 0))
    last = len(words) - 1
    for offset, cut, end, start, _, _, reluctant, short in words[last].cuts:
        rows.append((letters + end, spaces, _OF_CUT[cut, reluctant, short], letters + start, spaces))
        places.append((last, offset))
    letters += words[last].width
    rows.append((letters - words[last].right, spaces, FORCED, letters, spaces))
    places.append((last, 0))
    return Track(rows, places, words[last].space)
