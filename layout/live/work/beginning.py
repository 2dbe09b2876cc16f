"""Takes how one wants to begin, or what was dropped, makes content of it; replaces nothing that is there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from layout.images.checks import load_picture
from layout.live.work.inbox import Inbox
from layout.model.diagnostic import Diagnostic, Rejected, Span
from layout.model.records import Struct
from layout.model.values import SystemReason
from layout.pipeline.files import copy_sample
from layout.source.content import content_folder
from layout.source.fields.files import shown_path
from layout.source.import_text.align import Partners
from layout.source.import_text.decisions import Settling
from layout.source.import_text.import_folder import import_text
from layout.source.import_text.settle_by_hand import OpenDoubts, find_doubts, write_settled
from layout.source.import_text.update.update_folder import UpdateReport, update_text
from layout.source.recipients.documents import list_documents
from layout.source.write.store_files import store_files

MOST_FOLDERS = 40
"""Folders that are proposed to be opened."""
MOST_LOOKED_AT = 400
LONGEST_NAME = 100
PICTURES = "images"
"""The folder of content that dropped pictures are put into."""
PICTURE_ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".svg"})


class FolderFound(Struct, frozen=True):
    """A folder with content, as one would type it, and the title of its first document."""

    place: str
    title: str


def find_folders(top: Path) -> list[FolderFound]:
    """Folders with content in `top` and right below it."""
    try:
        there = sorted(path for path in top.iterdir() if path.is_dir() and not path.name.startswith("."))
    except OSError:
        there = []
    found = []
    for folder in [top, *there[:MOST_LOOKED_AT]]:
        first = next(list_documents(folder), None)
        if first is not None:
            found.append(FolderFound(shown_path(folder), " / ".join(dict.fromkeys(first.titles.values()))))
    return found[:MOST_FOLDERS]


def new_place(top: Path, name: str) -> Path:
    """A folder to be made in `top`; raises Rejected for a name that is none."""
    name = name.strip()
    bad = not name or len(name) > LONGEST_NAME or not name.isprintable() or name.startswith((".", "~"))
    if bad or set(name) & set('/\\:*?"<>|'):
        raise Rejected.one("folder-name", Span(name or "?"))
    return Path(shown_path(top / name))


def begin_with_sample(top: Path, name: str) -> Path:
    """The sample's content in a new folder; raises Rejected."""
    folder = new_place(top, name)
    copy_sample(folder)
    return folder


def open_folder(place: str) -> Path:
    """A folder with content, or a document in one; raises Rejected where there is none."""
    path = Path(place.strip()).expanduser()
    try:
        named = content_folder(path) != path
        there = path.is_file() if named else next(list_documents(path), None) is not None
    except (OSError, ValueError):
        there = False
    if not there:
        raise Rejected.one("no-content-there", Span(place.strip()[:LONGEST_NAME] or "?"))
    return Path(shown_path(path))


class TextSent(Struct, frozen=True):
    """One bilingual text or two of one language each, and the pairs of each doubt once they were settled."""

    paths: Sequence[Path]
    partners: Sequence[Partners] | None = None


def settling_of(sent: TextSent, inbox: Inbox) -> Settling:
    """How the doubts of a text are settled: by the pairs that a person made, or not yet."""
    if sent.partners is None:
        return Settling()
    file = inbox.folder / "decisions.yaml"
    file.write_text(write_settled(find_doubts(sent.paths), sent.partners, file.name), encoding="utf-8")
    return Settling(file=file)


def open_doubts(sent: TextSent) -> OpenDoubts | None:
    """What must be settled before a text can be taken; None where nothing must."""
    if sent.partners is not None:
        return None
    found = find_doubts(sent.paths)
    return found if found.doubts else None


def begin_with_text(top: Path, name: str, sent: TextSent, inbox: Inbox) -> tuple[Path, Sequence[Diagnostic]]:
    """A new folder made of a text, and what there is to say of it; raises Rejected."""
    folder = new_place(top, name)
    report = import_text(sent.paths, folder, False, date.today(), settling_of(sent, inbox))
    return folder, report.findings


def bring_text(place: Path, sent: TextSent, inbox: Inbox, *, write: bool) -> UpdateReport:
    """What a revised text changes in the content that is open; written if it is wished. Raises Rejected."""
    return update_text(sent.paths, place, settling_of(sent, inbox), write)


def add_picture(place: Path, path: Path) -> str:
    """Puts a picture into the content's images under a name of its own, gives its name there.

    Raises Rejected for one that no brochure can show, and where it cannot be written.
    """
    load_picture(str(path), Span(path.name))
    folder = content_folder(place)
    data = path.read_bytes()
    try:
        target = (folder / PICTURES).resolve()
        if not target.is_relative_to(folder.resolve()):
            raise Rejected.one("upload-outside", Span(shown_path(folder / PICTURES)))
        name = _free_name(target, path, data)
        if not (target / name).exists():
            store_files(target, {name: data}, force=True)
    except OSError as error:
        reason = SystemReason.of(error)
        raise Rejected.one("import-not-written", Span(shown_path(folder)), reason=reason) from None
    return f"{PICTURES}/{name}"


def list_pictures(place: Path) -> list[str]:
    """The pictures of the content's folder for them."""
    folder = content_folder(place) / PICTURES
    try:
        found = sorted(path.name for path in folder.iterdir() if path.suffix.lower() in PICTURE_ENDINGS)
    except OSError:
        return []
    return [f"{PICTURES}/{name}" for name in found]


def _free_name(folder: Path, path: Path, data: bytes) -> str:
    """The file's name, numbered where another picture has it."""
    names = (path.name, *(f"{path.stem}-{number}{path.suffix}" for number in range(2, 1000)))
    for name in names:
        there = folder / name
        if not there.exists() or (there.is_file() and there.read_bytes() == data):
            return name
    raise FileExistsError(17, "no free name", str(path.name))
