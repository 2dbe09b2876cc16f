"""Takes a CSV file of recipients, gives who can be written to and what is wrong with the other rows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span
from layout.model.languages import CZECH, PAIR, POLISH
from layout.model.patterns import late_pattern
from layout.model.plain_letters import plain_key
from layout.model.products.mailing import Address, Recipient
from layout.model.records import Struct, field, replace
from layout.model.values import Count, Listed, SystemReason, Value, Values
from layout.pdfreading.bounded import open_regular
from layout.source.fields.files import shown_path
from layout.source.recipients.addresses import parse_address
from layout.source.recipients.spoiled_names import find_spoiled
from layout.source.recipients.tables import (
    LARGEST_FILE,
    ListCell,
    ListRow,
    ListTable,
    read_table,
    tell_unclosed,
)

ADDRESS, NAME, LANGUAGE = "address", "name", "language"
GIVEN, FAMILY = "given", "family"
COLUMNS: Mapping[str, tuple[str, ...]] = {
    ADDRESS: (
        "e-mail",
        "email",
        "e-mail address",
        "adres e-mail",
        "adres mailowy",
        "adres poczty elektronicznej",
        "e-mailová adresa",
        "adresa e-mailu",
        "e-mail 1 - value",
        "e-mail address 1",
        "primary email",
        "adresa elektronické pošty",
        "e-mail 1",
        "mail",
        "address",
        "adres",
        "adresa",
    ),
    NAME: (
        "name",
        "full name",
        "display name",
        "e-mail display name",
        "wyświetlana nazwa",
        "nazwa wyświetlana e-mail",
        "zobrazované jméno",
        "imię i nazwisko",
        "jméno a příjmení",
        "nazwa",
        "název",
        "jméno",
        "nazwisko i imię",
        "příjmení a jméno",
        "odbiorca",
        "příjemce",
        "adresat",
        "adresát",
    ),
    LANGUAGE: ("language", "język", "jazyk", "lang"),
}
"""How the three columns may be called, the surest name first: a file may have a postal `adres` as well.

Among them are those of Google Contacts and of Outlook in English, Polish and Czech.
"""
PARTS: Mapping[str, tuple[str, ...]] = {
    GIVEN: ("given name", "first name", "imię", "křestní jméno", "jméno"),
    FAMILY: ("family name", "last name", "surname", "nazwisko", "příjmení"),
}
"""The columns that a name may be split into. `jméno` is the whole where no surname stands beside it."""
SPELLINGS: Mapping[str, tuple[str, ...]] = {
    POLISH: ("pl", "pl-PL", "Polish", "polski", "polska", "po polsku", "polština", "polsky", "pol"),
    CZECH: ("cs", "cz", "cs-CZ", "Czech", "czeski", "czeska", "po czesku", "čeština", "česky", "ces", "cze"),
}
"""How a language may be named."""

LONGEST_NAME = 200
"""Characters."""

_KEYS = {plain_key(name): column for column, names in (*PARTS.items(), *COLUMNS.items()) for name in names}
_LANGUAGES = {plain_key(name): language for language, names in SPELLINGS.items() for name in names}

_NAMED = late_pattern(r"(?P<name>[^<>]*)<\s*(?P<address>[^<>\s]+@[^<>\s]+)\s*>")
"""A mailbox as mail programs write it: `Jan Nowak <jan@example.org>` (RFC 5322, 3.4)."""
_FORMULA = late_pattern(r"[=@]|[+-](?![0-9 ().-]+\Z)|#[^\s#]+[!?]\Z|#(?:N/[AD]|NEDOSTUPNÝ)")
"""A formula, or the error that one left behind (English, Polish, Czech); a telephone number is neither."""
_UNSEEN = late_pattern("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ue000-\uf8ff\ufffd]")
"""Line breaks, controls, signs that turn the direction of writing, and what no font has."""


class RecipientList(Struct, frozen=True, kw_only=True):
    """The sound rows, which may still name a mailbox twice, and the faults of the others (`rejected`).

    `columns` gives each key's heading as typed.
    """

    file: str
    encoding: str
    columns: Mapping[str, str]
    recipients: tuple[Recipient, ...]
    rejected: tuple[Diagnostic, ...]
    warnings: tuple[Diagnostic, ...]


def read_recipients(path: Path, languages: tuple[str, ...] = PAIR) -> RecipientList:
    """The recipients of a CSV file (UTF-8, UTF-16, Windows-1250 or ISO-8859-2; with a header).

    Bad rows are left out and told in `rejected`. Raises Rejected on a file that is no such table, or that
    lacks the column of the address, the name or the language.
    """
    file = shown_path(path)
    try:
        with open_regular(path) as opened:
            data = opened.read(LARGEST_FILE + 1)
    except OSError as error:
        raise Rejected.one("unreadable-file", Span(file), reason=SystemReason.of(error)) from None
    table = read_table(data, file, _rate_header)
    columns = _find_columns(table)
    parts = _find_parts(columns)
    checking = _Checking(table=table, columns=columns, parts=parts, languages=languages)
    recipients = tuple(checking.take(row) for row in table.rows)
    return RecipientList(
        file=file,
        encoding=table.encoding,
        columns={NAME: NAME, **{key: table.header.cells[place].text for key, place in columns.items()}},
        recipients=tuple(one for one in recipients if one),
        rejected=tuple(checking.rejected),
        warnings=(*table.warnings, *checking.warnings),
    )


def tell_as_skipped(rejected: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The same mistakes as warnings, for rows that are knowingly left out."""
    return tuple(replace(mistake, severity=Severity.WARNING) for mistake in rejected)


