"""Takes a translator's file and content, puts the translations into their places; never touches a source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from layout.model.content.exchange import ReturnedUnit, digest_source
from layout.model.content.translation import TypedPair
from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span
from layout.model.languages import PAIR, other_of
from layout.model.patterns import late_pattern
from layout.model.records import Struct
from layout.model.values import Listed, SystemReason, Values
from layout.pdfreading.bounded import open_regular
from layout.pipeline.translation.approving import Readiness, read_readiness
from layout.source.exchange.inline_codes import (
    BadCodes,
    CodedText,
    Piece,
    check_codes,
    check_typed,
    code_text,
    spell_codes,
)
from layout.source.exchange.word_tables import read_rows
from layout.source.exchange.xliff import is_xliff, read_xliff
from layout.source.fields.files import shown_path
from layout.source.fields.prose import LONGEST_PASSAGE
from layout.source.import_text.word.package import is_word
from layout.source.nodes.parsing import find_forbidden, name_character, show_text
from layout.source.stale_translations import STALE_FILE, StaleTranslation, read_stale, write_stale
from layout.source.write.change_words import add_words, change_all, change_words
from layout.source.write.content_text import ContentText
from layout.source.write.rewrite_files import Rewrite, digest_of, read_for_change, rewrite_files

LARGEST_RETURN = 50_000_000
"""Bytes of a file that comes back."""
_IDENTITY_PARTS = ("#", "~")
_DIGEST = late_pattern("[0-9a-f]{8}")


class Returned(Struct, frozen=True):
    """How many translations were taken in, how many said nothing new, and why others were not taken."""

    taken: int
    unchanged: int
    diagnostics: tuple[Diagnostic, ...]


class _Translation(Struct, frozen=True):
    """Words that are to stand in a passage."""

    pair: TypedPair
    language: str
    words: str


def update_translation(path: Path, place: Path) -> Returned:
    """Writes every translation that can be taken; each other one is told, and kept where its source changed.

    All files are written, or none. Raises Rejected where the file cannot be read, or nothing be written.
    """
    file = shown_path(path)
    units = _read_units(path, file)
    readiness = read_readiness(place)
    desk = _Desk(readiness, file)
    desk.sort(units)
    rewrites = list(_rewrite(readiness, desk))
    if rewrites:
        rewrite_files(rewrites)
    return Returned(len(desk.translations), desk.unchanged, tuple(desk.told))


def _read_units(path: Path, file: str) -> list[tuple[ReturnedUnit, CodedText | None]]:
    try:
        with open_regular(path) as opened:
            data = opened.read(LARGEST_RETURN + 1)
    except OSError as error:
        raise Rejected.one("unreadable-file", Span(file), reason=SystemReason.of(error)) from None
    if len(data) > LARGEST_RETURN:
        raise Rejected.one("exchange-unsafe", Span(file))
    found: list[tuple[ReturnedUnit, CodedText | None]]
    if is_word(data):
        found = [(unit, None) for unit in _table_units(read_rows(data, file))]
    elif is_xliff(data):
        found = list(read_xliff(data, file))
    else:
        raise Rejected.one("exchange-broken", Span(file))
    if not found:
        raise Rejected.one("returned-nothing", Span(file))
    return found


def _table_units(rows: Sequence[tuple[str, ...]]) -> Iterator[ReturnedUnit]:
    """Rows whose first cell is an identity; the third has the translation."""
    for number, row in enumerate(rows, start=1):
        identity = "".join(row[0].split()) if row else ""
        if len(row) > 2 and all(part in identity for part in _IDENTITY_PARTS) and row[2].strip():
            yield ReturnedUnit(identity, " ".join(row[2].split("\n")).strip(), number)


class _Desk:
    """Translations that came back, each laid where it belongs."""

    def __init__(self, readiness: Readiness, file: str) -> None:
        self.translations: dict[tuple[str, str, str], _Translation] = {}
        self.stale: list[StaleTranslation] = []
        self.unchanged = 0
        self.told: list[Diagnostic] = []
        self._file = file
        pairs = readiness.draft.pairs
        self._by_route = {f"{pair.file}#{'.'.join(map(str, pair.route))}": pair for pair in pairs}
        self._by_source: dict[str, list[tuple[TypedPair, str]]] = defaultdict(list)
        for pair in pairs:
            for language in pair.sides:
                self._by_source[digest_source(pair.text(language))].append((pair, language))

    def sort(self, units: Sequence[tuple[ReturnedUnit, CodedText | None]]) -> None:
        """Takes each unit, or tells why not."""
        targets: dict[str, set[str]] = defaultdict(set)
        for unit, _ in units:
            targets[unit.identity].add(unit.target)
        seen: set[str] = set()
        for unit, coded in units:
            if len(targets[unit.identity]) > 1:
                self._refuse("returned-twice", unit)
            elif unit.identity not in seen:
                seen.add(unit.identity)
                self._take(unit, coded)

    def _take(self, unit: ReturnedUnit, coded: CodedText | None) -> None:
        found = self._find(unit.identity)
        if found is None:
            self._refuse("returned-unknown", unit)
            return
        pair, source, fresh = found
        if len(unit.target) > LONGEST_PASSAGE:
            self._refuse("returned-too-long", unit, pair)
            return
        if not fresh:
            self._keep_stale(unit, coded, pair)
            return
        try:
            words = _translate(pair, source, unit, coded)
        except BadCodes as bad:
            self._refuse(bad.code, unit, pair, Listed(bad.names))
            return
        if words is None:
            self.unchanged += 1
        else:
            target = other_of(source)
            key = (pair.file, ".".join(map(str, pair.route)), target)
            self.translations[key] = _Translation(pair, target, words)

    def _find(self, identity: str) -> tuple[TypedPair, str, bool] | None:
        """The passage of an identity, the language of its source, and whether that is as it went out."""
        route, _, digest = identity.rpartition("~")
        if not _DIGEST.fullmatch(digest):
            return None
        same = self._by_source.get(digest, [])
        here = self._by_route.get(route)
        for pair, language in same:
            if pair is here:
                return pair, language, True
        file = route.partition("#")[0]
        moved = [one for one in same if one[0].file == file] or same
        if len(moved) == 1:
            return (*moved[0], True)
        return None if here is None else (here, "", False)

    def _keep_stale(self, unit: ReturnedUnit, coded: CodedText | None, pair: TypedPair) -> None:
        """Keeps a translation of what the source no longer says beside the content."""
        if (bad := find_forbidden(unit.target)) is not None:
            values = {"place": unit.identity, "character": name_character(unit.target[bad])}
            self.told.append(Diagnostic("edit-forbidden", pair.where, values))
            return
        target = _target_language(unit.target, pair)
        words = unit.target if coded is None else "".join(one for one in coded.pieces if isinstance(one, str))
        source = pair.text(other_of(target)) or "–"
        self.stale.append(StaleTranslation(pair.file, unit.identity, target, source, words.strip()))
        self._refuse("returned-stale", unit, pair)

    def _refuse(
        self, code: str, unit: ReturnedUnit, pair: TypedPair | None = None, names: Listed | None = None
    ) -> None:
        where = Span(self._file, unit.row, 1) if pair is None else pair.where
        values: Values = {
            "text": show_text(unit.target),
            "id": unit.identity,
            "file": self._file,
            "row": unit.row,
        }
        told: Values = values if names is None else {**values, "codes": names}
        self.told.append(Diagnostic(code, where, told, Severity.ERROR))


def _target_language(text: str, pair: TypedPair) -> str:
    """The side that a stale translation was made for: the one that it is more like."""
    shared = {language: len(set(pair.text(language).split()) & set(text.split())) for language in PAIR}
    left, right = PAIR
    return left if shared[left] > shared[right] else right


def _translate(pair: TypedPair, source: str, unit: ReturnedUnit, coded: CodedText | None) -> str | None:
    """The words that are to be written, None where they say what stands there; raises BadCodes."""
    text, there = pair.text(source), pair.text(other_of(source))
    if coded is None:
        if code_text(unit.target).bare == code_text(there).bare:
            return None
        check_typed(unit.target, text, there)
        return unit.target
    original = code_text(text)
    present = code_text(there, like=original)
    known = {**original.codes, **present.codes}
    numbers = {piece.number for piece in coded.pieces if not isinstance(piece, str)}
    if numbers <= known.keys():
        same = CodedText(_trimmed(coded.pieces), known)
        if same.bare == CodedText(_trimmed(present.pieces), known).bare:
            return None
    check_codes(coded, original)
    return spell_codes(CodedText(_trimmed(coded.pieces), {}), known).strip()


def _trimmed(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Pieces without white space at both ends."""
    found = list(pieces)
    for end, strip in ((0, str.lstrip), (-1, str.rstrip)):
        piece = found[end] if found else None
        if isinstance(piece, str):
            found[end] = strip(piece)
    return tuple(one for one in found if one != "")


