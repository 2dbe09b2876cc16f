"""Takes a revised text and a content folder that has been designed since, brings the words into their places.

Remarks, the order of keys, pictures and design stay as typed; what is no longer in the text is told, not
taken out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span
from layout.model.languages import PAIR
from layout.model.records import Struct, field
from layout.source.content import content_folder
from layout.source.fields.files import shown_path
from layout.source.import_text.decisions import Settling
from layout.source.import_text.make_sections import MadeText, make_sections
from layout.source.import_text.update.find_place import NewPlace, find_places
from layout.source.import_text.update.match_units import Matches, match_units
from layout.source.import_text.update.new_pictures import NewPictures
from layout.source.import_text.update.new_units import NewText, list_units
from layout.source.import_text.update.old_units import OldFile, find_units, read_old
from layout.source.import_text.update.show_change import show_change
from layout.source.import_text.update.units import OldUnit
from layout.source.nodes.parsing import show_text
from layout.source.write.change_items import insert_item
from layout.source.write.change_words import change_words
from layout.source.write.content_text import ContentText, node_at
from layout.source.write.rewrite_files import Rewrite, rewrite_files

_PROSE = frozenset({"heading", "paragraph", "lead", "quote", "list", "table", "figure"})
"""Blocks whose words come from a text; those of other blocks are the designer's, and never missed in it."""
_LEAST_KNOWN = 5
"""One in so many pieces of a revised text must be more than new, or it is another brochure's."""
_OF_PICTURES = frozenset({"import-picture-undescribed", "import-pictures-differ"})


class UpdateReport(Struct, frozen=True, kw_only=True):
    """What a revised text changes in a folder: how many pieces, and each of them told at its place."""

    changed: int
    new: int
    removed: int
    findings: tuple[Diagnostic, ...]


def update_text(paths: Sequence[Path], place: Path, wishes: Settling, write: bool) -> UpdateReport:
    """Compares a revised text with a folder, or a document in it; writes the changes only if asked to.

    Raises Rejected for a text with mistakes or unsettled doubts, for a folder that cannot be read or written,
    and where text and folder have nothing in common.
    """
    made = make_sections(paths, wishes)
    files = read_old(place)
    old = [unit for file in files.values() for unit in find_units(file)]
    new = list_units(made.text.sections, made.languages)
    matches = match_units(old, new.units)
    if _LEAST_KNOWN * len(matches.old_of) <= len(new.units):
        raise Rejected.one("update-other-text", Span(shown_path(paths[0])), folder=shown_path(place))
    update = _Update(files=files, pictures=NewPictures(content_folder(place), files, made.text.pictures))
    update.change(old, new, matches)
    update.insert(new, find_places(old, new, matches, update.pictures))
    removed = [*_list_removed(old, matches)]
    if write:
        rewrite_files([*update.pictures.rewrites(), *update.rewrites()])
    return UpdateReport(
        changed=update.changed,
        new=update.new,
        removed=len(removed),
        findings=(*_keep(made, update.pictures), *update.findings, *removed, *_list_moved(old, new, matches)),
    )


def _keep(made: MadeText, pictures: NewPictures) -> Iterator[Diagnostic]:
    """What is to be told of the text, but of pictures that the folder has already."""
    for finding in made.findings:
        if finding.code not in _OF_PICTURES or finding.values.get("file") in pictures.taken:
            yield finding


class _Update(Struct, kw_only=True):
    """The files as they will be, and what is to be told of them."""

    files: dict[str, OldFile]
    pictures: NewPictures
    texts: dict[str, ContentText] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)
    changed: int = 0
    new: int = 0

    def change(self, old: Sequence[OldUnit], new: NewText, matches: Matches) -> None:
        """Puts changed words into their own places; sides that say the same stay as they are typed."""
        for number, other in sorted(matches.old_of.items()):
            unit, cells = old[other], new.units[number].cells
            for mine, its in zip(unit.cells, cells, strict=True):
                if len(mine.routes) == 1 and its.sides[0] != its.sides[1] and mine.words != its.words:
                    self._tell("update-by-hand", unit, Severity.WARNING, start=show_text(its.sides[0]))
                    continue
                for side, route in enumerate(mine.routes):
                    if mine.words[side] == its.words[side]:
                        continue
                    text = self._text(unit.file)
                    line = node_at(text, route).line
                    before, after = show_change(mine.words[side], its.words[side])
                    self.texts[unit.file] = change_words(text, route, its.sides[side])
                    told = {"language": PAIR[side], "before": before, "after": after}
                    where = Span(unit.file, line, 1)
                    self.findings.append(Diagnostic("update-changed", where, told, Severity.NOTE))
                    self.changed += 1

    def insert(self, new: NewText, places: Sequence[NewPlace]) -> None:
        """Puts in what is new, in each file from its end, so that places before it stay true."""
        told = []
        for place in sorted(places, key=lambda one: (one.file, *one.order), reverse=True):
            start = show_text(place.start)
            unit = place.beside
            try:
                if not place.route:
                    raise Rejected.one("edit-no-list", Span(place.file), place="")
                self.texts[place.file] = insert_item(self._text(place.file), place.route, place.written)
            except Rejected:
                self._tell("update-by-hand", unit, Severity.WARNING, start=start)
                continue
            self.new += 1
            told.append(Diagnostic("update-new", _where(unit), {"start": start}, Severity.NOTE))
        self.findings += told[::-1]

    def rewrites(self) -> list[Rewrite]:
        """The files that change, with what they said when they were read."""
        return [
            Rewrite(self.files[name].path, self.files[name].digest, text.data)
            for name, text in self.texts.items()
        ]

    def _text(self, file: str) -> ContentText:
        return self.texts.get(file) or self.files[file].text

    def _tell(self, code: str, unit: OldUnit, severity: Severity, **values: str) -> None:
        self.findings.append(Diagnostic(code, _where(unit), values, severity))


def _where(unit: OldUnit) -> Span:
    return Span(unit.file, unit.line, 1)


def _list_removed(old: Sequence[OldUnit], matches: Matches) -> Iterator[Diagnostic]:
    """What the new text has no more, in the files that it has anything of; others came from other texts."""
    there = set(matches.old_of.values())
    files = {old[number].file for number in there}
    for number, unit in enumerate(old):
        if number not in there and unit.kind in _PROSE and unit.file in files:
            start = {"start": show_text(unit.cells[0].words[0])}
            yield Diagnostic("update-removed", _where(unit), start, Severity.WARNING)


def _list_moved(old: Sequence[OldUnit], new: NewText, matches: Matches) -> Iterator[Diagnostic]:
    for number in sorted(matches.moved):
        unit = old[matches.old_of[number]]
        start = {"start": show_text(unit.cells[0].words[0])} if unit.cells else {"start": "–"}
        yield Diagnostic("update-moved", _where(unit), start, Severity.NOTE)
