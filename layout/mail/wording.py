"""Takes a mailing's templates and one recipient, gives the words of a message; knows no mail format."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import TypeVar
from urllib.parse import quote

from layout.lang.languages import LANGUAGES
from layout.mail.markup import check_markup
from layout.model.content.pairs import Pair
from layout.model.diagnostic import Diagnostic, Rejected, Severity
from layout.model.patterns import late_pattern
from layout.model.plain_letters import plain_key
from layout.model.products.mailing import (
    DOCUMENT_WORDS,
    Correspondent,
    Mailing,
    Placeholder,
    Recipient,
    Template,
)
from layout.model.records import Struct
from layout.model.values import Count, Listed, Values
from layout.source.nodes.reading import nearest
from layout.source.recipients.recipients import RecipientList, find_flaw, show

T = TypeVar("T")
LONGEST_LINK = 900
"""Characters: no line of a header may have more than 998 (RFC 5322, 2.1.1), and a link cannot be folded."""
LONGEST_FILE_NAME = 110
"""Characters of an attachment's name that is made of the title, its ending apart."""
LONGEST_TAG = 4000
"""Characters of a tag that are looked at to tell what a value in it is."""
_IN_ADDRESS = late_pattern(r"\s(?:href|src)=(?:\"[^\"]*|'[^']*)\Z", re.IGNORECASE)
RULE = "* * *"
"""Between the languages of a plain text."""

_BODY = (
    "margin:0 auto;max-width:40em;padding:1em;font-family:sans-serif;line-height:1.5;"
    "color:#1a1a1a;background:#ffffff"
)


class Letter(Struct, frozen=True, kw_only=True):
    """All that one message says: subject, plain text and HTML document, lines ended by a line feed."""

    subject: str
    plain: str
    html: str
    sender: str
    reply_to: str | None
    file_name: str
    languages: tuple[str, str]
    """The recipient's own first."""


def check_wording(mailing: Mailing, listed: RecipientList) -> None:
    """Raises Rejected with every placeholder that is no column of the list, and with faults of the HTML."""
    mistakes = [*_unknown_placeholders(mailing, listed), *_unsaid_words(mailing, listed)]
    for wording in mailing.wording.sides:
        mistakes += check_markup(wording.html_text, wording.html_file)
    if mistakes:
        raise Rejected(mistakes)


_RESERVED = late_pattern(r"(?:.*\.)?(?:example\.(?:com|net|org)|example|invalid|test|localhost)")
"""Domains that belong to nobody (RFC 2606, 2 and 3)."""


def tell_reserved_addresses(mailing: Mailing) -> Iterator[Diagnostic]:
    """That answers would go nowhere."""
    ways = (mailing.sender, mailing.reply_to, mailing.unsubscribe)
    addresses = dict.fromkeys(way.address for way in ways if way and way.address)
    for address in addresses:
        if _RESERVED.fullmatch(address.domain):
            values: Values = {"value": str(address)}
            yield Diagnostic("mail-address-reserved", mailing.where, values, Severity.NOTE)


def _templates(mailing: Mailing) -> Iterator[Template]:
    for wording in mailing.wording.sides:
        yield from (wording.subject, wording.plain, wording.html)
    if mailing.unsubscribe and mailing.unsubscribe.link:
        yield mailing.unsubscribe.link


def _unknown_placeholders(mailing: Mailing, listed: RecipientList) -> Iterator[Diagnostic]:
    headings = {key: heading or key for key, heading in listed.columns.items()}
    for template in _templates(mailing):
        for placeholder in template.placeholders:
            if plain_key(placeholder.name) in headings or _is_of_document(placeholder, template, mailing):
                continue
            meant = nearest(plain_key(placeholder.name), headings)
            values: Values = {
                "name": show(placeholder.name),
                "list": listed.file,
                "nearest": meant or "name",
                "known": Listed(tuple(f"{{{key}}}" for key in (*headings, *DOCUMENT_WORDS))),
            }
            yield Diagnostic("template-unknown-placeholder", placeholder.where, values)


def _is_of_document(placeholder: Placeholder, template: Template, mailing: Mailing) -> bool:
    """Whether it stands for the document's own words, of which a link to leave the list has no use."""
    link = mailing.unsubscribe.link if mailing.unsubscribe else None
    return plain_key(placeholder.name) in DOCUMENT_WORDS and template is not link


def _unsaid_words(mailing: Mailing, listed: RecipientList) -> Iterator[Diagnostic]:
    """Placeholders for words the document lacks, or that a column of the list is called by too."""
    for wording, about in zip(mailing.wording.sides, mailing.about.sides, strict=True):
        for template in (wording.subject, wording.plain, wording.html):
            for placeholder in template.placeholders:
                key = plain_key(placeholder.name)
                values: Values = {"name": key, "list": listed.file}
                if key in DOCUMENT_WORDS and key in listed.columns:
                    yield Diagnostic("template-column-and-word", placeholder.where, values)
                elif key in DOCUMENT_WORDS and about and key not in about:
                    yield Diagnostic("template-word-unsaid", placeholder.where, values)


