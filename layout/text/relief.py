"""Takes a measured paragraph, gives it justified without a torn line, by the mildest means that helps.

The means, in their order: soft bonds give way and spaces may be tighter, hard bonds of the weakest kinds give
way, letters are parted a little, the paragraph is set ragged. Where all of it leaves a hole, that is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from layout.lang.rules.bonds import Grip
from layout.model.records import Struct, replace
from layout.model.shapes import Line, Variant
from layout.model.theme import Justification, TextStyle
from layout.text.flaws import SHAPE, LineFlaw, find_flaws, find_shapes
from layout.text.justify import LEAST_LOOSE, NO_NEED, RUNT_EMS, Breaks, Need, fit_counted, fit_justified
from layout.text.lines import build_lines
from layout.text.measure import MeasuredPassage
from layout.text.ragged import fit_ragged
from layout.text.tracks import AT_FIRM, AT_WEAK, AT_YIELDING, FORCED, Track, lay_track

FLAW_COST = 250.0
"""What may be paid to be rid of a river or a repeated word."""
SHAPE_COST = 0.06
"""The same for a ragged edge that runs aslant, or a repeated word, in squares of the measure."""
LOOSEST_WHOLE = 1.5
"""What a word space may have too much, in natural ones, so that a paragraph ends on a whole word."""
MOST_WAYS = 5
"""Other ways of a paragraph that are tried where the best one has a flaw."""
USUAL_COST = 40.0
"""A paragraph without a loose line that costs so much a line is not tried with one."""
EASED = (Grip.PASTED, Grip.WEAK, Grip.YIELDING)
"""The bonds that give way, the weakest first."""
LOOSENED = frozenset((AT_WEAK, AT_YIELDING, AT_FIRM))


class Fitted(Struct, frozen=True):
    """A paragraph's lines and the breaks they have; `ragged` if it could not be justified."""

    lines: tuple[Line, ...]
    breaks: Breaks
    track: Track
    ragged: bool = False
    variants: tuple[Variant, ...] = ()
    """The same paragraph in other numbers of lines."""

    @property
    def loosened(self) -> Iterator[int]:
        """Numbers of the lines that end where a bond had to give way."""
        for order, row in enumerate(self.breaks.rows):
            if self.track.rows[row][2] in LOOSENED:
                yield order

    def holes(self, measure: float, most: float) -> Iterator[int]:
        """Numbers of the lines, none of them a last one, that leave more than the part `most` empty."""
        for order, (row, line) in enumerate(zip(self.breaks.rows, self.lines, strict=True)):
            if self.track.rows[row][2] != FORCED and line.x + line.width < measure * (1 - most):
                yield order


def fit_paragraph(passage: MeasuredPassage, measure: float, style: TextStyle, how: Justification) -> Fitted:
    """`passage` justified to `measure` points; ragged where every justified way of it is torn."""
    track = lay_track(passage)

    def fit(need: Need) -> Fitted:
        breaks = fit_justified(track, measure, style.size, how, need)
        return Fitted((), breaks, track)

    def find(lines: Sequence[Line]) -> list[LineFlaw]:
        return find_flaws(lines, track.space)

    def build(fitted: Fitted) -> Fitted | None:
        if not _is_sound(fitted.breaks, how):
            return None
        return replace(fitted, lines=build_lines(passage, track, fitted.breaks.rows, measure, how))

    counted = fit_counted(track, measure, style.size, how)
    cheapest = min(counted.values(), key=lambda breaks: breaks.cost, default=None)
    if cheapest is not None and cheapest.cost <= LEAST_LOOSE + USUAL_COST * len(cheapest.rows):
        first = Fitted((), cheapest, track)
    else:
        first = fit(NO_NEED)
    best = build(first)
    if best is None or best.breaks.fragment:
        return _relieve(best or first, passage, measure, style, how)
    price = FLAW_COST * how.river_cost
    best = _choose_way(best, lambda need: build(fit(need)), find, price)
    others = [breaks for breaks in counted.values() if len(breaks.rows) != len(best.lines)]
    return replace(best, variants=tuple(_find_variants(best, others, build, find, style.size, how)))


def _find_variants(
    best: Fitted,
    others: Sequence[Breaks],
    build: Callable[[Fitted], Fitted | None],
    find: Callable[[Sequence[Line]], list[LineFlaw]],
    size: float,
    how: Justification,
) -> Iterator[Variant]:
    """The ways with other numbers of lines that are hardly worse than `best`."""
    flaw = FLAW_COST * how.river_cost
    runt = RUNT_EMS * size
    for breaks in others:
        price = breaks.cost - best.breaks.cost
        if price <= how.variant_limit and not breaks.fragment:
            built = build(Fitted((), breaks, best.track))
            if built is not None and built.lines[-1].width >= runt:
                price = max(0.0, price + flaw * len(find(built.lines)))
                if price <= how.variant_limit:
                    yield Variant(built.lines, price)


