"""Takes a content folder, or one document in it, gives the checked brochure, theme and fonts, or all mistakes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from layout.model.brochure import Brochure, Covers, Heading, ReadingOrder, Section, TypographySettings
from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span
from layout.model.fonts import FontCatalogue
from layout.model.theme import Theme
from layout.source.blocks import read_blocks
from layout.source.brochure import SectionFile, read_settings
from layout.source.fields import Given
from layout.source.files import read_yaml, shown_path
from layout.source.fonts import read_fonts
from layout.source.reading import Reading, Refused
from layout.source.themes import DEFAULT_THEME, ThemeWish, read_theme

BROCHURE_FILE = "brochure.yaml"
YAML_ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Content:
    """All that a content folder says, and what looks wrong in it but can be built."""

    brochure: Brochure
    theme: Theme
    warnings: tuple[Diagnostic, ...]
    fonts: FontCatalogue


def content_folder(place: Path) -> Path:
    """The content folder that `place` is, or whose document it is."""
    return place.parent if place.suffix.lower() in YAML_ENDINGS and not place.is_dir() else place


def read_content(place: Path) -> Content:
    """The content of a folder, or of another document (a YAML file) in it; places are paths as typed.

    Raises Rejected with every mistake of every file, in the order of the files and lines.
    """
    folder = content_folder(place)
    path = folder / BROCHURE_FILE if folder == place else place
    if folder != place and not path.is_file():
        raise Rejected([Diagnostic("no-document", Span(shown_path(path)), {"file": shown_path(path)})])
    if not path.is_file():
        code = "no-brochure" if folder.is_dir() else "no-folder"
        raise Rejected([Diagnostic(code, Span(shown_path(folder)), {"folder": shown_path(folder)})])
    reading = Reading(folder)
    fonts = _read_fonts(folder, reading)
    node = read_yaml(path, reading)
    where = Span(reading.file, 1, 1)
    given = read_settings(node, reading) if node else {}
    del node
    sections = tuple(_read_sections(given.get("sections", ()), reading))
    theme = _read_theme(given.get("theme", ThemeWish(DEFAULT_THEME, where, {})), reading, fonts)
    _check_levels(sections, reading)
    mistakes = _sort_by_place(reading.mistakes)
    if theme is None or fonts is None or any(m.severity is Severity.ERROR for m in mistakes):
        raise Rejected(mistakes)
    return Content(_join(folder, where, theme.name, given, sections), theme, mistakes, fonts)


def _read_fonts(folder: Path, reading: Reading) -> FontCatalogue | None:
    try:
        return read_fonts(folder)
    except Rejected as rejected:
        reading.take(rejected.diagnostics)
        return None


def _read_sections(files: tuple[SectionFile, ...], reading: Reading) -> Iterable[Section]:
    """Each section that can be read; of its file only the blocks are kept."""
    for file in files:
        node = read_yaml(reading.folder / file.file, reading)
        if node is None:
            continue
        try:
            yield Section(file.file, read_blocks(node, reading))
        except Refused:
            continue


def _read_theme(wish: ThemeWish, reading: Reading, fonts: FontCatalogue | None) -> Theme | None:
    if fonts is None:
        return None
    try:
        return read_theme(wish, reading, fonts)
    except Refused:
        return None


def _check_levels(sections: Iterable[Section], reading: Reading) -> None:
    """No level of heading may be left out on the way down, in neither language (PDF/UA-1, 7.4.2)."""
    above = {0: 0, 1: 0}
    for section in sections:
        for block in section.blocks:
            if not isinstance(block, Heading):
                continue
            sides = [side for side, text in enumerate(block.text.sides) if text]
            least = min(above[side] for side in sides)
            if block.level > least + 1:
                values = {"level": str(block.level), "wanted": str(least + 1)}
                reading.report("level-skipped", block.where, **values)
            above |= dict.fromkeys(sides, block.level)


def _sort_by_place(mistakes: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Mistakes file by file in the order the files were read, each file's from top to bottom."""
    files: dict[str, int] = {}
    for mistake in mistakes:
        files.setdefault(mistake.where.file, len(files))
    return tuple(sorted(mistakes, key=lambda m: (files[m.where.file], m.where.line, m.where.column)))


def _join(folder: Path, where: Span, theme: str, given: Given, sections: tuple[Section, ...]) -> Brochure:
    return Brochure(
        folder=str(folder),
        where=where,
        title=given["title"],
        subtitle=given.get("subtitle"),
        languages=given["languages"],
        date=given["date"],
        publisher=given["publisher"],
        theme=theme,
        covers=given.get("covers", Covers(None, None)),
        page_multiple=given.get("pages", 4),
        typography=given.get("typography", TypographySettings()),
        sections=sections,
        reading_order=given.get("reading-order", ReadingOrder.PAIRS),
    )
