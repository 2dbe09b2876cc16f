"""Takes a finished PDF and the content folder it was made from, gives a table of how well it is set.

The meter reads positions of glyphs and shares no code with the program. Its definitions:

lines counted       lines of paragraphs except each paragraph's last one: those that are justified.
word space          the mean distance between the words of a counted line as it stands on paper, divided by
                    the natural word space: the advance of U+0020 in the face at the size of the running text,
                    without expansion. Lines of one word have none.
over twice natural  the part of counted lines with word spaces whose word space is over 2.
hyphenated          the part of counted lines that end with a hyphen, also with a compound's own.
over three times    counted lines whose word space is over 3.
rivers              of `bench/rivers.py`, in a hundred lines of paragraphs.
repeated word ends  lines in a row, in one paragraph, that end with the same three letters or more, word or
                    part of one.
names divided       lines that end inside a word with a capital that does not begin its sentence.
longest ladder      most lines in a row, in one paragraph, that end with a hyphen.
blank, feet level   of `bench/level_columns.py`.
not level           pairs of paragraphs whose first lines, or of headings whose last lines, are on different
                    pages or baselines (0.6 pt allowed).
lost or repeated    places where the letters and digits set differ from those typed.

The faults are defined in `bench/faults.py`.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import fmean, pstdev

from bench.alignment import Gap, Stream, letters_of, make_stream
from bench.columns import NoColumns, Style, find_columns
from bench.faults import KINDS, Fault, find_faults, split_paragraphs
from bench.glyphs import read_pages
from bench.level_columns import LEVEL, blank_lines, level_feet
from bench.rivers import count_rivers
from bench.source_text import read_source
from bench.tracked import Tracked, find_breaks, gap_edges, track_lines, word_gaps

FONTS = Path(__file__).parent.parent / "fonts"
OVER = 3
"""No line's word space is wider than so many natural ones."""


@dataclass(frozen=True, slots=True)
class Measures:
    """All that the meter found in one file; `spaces` are word space/natural of each counted line."""

    pages: int
    body: Style
    natural: float
    lines: int
    spaces: tuple[float, ...]
    hyphenated: int
    rivers: int
    repeated: int
    names: int
    set_lines: int
    ladder: int
    not_level: int
    blank: tuple[int, int]
    """Lines that shorter partners lack, of the room for lines in both columns."""
    feet: tuple[int, int]
    """Spreads whose feet are level, of spreads."""
    faults: tuple[Fault, ...]
    gaps: tuple[Gap, ...]

    @property
    def mean_space(self) -> float:
        """Mean of word space/natural."""
        return fmean(self.spaces) if self.spaces else 0.0

    @property
    def deviation(self) -> float:
        """Standard deviation of word space/natural."""
        return pstdev(self.spaces) if self.spaces else 0.0

    @property
    def over_twice(self) -> float:
        """Per cent of lines with word space over twice natural."""
        return 100 * sum(space > 2 for space in self.spaces) / max(1, len(self.spaces))

    @property
    def rivers_in_hundred(self) -> float:
        """Rivers in a hundred lines of paragraphs, last ones counted."""
        return 100 * self.rivers / max(1, self.set_lines)

    @property
    def blank_share(self) -> float:
        """Lines that shorter partners lack, in a hundred lines of room."""
        return 100 * self.blank[0] / max(1, self.blank[1])

    @property
    def level_share(self) -> float:
        """Per cent of spreads whose feet are level."""
        return 100 * self.feet[0] / max(1, self.feet[1])

    @property
    def hyphenated_share(self) -> float:
        """Per cent of counted lines that end with a hyphen."""
        return 100 * self.hyphenated / max(1, self.lines)

    def count(self, kind: str) -> int:
        """How many faults of one kind."""
        return Counter(fault.kind for fault in self.faults)[kind]


