"""Operators that set and show text (ISO 32000-1, 9.3 and 9.4)."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping

from layout.model.geometry import IDENTITY, Matrix, Rect, apply, bound, meet, multiply, scales
from layout.model.records import replace
from layout.preflight.facts import Paint
from layout.preflight.reading import objects as pdf
from layout.preflight.reading.operators import Operand, WrittenPieces, from_hex
from layout.preflight.text.fonts import Font, Piece
from layout.preflight.walk.collector import ShownLine
from layout.preflight.walk.forms import run_cell
from layout.preflight.walk.paints import fill_paint, stroke_paint
from layout.preflight.walk.state_operators import matrix, number, numbers
from layout.preflight.walk.walker import Operator, Walker

INVISIBLE = 3
FILLED, STROKED = (0, 2, 4, 6), (1, 2, 5, 6)
"""Text rendering modes (ISO 32000-1, table 106)."""
WORD_GAP = -180.0
"""A move of the pen this far ahead, in thousandths, stands for a space in files that have none."""
PRIVATE = ("\ufffd", "\0", "\ufeff", "\ufffe")
MOST_PIECES = 20_000
"""Strings of a font that are remembered; a text of five hundred pages has half as many words."""


def _begin(walker: Walker, operands: list[Operand]) -> None:
    walker.text.matrix = walker.text.line = IDENTITY


def _end(walker: Walker, operands: list[Operand]) -> None:
    return


def _set_font(walker: Walker, operands: list[Operand]) -> None:
    state = walker.state
    state.size = number(operands[-1])
    state.font, state.font_index = None, -1
    state.font, state.font_index = walker.font(operands[-2])


def _set(field: str, factor: float = 1.0) -> Operator:
    def run(walker: Walker, operands: list[Operand]) -> None:
        setattr(walker.state, field, number(operands[-1]) * factor)

    return run


def _set_mode(walker: Walker, operands: list[Operand]) -> None:
    walker.state.mode = int(number(operands[-1]))


def _set_matrix(walker: Walker, operands: list[Operand]) -> None:
    walker.text.matrix = walker.text.line = matrix(operands)


def _move(walker: Walker, operands: list[Operand]) -> None:
    x, y = numbers(operands, 2)
    place = walker.text
    place.matrix = place.line = multiply((1.0, 0.0, 0.0, 1.0, x, y), place.line)


def _move_leading(walker: Walker, operands: list[Operand]) -> None:
    walker.state.leading = -numbers(operands, 2)[1]
    _move(walker, operands)


def _next_line(walker: Walker, operands: list[Operand]) -> None:
    _move(walker, [0.0, -walker.state.leading])


def _show(walker: Walker, operands: list[Operand]) -> None:
    _show_pieces(walker, operands[-1:])


def _show_array(walker: Walker, operands: list[Operand]) -> None:
    pieces = operands[-1]
    if not isinstance(pieces, list | WrittenPieces):
        raise TypeError("TJ")
    _show_pieces(walker, pieces)


def _show_next(walker: Walker, operands: list[Operand]) -> None:
    _next_line(walker, [])
    _show_pieces(walker, operands[-1:])


def _show_spaced(walker: Walker, operands: list[Operand]) -> None:
    walker.state.word_space, walker.state.character_space = numbers(operands[-3:-1], 2)
    _show_next(walker, operands)


def _show_pieces(walker: Walker, pieces: list[Operand] | WrittenPieces) -> None:
    state = walker.state
    font = state.font
    if font is None:
        walker.collector.see("resource", "Font", walker.place)
        return
    shown = _read_written(font, pieces) if isinstance(pieces, WrittenPieces) else _read_shown(font, pieces)
    gaps = shown.count * state.character_space + shown.spaces * state.word_space
    along = 1.0 if font.vertical else state.scale
    advance = ((shown.advance - shown.moved / 1000) * state.size + gaps) * along
    if shown.count:
        if state.mode != INVISIBLE:
            walker.note_shown(font)
        _record(walker, font, shown, advance)
    _advance(walker, font, advance)


class _Shown:
    """What one showing operator sets: advances in ems, moves of the pen in thousandths, counts."""

    __slots__ = ("advance", "codes", "count", "missing", "moved", "spaces", "text", "unreadable")

    def __init__(self) -> None:
        self.advance = self.moved = 0.0
        self.count = self.spaces = self.unreadable = 0
        self.codes: list[int] = []
        """Of a Type 3 font, whose glyphs are content themselves."""
        self.text: list[str] = []
        self.missing: list[int] = []


def _read_shown(font: Font, pieces: list[Operand]) -> _Shown:
    """What strings and moves of the pen show."""
    pairs = [
        (piece, 0.0) if isinstance(piece, bytes) else (b"", piece)
        for piece in pieces
        if isinstance(piece, bytes | float)
    ]
    return _read_pairs(font, pairs, font.pieces, _read_piece)


def _read_written(font: Font, pieces: WrittenPieces) -> _Shown:
    """What strings and moves show as they were written; the digits of a word come again as it does."""
    return _read_pairs(font, pieces.pairs, font.written, _read_digits)


def _read_pairs(
    font: Font,
    pairs: Iterable[tuple[bytes, bytes | float]],
    known: Mapping[bytes, Piece],
    read: Callable[[Font, bytes], Piece],
) -> _Shown:
    """The inner loop of reading a text: a string or a move of the pen at each turn."""
    text: list[str] = []
    advance = moved = 0.0
    count = spaces = 0
    odd: list[Piece] = []
    for string, move in pairs:
        if move:
            by = float(move)
            moved += by
            if by < WORD_GAP and text and not text[-1].endswith(" "):
                text.append(" ")
            continue
        found = known.get(string) or read(font, string)
        said, wide, size, gaps, is_odd, _, _, _ = found
        text.append(said)
        advance += wide
        count += size
        spaces += gaps
        if is_odd:
            odd.append(found)
    shown = _Shown()
    shown.text, shown.advance, shown.moved, shown.count, shown.spaces = text, advance, moved, count, spaces
    for found in odd:
        shown.missing.extend(found.missing)
        shown.unreadable += found.unreadable
        shown.codes.extend(found.codes)
    return shown


def _read_digits(font: Font, digits: bytes) -> Piece:
    data = from_hex(digits)
    piece = font.pieces.get(data) or _read_piece(font, data)
    if len(font.written) < MOST_PIECES:
        font.written[digits] = piece
    return piece


def _read_piece(font: Font, data: bytes) -> Piece:
    """What a string shows in a font; most words of a text come again and again."""
    codes = tuple(font.split(data))
    glyphs = [font.glyphs.get(code) or font.glyph(code) for code in codes]
    missing = tuple(code for code, glyph in zip(codes, glyphs, strict=True) if glyph.present is False)
    unreadable = sum(not glyph.text or glyph.text in PRIVATE for glyph in glyphs)
    piece = Piece(
        text="".join([glyph.text for glyph in glyphs]),
        advance=sum([glyph.advance for glyph in glyphs]),
        length=len(codes),
        spaces=sum([glyph.space for glyph in glyphs]),
        odd=bool(missing or unreadable or font.procedures),
        missing=missing,
        unreadable=unreadable,
        codes=codes,
    )
    if len(font.pieces) < MOST_PIECES:
        font.pieces[data] = piece
    return piece


def _advance(walker: Walker, font: Font, by: float) -> None:
    step = (1.0, 0.0, 0.0, 1.0, 0.0, -abs(by)) if font.vertical else (1.0, 0.0, 0.0, 1.0, by, 0.0)
    walker.text.matrix = multiply(step, walker.text.matrix)


def _record(walker: Walker, font: Font, shown: _Shown, advance: float) -> None:
    state, collector = walker.state, walker.collector
    whole = multiply(walker.text.matrix, state.ctm)
    box = _box(font, advance, state.size, state.rise, whole)
    paints = _paints(walker, box)
    _run_glyphs(walker, font, shown.codes)
    seen = meet(state.clip, box)
    if seen is None:
        return
    size = abs(state.size) * math.hypot(whole[2], whole[3]) * font.height
    stroke = state.line_width * scales(state.ctm)[0] if state.mode in STROKED else 0.0
    start, end = apply(whole, 0.0, state.rise), apply(whole, advance, state.rise)
    collector.add_line(
        ShownLine(
            box=collector.over or seen,
            font=state.font_index,
            size=size,
            paints=paints,
            stroke=stroke,
            place=walker.place,
            tag=walker.tag,
            start=start,
            end=end,
            text=shown.text,
            missing=shown.missing,
            unreadable=shown.unreadable,
            slanted=_is_slanted(whole),
        )
    )


UPRIGHT = 0.03
"""Cosine between a line and its glyphs' stems up to which they stand upright: within two degrees."""


