"""Takes a content folder and which editions are wanted, writes their files; each that can be made is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from layout.model.diagnostic import Diagnostic, Rejected
from layout.model.products.edition import Edition
from layout.model.products.handout import Handout
from layout.model.records import Struct, replace
from layout.pipeline.composing import Composed, Watch
from layout.pipeline.files import output_name, write_product
from layout.pipeline.product import make_product
from layout.pipeline.translation.judging import once
from layout.pipeline.warm.session import DocumentSession, Rebuilt
from layout.pipeline.wishes import ProductWishes


class Built(Struct, frozen=True):
    """The files that were written, and all that was found; an error held one back."""

    paths: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]


def build_products(content: Path | Sessions, editions: Iterable[Edition], wishes: ProductWishes) -> Built:
    """Writes each of `editions` of `content`, which may be being set again, to the wishes' folder.

    Raises Rejected where no pages can be composed; whatever else is wrong is in what it gives.
    """
    editions = tuple(editions)
    first = next((edition for edition in editions if not edition.hosted), editions[0])
    sessions = content if isinstance(content, Sessions) else Sessions(content)
    sets = _PageSets(sessions, wishes.watch)
    problems: list[Diagnostic] = []
    paths: list[Path] = []
    sets.pages(first, wishes.handout)
    wishes = replace(wishes, report=problems.append)
    for edition in editions:
        try:
            composed = sets.pages(edition, wishes.handout)
            pdf = make_product(composed, edition, wishes)
            path = wishes.folder / output_name(composed.brochure, edition, wishes.handout)
            with wishes.watch("write"):
                write_product(path, pdf)
            paths.append(path)
        except Rejected as rejected:
            problems.extend(rejected.diagnostics)
    return Built(tuple(paths), once((*sets.diagnostics, *problems)))


class Sessions:
    """One document's sets of pages, from build to build: those that all products share, and a host's own."""

    def __init__(self, content: Path) -> None:
        self._content = content
        self._sessions: dict[Handout | None, DocumentSession] = {}
        self._last: Rebuilt | None = None

    def rebuild(self, handout: Handout | None, watch: Watch) -> Composed:
        """One set of pages as it is now; raises Rejected."""
        session = self._sessions.get(handout)
        if session is None:
            session = self._sessions[handout] = DocumentSession(self._content, handout)
        self._last = session.rebuild(watch=watch)
        return self._last.composed

    def count_pages(self) -> tuple[int, int]:
        """The inner pages of the set that was made last, and how many of them changed."""
        return (
            (0, 0) if self._last is None else (len(self._last.composed.body.pages), len(self._last.changed))
        )


class _PageSets:
    """The content's pages, composed when first asked for: once for all products, once more for a host."""

    def __init__(self, sessions: Sessions, watch: Watch) -> None:
        self._sessions = sessions
        self._watch = watch
        self._sets: dict[Handout | None, Composed] = {}

    def pages(self, edition: Edition, handout: Handout) -> Composed:
        """The pages all products share, or those that a host wants set anew."""
        return self._composed(handout if edition.hosted and handout.recomposed else None)

    def _composed(self, handout: Handout | None) -> Composed:
        if handout not in self._sets:
            self._sets[handout] = self._sessions.rebuild(handout, self._watch)
        return self._sets[handout]

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What composing had to say."""
        return tuple(found for composed in self._sets.values() for found in composed.diagnostics)