def measure_pdf(path: Path, folder: Path, natural: float | None = None) -> Measures:
    """Measures a PDF against its content folder; `natural` is the word space in points of a face not ours.

    Raises NoColumns if there are no two columns of text, LookupError for an unknown face without `natural`.
    """
    source = read_source(folder)
    pages = list(read_pages(path))
    headings = (block.text for blocks in source.columns for block in blocks if block.heading)
    columns = find_columns(pages, headings)
    space = natural if natural is not None else natural_space(columns.body)
    streams = [make_stream(blocks) for blocks in source.columns]
    texts = []
    gaps: list[Gap] = []
    faults: list[Fault] = []
    for lines, stream, language in zip(columns.lines, streams, source.languages, strict=True):
        tracked, differences = track_lines(lines, stream)
        texts.append(_Text(tracked, stream))
        gaps += differences
        faults += find_faults(tracked, stream, language, columns.frames)
    counted = [line for text in texts for line in text.counted]
    return Measures(
        pages=len(pages),
        body=columns.body,
        natural=space,
        lines=len(counted),
        spaces=tuple(ratio for text in texts for ratio in text.spaces(space)),
        hyphenated=sum(line.ends_with_hyphen for line in counted),
        rivers=sum(text.rivers(space) for text in texts),
        repeated=sum(text.repeated() for text in texts),
        names=sum(text.names() for text in texts),
        set_lines=sum(len(text.body) for text in texts),
        ladder=max((text.ladder() for text in texts), default=0),
        not_level=_count_not_level(texts),
        blank=blank_lines([(text.lines, text.stream) for text in texts]),
        feet=level_feet([text.lines for text in texts]),
        faults=tuple(faults),
        gaps=tuple(gaps),
    )


@dataclass(frozen=True, slots=True)
class _Text:
    """One language's lines with its typed letters."""

    lines: Sequence[Tracked]
    stream: Stream

    @property
    def counted(self) -> list[Tracked]:
        return [line for line in self.lines if not line.heading and not line.ends_block]

    def spaces(self, natural: float) -> list[float]:
        ratios = []
        for line in self.counted:
            gaps = word_gaps(line, self.stream, natural)
            if gaps:
                ratios.append(fmean(gaps) / natural)
        return ratios

    @property
    def body(self) -> list[Tracked]:
        return [line for line in self.lines if not line.heading]

    def rivers(self, natural: float) -> int:
        paragraphs = split_paragraphs(self.body, self.stream)
        gaps = ([gap_edges(line, self.stream, natural) for line in lines] for lines in paragraphs)
        return sum(count_rivers(lines, natural) for lines in gaps)

    def repeated(self) -> int:
        """Neighbouring lines that end alike."""
        found = 0
        for paragraph in split_paragraphs(self.body, self.stream):
            ends = [letters_of(line.line.words.split()[-1]).casefold() for line in paragraph]
            found += sum(one == other and len(one) > 2 for one, other in pairwise(ends))
        return found

    def names(self) -> int:
        """Lines that end inside a name."""
        found = 0
        for place in find_breaks(self.body, self.stream):
            block, typed = self.stream.places[place.line.last]
            before = self.stream.blocks[block].text[: typed - place.at].rstrip()
            letter = next((mark for mark in place.token if mark.isalpha()), "")
            inside = place.inside_word and not re.search(r"[-–/]", place.typed)
            found += inside and letter.isupper() and before[-1:] not in (".", "!", "?", "")
        return found

    def ladder(self) -> int:
        longest = 0
        for paragraph in split_paragraphs(self.body, self.stream):
            rungs = 0
            for line in paragraph:
                rungs = rungs + 1 if line.ends_with_hyphen else 0
                longest = max(longest, rungs)
        return longest

    def levels(self) -> dict[int, tuple[int, float]]:
        """Page and baseline of each block's first line, of a heading's last one: partners share those."""
        places: dict[int, tuple[int, float]] = {}
        for line in self.lines:
            block, place = self.stream.places[line.first][0], (line.line.page, line.line.y)
            if line.heading or block not in places:
                places[block] = place
        return places


def _count_not_level(texts: Sequence[_Text]) -> int:
    left, right = (text.levels() for text in texts)
    pairs = ((left[block], right[block]) for block in left.keys() & right.keys())
    return sum(a[0] != b[0] or abs(a[1] - b[1]) > LEVEL for a, b in pairs)