def _rewrite(readiness: Readiness, desk: _Desk) -> Iterator[Rewrite]:
    """The files with their translations in them; those that no writer can put in are told."""
    folder = readiness.draft.folder
    by_file: dict[str, list[_Translation]] = defaultdict(list)
    for one in desk.translations.values():
        by_file[one.pair.file].append(one)
    for name, translations in by_file.items():
        text, digest = read_for_change(folder / name, folder)
        changed = _put_all(text, translations, desk)
        if changed is not text:
            yield Rewrite(folder / name, digest, changed.data)
    if desk.stale:
        yield _rewrite_stale(folder, desk.stale)


def _put_all(text: ContentText, translations: Sequence[_Translation], desk: _Desk) -> ContentText:
    """All at once where that can be done, else one by one."""
    there = {
        (*one.pair.route, one.language): one.words for one in translations if one.language in one.pair.sides
    }
    try:
        changed = change_all(text, there)
    except Rejected:
        changed, there = text, {}
    for one in translations:
        if (*one.pair.route, one.language) not in there:
            changed = _put(changed, one, desk)
    return changed


def _put(text: ContentText, one: _Translation, desk: _Desk) -> ContentText:
    route = (*one.pair.route, one.language)
    try:
        if one.language in one.pair.sides:
            return change_words(text, route, one.words)
        return add_words(text, route, one.words, other_of(one.language))
    except Rejected as rejected:
        desk.told += rejected.diagnostics
        key = (one.pair.file, ".".join(map(str, one.pair.route)), one.language)
        del desk.translations[key]
        return text


def _rewrite_stale(folder: Path, new: Sequence[StaleTranslation]) -> Rewrite:
    path = folder / STALE_FILE
    digest = digest_of(path.read_bytes()) if path.is_file() else None
    kept: Mapping[str, StaleTranslation] = {one.identity: one for one in (*read_stale(folder), *new)}
    return Rewrite(path, digest, write_stale(kept.values()).encode())
