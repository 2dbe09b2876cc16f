"""A mailing as its author set it up, and the people it goes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Union

from layout.model.content.pairs import Pair
from layout.model.diagnostic import Span


@dataclass(frozen=True, slots=True)
class Address:
    """An e-mail address: `local` as typed (RFC 6531: any letters), `domain` in lower-case ASCII (IDNA)."""

    local: str
    domain: str

    def __str__(self) -> str:
        return f"{self.local}@{self.domain}"

    @property
    def key(self) -> str:
        """The same for every spelling that reaches the same mailbox in practice."""
        return f"{self.local.casefold()}@{self.domain}"


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A `{column}` of a template, and where it stands."""

    name: str
    where: Span


@dataclass(frozen=True, slots=True)
class Template:
    """Text with placeholders, in order."""

    parts: tuple[Union[str, Placeholder], ...]

    @property
    def placeholders(self) -> tuple[Placeholder, ...]:
        return tuple(part for part in self.parts if isinstance(part, Placeholder))


@dataclass(frozen=True, slots=True)
class Wording:
    """What a message says in one language; `html` is a fragment, `html_text` and `html_file` its source."""

    subject: Template
    plain: Template
    html: Template
    html_text: str
    html_file: str


@dataclass(frozen=True, slots=True)
class Correspondent:
    """Who writes, or who gets the answers; the address is ASCII."""

    name: Pair[str]
    address: Address


@dataclass(frozen=True, slots=True)
class Unsubscribe:
    """How to leave the list (RFC 2369): by a message to `address`, by opening `link`, or both.

    `one_click` promises that a POST to the link is enough (RFC 8058).
    """

    address: Address | None
    link: Template | None
    one_click: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailing:
    """The settings and the words of a mailing; `file_name` is what the recipient sees the PDF called."""

    where: Span
    languages: tuple[str, str]
    sender: Correspondent
    reply_to: Correspondent | None
    file_name: Pair[str]
    wording: Pair[Wording]
    unsubscribe: Unsubscribe | None
    drafts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """One row of the list: `row` as a spreadsheet numbers it, `cells` by the column's plain key."""

    row: int
    where: Span
    address: Address
    name: str
    language: str
    cells: Mapping[str, str]
