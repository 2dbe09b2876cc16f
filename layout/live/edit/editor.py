"""Takes changes as they are made on the page, gives files as they stand with them; saves, undoes, redoes.

A file that changes on the disk meanwhile is never written over: changes of other passages are made again on
it, and where the same passage was changed on both sides both texts are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import RLock

from layout.live.edit.journal import UnsavedFile, read_journal, write_journal
from layout.live.edit.passages import TypedPassage, find_near, find_passage, passage_at
from layout.model.content.translation import Route
from layout.model.diagnostic import Rejected, Span
from layout.model.languages import PAIR
from layout.model.records import Struct, replace
from layout.source.content import content_folder
from layout.source.fields.files import refuse_outside, shown_path
from layout.source.nodes.parsing import Items, Node, Scalar
from layout.source.typed_pairs import EXCUSE
from layout.source.write.change_items import copy_item, insert_item, move_item, remove_item
from layout.source.write.change_keys import add_to_list, put_value, remove_key, rename_key, wrap_value
from layout.source.write.change_words import add_words, change_words
from layout.source.write.content_text import ContentText, find_route, node_at, parse_content, walk_scalars
from layout.source.write.rewrite_files import Rewrite, digest_of, read_for_change, rewrite_files

THEME: Route = ("theme",)
BASE = "base"
"""The key of a theme's name where more is said of it."""
MOST_STEPS = 500
"""Changes that can be taken back."""


class Edit(Struct, frozen=True):
    """One change: what to do with a file's text, at which route."""

    file: str
    route: Route
    make: Callable[[ContentText], ContentText]


class EditStep(Struct, frozen=True):
    """A change that was made: the file's bytes before and after it."""

    change: Edit
    before: ContentText
    after: ContentText


class Conflict(Struct, frozen=True):
    """A passage that was changed here and on the disk: both texts."""

    file: str
    route: Route
    mine: str
    theirs: str


class _Opened(Struct, frozen=True):
    """A file as it stands here, and the digest and text of what stood on the disk."""

    source: ContentText
    digest: str
    saved: ContentText

    @property
    def unsaved(self) -> bool:
        return self.source.raw != self.saved.raw