def find_doubles(recipients: Iterable[Recipient]) -> dict[int, Diagnostic]:
    """By row, that its mailbox is already in a row above it; only the given ones count as rows."""
    first_rows: dict[str, int] = {}
    doubles = {}
    for recipient in recipients:
        first = first_rows.setdefault(recipient.address.key, recipient.row)
        if first != recipient.row:
            values: Values = {
                "row": recipient.row,
                "value": show(recipient.cells[ADDRESS]),
                "first": first,
            }
            doubles[recipient.row] = Diagnostic("recipient-twice", recipient.where, values)
    return doubles


def find_flaw(text: str) -> str | None:
    """The code of what makes a value unfit for a message, or None; `+jan@example.org` is no formula."""
    if _FORMULA.match(text) and parse_address(text) is None:
        return "recipient-formula"
    return "recipient-line-break" if _UNSEEN.search(text) else None


def show(text: str) -> str:
    """A value as a message can show it: on one line, unseen characters as a sign, not too long."""
    seen = _UNSEEN.sub("␤", text)
    return seen if len(seen) <= 60 else seen[:59] + "…"


def _bare_address(typed: str) -> str:
    """The address without the name before it, its brackets or `mailto:`."""
    named = _NAMED.fullmatch(typed)
    bare = named["address"] if named else typed
    return bare[len("mailto:") :] if bare[:7].lower() == "mailto:" else bare


def _rate_header(row: ListRow) -> int:
    return len({_KEYS[key] for key in map(_key_of, row.cells) if key in _KEYS})


def _key_of(cell: ListCell) -> str:
    return plain_key(cell.text)


def _find_columns(table: ListTable) -> dict[str, int]:
    """The place of each column by its key; the three that are needed by their own."""
    columns: dict[str, int] = {}
    mistakes = []
    for place, cell in enumerate(table.header.cells):
        key = _key_of(cell)
        if key in columns:
            where = Span(table.file, cell.line, cell.column)
            mistakes.append(Diagnostic("recipients-column-twice", where, {"column": show(cell.text)}))
        if key:
            columns[key] = place
    for needed, names in COLUMNS.items():
        found = next((key for key in map(plain_key, names) if key in columns), None)
        if needed == NAME and found is None and (_find_parts(columns) or _has_named_addresses(table)):
            continue
        if found is None:
            where = Span(table.file, table.header.line, 1)
            values: Values = {"column": names[0], "names": Listed(tuple(names)), "row": table.header.number}
            mistakes.append(Diagnostic("recipients-column-missing", where, values))
        else:
            columns[needed] = columns[found]
    if mistakes:
        raise Rejected(mistakes)
    return columns


def _find_parts(columns: Mapping[str, int]) -> tuple[int, ...]:
    """The places of given name and surname, where a surname is there or no whole name is."""
    found = {
        part: next((columns[key] for key in map(plain_key, names) if key in columns), None)
        for part, names in PARTS.items()
    }
    if found[FAMILY] is None and NAME in columns:
        return ()
    return tuple(place for place in (found[GIVEN], found[FAMILY]) if place is not None)


def _has_named_addresses(table: ListTable) -> bool:
    return any(_NAMED.fullmatch(cell.text) for row in table.rows for cell in row.cells)


