"""Takes a session, watches its folder on the disk; what changes there is taken up and set."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

from watchfiles import watch

from layout.live.edit.editor import Editor
from layout.live.session import Session
from layout.resources.places import fonts_folder, themes_folder
from layout.source.content import content_folder

AT_LEAST = 200
"""Milliseconds after which it comes back without a change."""
GATHERED = 60
"""Milliseconds in which changes that belong together come: an editor writes a file in several steps."""


class FolderWatch:
    """A thread that watches until it is closed."""

    def __init__(self, session: Session, editor: Editor) -> None:
        self._session = session
        self._editor = editor
        self._stop = Event()
        self._thread = Thread(target=self._run, name="watcher", daemon=True)

    def start(self) -> None:
        """Begins to watch."""
        self._thread.start()

    def close(self) -> None:
        """Ends the watching."""
        self._stop.set()

    def _run(self) -> None:
        changes = watch_content(self._session.place, self._stop)
        next(changes, None)
        for _ in changes:
            self._editor.look()


def watch_content(place: Path, stop: Event, output: Path | None = None) -> Iterator[None]:
    """Comes back when it watches, then after each change of what the document at `place` is made of.

    It ends when `stop` is set. A change while what came back is worked on is not lost. What is written to the
    folder `output` is none.
    """
    places = {content_folder(place), fonts_folder(), themes_folder()}
    there = [str(one) for one in places if one.is_dir()]
    made = None if output is None else output.resolve()
    begun = False
    for changes in watch(
        *there,
        step=GATHERED,
        debounce=GATHERED * 4,
        stop_event=stop,
        rust_timeout=AT_LEAST,
        yield_on_timeout=True,
    ):
        paths = (Path(path) for _, path in changes)
        if not begun or any(not path.name.startswith(".") and not _is_within(path, made) for path in paths):
            begun = True
            yield


def _is_within(path: Path, folder: Path | None) -> bool:
    return folder is not None and path.resolve().is_relative_to(folder)