def fit_ragged_paragraph(
    passage: MeasuredPassage, measure: float, style: TextStyle, how: Justification
) -> Fitted:
    """`passage` in ragged lines of at most `measure` points; bonds give way only where a line sticks out."""
    best: Fitted | None = None
    for loosened in (0, *EASED, Grip.FIRM):
        found = _fit_ragged(passage, lay_track(passage, loosened), measure, style, NO_NEED)
        if best is None or len(found.breaks.overfull) < len(best.breaks.overfull):
            best = found
        if not best.breaks.overfull:
            break
    assert best is not None, "at least one way is tried"
    if style.balanced or best.breaks.overfull or len(best.lines) < SHAPE:
        return best
    track = best.track
    return _choose_way(
        best,
        lambda need: _fit_ragged(passage, track, measure, style, need),
        lambda lines: find_shapes(lines, measure),
        SHAPE_COST * how.river_cost,
    )


def _fit_ragged(
    passage: MeasuredPassage, track: Track, measure: float, style: TextStyle, need: Need
) -> Fitted:
    breaks = fit_ragged(track, measure, style.size, style.balanced, need)
    return Fitted(build_lines(passage, track, breaks.rows, measure, None), breaks, track)


def _is_sound(breaks: Breaks, how: Justification) -> bool:
    return breaks.worst <= how.torn - 1.0 + 1e-6 and not breaks.overfull


def _choose_way(
    best: Fitted,
    refit: Callable[[Need], Fitted | None],
    find: Callable[[Sequence[Line]], list[LineFlaw]],
    price: float,
) -> Fitted:
    """The cheapest of a few ways of the paragraph, a flaw at `price`; each lacks one break of a flaw.

    The first one without any flaw is good enough.
    """
    flaws = find(best.lines)
    least = best.breaks.cost + price * len(flaws)
    rows = best.breaks.rows
    ends = dict.fromkeys(rows[line] for flaw in flaws for line in range(max(0, flaw.first - 1), flaw.last))
    for row in list(ends)[:MOST_WAYS]:
        way = refit(Need(barred=frozenset((row,))))
        if way is not None and way.breaks.cost < least:
            left = len(find(way.lines))
            cost = way.breaks.cost + price * left
            if cost < least:
                least, best = cost, way
                if not left:
                    break
    return best


def _relieve(
    first: Fitted, passage: MeasuredPassage, measure: float, style: TextStyle, how: Justification
) -> Fitted:
    """The first way that is neither torn nor ends on a part of a word; `first` if it only does that.

    So that the last word stays whole, a line may be loose, but not nearly torn.
    """
    tight = replace(how, shrink=max(how.shrink, how.emergency_shrink))

    def build(fitted: Fitted) -> Fitted:
        rows = fitted.breaks.rows
        return replace(fitted, lines=build_lines(passage, fitted.track, rows, measure, tight))

    best, need = first, Need(free=True, whole=bool(first.lines))
    for loosened in EASED:
        track = lay_track(passage, loosened)
        found = Fitted((), fit_justified(track, measure, style.size, tight, need), track)
        if best is first or _faults(found) < _faults(best):
            best = found
        split = need.whole and (found.breaks.fragment or found.breaks.worst > LOOSEST_WHOLE)
        if _is_sound(found.breaks, how) and not split:
            return build(found)
    if first.lines:
        return first
    best = build(best)
    if best.breaks.overfull or not _is_torn(best, measure, style, how):
        return best
    return replace(fit_ragged_paragraph(passage, measure, style, how), ragged=True)


def _faults(fitted: Fitted) -> tuple[int, float]:
    return (len(fitted.breaks.overfull), fitted.breaks.worst)


def _is_torn(fitted: Fitted, measure: float, style: TextStyle, how: Justification) -> bool:
    """Whether a line is short, or looks loose even with its letters parted, those before spaces included."""
    rows, natural = fitted.track.rows, fitted.track.space
    for line, row in zip(fitted.lines, fitted.breaks.rows, strict=True):
        parted = (line.runs[-1].ink.tracking - style.tracking) * style.size / 1000 / natural
        torn = line.space * (1.0 + parted) + parted * line.scale > how.torn + 1e-6
        if rows[row][2] != FORCED and (torn or line.x + line.width < measure - 0.5):
            return True
    return False
