"""Takes paired text and gives the files of a content folder; writes nothing to disk.

The text must come back from the reader letter by letter: whatever Markdown or YAML would take as its own
is protected.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise
from typing import TypeGuard

from layout.model.content.pairs import Pair
from layout.model.languages import PAIR
from layout.model.patterns import late_pattern
from layout.model.plain_letters import make_slug
from layout.model.records import Struct, replace
from layout.source.import_text.markup import protect
from layout.source.import_text.passages import Mark

_WIDTH = 100
"""Characters of a written line, its indentation apart."""
_LONGEST_SLUG = 40

HEADER = "# Made by “szpalta import”. docs/content.md explains every key.\n"
PUBLISHER = "# publisher: "
"""Begins the line that waits for a name which plain text does not tell."""
OFFER = "# To show it, remove “# ” from the lines below.\n"
"""Stands above blocks that are offered and not shown."""
LONGEST_LEAD = 480
"""Characters of a first paragraph that may introduce the rest in larger type."""
LONGEST_QUOTE = 140
"""Characters of a sentence that may be displayed."""
MOST_WITHOUT_CONTENTS = 5
"""Sections that need no table of contents."""
CONTENTS_TITLE = dict(zip(PAIR, ("Spis treści", "Obsah"), strict=True))


class PlainPair(Struct, frozen=True):
    """A passage in both languages, in their order, as Markdown: an item, a heading, or running text."""

    words: Pair[str]
    mark: Mark | None = None
    level: int = 0
    heading: int | None = None


class PlainTable(Struct, frozen=True):
    """A table of data: rows of cells as Markdown, the first row its head, and words above it."""

    rows: tuple[tuple[Pair[str], ...], ...]
    caption: Pair[str] | None


class PlainFigure(Struct, frozen=True, kw_only=True):
    """A picture of the folder; one without an alternative text is an ornament; `width` in millimetres."""

    file: str
    caption: Pair[str] | None
    alternative: Pair[str] | None
    width: float | None


PlainPassage = PlainPair | PlainTable | PlainFigure


class PlainSection(Struct, frozen=True):
    """A section as plain text gives it: a title and passages, every pair in the order of the languages."""

    title: Pair[str]
    passages: tuple[PlainPassage, ...]


def write_content(
    title: Pair[str], sections: Sequence[PlainSection], languages: tuple[str, str], day: date
) -> dict[str, str]:
    """Texts of brochure.yaml and of the section files, by name."""
    names = [f"sections/{number:02}-{_name(section)}.yaml" for number, section in enumerate(sections, 1)]
    files = {name: _write_section(section, languages) for name, section in zip(names, sections, strict=True)}
    if names:
        files[names[0]] = _design_opening(sections[0], languages)
        files[names[-1]] += "\n" + _write_imprint(languages)
    if len(names) > MOST_WITHOUT_CONTENTS:
        files = {CONTENTS: _write_contents(languages), **files}
    return {**files, "brochure.yaml": _write_brochure(title, languages, day, [*files])}


CONTENTS = "sections/00-contents.yaml"


def _write_contents(languages: tuple[str, str]) -> str:
    title = ", ".join(f"{language}: {CONTENTS_TITLE[language]}" for language in languages)
    return f"{HEADER}- contents:\n    title: {{{title}}}\n"


def _write_imprint(languages: tuple[str, str]) -> str:
    """The imprint at the end, with what may be said in it: nothing that the text does not tell."""
    pair = "{" + ", ".join(f"{language}: …" for language in languages) + "}"
    lines = [f"    # {key}: {pair}\n" for key in ("printer", "paper", "licence", "funding")]
    return "- imprint:\n" + "".join(lines) + f"    # contacts: [{pair}]\n"


def _design_opening(section: PlainSection, languages: tuple[str, str]) -> str:
    """The first section: it opens the brochure, its first paragraph is the lead; display is offered."""
    text = _write_section(section, languages)
    text = text.replace("    level: 1\n", "    level: 1\n    opener: true\n", 1)
    first = next(iter(section.passages), None)
    if _is_running(first) and max(map(len, first.words.sides)) <= LONGEST_LEAD:
        text = text.replace("- paragraph:\n", "- lead:\n", 1)
    return text + _offer_display(section, languages)


def _is_running(passage: PlainPassage | None) -> TypeGuard[PlainPair]:
    """Whether a passage is a paragraph."""
    return isinstance(passage, PlainPair) and passage.mark is None and passage.heading is None


def _offer_display(section: PlainSection, languages: tuple[str, str]) -> str:
    """A sentence to be displayed and a number to be set large, both from the text, as remarks."""
    running = [passage.words for passage in section.passages if _is_running(passage)]
    offers = []
    quote_of = next((found for found in map(_last_sentence, running[::-1]) if found), None)
    if quote_of:
        offers.append("- quote:\n" + "".join(_write_pair(quote_of, languages)))
    number = next((found for found in map(_shared_number, running) if found), None)
    if number:
        label = "{" + ", ".join(f"{language}: …" for language in languages) + "}"
        offers.append(f"- facts:\n    - value: {quote(number)}\n      label: {label}\n")
    remarks = ("".join(f"# {line}\n" for line in offer.splitlines()) for offer in offers)
    return "".join("\n" + OFFER + remark for remark in remarks)


def _last_sentence(words: Pair[str]) -> Pair[str] | None:
    """The last sentence of a paragraph that has as many in both languages, where it is short."""
    left, right = (_SENTENCE.split(side) for side in words.sides)
    if len(left) != len(right) or max(len(left[-1]), len(right[-1])) > LONGEST_QUOTE:
        return None
    return Pair(left[-1], right[-1])


def _shared_number(words: Pair[str]) -> str | None:
    """The first number of two figures and more that both languages have."""
    left, right = (_NUMBER.findall(side) for side in words.sides)
    return next((number for number in left if number in right), None)


_SENTENCE = late_pattern(r"(?<=[.!?]) (?=[^\W\d_])")
_NUMBER = late_pattern(r"(?<![\w.,])\d{2,}(?![\w.,]\d)")


def _name(section: PlainSection) -> str:
    return make_slug(section.title.left, _LONGEST_SLUG, "section")


def _write_brochure(title: Pair[str], languages: tuple[str, str], day: date, names: Sequence[str]) -> str:
    lines = [
        "title:",
        *(f"  {language}: {quote(side)}" for language, side in zip(languages, title.sides, strict=True)),
        f"languages: [{', '.join(languages)}]",
        f"date: {day.isoformat()}",
        PUBLISHER + "{" + ", ".join(f"{language}: …" for language in languages) + "}",
        "theme: two-banks",
        "columns: by-length",
        "covers: {front: generated, back: generated}",
        "pages: {multiple: 4}",
        "sections:",
        *(f"  - {name}" for name in names),
    ]
    return HEADER + "\n".join(lines) + "\n"


def _write_section(section: PlainSection, languages: tuple[str, str]) -> str:
    title = Pair(protect(section.title.left), protect(section.title.right))
    return HEADER + "\n".join(
        [_write_heading(title, 1, languages), *write_blocks(section.passages, languages)]
    )


def write_blocks(passages: Sequence[PlainPassage], languages: tuple[str, str]) -> list[str]:
    """The passages as blocks of a section file; neighbouring items are one list."""
    return [_write_block(one, languages) for one in part_blocks(passages)]


def part_blocks(passages: Sequence[PlainPassage]) -> Iterator[list[PlainPassage]]:
    """The passages of each block: the items of a list, or one passage."""
    for listed, group in groupby(passages, key=_is_item):
        if listed:
            yield from _part_lists([one for one in group if isinstance(one, PlainPair)])
        else:
            yield from ([one] for one in group)


def _write_block(passages: Sequence[PlainPassage], languages: tuple[str, str]) -> str:
    if not _is_item(passages[0]):
        return _write_passage(passages[0], languages)
    items = [one for one in passages if isinstance(one, PlainPair)]
    return "- list:\n" + _write_items(items, languages, 4)


def _is_item(passage: PlainPassage) -> bool:
    return isinstance(passage, PlainPair) and passage.mark is not None


def write_item(item: PlainPair, languages: tuple[str, str]) -> str:
    """An item of a list alone, in YAML without its dash."""
    return "".join(_write_pair(item.words, languages, 0)).rstrip("\n")


def write_row(row: Sequence[Pair[str]], languages: tuple[str, str]) -> str:
    """A row of a table, in YAML without its dash."""
    return "[" + ", ".join(_write_cell(cell, languages) for cell in row) + "]"


def _part_lists(items: Sequence[PlainPair]) -> Iterator[list[PlainPassage]]:
    """Neighbouring items, parted where the main ones change from bullets to numbers or back."""
    mark, found = items[0].mark, list[PlainPassage]()
    for item in items:
        if found and item.level == 0 and item.mark is not mark:
            yield found
            mark, found = item.mark, []
        found.append(item)
    yield found


def _write_passage(passage: PlainPassage, languages: tuple[str, str]) -> str:
    if isinstance(passage, PlainTable):
        return _write_table(passage, languages)
    if isinstance(passage, PlainFigure):
        return _write_figure(passage, languages)
    if passage.heading is not None:
        return _write_heading(passage.words, passage.heading, languages)
    return "- paragraph:\n" + "".join(_write_pair(passage.words, languages))


def _write_heading(words: Pair[str], level: int, languages: tuple[str, str]) -> str:
    return f"- heading:\n{''.join(_write_pair(words, languages))}    level: {level}\n"


def _write_items(items: Sequence[PlainPair], languages: tuple[str, str], indent: int) -> str:
    """`numbered` and `items` at an indentation, each with the items below it."""
    before = " " * indent
    lines = [f"{before}numbered: true\n"] if items[0].mark is Mark.NUMBER else []
    lines.append(f"{before}items:\n")
    top = items[0].level
    starts = [index for index, item in enumerate(items) if item.level <= top]
    for start, end in pairwise([*starts, len(items)]):
        pair = "".join(_write_pair(items[start].words, languages, indent + 4))
        lines.append(f"{before}  -{pair[indent + 3 :]}")
        if end > start + 1:
            below = [replace(item, level=1) for item in items[start + 1 : end]]
            lines.append(_write_items(below, languages, indent + 4))
    return "".join(lines)


def _write_pair(pair: Pair[str], languages: tuple[str, str], indent: int = 4) -> Iterator[str]:
    before = " " * indent
    for language, side in zip(languages, pair.sides, strict=True):
        lines = "".join(f"{before}  {line}\n" for line in fold(side))
        yield f"{before}{language}: >-\n{lines}"


def _write_table(table: PlainTable, languages: tuple[str, str]) -> str:
    head, *rows = (write_row(row, languages) for row in table.rows)
    lines = [f"    caption: {_write_inline(table.caption, languages)}"] if table.caption else []
    lines += [f"    head: {head}", "    rows:", *(f"      - {row}" for row in rows)]
    return "- table:\n" + "\n".join(lines) + "\n"


def _write_figure(figure: PlainFigure, languages: tuple[str, str]) -> str:
    lines = [f"    file: {figure.file}"]
    if figure.width:
        lines.append(f"    width: {figure.width:.0f}mm")
    if figure.caption:
        lines.append(f"    caption: {_write_inline(figure.caption, languages)}")
    if figure.alternative:
        lines.append(f"    alt: {_write_inline(figure.alternative, languages)}")
    else:
        lines.append("    decorative: true")
    return "- figure:\n" + "\n".join(lines) + "\n"


def _write_cell(cell: Pair[str], languages: tuple[str, str]) -> str:
    return quote(cell.left) if cell.left == cell.right else _write_inline(cell, languages)


def _write_inline(pair: Pair[str], languages: tuple[str, str]) -> str:
    sides = zip(languages, pair.sides, strict=True)
    return "{" + ", ".join(f"{language}: {quote(side)}" for language, side in sides) + "}"


def quote(text: str) -> str:
    """The text as a YAML scalar on one line."""
    return "'" + text.replace("'", "''") + "'"


_BREAK = late_pattern(r"(?<=[^ ]) (?=[^ ])")


def fold(text: str) -> list[str]:
    """Lines of a folded YAML scalar that gives `text` back: cut only at single spaces."""
    lines: list[str] = []
    line = ""
    for piece in _BREAK.split(text):
        if line and len(line) + 1 + len(piece) > _WIDTH:
            lines.append(line)
            line = piece
        else:
            line = f"{line} {piece}" if line else piece
    return [*lines, line]
