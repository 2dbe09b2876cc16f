"""Takes a CSV file of recipients, gives who can be written to and what is wrong with the other rows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span
from layout.model.languages import CZECH, PAIR, POLISH
from layout.model.plain_letters import plain_key
from layout.model.products.mailing import Address, Recipient
from layout.model.values import Count, Listed, SystemReason, Value, Values
from layout.source.fields.files import shown_path
from layout.source.recipients.addresses import parse_address
from layout.source.recipients.list_text import find_stray_signs
from layout.source.recipients.tables import (
    LARGEST_FILE,
    ListCell,
    ListRow,
    ListTable,
    read_table,
    tell_unclosed,
)

ADDRESS, NAME, LANGUAGE = "address", "name", "language"
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
        "mail",
        "address",
        "adres",
        "adresa",
    ),
    NAME: (
        "name",
        "full name",
        "imię i nazwisko",
        "jméno a příjmení",
        "nazwa",
        "název",
        "jméno",
        "odbiorca",
        "příjemce",
        "adresat",
        "adresát",
    ),
    LANGUAGE: ("language", "język", "jazyk", "lang"),
}
"""How the three columns may be called, the surest name first: a file may have a postal `adres` as well."""
SPELLINGS: Mapping[str, tuple[str, ...]] = {
    POLISH: ("pl", "pl-PL", "Polish", "polski", "polska", "po polsku", "polština", "polsky", "pol"),
    CZECH: ("cs", "cz", "cs-CZ", "Czech", "czeski", "czeska", "po czesku", "čeština", "česky", "ces", "cze"),
}
"""How a language may be named."""

LONGEST_NAME = 200
"""Characters."""

_KEYS = {plain_key(name): column for column, names in COLUMNS.items() for name in names}
_LANGUAGES = {plain_key(name): language for language, names in SPELLINGS.items() for name in names}

_FORMULA = re.compile(r"[=@]|[+-](?![0-9 ().-]+\Z)|#[^\s#]+[!?]\Z|#(?:N/[AD]|NEDOSTUPNÝ)")
"""A formula, or the error that one left behind (English, Polish, Czech); a telephone number is neither."""
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ue000-\uf8ff\ufffd]")
"""Line breaks, controls, signs that turn the direction of writing, and what no font has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientList:
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
        with path.open("rb") as opened:
            data = opened.read(LARGEST_FILE + 1)
    except OSError as error:
        raise Rejected.one("unreadable-file", Span(file), reason=SystemReason.of(error)) from None
    table = read_table(data, file, _rate_header)
    columns = _find_columns(table)
    checking = _Checking(table, columns, languages)
    recipients = tuple(checking.take(row) for row in table.rows)
    return RecipientList(
        file=file,
        encoding=table.encoding,
        columns={key: table.header.cells[place].text for key, place in columns.items()},
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
        if found is None:
            where = Span(table.file, table.header.line, 1)
            values: Values = {"column": names[0], "names": Listed(tuple(names)), "row": table.header.number}
            mistakes.append(Diagnostic("recipients-column-missing", where, values))
        else:
            columns[needed] = columns[found]
    if mistakes:
        raise Rejected(mistakes)
    return columns


@dataclass(slots=True)
class _Checking:
    """What is known while the rows are gone through: the table's columns, and the mistakes so far."""

    table: ListTable
    columns: Mapping[str, int]
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
        place = self.columns[key]
        return row.cells[place] if place < len(row.cells) else ListCell("", row.line, 1)

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
            self._reject(code, row, cell, column=self.table.header.cells[self.columns[column]].text)
        return code is not None

    def _read_address(self, row: ListRow) -> Address | None:
        cell = self._cell(row, ADDRESS)
        if self._flawed(row, cell, ADDRESS):
            return None
        address = parse_address(cell.text)
        if address is None:
            several = len(re.findall(r"[^\s@]@[^\s@]", cell.text)) > 1
            self._reject("recipient-addresses" if several else "recipient-address", row, cell)
            return None
        return address

    def _read_name(self, row: ListRow) -> str:
        cell = self._cell(row, NAME)
        name = unicodedata.normalize("NFC", " ".join(cell.text.split()))
        if not self._flawed(row, cell, NAME) and len(name) > LONGEST_NAME:
            heading = self.table.header.cells[self.columns[NAME]].text
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
        signs = find_stray_signs(name)
        if signs:
            self._doubt("recipient-stray-signs", row, self._cell(row, NAME), signs=" ".join(signs))

    def _doubt(self, code: str, row: ListRow, cell: ListCell, **values: Value) -> None:
        where = Span(self.table.file, cell.line, cell.column)
        told = {"row": row.number, "value": show(cell.text), **values}
        self.warnings.append(Diagnostic(code, where, told, Severity.WARNING))
