"""A mailing as its author set it up, and the people it goes to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Union

from layout.model.content.pairs import Pair
from layout.model.diagnostic import Span
from layout.model.records import Struct

UNPLACED = Span("")
UNSAID: Pair[Mapping[str, str]] = Pair({}, {})
"""What an unknown document says of itself."""


class Address(Struct, frozen=True):
    """An e-mail address: `local` as typed (RFC 6531: any letters), `domain` in lower-case ASCII (IDNA)."""

    local: str
    domain: str

    def __str__(self) -> str:
        return f"{self.local}@{self.domain}"

    @property
    def key(self) -> str:
        """The same for every spelling that reaches the same mailbox in practice."""
        return f"{self.local.casefold()}@{self.domain}"


class Placeholder(Struct, frozen=True):
    """A `{column}` of a template, and where it stands."""

    name: str
    where: Span


class Template(Struct, frozen=True):
    """Text with placeholders, in order, and where it begins."""

    parts: tuple[Union[str, Placeholder], ...]
    where: Span = UNPLACED

    @property
    def placeholders(self) -> tuple[Placeholder, ...]:
        return tuple(part for part in self.parts if isinstance(part, Placeholder))


class Wording(Struct, frozen=True):
    """What a message says in one language; `html` is a fragment, `html_text` and `html_file` its source."""

    subject: Template
    plain: Template
    html: Template
    html_text: str
    html_file: str


class Correspondent(Struct, frozen=True):
    """Who writes, or who gets the answers; the address is ASCII. Without a name it is the publisher."""

    name: Pair[str] | None
    address: Address


class Unsubscribe(Struct, frozen=True):
    """How to leave the list (RFC 2369): by a message to `address`, by opening `link`, or both.

    `one_click` promises that a POST to the link is enough (RFC 8058).
    """

    address: Address | None
    link: Template | None
    one_click: bool


DOCUMENT_WORDS = ("title", "subtitle", "publisher", "date")
"""Placeholders that stand for the document's own words; no column of a list is meant by them."""


class Mailing(Struct, frozen=True, kw_only=True):
    """The settings and the words of a mailing; `file_name` is what the recipient sees the PDF called.

    Without one it is the document's title. `about` is what the document says of itself in each language, by
    the keys of `DOCUMENT_WORDS`; it is empty until the document is known.
    """

    where: Span
    languages: tuple[str, str]
    sender: Correspondent
    reply_to: Correspondent | None
    file_name: Pair[str] | None
    wording: Pair[Wording]
    unsubscribe: Unsubscribe | None
    drafts: bool
    about: Pair[Mapping[str, str]] = UNSAID


class Recipient(Struct, frozen=True, kw_only=True):
    """One row of the list: `row` as a spreadsheet numbers it, `cells` by the column's plain key."""

    row: int
    where: Span
    address: Address
    name: str
    language: str
    cells: Mapping[str, str]
