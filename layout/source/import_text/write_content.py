"""Takes paired text and gives the files of a content folder; writes nothing to disk.

The text must come back from the reader letter by letter: whatever Markdown or YAML would take as its own
is protected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from layout.model.content.pairs import Pair
from layout.model.plain_letters import make_slug

_MARKUP = re.compile(r"[\\`*_\[\]<]|&(?=#?\w+;)")
_WIDTH = 100
"""Characters of a written line, its indentation apart."""
_LONGEST_SLUG = 40

HEADER = "# Made from plain text by “szpalta import”. docs/content.md explains every key.\n"
PUBLISHER = "# publisher: "
"""Begins the line that waits for a name which plain text does not tell."""


@dataclass(frozen=True, slots=True)
class PlainSection:
    """A section as plain text gives it: a title and paragraphs, every pair in the order of the languages."""

    title: Pair[str]
    paragraphs: tuple[Pair[str], ...]


def write_content(sections: Sequence[PlainSection], languages: tuple[str, str], day: date) -> dict[str, str]:
    """Texts of brochure.yaml and of the section files, by name; the first title is the brochure's."""
    names = [f"sections/{number:02}-{_name(section)}.yaml" for number, section in enumerate(sections, 1)]
    files = {name: _write_section(section, languages) for name, section in zip(names, sections, strict=True)}
    return {**files, "brochure.yaml": _write_brochure(sections[0].title, languages, day, names)}


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
        "covers: {front: generated, back: generated}",
        "pages: {multiple: 4}",
        "sections:",
        *(f"  - {name}" for name in names),
    ]
    return HEADER + "\n".join(lines) + "\n"


def _write_section(section: PlainSection, languages: tuple[str, str]) -> str:
    heading = "".join(_write_pair(section.title, languages))
    blocks = [f"- heading:\n{heading}    level: 1\n"]
    blocks += ["- paragraph:\n" + "".join(_write_pair(pair, languages)) for pair in section.paragraphs]
    return HEADER + "\n".join(blocks)


def _write_pair(pair: Pair[str], languages: tuple[str, str]) -> Iterator[str]:
    for language, side in zip(languages, pair.sides, strict=True):
        lines = "".join(f"      {line}\n" for line in fold(protect(side)))
        yield f"    {language}: >-\n{lines}"


def protect(text: str) -> str:
    """The text with a backslash before whatever the reader would take as markup."""
    return _MARKUP.sub(lambda found: "\\" + found[0], text)


def quote(text: str) -> str:
    """The text as a YAML scalar on one line."""
    return "'" + text.replace("'", "''") + "'"


_BREAK = re.compile(r"(?<=[^ ]) (?=[^ ])")


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
