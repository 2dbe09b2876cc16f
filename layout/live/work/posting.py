"""Takes a dropped list of recipients, tries it or writes its messages into an outbox; sends nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from layout.live.work.beginning import new_place
from layout.mail.outbox import Progress
from layout.model.records import Struct
from layout.pipeline.mailing import Posted, Posting, write_mailing


class PostWish(Struct, frozen=True, forbid_unknown_fields=True):
    """A list by its token, the outbox's name, and whether messages are written, bad rows left out."""

    file: str
    outbox: str = "outbox"
    write: bool = False
    skip_bad: bool = False


def post(place: Path, recipients: Path, wish: PostWish) -> Posted:
    """What a mailing did, or would do; raises Rejected."""
    posting = Posting(
        content=place,
        recipients=recipients,
        outbox=new_place(Path.cwd(), wish.outbox),
        date=datetime.now().astimezone(),
        skip_bad=wish.skip_bad,
        dry_run=not wish.write,
    )
    return write_mailing(posting, _quietly)


@contextmanager
def _quietly() -> Iterator[Progress]:
    """The page shows no bar: a thousand messages take a second."""
    yield lambda done, total: None