class Editor:
    """The files of one content folder as the page has them; safe to be asked by several threads.

    `changed` gets what is not saved, by names as typed, after each change.
    """

    def __init__(self, place: Path, changed: Callable[[Mapping[str, bytes]], None]) -> None:
        self.folder = content_folder(place)
        self._changed = changed
        self._lock = RLock()
        self._files: dict[str, _Opened] = {}
        self._done: list[EditStep] = []
        self._undone: list[EditStep] = []
        self.conflicts: tuple[Conflict, ...] = ()

    def restore(self) -> None:
        """Takes up what an earlier run did not save, and shows it against what the disk has since."""
        for name, kept in read_journal(self.folder).items():
            file = shown_path(self.folder / name)
            try:
                source = parse_content(kept.text.encode(), file)
                opened = self._open(file)
            except Rejected:
                continue
            self._files[file] = replace(opened, source=source)
            if kept.digest != opened.digest and source.raw != opened.source.raw:
                self.conflicts += (Conflict(file, (), kept.text, opened.source.raw),)
        self._tell()

    @property
    def unsaved(self) -> dict[str, bytes]:
        """Files that differ from the disk, by names as typed."""
        return {file: opened.source.data for file, opened in self._files.items() if opened.unsaved}

    @property
    def can(self) -> tuple[bool, bool]:
        """Whether something can be undone, and redone."""
        return (bool(self._done), bool(self._undone))

    def find(self, file: str, line: int, column: int) -> TypedPassage:
        """The passage at a place of a file as it stands here; raises Rejected."""
        with self._lock:
            return find_passage(self._open(file).source, line, column)

    def find_near(self, file: str, line: int) -> TypedPassage:
        """The passage that a line of a file belongs to; raises Rejected."""
        with self._lock:
            return find_near(self._open(file).source, line)

    def read(self, file: str, route: Route) -> TypedPassage:
        """The passage at a route; raises Rejected."""
        with self._lock:
            return passage_at(self._open(file).source, route)

    def first_of(self, file: str, block: int) -> TypedPassage:
        """The first passage of a block; raises Rejected."""
        with self._lock:
            source = self._open(file).source
            return find_near(source, node_at(source, (block,)).line)

    def begin(self, file: str, route: Route) -> int:
        """The line where a block begins; 0 for no block."""
        with self._lock:
            return node_at(self._open(file).source, route).line if route else 0

    def text(self, file: str) -> ContentText:
        """A file as it stands here; raises Rejected."""
        with self._lock:
            return self._open(file).source

    def type(self, file: str, route: Route, words: str, was: str | None = None) -> None:
        """Puts `words` at a route; raises Rejected where other words than `was` stand there by now."""
        source = self.text(file)
        if was is not None and _words(source, route) not in (None, was):
            raise Rejected.one("edit-changed-meanwhile", Span(file))
        if _words(source, route) is None and route:
            beside = next(key for key in PAIR if key != route[-1])
            self._make(Edit(file, route, lambda text: add_words(text, route, words, beside)))
        else:
            self._make(Edit(file, route, lambda text: change_words(text, route, words)))

    def put(self, file: str, route: Route, value: str) -> None:
        """Puts a value at a key that may not be there yet; raises Rejected."""
        self._make(Edit(file, route, lambda text: put_value(text, route, value)))

    def unset(self, file: str, route: Route) -> None:
        """Takes a key and its value out; raises Rejected."""
        self._make(Edit(file, route, lambda text: remove_key(text, route)))

    def excuse(self, file: str, place: tuple[int, int], rule: str) -> None:
        """Lets the passage that begins at a line and column off a rule of translation; raises Rejected."""
        route = (*find_route(self.text(file), *place)[:-1], EXCUSE)
        self.list_word(file, route, rule)

    def list_word(self, file: str, route: Route, word: str) -> None:
        """Puts a word into a list that may not be there yet; raises Rejected."""
        self._make(Edit(file, route, lambda text: add_to_list(text, route, word)))

    def aim(self, file: str, route: Route, across: str, down: str) -> None:
        """Puts a point, as parts of a picture, into the list at a route; raises Rejected."""

        def make(text: ContentText) -> ContentText:
            if isinstance(_there(text, route), Items):
                return change_words(change_words(text, (*route, 0), across), (*route, 1), down)
            return add_to_list(add_to_list(text, route, down), route, across)

        self._make(Edit(file, route, make))

    def rename(self, file: str, place: tuple[int, int], key: str) -> None:
        """Calls the key at a line and column otherwise; raises Rejected."""
        self._make(Edit(file, (), lambda text: rename_key(text, *place, key)))

    def correct(self, file: str, place: tuple[int, int], words: str) -> None:
        """Puts words in place of those that begin at a line and column; raises Rejected."""
        self._make(Edit(file, (), lambda text: change_words(text, find_route(text, *place), words)))

    def set_theme(self, file: str, route: Route, value: str) -> None:
        """Puts a number of the design behind `theme:`, which may be a mere name; raises Rejected."""

        def make(text: ContentText) -> ContentText:
            if isinstance(_there(text, THEME), Scalar):
                text = wrap_value(text, THEME, BASE)
            return put_value(text, (*THEME, *route), value)

        self._make(Edit(file, (*THEME, *route), make))

    def insert(self, file: str, route: Route, written: str) -> None:
        """Puts a block, as YAML, at a route; raises Rejected."""
        self._make(Edit(file, route, lambda text: insert_item(text, route, written)))

    def remove(self, file: str, route: Route) -> None:
        """Takes a block out; raises Rejected."""
        self._make(Edit(file, route, lambda text: remove_item(text, route)))

    def move(self, file: str, route: Route, to: int) -> None:
        """Moves a block to another place of its file; raises Rejected."""
        self._make(Edit(file, route, lambda text: move_item(text, route, to)))

    def copy(self, file: str, route: Route, to: int) -> None:
        """Puts a block once more at another place; raises Rejected."""
        self._make(Edit(file, route, lambda text: copy_item(text, route, to)))

    def undo(self) -> str | None:
        """Takes the last change back, saved or not; gives its file, None where there is none."""
        return self._walk(self._done, self._undone, back=True)

    def redo(self) -> str | None:
        """Makes the last change that was taken back once more."""
        return self._walk(self._undone, self._done, back=False)

    def save(self) -> tuple[str, ...]:
        """Writes every file that differs, all or none; gives their names.

        Raises Rejected where one changed on the disk since it was read: nothing is written then.
        """
        with self._lock:
            written = {file: opened for file, opened in self._files.items() if opened.unsaved}
            rewrite_files(
                [Rewrite(Path(file), opened.digest, opened.source.data) for file, opened in written.items()]
            )
            for file, opened in written.items():
                self._files[file] = _Opened(opened.source, digest_of(opened.source.data), opened.source)
            self._tell()
            return tuple(written)

    def look(self) -> None:
        """Takes files up that changed on the disk; what is not saved is made again where it can be."""
        with self._lock:
            found: list[Conflict] = []
            for file, opened in list(self._files.items()):
                try:
                    fresh, digest = read_for_change(Path(file), self.folder)
                except Rejected:
                    continue
                if digest != opened.digest:
                    self._take_up(file, opened, _Opened(fresh, digest, fresh), found)
            if found:
                self.conflicts = tuple(found)
            self._tell()

    def settle(self, file: str, *, mine: bool) -> None:
        """Ends the conflicts of a file: with what was typed here, or with what the disk has."""
        with self._lock:
            opened = self._open(file)
            source = opened.source
            for conflict in (one for one in self.conflicts if one.file == file):
                if conflict.route:
                    source = change_words(source, conflict.route, conflict.mine) if mine else source
                else:
                    source = parse_content(conflict.mine.encode(), file) if mine else opened.saved
            self._files[file] = replace(opened, source=source)
            self.conflicts = tuple(one for one in self.conflicts if one.file != file)
            self._tell()

    def _take_up(self, file: str, opened: _Opened, fresh: _Opened, found: list[Conflict]) -> None:
        """A file that changed on the disk, with the words that were typed here and are not saved."""
        typed = _typed(opened)
        source = fresh.source
        if typed is None:
            found.append(Conflict(file, (), opened.source.raw, fresh.source.raw))
            typed = ()
        for route, before, mine in typed:
            theirs = _words(source, route)
            if theirs in (before, mine):
                source = change_words(source, route, mine)
            else:
                found.append(Conflict(file, route, mine, theirs or ""))
        self._files[file] = replace(fresh, source=source)

    def _open(self, file: str) -> _Opened:
        if file not in self._files:
            refuse_outside(Path(file), self.folder)
            source, digest = read_for_change(Path(file), self.folder)
            self._files[file] = _Opened(source, digest, source)
        return self._files[file]

    def _make(self, change: Edit) -> None:
        with self._lock:
            opened = self._open(change.file)
            after = change.make(opened.source)
            if after.raw == opened.source.raw:
                return
            self._undone.clear()
            self._note(EditStep(change, opened.source, after))
            self._files[change.file] = replace(opened, source=after)
            self._tell()

    def _note(self, step: EditStep) -> None:
        """Keeps a step; typing on in one passage is one step."""
        last = self._done[-1] if self._done else None
        if last is not None and last.after is step.before and _is_typed_on(last, step):
            step = replace(step, before=last.before)
            self._done.pop()
        self._done.append(step)
        del self._done[:-MOST_STEPS]

    def _walk(self, taken: list[EditStep], given: list[EditStep], *, back: bool) -> str | None:
        with self._lock:
            if not taken:
                return None
            step = taken[-1]
            opened = self._open(step.change.file)
            here, there = (step.after, step.before) if back else (step.before, step.after)
            if opened.source.raw == here.raw:
                source = there
            else:
                source = _reword(opened.source, step.change.route, here, there)
            given.append(taken.pop())
            self._files[step.change.file] = replace(opened, source=source)
            self._tell()
            return step.change.file

    def _tell(self) -> None:
        names = {file: opened for file, opened in self._files.items() if opened.unsaved}
        write_journal(
            self.folder,
            {
                Path(file).relative_to(shown_path(self.folder)).as_posix(): UnsavedFile(
                    opened.digest, opened.source.raw
                )
                for file, opened in names.items()
            },
        )
        self._changed({file: opened.source.data for file, opened in names.items()})


