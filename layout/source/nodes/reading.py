"""Keeps what the readers of one content folder share, mistakes above all; reads nothing itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span
from layout.model.languages import PAIR
from layout.model.records import Struct, field
from layout.model.values import Count, Value, Values
from layout.source.nodes.parsing import Node, Scalar, begin_of, locate, show_text

MOST_MISTAKES = 1000
"""After so many mistakes reading stops: the rest would not be read either."""


class Refused(Exception):
    """A value that has been reported and has no meaning; who reads its parent goes on with the next."""


class SoughtKey(Struct, frozen=True):
    """A key that a link leads to, written at an offset of a scalar; it is only looked for if it is wrong."""

    key: str
    node: Scalar
    offset: int
    text: str
    file: str

    @property
    def where(self) -> Span:
        """Where it stands."""
        return locate(self.node, self.offset, self.text, self.file)


class Reading(Struct, kw_only=True):
    """What the readers of one content folder share.

    `folder` is the content folder as the user typed it, `file` the file being read as the user would
    type it, `text` that file's text. `sides` are the languages that a pair must have just now.
    """

    folder: Path
    file: str = ""
    text: str = ""
    languages: tuple[str, str] = PAIR
    sides: tuple[str, ...] = PAIR
    mistakes: list[Diagnostic] = field(default_factory=list)
    draft: bool = False
    """Whether files that are not there are warned of, and no mistakes."""
    keys: set[str] = field(default_factory=set)
    """The keys by which links inside the brochure find their places, so far."""
    targets: list[SoughtKey] = field(default_factory=list)
    """Keys that links lead to."""
    asked: dict[str, bool] = field(default_factory=dict)
    """The names of files that were looked for, and whether each is there."""
    unsaved: Mapping[str, bytes] = field(default_factory=dict)
    """What stands in files by their names as typed, as an editor has it that did not save yet."""
    real_folder: Path = Path()
    """The content folder with links followed; no file may lie outside it."""

    def __post_init__(self) -> None:
        self.real_folder = self.folder.resolve()

    def span(self, node: Node) -> Span:
        """Where a node stands; of a block of text, where its words begin."""
        if isinstance(node, Scalar):
            return begin_of(node, self.text, self.file)
        return Span(self.file, node.line, node.column)

    def place_inside(self, node: Scalar, offset: int) -> Span:
        """Where the character at `offset` of a scalar stands in the file."""
        return locate(node, offset, self.text, self.file)

    def report(self, code: str, where: Span, **values: Value) -> None:
        """Note a mistake and go on; raises Rejected when there are too many."""
        gather(self.mistakes, [Diagnostic(code, where, _shorten(values))])

    def warn(self, code: str, where: Span, **values: Value) -> None:
        """Note what looks wrong but can be built."""
        gather(self.mistakes, [Diagnostic(code, where, _shorten(values), Severity.WARNING)])

    def take(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Add what another stage of reading has found."""
        gather(self.mistakes, diagnostics)

    def refuse(self, code: str, where: Span, **values: Value) -> NoReturn:
        """Note a mistake and give the value up."""
        self.report(code, where, **values)
        raise Refused

    @contextmanager
    def narrowed(self, sides: tuple[str, ...]) -> Iterator[None]:
        """While it lasts, pairs need only these languages."""
        before, self.sides = self.sides, sides
        try:
            yield
        finally:
            self.sides = before


def gather(mistakes: list[Diagnostic], found: Iterable[Diagnostic]) -> None:
    """Adds what is `found` to `mistakes`; raises Rejected with all so far when there are too many."""
    for diagnostic in found:
        mistakes.append(diagnostic)
        if len(mistakes) >= MOST_MISTAKES:
            last = Diagnostic("too-many-mistakes", diagnostic.where, {"count": Count(MOST_MISTAKES)})
            raise Rejected([*mistakes, last])


def _shorten(values: Values) -> Values:
    """What a user has typed, short enough for a message; lists are this program's own, and stay whole."""
    return {name: show_text(value) if isinstance(value, str) else value for name, value in values.items()}


def nearest(word: str, known: Iterable[str], cutoff: float | None = None) -> str | None:
    """The known word that a misspelt one was probably meant to be.

    A likeness (difflib's, 0…1) below `cutoff` does not count; without one short words may differ more.
    """

    words = list(known)
    folded = word.casefold().replace("_", "-")
    if folded in words:
        return folded
    if cutoff is None:
        cutoff = 0.5 if len(word) < 4 else 0.6
    found = get_close_matches(folded[:100], words, n=1, cutoff=cutoff)
    return found[0] if found else None