def _is_slanted(whole: Matrix) -> bool:
    a, b, c, d, _, _ = whole
    both = math.hypot(a, b) * math.hypot(c, d)
    return both > 0 and abs(a * c + b * d) > UPRIGHT * both


def _box(font: Font, advance: float, size: float, rise: float, whole: Matrix) -> Rect:
    low, high = rise + font.descent * size, rise + font.ascent * size
    a, b, c, d, e, f = whole
    if font.vertical:
        half = abs(size) / 2
        corners = ((-half, 0.0), (half, 0.0), (-half, -abs(advance)), (half, -abs(advance)))
    elif b == c == 0.0 and a > 0.0 < d and size >= 0.0 <= advance:
        # Text that stands upright, as nearly all does.
        return Rect(e, d * low + f, a * advance + e, d * high + f)
    else:
        corners = ((0.0, low), (0.0, high), (advance, low), (advance, high))
    return bound(apply(whole, x, y) for x, y in corners)


def _paints(walker: Walker, box: Rect) -> tuple[Paint, ...]:
    state = walker.state
    paints: tuple[Paint, ...] = ()
    if state.mode in FILLED:
        paints += (fill_paint(walker),)
        if state.fill.pattern:
            run_cell(walker, state.fill, box)
    if state.mode in STROKED:
        paints += (stroke_paint(walker),)
        if state.stroke.pattern:
            run_cell(walker, state.stroke, box)
    for paint in paints:
        where = walker.collector.over or meet(state.clip, box)
        walker.collector.add_space(paint.space, "text", walker.place, where)
    return paints


