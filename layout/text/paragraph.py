"""Takes one paragraph's prose and a style, gives it set as lines, and says what could not be set well."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from copy import copy

from layout.lang.hyphenation.divide import Hyphenator
from layout.model.content.prose import Prose, Run
from layout.model.diagnostic import Diagnostic, Severity
from layout.model.records import replace
from layout.model.shapes import SetText
from layout.model.theme import DIVIDED_STYLES, TextStyle, Theme
from layout.model.units import SOFT_HYPHEN
from layout.model.values import Named, Values
from layout.text.coverage import UNSEEN, tell_lent, tell_missing
from layout.text.faces import Face, Faces
from layout.text.measure import MeasuredPassage, Measurer, keep_whole
from layout.text.relief import Fitted, fit_paragraph, fit_ragged_paragraph
from layout.text.settings import Asked, Settings, Settled

BOLD = 700
"""The weight from which on nothing stands out by being heavier."""

Sink = Callable[[Diagnostic], None]

OVERFULL = "overfull-line"
"""The code of a line that sticks out."""
DIVIDED = "divided-word"
"""The code of a word that is divided since it is wider than its line."""


class Typesetter:
    """Sets paragraphs by the theme's styles; what it remembers only makes it faster."""

    def __init__(
        self,
        faces: Faces,
        theme: Theme,
        hyphenators: Mapping[str, Hyphenator],
        report: Sink,
        settings: Settings | None = None,
    ) -> None:
        """One that asks `settings`, those of this theme and its like in other styles, before it sets."""
        self.faces = faces
        self.settings = settings
        self.theme = theme
        self._hyphenators = hyphenators
        self._report = report
        self._measurers: dict[tuple[str, str, bool], Measurer] = {}
        self._checked: dict[str, set[str]] = {}

    def restyled(self, theme: Theme, report: Sink | None = None) -> Typesetter:
        """One that sets in the styles of `theme`, otherwise like this one's, and tells `report`.

        Without one it tells whom this one tells.
        """
        return Typesetter(self.faces, theme, self._hyphenators, report or self._report, self.settings)

    def telling(self, report: Sink) -> Typesetter:
        """This one, with what it knows, but it tells `report`."""
        other = copy(self)
        other._report = report
        return other

    def set(self, prose: Prose, role: str, language: str, measure: float) -> SetText:
        """`prose` as lines of at most `measure` points in the theme's style `role`.

        Reports glyphs that are lent (`lent-glyph`) or missing (`missing-glyph`), a word that is divided for
        need (`divided-word`) and a line that sticks out (`overfull-line`).
        """
        style, settings = self.theme.styles[role], self.settings
        if settings is None:
            settled = self._set(prose, role, language, measure)
            return SetText(settled.lines, style.leading, prose.where, settled.variants)
        asked = Asked(prose.runs, role, style, language, measure)
        settled = settings.get(asked) or settings.keep(asked, self._settle(prose, asked))
        for told in settled.told:
            self._report(told if told.where == prose.where else replace(told, where=prose.where))
        return SetText(settled.lines, style.leading, prose.where, settled.variants)

    def _settle(self, prose: Prose, asked: Asked) -> Settled:
        """What is remembered of `prose`: how it is set, and what is to be told of it."""
        told: list[Diagnostic] = []
        quiet = self.telling(told.append)
        return replace(quiet._set(prose, asked.role, asked.language, asked.measure), told=tuple(told))

    def _set(self, prose: Prose, role: str, language: str, measure: float) -> Settled:
        measurer = self._measurer(role, language)
        style = measurer.style
        lent = self._check_glyphs(prose, style)
        width = measure - style.indent
        justified = style.justified and self._holds_enough(style, measure)
        fitted = self._fit(measurer.measure(prose, lent), width, style, justified)
        divided = False
        if fitted.breaks.overfull and role in DIVIDED_STYLES and not style.hyphenated:
            passage = self._measurer(role, language, divided=True).measure(prose, lent)
            way = self._fit(keep_whole(passage, width), width, style, justified)
            divided = len(way.breaks.overfull) < len(fitted.breaks.overfull)
            fitted = way if divided else fitted
        self._tell(prose, fitted, width, divided)
        return Settled(fitted.lines, fitted.variants)

    def _fit(self, passage: MeasuredPassage, width: float, style: TextStyle, justified: bool) -> Fitted:
        fit = fit_paragraph if justified else fit_ragged_paragraph
        return fit(passage, width, style, self.theme.justification)

    def _holds_enough(self, style: TextStyle, measure: float) -> bool:
        """Whether lines of `measure` points hold characters enough to be justified.

        Text in either column is judged by the columns' mean width, so that both are set alike.
        """
        columns = [width for width in self.theme.page.column_widths if width > 0]
        width = sum(columns) / len(columns) if measure in columns else measure
        face = self.faces.face(style.family, style.weight, style.italic)
        least = self.theme.justification.least_characters * face.character * style.size / 1000
        return width - style.indent >= least

    def _measurer(self, role: str, language: str, *, divided: bool = False) -> Measurer:
        key = (role, language, divided)
        found = self._measurers.get(key)
        if found is None:
            theme = self.theme
            if divided:
                style = replace(theme.styles[role], hyphenated=True)
                theme = replace(theme, styles={**theme.styles, role: style})
            found = Measurer(self.faces, theme, role, language, self._hyphenators[language])
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
            self._tell_vanished(prose, run, style, face)
            if run.style.small_caps and not face.offers("smcp"):
                values = {"text": run.text.strip(), "font": face.record.key}
                self._report(Diagnostic("no-small-caps", prose.where, values, Severity.WARNING))
        if lacking:
            self._tell_lacking(prose, style.family, lacking)
        return bool(lacking)

    def _tell_vanished(self, prose: Prose, run: Run, style: TextStyle, face: Face) -> None:
        """Tells of bold and italic phrases that look like the text round them, for want of a face."""
        plain = self.faces.face(style.family, style.weight, style.italic).record
        lost = []
        if run.style.strong and face.record.weight_class <= plain.weight_class < BOLD:
            lost.append("bold")
        if run.style.emphasis and face.record.italic == plain.italic:
            lost.append("upright" if plain.italic else "italic")
        for look in lost if run.text.strip() else ():
            values: Values = {
                "text": run.text.strip()[:40],
                "look": Named("look", look),
                "font": style.family,
            }
            self._report(Diagnostic("face-lacking", prose.where, values, Severity.WARNING))

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

    def _tell(self, prose: Prose, fitted: Fitted, measure: float, divided: bool) -> None:
        """Reports lines that stick out, words `divided` for need, and what gave way so that none is torn."""
        told = [(OVERFULL, Severity.ERROR, order) for order in fitted.breaks.overfull]
        if divided:
            lines = enumerate(fitted.lines)
            told += [(DIVIDED, Severity.NOTE, order) for order, line in lines if line.hyphenated]
        told += [("loosened-bond", Severity.NOTE, order) for order in fitted.loosened]
        if fitted.ragged:
            most = self.theme.justification.hole
            holes = [("line-with-hole", Severity.WARNING, order) for order in fitted.holes(measure, most)]
            told += holes or [("set-ragged", Severity.NOTE, 0)]
        for code, severity, order in told:
            values = {"text": fitted.lines[order].text.strip(" " + SOFT_HYPHEN)}
            self._report(Diagnostic(code, prose.where, values, severity))
