"""Takes recipients, a mailing and a PDF, gives a folder of message files, one a recipient; sends nothing."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from layout.mail.base64_lines import Encoder
from layout.mail.messages import Stamp, compose_message, identify
from layout.mail.wording import Letter, check_wording, find_unfit_values, word_message
from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span
from layout.model.patterns import late_pattern
from layout.model.plain_letters import ascii_file_name
from layout.model.products.mailing import Address, Mailing, Recipient
from layout.model.records import Struct
from layout.model.values import ByteSize, Count, SystemReason, Values
from layout.pdfreading.bounded import open_regular
from layout.source.fields.files import shown_path
from layout.source.recipients.recipients import RecipientList, find_doubles, tell_as_skipped

ENDING = ".eml"
UNFINISHED = ".part"
MOST_STRAYS_NAMED = 20

_MESSAGE_ID = late_pattern(rb"^Message-ID: (<[^>\r\n]+>)\r?$", re.MULTILINE | re.IGNORECASE)


class Dispatch(Struct, frozen=True):
    """How a run is to go.

    `date` stands in every message; it must know its time zone. `attachment_for` gives one recipient's
    own PDF instead of the common one, and must give the same bytes each time. `message_id` gives the
    identifier, in angle brackets, instead of one computed from the contents.
    """

    date: datetime
    attachment_for: Callable[[Recipient], bytes] | None = None
    message_id: Callable[[Recipient], str] | None = None
    skip_bad: bool = False
    dry_run: bool = False


class MailReport(Struct, frozen=True, kw_only=True):
    """What a run did (or would do): messages written and kept, rows left out, what looks wrong.

    `examples` are the first recipient of each language with the words for them.
    """

    outbox: Path
    written: int
    kept: int
    skipped: tuple[Diagnostic, ...]
    warnings: tuple[Diagnostic, ...]
    examples: tuple[tuple[Recipient, Letter], ...]


Progress = Callable[[int, int], None]
"""Called with how many recipients are dealt with, and with how many there are."""


def write_messages(
    listed: RecipientList,
    mailing: Mailing,
    attachment: bytes,
    outbox: Path,
    dispatch: Dispatch,
    on_progress: Progress = lambda done, total: None,
) -> MailReport:
    """Writes one `.eml` for each recipient into `outbox`, and leaves alone what is there already.

    Each file appears whole or not at all; its name depends on the address only. Nothing is written
    while anything is wrong: bad rows (unless `skip_bad` leaves them out), a placeholder without a
    column, a message in the folder that was made of other words or another PDF. Raises Rejected.
    """
    check_wording(mailing, listed)
    recipients, skipped = screen_recipients(listed, mailing, dispatch.skip_bad)
    own = "own" if dispatch.attachment_for else "common"
    run = _Run(
        mailing=mailing,
        attachment=attachment,
        outbox=outbox,
        dispatch=dispatch,
        digest=f"{hashlib.sha256(attachment).hexdigest()} {own}",
        encoder=Encoder(attachment),
    )
    waiting = run.sort_out(recipients)
    kept = len(recipients) - len(waiting)
    run.check_room(len(waiting))
    if not dispatch.dry_run:
        run.prepare_folder()
    on_progress(kept, len(recipients))
    for done, recipient in enumerate(waiting, kept + 1):
        if not dispatch.dry_run:
            run.write(recipient)
        on_progress(done, len(recipients))
    first = {recipient.language: recipient for recipient in reversed(recipients)}
    return MailReport(
        outbox=outbox,
        written=len(waiting),
        kept=kept,
        skipped=skipped,
        warnings=(*listed.warnings, *run.find_strays(recipients)),
        examples=tuple(
            (first[language], word_message(mailing, first[language]))
            for language in mailing.languages
            if language in first
        ),
    )


def screen_recipients(
    listed: RecipientList, mailing: Mailing, skip_bad: bool
) -> tuple[tuple[Recipient, ...], tuple[Diagnostic, ...]]:
    """Who can be written to, and what is wrong with the others; raises Rejected unless those are skipped.

    A mailbox counts as met only where its row is written to: a bad row must not keep a good one away.
    """
    unfit = find_unfit_values(mailing, listed)
    fit = tuple(recipient for recipient in listed.recipients if recipient.row not in unfit)
    doubles = find_doubles(fit)
    wrong = [*listed.rejected, *(told for tell in unfit.values() for told in tell), *doubles.values()]
    wrong.sort(key=lambda mistake: mistake.where)
    if wrong and not skip_bad:
        raise Rejected(wrong)
    good = tuple(recipient for recipient in fit if recipient.row not in doubles)
    if not good:
        raise Rejected([*wrong, Diagnostic("recipients-none", Span(listed.file))])
    return good, tell_as_skipped(wrong)


def name_file(address: Address) -> str:
    """The message's file name: the address in plain letters and, as those may coincide, a digest."""
    plain = ascii_file_name(str(address).replace("@", "-at-"))[:80]
    return f"{plain}-{hashlib.sha256(address.key.encode()).hexdigest()[:8]}{ENDING}"


