"""Takes content, watches its folder on the disk, tells what changes there; reads none of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

from watchfiles import watch

from layout.live.edit.editor import Editor
from layout.live.session import Session
from layout.resources.places import fonts_folder, themes_folder
from layout.source.content import content_folder

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
        there = [str(place) for place in _places(self._session.place)]
        for changes in watch(*there, step=GATHERED, debounce=GATHERED * 4, stop_event=self._stop):
            if any(not Path(path).name.startswith(".") for _, path in changes):
                self._editor.look()


def list_changes(place: Path, apart: Path) -> Iterator[None]:
    """Once at the beginning, then whenever content changed; ends when the program is interrupted.

    What is written into the folder `apart` is none of it.
    """
    yield
    own = apart.resolve()
    there = [str(folder) for folder in _places(place)]
    for changes in watch(*there, step=GATHERED, debounce=GATHERED * 4, raise_interrupt=False):
        paths = (Path(path) for _, path in changes)
        if any(not path.name.startswith(".") and not path.resolve().is_relative_to(own) for path in paths):
            yield


def _places(place: Path) -> list[Path]:
    """The folders that a document depends on."""
    return [folder for folder in (content_folder(place), fonts_folder(), themes_folder()) if folder.is_dir()]