def natural_space(style: Style, fonts: Path = FONTS) -> float:
    """The advance of U+0020 in points, from the `hmtx` table of the font file with that PostScript name."""
    from fontTools.ttLib import TTFont

    for path in sorted(fonts.rglob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            if font["name"].getDebugName(6) == style.face:
                advance: int = font["hmtx"][font.getBestCmap()[0x20]][0]
                return advance * style.size / int(font["head"].unitsPerEm)
    raise LookupError(style.face)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what, its value, the aim, and what the best others reach."""

    name: str
    value: str
    aim: str = ""
    others: str = ""
    reached: bool | None = None


def tabulate(measures: Measures) -> list[Row]:
    """The table's rows; aims and the others' figures are for 50 pages, 59.5 mm columns, Lato 9/12 pt."""
    over = sum(space > OVER for space in measures.spaces)
    rows = [
        Row("lines counted", str(measures.lines)),
        Row("mean word space/natural", f"{measures.mean_space:.2f}"),
        _under("standard deviation of it", measures.deviation, 0.40, "0.42", ".2f"),
        _under("lines over twice natural, %", measures.over_twice, 4, "5.0 LuaLaTeX, 6.7 Typst", ".1f"),
        _under("hyphenated lines, %", measures.hyphenated_share, 33, "33.3", ".1f"),
        Row("lines over three times", str(over), "none", "8 Typst", over == 0),
        _under("rivers in a hundred lines", measures.rivers_in_hundred, 0.2, "1.3 Typst", ".2f"),
        Row("repeated word ends", str(measures.repeated)),
        Row("names divided", str(measures.names)),
        Row("longest ladder", str(measures.ladder), "≤ 3", "4", measures.ladder <= 3),
        _under("blank on the shorter side, %", measures.blank_share, 1.2, "", ".2f"),
        _level_row(measures),
    ]
    counts = [(kind, measures.count(kind)) for kind in KINDS]
    counts.append(("text lost or repeated", len(measures.gaps)))
    counts.append(("pair not level", measures.not_level))
    return rows + [Row(name, str(count), "0", "", count == 0) for name, count in counts]


def _level_row(measures: Measures) -> Row:
    level, spreads = measures.feet
    share = measures.level_share
    return Row(
        "feet of facing pages level", f"{level} of {spreads}", "≥ 95 %", "", share >= 95 if spreads else None
    )


def _under(name: str, value: float, aim: float, others: str, style: str) -> Row:
    return Row(name, format(value, style), f"< {aim:{'.2f' if aim < 1 else 'g'}}", others, value < aim)


def as_text(measures: Measures) -> str:
    """The table for a terminal."""
    head = f"{measures.pages} pages, {measures.body.face} {measures.body.size:g} pt, "
    lines = [f"{head}natural word space {measures.natural:.2f} pt", ""]
    for row in (Row("", "this file", "aim", "best others"), *tabulate(measures)):
        mark = {None: " ", True: "✓", False: "✗"}[row.reached]
        lines.append(f"{row.name:<38}{row.value:>10} {mark}  {row.aim:<8}{row.others}".rstrip())
    return "\n".join(lines)


def list_faults(measures: Measures) -> str:
    """Every fault with its place, a line each."""
    places = [
        f"page {fault.page} {('left', 'right')[fault.side]}: {fault.kind}: {fault.text}"
        for fault in sorted(measures.faults, key=lambda fault: (fault.page, fault.side, fault.kind))
    ]
    differences = [f"{('added', 'lost')[gap.lost]}: {gap.text[:80]}" for gap in measures.gaps]
    return "\n".join(places + differences)


def main() -> int:
    """The command `python -m bench.meter`."""
    parser = argparse.ArgumentParser(prog="python -m bench.meter", description="Measure how a PDF is set.")
    parser.add_argument("pdf", type=Path)
    parser.add_argument("--source", type=Path, required=True, help="the content folder it was made from")
    parser.add_argument("--natural", type=float, help="natural word space, for a face not in fonts/")
    parser.add_argument("--list", action="store_true", help="also list every fault with its place")
    options = parser.parse_args()
    try:
        measures = measure_pdf(options.pdf, options.source, options.natural)
    except NoColumns as problem:
        print(f"{options.pdf}: {problem}", file=sys.stderr)
        return 1
    except LookupError as face:
        print(f"{options.pdf}: set in {face}, which is not in fonts/: give --natural POINTS", file=sys.stderr)
        return 1
    print(as_text(measures))
    if options.list:
        print(f"\n{list_faults(measures)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