def _typed(opened: _Opened) -> Sequence[tuple[Route, str, str]] | None:
    """The words typed since the file was saved: route, before, now; None where blocks came or went."""
    before, now = (
        {route: scalar.text.strip() for route, scalar in walk_scalars(text.root)}
        for text in (opened.saved, opened.source)
    )
    if before.keys() != now.keys():
        return None
    return [(route, before[route], words) for route, words in now.items() if words != before[route]]


def _is_typed_on(last: EditStep, step: EditStep) -> bool:
    """Whether both put words into the same passage."""
    there = (step.change.file, step.change.route)
    return (last.change.file, last.change.route) == there and _words(step.after, there[1]) is not None


def _there(source: ContentText, route: Route) -> Node | None:
    try:
        return node_at(source, route)
    except Rejected:
        return None


def _words(source: ContentText, route: Route) -> str | None:
    """The words at a route, None where there are none."""
    node = _there(source, route)
    return node.text.strip() if isinstance(node, Scalar) else None


def _reword(source: ContentText, route: Route, here: ContentText, there: ContentText) -> ContentText:
    """A file that says something else elsewhere by now, with one passage as it was; raises Rejected."""
    now, mine, wanted = (_words(text, route) for text in (source, here, there))
    if wanted is None or now != mine:
        raise Rejected.one("edit-changed-meanwhile", Span(source.file))
    return change_words(source, route, wanted)
