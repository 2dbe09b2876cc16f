"""Names products and puts them, and the sample, on the disk in one step; makes none."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path
from time import monotonic, sleep

from layout.model.content.brochure import Brochure
from layout.model.diagnostic import Rejected, Span
from layout.model.patterns import late_pattern
from layout.model.plain_letters import make_slug
from layout.model.products.edition import EDITIONS, Edition
from layout.model.products.handout import HANDOUT, Handout
from layout.model.values import SystemReason
from layout.resources.places import sample_folder
from layout.source.content import BROCHURE_FILE
from layout.source.recipients.documents import list_documents
from layout.source.write.hold_signals import holding_signals
from layout.source.write.staged_file import StagedFile
from layout.source.write.store_files import store_files

SLUG_LETTERS = 60

NOT_COPIED = ("__pycache__",)
"""What stands beside the sample's content without being part of it: the programs that drew its pictures."""


def copy_sample(folder: Path) -> None:
    """Copies the sample's content to `folder`, which must not exist or be empty.

    Where that fails nothing stays of it. Raises Rejected.
    """
    refuse_used(folder)
    sample = sample_folder()
    files = [path for path in sorted(sample.rglob("*")) if path.is_file() and not _is_aside(path)]
    store_new(folder, {path.relative_to(sample).as_posix(): path.read_bytes() for path in files})


def refuse_used(folder: Path) -> None:
    """Raises Rejected where a new folder's place is a file or a folder with something in it."""
    if folder.exists() and not folder.is_dir():
        raise Rejected.one("folder-is-file", Span(str(folder)))
    if folder.exists() and any(folder.iterdir()):
        raise Rejected.one("folder-in-use", Span(str(folder)))


def store_new(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes files by their names into a new folder, all or none; raises Rejected where that fails."""
    try:
        store_files(folder, files)
    except OSError as error:
        raise Rejected.one("import-not-written", Span(str(folder)), reason=SystemReason.of(error)) from None


def _is_aside(path: Path) -> bool:
    return not set(path.parts).isdisjoint(NOT_COPIED)


READER_WITHIN = 10.0
"""Seconds that a pipe is given to find its reader."""

_HEADER = late_pattern(rb"%PDF-[12]\.\d")
_TRAILER_WITHIN = 2048
"""Bytes at a file's end in which every PDF says where its cross-references start (ISO 32000-1, 7.5.5)."""

_REFUSALS = {
    errno.EACCES: "output-forbidden",
    errno.EPERM: "output-forbidden",
    errno.EROFS: "output-forbidden",
    errno.ENOTDIR: "output-in-way",
    errno.EEXIST: "output-in-way",
    errno.EISDIR: "output-in-way",
    errno.ENOSPC: "output-no-room",
    errno.EDQUOT: "output-no-room",
}
"""What a system says of a place that cannot be written, as messages."""


def refuse_unwritable(folder: Path) -> None:
    """Raises Rejected where files cannot be put into `folder`, which need not exist yet; makes nothing."""
    there = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    if not there.is_dir():
        raise _refuse(folder, NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)))
    if not os.access(there, os.W_OK | os.X_OK):
        raise _refuse(folder, PermissionError(errno.EACCES, os.strerror(errno.EACCES)))


def write_product(path: Path, data: bytes) -> None:
    """Puts a PDF at `path` in one step: a failure at any point leaves what was there.

    Takes the place of another PDF only; a link stays, and what it leads to is replaced. A pipe or a device
    is written to. Raises Rejected at `path` where a file of another kind stands, or one that is only to be
    read, and where the system refuses.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = _mode_of(path)
        if mode is None or stat.S_ISREG(mode):
            _keep_others(path, mode)
            with holding_signals(), StagedFile(Path(os.path.realpath(path)), data) as staged:
                staged.replace()
        else:
            _pour(path, data)
    except OSError as error:
        raise _refuse(path, error) from None


def _refuse(path: Path, error: OSError) -> Rejected:
    code = _REFUSALS.get(error.errno or 0, "output-failed")
    return Rejected.one(code, Span(str(path)), reason=SystemReason.of(error))


def _mode_of(path: Path) -> int | None:
    """Kind and rights of what stands at `path`, links followed; None where nothing does."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _keep_others(path: Path, mode: int | None) -> None:
    """Raises Rejected where a file stands that is no PDF, OSError where one is only to be read."""
    if mode is None:
        return
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    with path.open("rb") as file:
        start = file.read(16)
        file.seek(-min(_TRAILER_WITHIN, file.seek(0, os.SEEK_END)), os.SEEK_END)
        end = file.read()
    if not _HEADER.match(start) or b"startxref" not in end:
        raise Rejected.one("output-onto-other", Span(str(path)))


def _pour(path: Path, data: bytes) -> None:
    """Writes to a pipe or a device; waits a while for a pipe's reader, and raises OSError if none comes."""
    last = monotonic() + READER_WITHIN
    while True:
        try:
            handle = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
            break
        except OSError as error:
            if error.errno != errno.ENXIO or monotonic() > last:
                raise
            sleep(0.05)
    os.set_blocking(handle, True)
    with os.fdopen(handle, "wb") as file:
        file.write(data)


def output_name(brochure: Brochure, edition: Edition, handout: Handout = HANDOUT) -> str:
    """`<slug>-<edition>.pdf`, the slug made of the first language's title in plain ASCII.

    Behind a hosted edition's name stands what `handout` asks for. A document other than brochure.yaml whose
    slug another one of its folder has too is told apart by its own name: `<slug>--<document>-<edition>.pdf`.
    """
    suffix = handout.suffix if edition.hosted else ""
    slug = _slug(brochure.title.left)
    return f"{slug}{_tell_apart(brochure, slug)}-{edition.name}{suffix}.pdf"


def _slug(title: str) -> str:
    return make_slug(title, SLUG_LETTERS, "brochure")


def _tell_apart(brochure: Brochure, slug: str) -> str:
    """Nothing, or the document's name where another document's products would be called alike.

    No slug has two hyphens in a row, so that no title can be taken for another's title and document; a name
    that plain letters cannot tell from others has some of its digest behind it.
    """
    name = Path(brochure.where.file).name
    others = (one for one in list_documents(Path(brochure.folder)) if one.file != name)
    left = brochure.languages[0]
    alike = any(_slug(one.titles.get(left) or one.titles.get("", "")) == slug for one in others)
    if name == BROCHURE_FILE or not alike:
        return ""
    plain = make_slug(Path(name).stem, SLUG_LETTERS, "document")
    if f"{plain}.yaml" == name:
        return f"--{plain}"
    return f"--{plain}-{hashlib.sha256(name.encode()).hexdigest()[:6]}"


def editions(names: Iterable[str]) -> tuple[Edition, ...]:
    """The editions named, or all that are made without being asked for."""
    usual = tuple(edition for edition in EDITIONS.values() if not edition.asked)
    return tuple(EDITIONS[name] for name in dict.fromkeys(names)) or usual