class _Checking(Struct, kw_only=True):
    """What is known while the rows are gone through: the table's columns, and the mistakes so far."""

    table: ListTable
    columns: Mapping[str, int]
    parts: tuple[int, ...]
    languages: tuple[str, ...]
    rejected: list[Diagnostic] = field(default_factory=list)
    warnings: list[Diagnostic] = field(default_factory=list)

    def take(self, row: ListRow) -> Recipient | None:
        """The recipient, or None after telling everything that is wrong with the row."""
        before = len(self.rejected)
        if row.unclosed:
            self.rejected.append(tell_unclosed(row, row.unclosed, self.table.file))
            return None
        self._check_width(row)
        address = self._read_address(row)
        name = self._read_name(row)
        language = self._read_language(row)
        if len(self.rejected) > before or address is None:
            return None
        self._warn(address, name, row)
        cells = {key: self._cell(row, key).text for key in self.columns}
        cells[ADDRESS] = _bare_address(cells[ADDRESS])
        where = Span(self.table.file, row.line, 1)
        return Recipient(
            row=row.number,
            where=where,
            address=address,
            name=name,
            language=language,
            cells={**cells, NAME: name},
        )

    def _cell(self, row: ListRow, key: str) -> ListCell:
        return self._at(row, self.columns[key])

    def _at(self, row: ListRow, place: int) -> ListCell:
        return row.cells[place] if place < len(row.cells) else ListCell("", row.line, 1)

    def _name_cell(self, row: ListRow) -> ListCell:
        """The name where it stands: in a column, in two, or before the address as mail programs write it."""
        whole = self._cell(row, NAME) if NAME in self.columns else ListCell("", row.line, 1)
        parts = [self._at(row, place) for place in self.parts]
        if all(part.text for part in parts) or not whole.text:
            joined = " ".join(part.text for part in parts if part.text)
            whole = replace(parts[0], text=joined) if joined and self._is_split(whole, parts) else whole
        named = _NAMED.fullmatch(self._cell(row, ADDRESS).text)
        if not whole.text and named:
            return replace(self._cell(row, ADDRESS), text=named["name"].strip().strip("\"'").strip())
        return whole

    def _is_split(self, whole: ListCell, parts: list[ListCell]) -> bool:
        """Whether the name is in two cells: no whole one is there, or that is the given name alone."""
        return not whole.text or whole in parts

    def _reject(self, code: str, row: ListRow, cell: ListCell, **values: Value) -> None:
        where = Span(self.table.file, cell.line, cell.column)
        told = {"row": row.number, "value": show(cell.text), **values}
        self.rejected.append(Diagnostic(code, where, told))

    def _check_width(self, row: ListRow) -> None:
        width = len(self.table.header.cells)
        extra = next((cell for cell in row.cells[width:] if cell.text), None)
        if extra:
            self._reject("recipient-cells", row, extra, count=Count(len(row.cells)), width=Count(width))

    def _flawed(self, row: ListRow, cell: ListCell, column: str) -> bool:
        """Whether the value is missing or unfit, which is told."""
        code = find_flaw(cell.text) if cell.text else "recipient-empty"
        if code:
            self._reject(code, row, cell, column=self._heading(column))
        return code is not None

    def _heading(self, column: str) -> str:
        """What a column is called in the list; a name that has none of its own by the usual word."""
        cells = self.table.header.cells
        places = [self.columns[column]] if column in self.columns else list(self.parts)
        return " + ".join(cells[place].text for place in places) or column

    def _read_address(self, row: ListRow) -> Address | None:
        cell = self._cell(row, ADDRESS)
        if self._flawed(row, cell, ADDRESS):
            return None
        address = parse_address(_bare_address(cell.text))
        if address is None:
            several = len(re.findall(r"[^\s@]@[^\s@]", cell.text)) > 1
            self._reject("recipient-addresses" if several else "recipient-address", row, cell)
            return None
        return address

    def _read_name(self, row: ListRow) -> str:
        cell = self._name_cell(row)
        name = unicodedata.normalize("NFC", " ".join(cell.text.split()))
        if not self._flawed(row, cell, NAME) and len(name) > LONGEST_NAME:
            heading = self._heading(NAME)
            limits = {"count": Count(len(name)), "most": Count(LONGEST_NAME)}
            self._reject("recipient-too-long", row, cell, column=heading, **limits)
        return name

    def _read_language(self, row: ListRow) -> str:
        cell = self._cell(row, LANGUAGE)
        if self._flawed(row, cell, LANGUAGE):
            return ""
        language = _LANGUAGES.get(_key_of(cell), "")
        if language not in self.languages:
            self._reject("recipient-language", row, cell, languages=Listed(tuple(self.languages)))
        return language

    def _warn(self, address: Address, name: str, row: ListRow) -> None:
        if not address.local.isascii():
            self._doubt("recipient-address-letters", row, self._cell(row, ADDRESS))
        cell = self._name_cell(row)
        if signs := find_spoiled(cell.text):
            self._doubt("recipient-stray-signs", row, cell, signs=" ".join(signs))

    def _doubt(self, code: str, row: ListRow, cell: ListCell, **values: Value) -> None:
        where = Span(self.table.file, cell.line, cell.column)
        told = {"row": row.number, "value": show(cell.text), **values}
        self.warnings.append(Diagnostic(code, where, told, Severity.WARNING))
