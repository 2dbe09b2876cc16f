"""Keeps what rebuilds of one document worked out, each stage's answers by what they came from; sets none.

A memory belongs to one document and is handed from rebuild to rebuild by whoever has it; two know nothing of
each other. What a stage depends on beside its records is compared, and where it changed, its answers go.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from layout.compose.making.memory import Memory
from layout.lang.hyphenation.divide import Hyphenator
from layout.lang.set_brochure import MicrotypeMemory
from layout.model.content.brochure import Brochure
from layout.model.diagnostic import Diagnostic
from layout.model.drawing import Drawing
from layout.model.fonts import FontCatalogue
from layout.model.memo import Memo
from layout.model.records import Struct, replace
from layout.model.theme import Theme
from layout.source.sections import SourceMemory
from layout.text.faces import Faces
from layout.text.paragraph import Typesetter
from layout.text.settings import Settings

MOST_REBUILDS = 500
"""So many rebuilds share fonts, which remember each word they have met."""

SetDrawings = Memo[int, tuple[Drawing, Drawing, tuple[Diagnostic, ...]]]
"""Drawings with their words set, and what was told of that, by the identity of the drawing as it was read."""


class _Ground(Struct, frozen=True, kw_only=True):
    """All but words and pictures that pages depend on."""

    theme: Theme
    languages: tuple[str, str]
    fonts: FontCatalogue
    files: tuple[tuple[int, int], ...]
    """When the font files that content brings were written, and their sizes."""
    exceptions: dict[str, tuple[str, ...]]
    off: frozenset[str]
    draft: bool

    @property
    def unstyled(self) -> _Ground:
        """The same whatever the styles of the theme and however mistakes are shown."""
        return replace(self, theme=replace(self.theme, styles={}), draft=False)


class DocumentMemory:
    """What is remembered of one document."""

    def __init__(self) -> None:
        self.source = SourceMemory()
        self.composing = Memory()
        self.drawings: SetDrawings = Memo()
        self._microtype = MicrotypeMemory()
        self._rules: object = None
        self._settings = Settings()
        self._ground: _Ground | None = None
        self._typesetter: Typesetter | None = None
        self._rebuilds = 0

    def microtype(self, brochure: Brochure) -> MicrotypeMemory:
        """What is known of the passages of `brochure` under the rules that it wants."""
        rules = (brochure.languages, brochure.typography)
        if rules != self._rules:
            self._rules, self._microtype = rules, MicrotypeMemory()
        return self._microtype

    def typesetter(
        self, brochure: Brochure, theme: Theme, fonts: FontCatalogue, report: Callable[[Diagnostic], None]
    ) -> Typesetter:
        """A typesetter for `brochure` that knows what was set; what is known of other pages is dropped."""
        ground = _Ground(
            theme=theme,
            languages=brochure.languages,
            fonts=fonts,
            files=tuple(_stamp(face.path) for face in fonts.faces.values() if face.where is not None),
            exceptions=dict(brochure.typography.exceptions or {}),
            off=brochure.typography.off,
            draft=brochure.draft,
        )
        if ground != self._ground:
            if self._ground is None or ground.unstyled != self._ground.unstyled:
                self._settings = Settings()
            self.composing, self.drawings = Memory(), Memo()
            self._ground, self._typesetter = ground, None
        if self._typesetter is None or self._rebuilds % MOST_REBUILDS == 0:
            hyphenators = make_hyphenators(brochure)
            self._typesetter = Typesetter(Faces(fonts), theme, hyphenators, report, self._settings)
        self._rebuilds += 1
        return self._typesetter.telling(report)

    def turn(self) -> None:
        """Ends a rebuild that came to its end: what neither it nor the last one needed is forgotten."""
        self.source.turn()
        self._microtype.blocks.turn()
        self.composing.turn()
        self.drawings.turn()


def make_hyphenators(brochure: Brochure) -> dict[str, Hyphenator]:
    """The hyphenators of both languages, with the words that the author breaks himself."""
    exceptions = brochure.typography.exceptions or {}
    off = brochure.typography.off
    return {
        language: Hyphenator(language, exceptions.get(language, ()), off) for language in brochure.languages
    }


def _stamp(path: str) -> tuple[int, int]:
    try:
        found = Path(path).stat()
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)
