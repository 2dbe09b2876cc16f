"""Takes a session, watches its folder on the disk; what changes there is taken up and set."""

from __future__ import annotations

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
        places = {content_folder(self._session.place), fonts_folder(), themes_folder()}
        there = [str(place) for place in places if place.is_dir()]
        for changes in watch(*there, step=GATHERED, debounce=GATHERED * 4, stop_event=self._stop):
            if any(not Path(path).name.startswith(".") for _, path in changes):
                self._editor.look()
