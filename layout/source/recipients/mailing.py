"""Takes a document's folder of mail words, gives the mailing's settings and templates, or all mistakes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from layout.model.content.pairs import Pair
from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span
from layout.model.languages import PAIR
from layout.model.patterns import late_pattern
from layout.model.products.mailing import Address, Correspondent, Mailing, Template, Unsubscribe, Wording
from layout.model.records import Struct
from layout.model.values import SystemReason
from layout.source.content import BROCHURE_FILE, content_folder
from layout.source.fields.files import open_inside, read_yaml, refuse_outside, shown_path
from layout.source.fields.scalars import Flag, Schema, WordsField, take_scalar
from layout.source.fields.tables import Field, Given, PairOf, Record
from layout.source.nodes.parsing import LARGEST_FILE, Entries, Node, decode_yaml, place_of
from layout.source.nodes.reading import Reading, Refused
from layout.source.recipients.addresses import parse_address
from layout.source.recipients.templates import parse_template

FOLDER = "mail"
SETTINGS = "mail.yaml"
LONGEST_SUBJECT = 200


class MailAddress(Struct, frozen=True):
    """An e-mail address of our own side: ASCII before the @, so that every server takes it."""

    def read(self, node: Node, reading: Reading) -> Address:
        scalar = take_scalar(node, reading, "expected-text")
        address = parse_address(scalar.text)
        if address is None or not address.local.isascii():
            reading.refuse("mail-address", reading.span(node), value=scalar.text)
        return address

    def schema(self) -> Schema:
        return {"type": "string", "format": "email"}


class TemplateLine(Struct, frozen=True):
    """Words with placeholders; `shape` is a pattern of the whole, `code` the mistake of another."""

    shape: str = r"[\s\S]+"
    code: str = "expected-text"

    def read(self, node: Node, reading: Reading) -> Template:
        WordsField(LONGEST_SUBJECT).read(node, reading)
        scalar = take_scalar(node, reading, "expected-text")
        if not re.fullmatch(self.shape, scalar.text):
            reading.refuse(self.code, reading.span(node), value=scalar.text)
        try:
            return parse_template(scalar.text, lambda offset: reading.place_inside(scalar, offset))
        except Rejected as stray:
            reading.take(stray.diagnostics)
            raise Refused from None

    def schema(self) -> Schema:
        return {"type": "string", "maxLength": LONGEST_SUBJECT, "pattern": f"^(?:{self.shape})$"}


_UNFIT = late_pattern(r"[\\/:*?\"<>|{}\x00-\x1f]")


class AttachmentName(Struct, frozen=True):
    """A file name that ends in .pdf and that every system can store."""

    def read(self, node: Node, reading: Reading) -> str:
        name = WordsField(120).read(node, reading)
        if not name.lower().endswith(".pdf") or name.startswith(".") or _UNFIT.search(name):
            reading.refuse("mail-file-name", reading.span(node), value=name)
        return name

    def schema(self) -> Schema:
        return {"type": "string", "pattern": r"\.[pP][dD][fF]$", "maxLength": 120}


def _build_correspondent(given: Given, where: Span, reading: Reading) -> Correspondent:
    return Correspondent(given.get("name"), given["address"])


def _build_unsubscribe(given: Given, where: Span, reading: Reading) -> Unsubscribe:
    return Unsubscribe(given.get("address"), given.get("link"), given["one-click"])


def _check_unsubscribe(given: Given, node: Entries, reading: Reading) -> bool:
    if "address" not in node.values and "link" not in node.values:
        reading.report("mail-unsubscribe-empty", reading.span(node))
        return False
    if given.get("one-click") and "link" not in node.values:
        reading.report("mail-one-click", reading.span(node.keys["one-click"]))
        return False
    return True


def _keep(given: Given, where: Span, reading: Reading) -> dict[str, Any]:
    return {"where": where, **given}


_CORRESPONDENT = Record(
    _build_correspondent,
    {
        "name": Field(
            PairOf(WordsField(200), shared=True), "The name shown, one for both or two; else the publisher."
        ),
        "address": Field(MailAddress(), "The e-mail address.", True),
    },
)
_LINK = TemplateLine(r"https://[^\s{}](?:[^\s{}]|\{[^{}]+\})*", "mail-link")
_UNSUBSCRIBE = Record(
    _build_unsubscribe,
    {
        "address": Field(MailAddress(), "Where a message that asks to be removed goes."),
        "link": Field(_LINK, "A page where one leaves the list; may hold placeholders."),
        "one-click": Field(Flag(), "Whether a POST to the link is enough (RFC 8058).", default=False),
    },
    check=_check_unsubscribe,
)
RECORD = Record(
    _keep,
    {
        "from": Field(_CORRESPONDENT, "Who the messages are from.", True),
        "reply-to": Field(_CORRESPONDENT, "Who gets the answers, if not the sender."),
        "subject": Field(PairOf(TemplateLine()), "The subject; may hold placeholders.", True),
        "file": Field(
            PairOf(AttachmentName(), shared=True), "What the attached PDF is called; else the title."
        ),
        "unsubscribe": Field(_UNSUBSCRIBE, "How a reader leaves the list (RFC 2369)."),
        "drafts": Field(Flag(), "Marks the messages as unsent, so that Outlook opens them for sending."),
    },
)
"""The keys of `mail.yaml`."""


class MailFolder(Struct, frozen=True):
    """Where a document's mail words are; `shared` if the document is sent with the brochure's."""

    path: Path
    own: Path
    shared: bool


def find_mail_folder(place: Path) -> MailFolder:
    """The `mail` folder of a content folder; for another document of it, such as `visit.yaml`, `mail/visit`.

    A document without words of its own is sent with the brochure's, which `warn_of_shared_words` tells.
    """
    content = content_folder(place)
    if place == content or place.name == BROCHURE_FILE:
        return MailFolder(content / FOLDER, content / FOLDER, False)
    own = content / FOLDER / place.stem
    return MailFolder(own, own, False) if own.is_dir() else MailFolder(content / FOLDER, own, True)


def warn_of_shared_words(place: Path) -> tuple[Diagnostic, ...]:
    """That a document other than the brochure is sent with the brochure's words, if it is."""
    folder = find_mail_folder(place)
    if not folder.shared:
        return ()
    values = {"file": place.name, "shared": shown_path(folder.path), "own": shown_path(folder.own)}
    where = Span(shown_path(folder.path / SETTINGS))
    return (Diagnostic("mail-words-shared", where, values, Severity.WARNING),)