def find_unfit_values(mailing: Mailing, listed: RecipientList) -> dict[int, tuple[Diagnostic, ...]]:
    """By row, what is wrong with the values that templates use: empty, a formula, more than one line."""
    used = sorted(
        {
            plain_key(hole.name)
            for template in _templates(mailing)
            for hole in template.placeholders
            if not _is_of_document(hole, template, mailing)
        }
    )
    unfit = {}
    for recipient in listed.recipients:
        told = []
        for key in used:
            value = recipient.cells[key]
            code = find_flaw(value) if value else "recipient-empty"
            if code:
                values: Values = {"row": recipient.row, "column": listed.columns[key], "value": show(value)}
                told.append(Diagnostic(code, recipient.where, values))
        told += _overlong_link(mailing, recipient)
        if told:
            unfit[recipient.row] = tuple(told)
    return unfit


def _overlong_link(mailing: Mailing, recipient: Recipient) -> Iterator[Diagnostic]:
    link = mailing.unsubscribe.link if mailing.unsubscribe else None
    filled = fill_link(link, recipient.cells) if link else ""
    if len(filled) > LONGEST_LINK:
        values: Values = {
            "row": recipient.row,
            "column": "unsubscribe: link",
            "value": show(filled),
            "count": Count(len(filled)),
            "most": Count(LONGEST_LINK),
        }
        yield Diagnostic("recipient-too-long", recipient.where, values)


def word_message(mailing: Mailing, recipient: Recipient) -> Letter:
    """The words for one recipient: everything twice, the own language first."""
    own, other = mailing.languages if recipient.language == mailing.languages[0] else mailing.languages[::-1]
    first, second = _side(mailing, mailing.wording, own), _side(mailing, mailing.wording, other)
    cells = _cells(mailing, recipient, own)
    other_cells = _cells(mailing, recipient, other)
    subject = " ".join(fill(first.subject, cells).split())
    texts = (fill(first.plain, cells).strip(), fill(second.plain, other_cells).strip())
    parts = ((own, fill_html(first.html, cells)), (other, fill_html(second.html, other_cells)))
    answers = mailing.reply_to
    return Letter(
        subject=subject,
        plain="\n".join((texts[0], "", RULE, "", LANGUAGES[other].page_words.version, "", texts[1], "")),
        html=_write_document(subject, *parts),
        sender=_name_of(mailing, mailing.sender, own),
        reply_to=_name_of(mailing, answers, own) if answers else None,
        file_name=_side(mailing, mailing.file_name, own) if mailing.file_name else _name_file(mailing, own),
        languages=(own, other),
    )


def _cells(mailing: Mailing, recipient: Recipient, language: str) -> Mapping[str, str]:
    """What placeholders stand for in one language."""
    about: Mapping[str, str] = _side(mailing, mailing.about, language)
    return {**recipient.cells, **about}


def _name_of(mailing: Mailing, one: Correspondent, language: str) -> str:
    """Their name, or the publisher's."""
    named = _side(mailing, one.name, language) if one.name else None
    return named or _side(mailing, mailing.about, language).get("publisher", str(one.address))


_UNFIT = late_pattern(r'[\\/:*?"<>|\x00-\x1f]+')
"""What some system cannot have in a file's name."""


def _name_file(mailing: Mailing, language: str) -> str:
    """What the attachment is called without a name of its own: the title, the recipient's language first."""
    titles = [_side(mailing, mailing.about, one).get("title", "") for one in (language, *mailing.languages)]
    words = " – ".join(dict.fromkeys(filter(None, titles))) or "PDF"
    return f"{' '.join(_UNFIT.sub(' ', words).split())[:LONGEST_FILE_NAME].strip(' .')}.pdf"


def _side(mailing: Mailing, pair: Pair[T], language: str) -> T:
    return pair.sides[mailing.languages.index(language)]


def fill(template: Template, cells: Mapping[str, str], write: Callable[[str], str] = str) -> str:
    """The template with each placeholder replaced by its value as `write` writes it."""
    return "".join(
        part if isinstance(part, str) else write(cells[plain_key(part.name)]) for part in template.parts
    )


def fill_html(template: Template, cells: Mapping[str, str]) -> str:
    """The same for HTML: values are escaped, and in an address percent-encoded before (RFC 3986)."""
    filled, tag = [], ""
    for part in template.parts:
        if isinstance(part, str):
            filled.append(part)
            begun, ended = part.rfind("<"), part.rfind(">")
            tag = (part[begun:] if begun >= 0 else tag + part) if begun > ended or ended < 0 else ""
            tag = tag[-LONGEST_TAG:]
        else:
            value = cells[plain_key(part.name)]
            filled.append(escape(quote(value, safe="@") if _IN_ADDRESS.search(tag) else value))
    return "".join(filled)


def fill_link(template: Template, cells: Mapping[str, str]) -> str:
    """The same for an address of the web: values are percent-encoded (RFC 3986)."""
    return quote(fill(template, cells, lambda value: quote(value, safe="")), safe="%/:?&=#+,;@!$'()*~[]")


def _write_document(subject: str, first: tuple[str, str], second: tuple[str, str]) -> str:
    """The HTML document: language, title, then each language in a part that names it (WCAG 3.1.2)."""
    (own, own_part), (other, other_part) = first, second
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{own}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(subject)}</title>",
            "</head>",
            f'<body lang="{own}" style="{_BODY}">',
            f'<div lang="{own}">',
            own_part.strip(),
            "</div>",
            "<hr>",
            f'<div lang="{other}">',
            f'<h2 style="font-size:1em">{escape(LANGUAGES[other].page_words.version)}</h2>',
            other_part.strip(),
            "</div>",
            "</body>",
            "</html>",
            "",
        )
    )
