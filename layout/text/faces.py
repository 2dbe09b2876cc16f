"""Takes font files and words, gives shapes through HarfBuzz; never breaks a line.

Words repeat, so a `Faces` remembers each shape it has made; it answers the same whatever it was
asked before.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

import uharfbuzz as hb

from layout.model.fonts import FontCatalogue, FontFace
from layout.model.patterns import late_pattern
from layout.model.shapes import Shape
from layout.model.theme import TextStyle
from layout.model.units import NO_BREAK_SPACE, SOFT_HYPHEN, THIN_NO_BREAK_SPACE
from layout.text.fonts.font_files import open_font
from layout.text.fonts.stems import stoutness

FEATURES_ON = {"kern": True, "liga": True, "clig": True, "dlig": False}
"""Standard ligatures and kerning; ornamental ligatures never in running text."""

HEAVIER = {"regular": "bold", "light": "semibold", "medium": "bold", "semibold": "bold"}
"""Where `strong` leads from each weight, if the family has it; else to bold."""

_APART = late_pattern("[tťţț]+(?=[iíìîïĩīĭįı])")
"""Letters that no ligature joins: the bar of a t that runs into an i disfigures it and crowds its accent."""

DEFAULT_LANGUAGE = 0xFFFF
"""HarfBuzz's index of the language system of no language."""

THIN_SPACE_EM = 160.0
"""Width of the fixed thin space where a face has none, in thousandths of an em."""


SAMPLE = "A szerokie wody niosą łodzie obu krajów pod mosty; široké vody nesou lodě obou zemí pod mosty."
"""Letters and spaces about as often as in Polish and Czech prose, to tell how many a line holds."""


