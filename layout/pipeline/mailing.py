"""Takes content and a list of recipients, writes a message with the mail edition for each; sends nothing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from layout.mail.outbox import Dispatch, MailReport, Progress, screen_recipients, write_messages
from layout.mail.wording import check_wording, tell_reserved_addresses
from layout.model.diagnostic import Diagnostic, Rejected
from layout.model.languages import PAIR
from layout.model.products.edition import EDITIONS
from layout.model.products.mailing import Address, Mailing
from layout.model.records import Struct, replace
from layout.pipeline.composing import compose_folder
from layout.pipeline.posting.cover_lines import personalise
from layout.pipeline.posting.document_words import describe_document, refuse_foreign_words
from layout.pipeline.product import make_product
from layout.pipeline.wishes import ProductWishes
from layout.source.recipients.mailing import read_mailing, warn_of_shared_words
from layout.source.recipients.recipients import RecipientList, read_recipients

T = TypeVar("T")


class Posting(Struct, frozen=True, kw_only=True):
    """What is mailed, to whom and how.

    `recipients` is the list's file, `outbox` the folder for the messages, `date` stands in each and knows
    its time zone. With `cover_line` each copy is named on its cover; a PDF has at most `limit` bytes.
    """

    content: Path
    recipients: Path
    outbox: Path
    date: datetime
    skip_bad: bool = False
    dry_run: bool = False
    cover_line: bool = False
    limit: int | None = None


class Posted(Struct, frozen=True):
    """What a mailing did, or would have done, what was found on the way, who writes, and the PDF's bytes."""

    report: MailReport
    diagnostics: tuple[Diagnostic, ...]
    sender: Address
    size: int


def write_mailing(posting: Posting, progress: Callable[[], AbstractContextManager[Progress]]) -> Posted:
    """Writes the messages of `posting`; what `progress` gives is held open while they are written.

    Raises Rejected with what is wrong with the content, the list and the words, all at once, or with what
    keeps messages from being written.
    """
    mistakes: list[Diagnostic] = []
    composed = _try(lambda: compose_folder(posting.content), mistakes)
    listed = _try(lambda: read_recipients(posting.recipients), mistakes)
    languages = composed.brochure.languages if composed else PAIR
    mailing = _try(lambda: read_mailing(posting.content, languages), mistakes)
    if mailing is not None and composed is not None:
        mailing = replace(mailing, about=describe_document(composed.brochure))
        words, brochure = mailing, composed.brochure
        _try(lambda: refuse_foreign_words(words, brochure), mistakes)
    if mailing is not None and listed is not None:
        _check_list(mailing, listed, posting.skip_bad, mistakes)
    if composed is None or listed is None or mailing is None or mistakes:
        raise Rejected(mistakes)
    told: list[Diagnostic] = []
    pdf = make_product(composed, EDITIONS["mail"], ProductWishes(limit=posting.limit, report=told.append))
    own = None
    if posting.cover_line:
        listed, own = personalise(composed, pdf, listed)
    dispatch = Dispatch(posting.date, own, skip_bad=posting.skip_bad, dry_run=posting.dry_run)
    with progress() as on_progress:
        report = write_messages(listed, mailing, pdf, posting.outbox, dispatch, on_progress)
    found = (
        *composed.diagnostics,
        *told,
        *warn_of_shared_words(posting.content),
        *tell_reserved_addresses(mailing),
        *report.warnings,
        *report.skipped,
    )
    return Posted(report, found, mailing.sender.address, len(pdf))


def _check_list(mailing: Mailing, listed: RecipientList, skip_bad: bool, mistakes: list[Diagnostic]) -> None:
    """Adds what is wrong between words and list; rows are looked at where the words ask for known columns."""
    before = len(mistakes)
    _try(lambda: check_wording(mailing, listed), mistakes)
    if len(mistakes) == before:
        _try(lambda: screen_recipients(listed, mailing, skip_bad), mistakes)
    elif not skip_bad:
        mistakes.extend(listed.rejected)


def _try(read: Callable[[], T], mistakes: list[Diagnostic]) -> T | None:
    """What `read` gives, or None and its mistakes among the others."""
    try:
        return read()
    except Rejected as rejected:
        mistakes.extend(rejected.diagnostics)
        return None