def _run_glyphs(walker: Walker, font: Font, codes: list[int]) -> None:
    """Walks the procedures of a Type 3 font's glyphs, each once in a file (ISO 32000-1, 9.6.5)."""
    if not font.procedures or walker.state.mode == INVISIBLE:
        return
    for code in set(codes):
        key = (id(font), code)
        value = font.procedures.get(f"/{font.differences.get(code, '')}")
        stream = pdf.stream(value)
        if key in walker.library.glyphs or stream is None:
            continue
        walker.library.glyphs.add(key)
        _run_glyph(walker, font, value, stream)


def _run_glyph(walker: Walker, font: Font, value: object, stream: pdf.Stream) -> None:
    state = walker.state
    scaled = (state.size * state.scale, 0.0, 0.0, state.size, 0.0, state.rise)
    inner = multiply(font.matrix, multiply(scaled, walker.text.matrix))
    with walker.inside(value, f"glyph of {font.name}", font.resources, inner) as entered:
        if entered:
            walker.run(walker.data(stream))


def _uncolour(walker: Walker, operands: list[Operand]) -> None:
    """After d1 a glyph takes the text's colour and may set none (ISO 32000-1, table 113)."""
    walker.scope = replace(walker.scope, uncoloured=True)


SHOWING: dict[bytes, Operator] = {
    b"BT": _begin,
    b"ET": _end,
    b"Tf": _set_font,
    b"Tc": _set("character_space"),
    b"Tw": _set("word_space"),
    b"Tz": _set("scale", 0.01),
    b"TL": _set("leading"),
    b"Ts": _set("rise"),
    b"Tr": _set_mode,
    b"Tm": _set_matrix,
    b"Td": _move,
    b"TD": _move_leading,
    b"T*": _next_line,
    b"Tj": _show,
    b"TJ": _show_array,
    b"'": _show_next,
    b'"': _show_spaced,
    b"d0": _end,
    b"d1": _uncolour,
}
