"""Takes a content folder, or one document in it, gives as much as can be read, and all mistakes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from layout.model.blocks.block import Block
from layout.model.blocks.headings import Heading
from layout.model.blocks.reference import Imprint, Masthead
from layout.model.content.brochure import Brochure, Colophon, Covers, Section, TypographySettings
from layout.model.content.pairs import Pair, ProsePair
from layout.model.content.prose import Prose, Run
from layout.model.content.translation import TranslationSettings, TypedPair
from layout.model.diagnostic import Diagnostic, Rejected, Span, has_errors
from layout.model.fonts import FontCatalogue
from layout.model.records import Struct, replace
from layout.model.theme import Theme
from layout.source.brochure import TITLE_PLACE, read_settings
from layout.source.fields.files import read_yaml, shown_path
from layout.source.fields.tables import Given
from layout.source.nodes.reading import Reading, Refused
from layout.source.references import check_references
from layout.source.sections import UNREAD, SourceMemory, read_sections
from layout.source.themes.fonts import read_fonts
from layout.source.themes.read_theme import DEFAULT_THEME, ThemeWish, read_theme
from layout.source.typed_pairs import find_pairs

BROCHURE_FILE = "brochure.yaml"
YAML_ENDINGS = (".yaml", ".yml")
LOWEST_LEVEL = 3
"""The deepest heading."""


class Draft(Struct, frozen=True, kw_only=True):
    """As much of a content folder as could be read: blocks that were refused are left out.

    `theme` and `fonts` are None where they were refused; `mistakes` are those of every file in the order they
    were found, `brochure` is the whole where none of them is an error.
    """

    folder: Path
    languages: tuple[str, str]
    typography: TypographySettings
    sections: tuple[Section, ...]
    theme: Theme | None
    fonts: FontCatalogue | None
    mistakes: tuple[Diagnostic, ...]
    brochure: Brochure | None
    translation: TranslationSettings
    pairs: tuple[TypedPair, ...]
    """What was typed in both languages, those passages too that were refused."""


def content_folder(place: Path) -> Path:
    """The content folder that `place` is, or whose document it is."""
    return place.parent if place.suffix.lower() in YAML_ENDINGS and not place.is_dir() else place


SAVED: Mapping[str, bytes] = {}
"""Nothing that an editor did not save yet."""


def read_draft(
    place: Path, unsaved: Mapping[str, bytes] = SAVED, memory: SourceMemory | None = None
) -> Draft:
    """What can be read of a folder, or of another document (a YAML file) in it; places are paths as typed.

    Files that are `unsaved`, by their names as typed, are taken as an editor has them, not from the disk.
    Sections that are as in `memory` are not read again.
    Raises Rejected where there is no document, and with all mistakes so far when there are too many.
    """
    folder = content_folder(place)
    if folder.is_file():
        raise Rejected.at_once("no-yaml-document", Span(shown_path(place)), file=shown_path(place))
    path = folder / BROCHURE_FILE if folder == place else place
    if folder != place and not path.is_file():
        raise Rejected.at_once("no-document", Span(shown_path(path)), file=shown_path(path))
    if not path.is_file():
        code = "no-brochure" if folder.is_dir() else "no-folder"
        raise Rejected.at_once(code, Span(shown_path(folder)), folder=shown_path(folder))
    reading = Reading(folder=folder, unsaved=unsaved)
    fonts = _read_fonts(folder, reading)
    node = read_yaml(path, reading)
    where = Span(reading.file, 1, 1)
    given = read_settings(node, reading) if node else {}
    pairs = list(find_pairs(node, path.name, reading)) if node else []
    del node
    reading.draft = given.get("draft", False)
    memory = memory or SourceMemory()
    parts: list[tuple[str, tuple[Block | None, ...]]] = []
    for name, section in read_sections(given.get("sections", ()), reading, memory):
        parts.append((name, section.blocks))
        pairs.extend(section.pairs)
    theme = _read_theme(given.get("theme", ThemeWish(DEFAULT_THEME, where, {})), reading, fonts)
    _check_levels((block for _, blocks in parts for block in blocks), reading)
    there = [block for _, blocks in parts for block in blocks if block is not None]
    check_references(there, reading, memory.facts, whole=all(blocks != UNREAD for _, blocks in parts))
    sections = tuple(Section(name, tuple(filter(None, blocks))) for name, blocks in parts if blocks != UNREAD)
    brochure = None
    if theme is not None and not has_errors(reading.mistakes):
        brochure = _join(folder, where, theme.name, given, tuple(_tell_imprints(sections, given)))
    return Draft(
        folder=folder,
        languages=reading.languages,
        typography=given.get("typography", TypographySettings()),
        sections=sections,
        theme=theme,
        fonts=fonts,
        mistakes=tuple(reading.mistakes),
        brochure=brochure,
        translation=_translation(given),
        pairs=tuple(pairs),
    )


def _read_fonts(folder: Path, reading: Reading) -> FontCatalogue | None:
    try:
        return read_fonts(folder)
    except Rejected as rejected:
        reading.take(rejected.diagnostics)
        return None


def _read_theme(wish: ThemeWish, reading: Reading, fonts: FontCatalogue | None) -> Theme | None:
    if fonts is None:
        return None
    try:
        return read_theme(wish, reading, fonts)
    except Refused:
        return None


def _check_levels(blocks: Iterable[Block | None], reading: Reading) -> None:
    """No level of heading may be left out on the way down, in neither language (PDF/UA-1, 7.4.2).

    Behind a block that was refused and may have been a heading any level may follow.
    """
    above = {0: 0, 1: 0}
    for block in blocks:
        if block is None:
            above = {0: LOWEST_LEVEL, 1: LOWEST_LEVEL}
        if not isinstance(block, Heading):
            continue
        sides = [side for side, text in enumerate(block.text.sides) if text]
        least = min(above[side] for side in sides)
        if block.level > least + 1:
            reading.report("level-skipped", block.where, level=block.level, wanted=least + 1)
        above |= dict.fromkeys(sides, block.level)


def sort_by_place(mistakes: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
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
        title_where=given[TITLE_PLACE],
        subtitle=given.get("subtitle"),
        languages=given["languages"],
        date=given["date"],
        publisher=given.get("publisher"),
        theme=theme,
        covers=given.get("covers", Covers(None, None)),
        page_multiple=given.get("pages", 4),
        typography=given.get("typography", TypographySettings()),
        sections=sections,
        reading_order=given["reading-order"],
        publicity=given.get("publicity"),
        columns=given.get("columns"),
        draft=given["draft"],
        translation=_translation(given),
        colophon=Colophon(
            place=given.get("place"),
            series=given.get("series"),
            edition=given.get("edition"),
            isbn=given.get("isbn"),
            logos=given.get("logos", ()),
        ),
    )


def _tell_imprints(sections: Iterable[Section], given: Given) -> Iterable[Section]:
    """The sections, each imprint in them with what the settings say of the colophon."""
    masthead = Masthead(
        title=_prose(given["title"]),
        publisher=_prose_given(given, "publisher"),
        day=given["date"],
        edition=_prose_given(given, "edition"),
        place=_prose_given(given, "place"),
        isbn=given.get("isbn"),
    )
    for section in sections:
        blocks = (
            replace(block, masthead=masthead) if isinstance(block, Imprint) else block
            for block in section.blocks
        )
        yield replace(section, blocks=tuple(blocks))


def _prose_given(given: Given, key: str) -> ProsePair | None:
    words = given.get(key)
    return None if words is None else _prose(words)


def _prose(words: Pair[str]) -> ProsePair:
    """Words without markup as passages, which are typed where the settings stand."""
    return Pair(Prose((Run(words.left),)), Prose((Run(words.right),)))


def _translation(given: Given) -> TranslationSettings:
    return TranslationSettings(given.get("translation", frozenset()), given.get("approval", False))
