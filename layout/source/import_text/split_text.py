"""Takes the characters of an office's text and gives sections of paragraphs; joins no languages.

A section begins with a title line that has both languages around a slash. A paragraph is a line, or lines
that an editor has wrapped; empty lines, lines of no-break spaces and form feeds stand between paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from layout.model.diagnostic import Diagnostic, Span
from layout.model.languages import CZECH, POLISH
from layout.source.import_text.tell_language import tell_language
from layout.source.nodes.parsing import find_forbidden, name_character

_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_OFFICE_SIGNS = str.maketrans(
    {
        "\x0b": " ",
        "\x1e": "-",
        "\x1f": "\u00ad",
        "\u200b": None,
        "\ufeff": None,
        "\u200e": None,
        "\u200f": None,
        "\u2060": None,
        "\u2011": "-",
    }
)
"""A soft line break, a hard and a soft hyphen as Word exports them; signs that no face can show."""
_GAP = re.compile("[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")

_LONGEST_TITLE = 120
_MOST_TITLE_WORDS = 14
_WIDEST_WRAP = 120
"""Characters of the longest line of a text that was wrapped by hand or by an editor."""
_WRAP_SLACK = 4


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A passage on one line, and the line of the file where it begins (from 1)."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Title:
    """A title in both languages."""

    polish: str
    czech: str
    line: int
    czech_first: bool


@dataclass(frozen=True, slots=True)
class TextSection:
    """What stands under one title; None above the first."""

    title: Title | None
    paragraphs: tuple[Paragraph, ...]


def split_text(text: str, file: str) -> tuple[tuple[TextSection, ...], tuple[Diagnostic, ...]]:
    """The sections of a text, and the characters in it that no brochure can hold."""
    runs = list(_gather_runs(_LINE_ENDS.sub("\n", text)))
    mistakes = tuple(_find_forbidden(runs, file))
    wrapped = max((len(line.text) for run in runs for line in run), default=0) <= _WIDEST_WRAP
    sections: list[TextSection] = []
    title: Title | None = None
    paragraphs: list[Paragraph] = []
    for part in _parts_of(runs, wrapped):
        if isinstance(part, Title):
            if title or paragraphs:
                sections.append(TextSection(title, tuple(paragraphs)))
            title, paragraphs = part, []
        else:
            paragraphs.append(part)
    if title or paragraphs:
        sections.append(TextSection(title, tuple(paragraphs)))
    return tuple(_order_neutral_titles(sections)), mistakes


def _gather_runs(text: str) -> Iterator[list[Paragraph]]:
    """Runs of neighbouring filled lines, spaces put in order; a form feed parts them like an empty line."""
    run: list[Paragraph] = []
    for number, line in enumerate(text.split("\n"), 1):
        pieces = line.translate(_OFFICE_SIGNS).split("\f")
        for index, piece in enumerate(pieces):
            if index and run:
                yield run
                run = []
            clean = _GAP.sub(_shrink_gap, piece).strip()
            if clean:
                run.append(Paragraph(clean, number))
            elif run:
                yield run
                run = []
    if run:
        yield run


def _shrink_gap(gap: re.Match[str]) -> str:
    """One sign of a gap is kept as typed, a longer gap is a space."""
    return gap[0] if len(gap[0]) == 1 and gap[0] != "\t" else " "


def _find_forbidden(runs: Iterable[list[Paragraph]], file: str) -> Iterator[Diagnostic]:
    for run in runs:
        for line in run:
            bad = find_forbidden(line.text)
            if bad is not None:
                values = {"character": name_character(line.text[bad])}
                yield Diagnostic("forbidden-character", Span(file, line.line, bad + 1), values)


def _parts_of(runs: Iterable[list[Paragraph]], wrapped: bool) -> Iterator[Paragraph | Title]:
    """Titles and whole paragraphs, in order."""
    for run in runs:
        lines = list(_join_broken_titles(run))
        widest = max(len(line.text) for line in lines)
        open_lines: list[Paragraph] = []
        for index, line in enumerate(lines):
            title = split_title(line) if index == 0 or not open_lines or not wrapped else None
            if open_lines and (title or not _continues(open_lines[-1].text, line.text, wrapped, widest)):
                yield _join(open_lines)
                open_lines = []
            if title:
                yield title
            else:
                open_lines.append(line)
        if open_lines:
            yield _join(open_lines)


def _join(lines: list[Paragraph]) -> Paragraph:
    return Paragraph(" ".join(line.text for line in lines), lines[0].line)


def _join_broken_titles(run: list[Paragraph]) -> Iterator[Paragraph]:
    """A title whose slash stands at the end of its first line, or at the start of the second, is one line."""
    lines = iter(run)
    for line in lines:
        if line.text.endswith("/") and len(line.text) <= _LONGEST_TITLE:
            follower = next(lines, None)
            yield Paragraph(f"{line.text} {follower.text}", line.line) if follower else line
        else:
            yield line


_BULLET = re.compile(r"[-–—•▪*·]\s|\(?\d{1,2}[.)]\s")


def _continues(line: str, following: str, wrapped: bool, widest: int) -> bool:
    """Whether a line goes on in the next one: its first word did not fit, or it begins in the middle."""
    if _BULLET.match(following):
        return False
    here, there = tell_language(line), tell_language(following)
    if here and there and here != there:
        return False
    if following[0].islower() and line[-1] not in ".!?:;…":
        return True
    word = following.split(maxsplit=1)[0]
    return wrapped and widest > 40 and len(line) + 1 + len(word) > widest - _WRAP_SLACK


_ADDRESS = re.compile(r"\S*(?:://|www\.|\w\.\w+/)\S*")
_SENTENCE_END = re.compile(r"(?<!\d)[.!?…]\s+\S")


def split_title(line: Paragraph) -> Title | None:
    """The title that a line is, or None: both languages around a slash, short, and no sentence."""
    if "/" not in line.text or len(line.text) > 2 * _LONGEST_TITLE:
        return None
    addresses = [found.span() for found in _ADDRESS.finditer(line.text)]
    best: tuple[tuple[int, int, int], Title] | None = None
    for found in re.finditer("/", line.text):
        at = found.start()
        if any(start <= at < end for start, end in addresses):
            continue
        rated = _rate_split(line, at)
        if rated and (best is None or rated[0] > best[0]):
            best = rated
    return best[1] if best else None


def _rate_split(line: Paragraph, at: int) -> tuple[tuple[int, int, int], Title] | None:
    """The title made by one slash, and how convincing it is."""
    left, right = line.text[:at].strip(" \u00a0"), line.text[at + 1 :].strip(" \u00a0")
    if not _is_side(left) or not _is_side(right) or (left[-1] == ".") != (right[-1] == "."):
        return None
    if left[-1].isdigit() and right[0].isdigit():
        return None
    languages = (tell_language(left), tell_language(right))
    known = {language for language in languages if language}
    if len(known) < 2 and (all(languages) or not (_opens(left) and _opens(right))):
        return None
    if not known and ":" in line.text:
        return None
    czech_first = languages[0] == CZECH or languages[1] == POLISH
    polish, czech = (right, left) if czech_first else (left, right)
    spaced = int(line.text[at - 1].isspace()) + int(line.text[at + 1].isspace())
    balance = -abs(len(left.split()) - len(right.split()))
    return (len(known), spaced, balance), Title(polish, czech, line.line, czech_first)


def _is_side(side: str) -> bool:
    """Whether one side of a slash can be a title: letters, not many words, no end of a sentence inside."""
    return (
        0 < len(side) <= _LONGEST_TITLE
        and len(side.split()) <= _MOST_TITLE_WORDS
        and side[-1] not in ",;:"
        and any(character.isalpha() for character in side)
        and not _SENTENCE_END.search(side)
    )


def _opens(side: str) -> bool:
    """Whether a side begins as titles do."""
    first = next((character for character in side if character.isalnum()), "")
    return first.isupper() or first.isdigit()


def _order_neutral_titles(sections: list[TextSection]) -> Iterator[TextSection]:
    """Titles that show no language are taken in the order of the others."""
    shown = [
        section.title.czech_first for section in sections if section.title and _shows_language(section.title)
    ]
    czech_first = sum(shown) > len(shown) / 2
    for section in sections:
        title = section.title
        if title and czech_first and not _shows_language(title):
            title = Title(title.czech, title.polish, title.line, True)
        yield TextSection(title, section.paragraphs)


def _shows_language(title: Title) -> bool:
    return bool(tell_language(title.polish) or tell_language(title.czech))