class Face:
    """One font file ready to shape."""

    def __init__(self, face: FontFace) -> None:
        self.record = face
        self._opened = opened = open_font(face)
        self._face = opened.face
        self._font = opened.font
        self._em = opened.em
        self._had: set[str] = set()
        self._offered: frozenset[str] | None = None
        self._shapes: dict[tuple[str, tuple[str, ...]], Shape] = {}
        self._slices: dict[tuple[Shape, int, int], Shape] = {}
        space = self._font.get_nominal_glyph(0x20) or 0
        width = self._font.get_glyph_h_advance(space) * self._em
        self.space = Shape(
            face=face.key, glyphs=(space,), texts=(" ",), advances=(width,), width=width, space=True
        )
        self.fixed_space = Shape(face=face.key, glyphs=(space,), texts=(" ",), advances=(width,), width=width)
        hyphen = self._font.get_nominal_glyph(0x2D) or 0
        advance = self._font.get_glyph_h_advance(hyphen) * self._em
        self.hyphen = Shape(
            face=face.key, glyphs=(hyphen,), texts=(SOFT_HYPHEN,), advances=(advance,), width=advance
        )

    @cached_property
    def stoutness(self) -> float:
        """By how much its letters look like larger regular ones to a press, or smaller."""
        return stoutness(self._opened)

    def has(self, character: str) -> bool:
        """Whether the face can show `character` (substitutes of this module counted)."""
        return character in _SUBSTITUTED or self._font.get_nominal_glyph(ord(character)) is not None

    def has_all(self, word: str) -> bool:
        """Whether the face can show all of `word`; each is looked up once."""
        return not {character for character in set(word) - self._had if not self._learn(character)}

    def _learn(self, character: str) -> bool:
        there = self.has(character)
        if there:
            self._had.add(character)
        return there

    @property
    def character(self) -> float:
        """Mean width of a character of running text, its spaces counted, in thousandths of an em."""
        return self.shape(SAMPLE).width / len(SAMPLE)

    def shape(self, word: str, features: tuple[str, ...] = ()) -> Shape:
        """The shape of `word` with the OpenType `features` besides the standard ones; `-liga` is one less.

        A word that shows nothing, a soft hyphen taken out of it, has a shape without glyphs.
        """
        key = (word, features)
        found = self._shapes.get(key)
        if found is None:
            found = self._shapes[key] = self._shape(word, features)
        return found

    def offers(self, feature: str) -> bool:
        """Whether the face has glyphs for an OpenType feature in some language."""
        if self._offered is None:
            face = self._face
            scripts = enumerate(face.get_table_script_tags("GSUB"))
            self._offered = frozenset(
                tag
                for script, _ in scripts
                for language in (*range(len(face.get_script_language_tags("GSUB", script))), DEFAULT_LANGUAGE)
                for tag in face.get_language_feature_tags("GSUB", script, language)
            )
        return feature in self._offered

    def left_bearing(self, glyph: int) -> float:
        """White at the left of a glyph, in thousandths of an em."""
        extents = self._font.get_glyph_extents(glyph)
        return extents.x_bearing * self._em if extents is not None else 0.0

    def slice(self, whole: Shape, start: int, stop: int) -> Shape:
        """Glyphs `start` to `stop` of a shape with a glyph a character, as if shaped alone.

        Pair kerning is in the advance of the pair's first glyph, so only the last one's changes.
        """
        key = (whole, start, stop)
        found = self._slices.get(key)
        if found is None:
            glyphs, texts = whole.glyphs[start:stop], whole.texts[start:stop]
            end = self._font.get_glyph_h_advance(glyphs[-1]) * self._em
            advances = (*whole.advances[start : stop - 1], end)
            found = Shape(
                face=whole.face,
                glyphs=glyphs,
                texts=texts,
                advances=advances,
                width=sum(advances),
                offsets=whole.offsets[start:stop],
            )
            self._slices[key] = found
        return found

    def _shape(self, word: str, features: tuple[str, ...]) -> Shape:
        if THIN_NO_BREAK_SPACE in word and self._font.get_nominal_glyph(0x202F) is None:
            return self._around_thin_spaces(word, features)
        buffer: Any = hb.Buffer()
        buffer.add_str(word)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer, _switch(word, features))
        infos = buffer.glyph_infos or ()
        starts = [info.cluster for info in infos]
        if starts == list(range(len(word))):
            texts = tuple(word)
        else:
            texts = tuple(_cluster_text(word, starts, i) for i in range(len(starts)))
        positions = buffer.glyph_positions or ()
        advances = tuple(position.x_advance * self._em for position in positions)
        offsets = tuple((one.x_offset * self._em, one.y_offset * self._em) for one in positions)
        return Shape(
            face=self.record.key,
            glyphs=tuple(info.codepoint for info in infos),
            texts=texts,
            advances=advances,
            width=sum(advances),
            offsets=offsets if any(map(any, offsets)) else (),
        )

    def _around_thin_spaces(self, word: str, features: tuple[str, ...]) -> Shape:
        parts = [self.shape(part, features) for part in word.split(THIN_NO_BREAK_SPACE)]
        thin = Shape(
            face=self.record.key,
            glyphs=self.space.glyphs,
            texts=(THIN_NO_BREAK_SPACE,),
            advances=(THIN_SPACE_EM,),
            width=THIN_SPACE_EM,
        )
        joined = parts[0]
        for part in parts[1:]:
            joined = _join(_join(joined, thin), part)
        return joined


def _switch(word: str, features: tuple[str, ...]) -> dict[str, Any]:
    """HarfBuzz's features for `word`: the standard ones and `features`, off where they begin with `-`."""
    apart = list(_APART.finditer(word))
    if not features and not apart:
        return FEATURES_ON
    found: dict[str, Any] = FEATURES_ON | {tag.lstrip("-"): tag[0] != "-" for tag in features}
    if apart and found["liga"]:
        found["liga"] = [(0, len(word), True), *((*match.span(), False) for match in apart)]
    return found


_SUBSTITUTED = frozenset((NO_BREAK_SPACE, THIN_NO_BREAK_SPACE, SOFT_HYPHEN))


