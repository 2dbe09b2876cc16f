"""Takes a content folder and which editions are wanted, writes their files; each that can be made is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from layout.model.content.brochure import Brochure
from layout.model.diagnostic import Diagnostic, Rejected
from layout.model.products.edition import Edition
from layout.model.products.handout import Handout
from layout.model.records import Struct, replace
from layout.pipeline.composing import Composed, Watch, compose_folder
from layout.pipeline.files import output_name, write_product
from layout.pipeline.product import make_product
from layout.pipeline.translation.judging import once
from layout.pipeline.warm.session import DocumentSession, Rebuilt
from layout.pipeline.wishes import ProductWishes

if TYPE_CHECKING:
    from layout.preflight.gathering.recall import Recall


class Built(Struct, frozen=True):
    """The files that were written, and all that was found; an error held one back."""

    paths: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]


def build_products(
    content: Path, editions: Iterable[Edition], wishes: ProductWishes, sessions: Sessions | None = None
) -> Built:
    """Writes each of `editions` of `content` to the wishes' folder, its pages set by `sessions` if there are.

    Raises Rejected where no pages can be composed; whatever else is wrong is in what it gives.
    """
    editions = tuple(editions)
    first = next((edition for edition in editions if not edition.hosted), editions[0])
    sets = _PageSets(sessions.rebuild if sessions else partial(_compose, content), wishes.watch)
    problems: list[Diagnostic] = []
    paths: list[Path] = []
    brochure = sets.pages(first, wishes.handout).brochure
    wishes = replace(wishes, report=problems.append, recall=_recall(brochure, editions))
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


def _compose(content: Path, handout: Handout | None, watch: Watch) -> Composed:
    """One set of pages, once; raises Rejected."""
    return compose_folder(content, watch, handout=handout)


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


def _recall(brochure: Brochure, editions: Iterable[Edition]) -> Recall | None:
    """What remembers judged pages, where some are judged twice: by two aims, or in two files for print."""
    sketching = brochure.publicity is not None
    if not sketching and sum(edition.bleed for edition in editions) < 2:
        return None
    # The judge takes long to load; here it is needed in any case.
    from layout.preflight.gathering.recall import Recall

    return Recall(keeping=True, sketching=sketching)


class _PageSets:
    """The content's pages, composed when first asked for: once for all products, once more for a host."""

    def __init__(self, compose: Callable[[Handout | None, Watch], Composed], watch: Watch) -> None:
        self._compose = compose
        self._watch = watch
        self._sets: dict[Handout | None, Composed] = {}

    def pages(self, edition: Edition, handout: Handout) -> Composed:
        """The pages all products share, or those that a host wants set anew."""
        return self._composed(handout if edition.hosted and handout.recomposed else None)

    def _composed(self, handout: Handout | None) -> Composed:
        if handout not in self._sets:
            self._sets[handout] = self._compose(handout, self._watch)
        return self._sets[handout]

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What composing had to say."""
        return tuple(found for composed in self._sets.values() for found in composed.diagnostics)
