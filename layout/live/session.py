"""Keeps one document as its pages were last set, and sets them anew; the newest wish is served first."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from layout.live.view.sheets import PageNamer, SeenPage
from layout.model.diagnostic import Diagnostic, Rejected, Span
from layout.model.records import Struct, replace
from layout.model.values import SystemReason
from layout.pipeline.composing import Composed
from layout.pipeline.warm.session import DocumentSession

NOTHING: Mapping[str, bytes] = MappingProxyType({})


class Snapshot(Struct, frozen=True, kw_only=True):
    """What is seen at one moment: the last pages that could be set, and what is wrong now.

    `failed` tells that the content as it stands could not be set, so that the pages are older than it.
    `busy` that newer ones are being set.
    """

    revision: int = 0
    composed: Composed | None = None
    sheets: tuple[SeenPage, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    failed: bool = False
    busy: bool = True


class Session:
    """One document; `place` is a content folder or a document in it.

    A thread of its own sets pages; whoever asks for a state gets the newest one that is there. `changed` is
    called from that thread after each step.
    """

    def __init__(self, place: Path, changed: Callable[[], None]) -> None:
        self.place = place
        self._changed = changed
        self._pages = DocumentSession(place)
        self._maker = PageNamer()
        self._state = Snapshot()
        self._unsaved = NOTHING
        self._wish = threading.Condition()
        self._wanted = True
        self._closed = False
        self._thread = threading.Thread(target=self._work, name="setter", daemon=True)

    @property
    def state(self) -> Snapshot:
        """The newest state."""
        return self._state

    @property
    def unsaved(self) -> Mapping[str, bytes]:
        """Files, by their names as typed, as they stand in the page's editor and not on the disk."""
        return self._unsaved

    def start(self) -> None:
        """Begins to set pages."""
        self._thread.start()

    def close(self) -> None:
        """Ends the thread when what it does is done."""
        with self._wish:
            self._closed = True
            self._wish.notify()

    def ask(self, unsaved: Mapping[str, bytes] | None = None) -> None:
        """Wants pages of the content as it is now; a wish that is not begun yet is served by this one."""
        with self._wish:
            if unsaved is not None:
                self._unsaved = MappingProxyType(dict(unsaved))
            self._wanted = True
            self._wish.notify()

    def wait(self, revision: int, seconds: float) -> Snapshot:
        """The state when it is newer than `revision` and nothing is being set, or after so many seconds."""
        with self._wish:
            self._wish.wait_for(lambda: self._state.revision > revision and not self._state.busy, seconds)
            return self._state

    def _work(self) -> None:
        while True:
            with self._wish:
                self._wish.wait_for(lambda: self._wanted or self._closed)
                if self._closed:
                    return
                self._wanted, unsaved = False, self._unsaved
            self._tell(replace(self._state, busy=True))
            self._tell(self._set(unsaved))

    def _tell(self, state: Snapshot) -> None:
        with self._wish:
            self._state = replace(state, busy=state.busy or self._wanted)
            self._wish.notify_all()
        self._changed()

    def _set(self, unsaved: Mapping[str, bytes]) -> Snapshot:
        """The state after the content was read and set once more."""
        before = self._state
        kept = replace(before, revision=before.revision + 1, failed=True, busy=False)
        try:
            composed = self._pages.rebuild(unsaved).composed
            sheets = self._maker.list_sheets(composed)
        except Rejected as rejected:
            return replace(kept, problems=rejected.diagnostics)
        except OSError as error:
            reason = SystemReason.of(error)
            told = Diagnostic("file-system", Span(str(error.filename or self.place)), {"reason": reason})
            return replace(kept, problems=(told,))
        # What stays from rebuild to rebuild is not searched for garbage again each time.
        gc.freeze()
        return replace(kept, composed=composed, sheets=sheets, problems=composed.diagnostics, failed=False)
