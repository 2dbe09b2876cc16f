"""Takes the words for one recipient, gives the bytes of a message around its attachment; writes no file."""

from __future__ import annotations

import hashlib
from datetime import datetime
from email.charset import QP, Charset
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.policy import Compat32
from email.utils import format_datetime
from functools import lru_cache

from layout.mail.headers import encode_list, encode_mailbox, encode_parameter, encode_text
from layout.mail.wording import Letter, fill_link
from layout.model.plain_letters import ascii_file_name
from layout.model.products.mailing import Mailing, Recipient
from layout.model.records import Struct

_PLACE = "PDF-GOES-HERE"
"""Stands for the attachment while the message is built; no line of Base64 has hyphens."""


class _AsWritten(Compat32):
    """Headers are encoded and folded before they are set; the library must not touch them again."""

    def fold_binary(self, name: str, value: str) -> bytes:
        return f"{name}: {value}\r\n".encode()


_WIRE = _AsWritten(linesep="\r\n", mangle_from_=False)
_UTF8 = Charset("utf-8")
_UTF8.body_encoding = QP


class Stamp(Struct, frozen=True):
    """What makes a message this one: when it is dated, and its identifier in angle brackets."""

    date: datetime
    message_id: str


class Envelope(Struct, frozen=True):
    """A message in two parts; Base64 lines of the attachment go between them."""

    head: bytes
    tail: bytes


def identify(mailing: Mailing, recipient: Recipient, words: Letter, attachment: str) -> str:
    """A Message-ID that is the same as long as the recipient, the words and the PDF are.

    `attachment` is the digest of the PDF. RFC 5322, 3.6.4: the right side is the sender's domain.
    """
    seed = "\0".join(
        (
            str(recipient.address),
            recipient.name,
            words.subject,
            words.plain,
            words.html,
            words.sender,
            str(mailing.sender.address),
            words.file_name,
            attachment,
        )
    )
    return f"<{hashlib.sha256(seed.encode()).hexdigest()[:40]}@{mailing.sender.address.domain}>"


def compose_message(mailing: Mailing, recipient: Recipient, words: Letter, stamp: Stamp) -> Envelope:
    """The message (RFC 5322, MIME): mixed(alternative(plain, html), PDF), lines ended by CR LF.

    All of it is 7-bit, but for a recipient's address with letters beyond ASCII (RFC 6532).
    """
    mark = hashlib.sha256(stamp.message_id.encode()).hexdigest()[:24]
    # "=_" can stand neither in Base64 nor in quoted-printable text (RFC 2045, 6.7).
    whole = MIMEMultipart("mixed", boundary=f"=_{mark}.1", policy=_WIRE)
    texts = MIMEMultipart("alternative", boundary=f"=_{mark}.2", policy=_WIRE)
    for kind, text in (("plain", words.plain), ("html", words.html)):
        part = MIMENonMultipart("text", kind, policy=_WIRE, charset="utf-8")
        part.set_payload(text, _UTF8)
        del part["MIME-Version"]
        texts.attach(part)
    del texts["MIME-Version"]
    whole.attach(texts)
    whole.attach(_hold_attachment(words))
    for name, value in _headers(mailing, recipient, words, stamp):
        whole[name] = value
    head, _, tail = whole.as_bytes().partition(_PLACE.encode())
    return Envelope(head, tail)


@lru_cache(maxsize=100)
def _plain_name(name: str) -> str:
    """What old readers call the file; one for all readers of a language."""
    return ascii_file_name(name)


def _hold_attachment(words: Letter) -> MIMENonMultipart:
    part = MIMENonMultipart("application", "pdf", policy=_WIRE)
    del part["MIME-Version"]
    del part["Content-Type"]
    part["Content-Type"] = f'application/pdf;\r\n name="{_plain_name(words.file_name)}"'
    part["Content-Transfer-Encoding"] = "base64"
    name = encode_parameter("filename", words.file_name, words.languages[0])
    part["Content-Disposition"] = f"attachment{name}"
    part.set_payload(_PLACE)
    return part


def _headers(mailing: Mailing, recipient: Recipient, words: Letter, stamp: Stamp) -> list[tuple[str, str]]:
    headers = [
        ("Date", format_datetime(stamp.date)),
        ("Message-ID", stamp.message_id),
        ("From", encode_mailbox("From", words.sender, mailing.sender.address)),
        ("To", encode_mailbox("To", recipient.name, recipient.address)),
        ("Subject", encode_text("Subject", words.subject)),
        ("Content-Language", ", ".join(words.languages)),
        *_leave(mailing, recipient),
    ]
    if mailing.reply_to and words.reply_to:
        headers.insert(3, ("Reply-To", encode_mailbox("Reply-To", words.reply_to, mailing.reply_to.address)))
    if mailing.drafts:
        headers.append(("X-Unsent", "1"))
    return headers


def _leave(mailing: Mailing, recipient: Recipient) -> list[tuple[str, str]]:
    """List-Unsubscribe (RFC 2369) and List-Unsubscribe-Post (RFC 8058), as far as the mailing offers them."""
    ways = mailing.unsubscribe
    if not ways:
        return []
    links = [f"<{fill_link(ways.link, recipient.cells)}>"] if ways.link else []
    if ways.address:
        links.append(f"<mailto:{ways.address}?subject=unsubscribe>")
    one_click = [("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")] if ways.one_click else []
    return [("List-Unsubscribe", encode_list(links)), *one_click]