class _Run(Struct, kw_only=True):
    """What stays the same for all messages of a run."""

    mailing: Mailing
    attachment: bytes
    outbox: Path
    dispatch: Dispatch
    digest: str
    encoder: Encoder

    def path(self, recipient: Recipient) -> Path:
        return self.outbox / name_file(recipient.address)

    def identify(self, recipient: Recipient, words: Letter) -> str:
        if self.dispatch.message_id:
            return self.dispatch.message_id(recipient)
        return identify(self.mailing, recipient, words, self.digest)

    def sort_out(self, recipients: tuple[Recipient, ...]) -> list[Recipient]:
        """Those who have no whole message yet; raises Rejected if a message there is a different one."""
        waiting, stale = [], []
        for recipient in recipients:
            found = _read_identifier(self.path(recipient))
            if found is None:
                waiting.append(recipient)
            elif found != self.identify(recipient, word_message(self.mailing, recipient)):
                values: Values = {"row": recipient.row, "file": shown_path(self.path(recipient))}
                stale.append(Diagnostic("outbox-stale", recipient.where, values))
        if stale:
            raise Rejected(stale)
        return waiting

    def prepare_folder(self) -> None:
        """Makes the folder; raises Rejected if it cannot be made."""
        try:
            self.outbox.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise self._refuse(error) from None

    def check_room(self, messages: int) -> None:
        """Raises Rejected if the disk has too little room for the messages; makes nothing."""
        there = next(folder for folder in (self.outbox, *self.outbox.absolute().parents) if folder.exists())
        try:
            free = shutil.disk_usage(there).free
        except OSError as error:
            raise self._refuse(error) from None
        needed = messages * (len(self.attachment) * 4 // 3 + 20_000)
        if needed > free:
            where = Span(shown_path(self.outbox))
            raise Rejected.one("outbox-full", where, needed=ByteSize(needed), free=ByteSize(free))

    def write(self, recipient: Recipient) -> None:
        """Writes the message; raises Rejected if it cannot, and leaves nothing of it behind then."""
        words = word_message(self.mailing, recipient)
        stamp = Stamp(self.dispatch.date, self.identify(recipient, words))
        envelope = compose_message(self.mailing, recipient, words, stamp)
        own = self.dispatch.attachment_for
        encoded = self.encoder.encode(own(recipient) if own else self.attachment)
        path = self.path(recipient)
        unfinished = path.with_suffix(UNFINISHED)
        try:
            _refuse_other(path)
            _refuse_other(unfinished)
            with unfinished.open("wb") as file:
                file.writelines((envelope.head, *encoded, envelope.tail))
            unfinished.replace(path)
        except OSError as error:
            raise self._refuse(error) from None
        finally:
            with suppress(OSError):
                _refuse_other(unfinished)
                unfinished.unlink(missing_ok=True)

    def _refuse(self, error: OSError) -> Rejected:
        where = Span(shown_path(self.outbox))
        return Rejected.one("outbox-unwritable", where, reason=SystemReason.of(error))

    def find_strays(self, recipients: tuple[Recipient, ...]) -> Iterator[Diagnostic]:
        """Messages in the folder to people who are not on the list (any more)."""
        expected = {name_file(recipient.address) for recipient in recipients}
        if not self.outbox.is_dir():
            return
        strays = sorted(path.name for path in self.outbox.glob(f"*{ENDING}") if path.name not in expected)
        for name in strays[:MOST_STRAYS_NAMED]:
            where = Span(shown_path(self.outbox / name))
            values = {"count": Count(len(strays))}
            yield Diagnostic("outbox-stray", where, values, Severity.WARNING)


def _refuse_other(path: Path) -> None:
    """Raises OSError where something else than a regular file stands: a folder, a link, a pipe, a device."""
    with suppress(FileNotFoundError):
        if not stat.S_ISREG(path.lstat().st_mode):
            raise OSError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))


def _read_identifier(path: Path) -> str | None:
    """The Message-ID of a whole message file; None if there is none, or it broke off before its end."""
    try:
        with open_regular(path) as file:
            head = file.read(4096)
            file.seek(-min(100, file.seek(0, os.SEEK_END)), os.SEEK_END)
            tail = file.read()
    except OSError:
        return None
    found = _MESSAGE_ID.search(head)
    whole = tail.rstrip().endswith(b"--") and b"--=_" in tail
    return found[1].decode(errors="replace") if found and whole else None
