"""Takes one paragraph's prose and a style, gives it set as lines, and says what could not be set well."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from layout.lang.hyphenation.divide import Hyphenator
from layout.model.content.prose import Prose, Run
from layout.model.diagnostic import Diagnostic
from layout.model.shapes import Line, SetText
from layout.model.theme import TextStyle, Theme
from layout.text.coverage import UNSEEN, tell_lent, tell_missing
from layout.text.faces import Face, Faces
from layout.text.justify import Breaks, fit_justified
from layout.text.lines import build_lines
from layout.text.measure import Measurer
from layout.text.ragged import fit_ragged
from layout.text.tracks import lay_track

Sink = Callable[[Diagnostic], None]

OVERFULL = "overfull-line"
"""The code of a line that sticks out."""


class Typesetter:
    """Sets paragraphs by the theme's styles; what it remembers only makes it faster."""

    def __init__(
        self, faces: Faces, theme: Theme, hyphenators: Mapping[str, Hyphenator], report: Sink
    ) -> None:
        self.faces = faces
        self.theme = theme
        self._hyphenators = hyphenators
        self._report = report
        self._measurers: dict[tuple[str, str], Measurer] = {}
        self._checked: dict[str, set[str]] = {}

    def restyled(self, theme: Theme, report: Sink | None = None) -> Typesetter:
        """One that sets in the styles of `theme` and tells `report`, or whom this one tells."""
        return Typesetter(self.faces, theme, self._hyphenators, report or self._report)

    def set(self, prose: Prose, role: str, language: str, measure: float) -> SetText:
        """`prose` as lines of at most `measure` points in the theme's style `role`.

        Reports glyphs that are lent (`lent-glyph`) or missing (`missing-glyph`) and a line that sticks out
        (`overfull-line`).
        """
        measurer = self._measurer(role, language)
        style = measurer.style
        passage = measurer.measure(prose, self._check_glyphs(prose, style))
        track = lay_track(passage)
        width = measure - style.indent
        how = self.theme.justification if style.justified else None
        if how is None:
            breaks = fit_ragged(track, width, style.balanced)
        else:
            breaks = fit_justified(track, width, style.size, how)
        lines = build_lines(passage, track, breaks.rows, width, how)
        self._report_overfull(prose, breaks, lines)
        return SetText(lines, style.leading, prose.where)

    def _measurer(self, role: str, language: str) -> Measurer:
        key = (role, language)
        found = self._measurers.get(key)
        if found is None:
            style = self.theme.styles[role]
            found = Measurer(self.faces, self.theme, style, language, self._hyphenators[language])
            self._measurers[key] = found
        return found

    def _check_glyphs(self, prose: Prose, style: TextStyle) -> bool:
        """Whether any face lacks a character of its run; who lends it is told, or that nobody does."""
        lacking: dict[Face, set[str]] = {}
        for run in prose.runs:
            face = self._face(run, style)
            checked = self._checked.setdefault(face.record.key, set())
            for character in set(run.text) - checked - UNSEEN:
                if face.has(character):
                    checked.add(character)
                else:
                    lacking.setdefault(face, set()).add(character)
        if lacking:
            self._tell_lacking(prose, style.family, lacking)
        return bool(lacking)

    def _tell_lacking(self, prose: Prose, family: str, lacking: Mapping[Face, Collection[str]]) -> None:
        """Tells of characters that faces of `family` lack: those lent by lender, the others as a mistake."""
        lent: dict[str, set[str]] = {}
        missing: set[str] = set()
        for face, characters in lacking.items():
            lenders = self.faces.lenders(face, self.theme.fallback)
            for character in characters:
                lender = next((one for one in lenders if one.has(character)), None)
                if lender is None:
                    missing.add(character)
                else:
                    lent.setdefault(lender.record.family, set()).add(character)
        for used, characters in lent.items():
            self._report(tell_lent(prose, characters, family, used))
        if missing:
            self._report(tell_missing(prose, missing, family))

    def _face(self, run: Run, style: TextStyle) -> Face:
        find = self.faces.strong if run.style.strong else self.faces.face
        return find(style.family, style.weight, style.italic != run.style.emphasis)

    def _report_overfull(self, prose: Prose, breaks: Breaks, lines: tuple[Line, ...]) -> None:
        for order in breaks.overfull:
            self._report(Diagnostic(OVERFULL, prose.where, {"text": lines[order].text.strip()}))