def read_mailing(place: Path, languages: tuple[str, str] = PAIR) -> Mailing:
    """The mailing of a content folder or of a document in it, its words as `find_mail_folder` finds them.

    They are `mail.yaml`, and for each language a `.txt` and a `.html`. Raises Rejected with the mistakes of
    all of these files, or with one if there is no folder.
    """
    folder = find_mail_folder(place).path
    if not folder.is_dir():
        raise Rejected(
            [Diagnostic("mail-no-folder", Span(shown_path(folder)), {"folder": shown_path(folder)})]
        )
    refuse_outside(folder, content_folder(place))
    reading = Reading(folder=folder, languages=languages, sides=languages)
    settings = _read_settings(reading)
    left, right = (_read_texts(language, reading) for language in languages)
    if reading.mistakes:
        raise Rejected(reading.mistakes)
    subject = settings["subject"]
    return Mailing(
        where=settings["where"],
        languages=languages,
        sender=settings["from"],
        reply_to=settings.get("reply-to"),
        file_name=settings.get("file"),
        wording=Pair(Wording(subject.left, *left), Wording(subject.right, *right)),
        unsubscribe=settings.get("unsubscribe"),
        drafts=settings.get("drafts", False),
    )


def _read_settings(reading: Reading) -> dict[str, Any]:
    node = read_yaml(reading.folder / SETTINGS, reading)
    if node is None:
        return {}
    try:
        return RECORD.read(node, reading)
    except Refused:
        return {}


def _read_texts(language: str, reading: Reading) -> tuple[Template, Template, str, str]:
    plain, _ = _read_template(reading.folder / f"{language}.txt", reading)
    html, source = _read_template(reading.folder / f"{language}.html", reading)
    return plain, html, source, reading.file


def _read_template(path: Path, reading: Reading) -> tuple[Template, str]:
    """The template and its text, both empty (reported) where the file is of no use."""
    file = reading.file = shown_path(path)
    try:
        with open_inside(path, reading) as opened:
            text = decode_yaml(opened.read(LARGEST_FILE + 1), file)
        template = parse_template(text, lambda offset: place_of(text, offset, file))
    except OSError as error:
        reading.report("unreadable-file", Span(file), reason=SystemReason.of(error))
    except Rejected as rejected:
        reading.take(rejected.diagnostics)
    else:
        if text.strip():
            return template, text
        reading.report("empty-file", Span(file))
    return Template(()), ""