def _cluster_text(word: str, starts: list[int], index: int) -> str:
    """The characters of glyph `index`: each its own where a cluster has so many, else all with the first.

    A letter whose marks are glyphs apart stands for itself and its marks (canonical decomposition).
    """
    start = starts[index]
    first = starts.index(start)
    count = starts.count(start)
    end = next((s for s in starts[index + 1 :] if s > start), len(word))
    typed = word[start:end]
    for letters in (typed, unicodedata.normalize("NFD", typed)):
        if len(letters) == count:
            return letters[index - first]
    return typed if index == first else ""


def _join(a: Shape, b: Shape) -> Shape:
    offsets: tuple[tuple[float, float], ...] = ()
    if a.offsets or b.offsets:
        offsets = tuple(place for one in (a, b) for place in one.offsets or ((0.0, 0.0),) * len(one.glyphs))
    return Shape(
        face=a.face,
        glyphs=a.glyphs + b.glyphs,
        texts=a.texts + b.texts,
        advances=a.advances + b.advances,
        width=a.width + b.width,
        offsets=offsets,
    )


class Faces:
    """Every face of a catalogue, opened when first asked for."""

    def __init__(self, catalogue: FontCatalogue) -> None:
        self._catalogue = catalogue
        self._open: dict[tuple[str, str, bool], Face] = {}

    def face(self, family: str, weight: str, italic: bool) -> Face:
        """The face asked for, or the nearest the family has: upright, then regular.

        The theme reader has checked that family and weight exist; only derived wishes (a strong
        phrase in a bold heading, emphasis in a family without italics) fall back here.
        """
        wishes = ((weight, italic), (weight, False), ("bold", False), ("regular", italic), ("regular", False))
        for wish_weight, wish_italic in wishes:
            key = (family, wish_weight, wish_italic)
            record = self._catalogue.faces.get(key)
            if record is not None:
                if key not in self._open:
                    self._open[key] = Face(record)
                return self._open[key]
        raise KeyError(f"font family {family!r} is not in the catalogue")

    def stoutness(self, style: TextStyle) -> float:
        """By how much a style's letters look like larger regular ones to a press, or smaller."""
        return self.face(style.family, style.weight, style.italic).stoutness

    def strong(self, family: str, weight: str, italic: bool) -> Face:
        """The face of a strong phrase inside text of the given face."""
        heavier = HEAVIER.get(weight, "bold")
        known = (family, heavier, italic) in self._catalogue.faces
        return self.face(family, heavier if known else "bold", italic)

    def lenders(self, face: Face, families: Sequence[str]) -> tuple[Face, ...]:
        """The face of each family that is nearest to `face` in slope, then in weight."""
        wanted = face.record
        found = []
        for family in families:
            there = [record for record in self._catalogue.faces.values() if record.family == family]
            if there:
                near = min(
                    there,
                    key=lambda one: (
                        one.italic != wanted.italic,
                        abs(one.weight_class - wanted.weight_class),
                        one.weight_class,
                    ),
                )
                found.append(self.face(family, near.weight, near.italic))
        return tuple(found)

    def nearest(self, family: str, weights: Iterable[str], italic: bool) -> Face:
        """The face of the first of `weights` that a family has, in the wished slope if it can."""
        for slope in (italic, False):
            for weight in weights:
                if (family, weight, slope) in self._catalogue.faces:
                    return self.face(family, weight, slope)
        return self.face(family, "regular", False)

    def have(self, character: str) -> bool:
        """Whether any face of the catalogue can show `character`."""
        return any(self.face(*key).has(character) for key in self._catalogue.faces)

    @property
    def families(self) -> frozenset[str]:
        """The families of the catalogue."""
        return self._catalogue.families

    def files(self, family: str) -> tuple[str, ...]:
        """Files of all faces of the catalogue, the regular one of `family` first."""
        first = self.face(family, "regular", False).record.path
        return tuple(dict.fromkeys((first, *(record.path for record in self._catalogue.faces.values()))))

    def records(self) -> dict[str, FontFace]:
        """The faces that shaped anything, by face key."""
        return {face.record.key: face.record for face in self._open.values()}
