"""Rules of WCAG 2.2 that a PDF can be measured by: contrast, size of targets, words of alternatives."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from layout.model.diagnostic import Severity
from layout.model.geometry import Rect
from layout.model.patterns import late_pattern
from layout.preflight.facts import PageAnnotation, Structure, TextRun
from layout.preflight.graphics.colour import Seen
from layout.preflight.rules.passages import ancestors, block_of, read_passages
from layout.preflight.rules.rule import FILE, PAINTED, Aim, Case, Hit, JudgeRule, Outcome, excerpt
from layout.preflight.rules.source import WCAG

LEAST_CONTRAST, LARGE_CONTRAST = 4.5, 3.0
"""Of text, and of large text (WCAG 2.2, 1.4.3)."""
LARGE, LARGE_BOLD = 18.0, 14.0
"""Points from which text is large, and bold text (WCAG 2.2, “large scale”)."""
LEAST_TARGET = 18.0
"""24 CSS pixels in points (WCAG 2.2, 2.5.8; CSS Values 4, 6.2)."""

_BOLD = late_pattern(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_TOLERANCE = 0.05
"""Below a limit: colours are written with few decimals."""


def check_contrast(case: Case) -> Iterator[Outcome]:
    """Text stands out from an even ground it is painted on; nothing is told of text on pictures."""
    pictured = _in_figures(case.facts.structure)
    for page in case.facts.pages:
        for run in page.texts:
            if run.tag.artifact or (page.number, run.tag.owner, run.tag.mcid) in pictured:
                continue
            found, wanted = _contrast_of(run), _wanted(run, case.facts.fonts[run.font].name)
            if found is not None and found < wanted - _TOLERANCE:
                values = {"found": f"{math.floor(found * 10) / 10:g}", "wanted": f"{wanted:g}"}
                yield Hit(page=page.number, box=run.box, kind="text", name=excerpt(run.text), values=values)


def _in_figures(structure: Structure | None) -> frozenset[tuple[int, int, int]]:
    """Marked content of pictures, whose words are read by their alternatives."""
    found = set()
    for leaf in structure.leaves if structure else ():
        assert structure is not None
        kinds = {structure.elements[index].kind for index in ancestors(structure, leaf.element)}
        if "Figure" in kinds:
            found.add((leaf.page, leaf.owner, leaf.mcid))
    return frozenset(found)


def _contrast_of(run: TextRun) -> float | None:
    """None where text or ground have no one colour, and for text that shows no letter or figure."""
    letters = run.paints[0].seen if len(run.paints) == 1 else None
    if letters is None or run.ground is None or not any(letter.isalnum() for letter in run.text):
        return None
    return contrast(letters, run.ground)


def _wanted(run: TextRun, font: str) -> float:
    large = run.size >= (LARGE_BOLD if _BOLD.search(font) else LARGE) - _TOLERANCE
    return LARGE_CONTRAST if large else LEAST_CONTRAST


def contrast(one: Seen, other: Seen) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, “contrast ratio”)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Seen) -> float:
    """Relative luminance of an sRGB colour (WCAG 2.2, “relative luminance”)."""
    red, green, blue = (
        level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4 for level in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def check_targets(case: Case) -> Iterator[Outcome]:
    """Links are 24 pixels large, or as far from others; links in a sentence may be as its lines are."""
    inline = _inline_targets(case.facts.structure)
    for page in case.facts.pages:
        links = [one for one in page.annotations if one.kind in ("Link", "Widget") and not one.hidden]
        for link in links:
            width, height = link.box[2] - link.box[0], link.box[3] - link.box[1]
            small = min(width, height) < LEAST_TARGET - _TOLERANCE
            if small and link.number not in inline and any(_crowds(link, other) for other in links):
                values = {"width": f"{width / 0.75:.0f}", "height": f"{height / 0.75:.0f}"}
                name = excerpt(link.contents)
                yield Hit(page=page.number, box=link.box, kind="annotation", name=name, values=values)


def _crowds(link: PageAnnotation, other: PageAnnotation) -> bool:
    """Whether another target reaches into the circle round a small one, or into its own circle."""
    if other is link or other.contents == link.contents:
        return False
    x, y = _centre(link.box)
    aside = max(other.box[0] - x, 0.0, x - other.box[2])
    apart = max(other.box[1] - y, 0.0, y - other.box[3])
    if math.hypot(aside, apart) < LEAST_TARGET / 2 - _TOLERANCE:
        return True
    small = min(other.box[2] - other.box[0], other.box[3] - other.box[1]) < LEAST_TARGET
    return small and math.dist((x, y), _centre(other.box)) < LEAST_TARGET - _TOLERANCE


def _centre(box: Rect) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _inline_targets(structure: Structure | None) -> frozenset[int]:
    """Annotations whose block has other content: they are in a sentence."""
    if structure is None:
        return frozenset()
    blocks: dict[int, set[int]] = {}
    for leaf in structure.leaves:
        if not leaf.target and leaf.element >= 0:
            blocks.setdefault(block_of(structure, leaf), set()).add(leaf.element)
    return frozenset(
        leaf.target
        for leaf in structure.leaves
        if leaf.target
        and any(
            leaf.element not in ancestors(structure, one) for one in blocks.get(block_of(structure, leaf), ())
        )
    )


_BARE_NAME = late_pattern(
    r"(?:(?:img|dsc[nf]?|dscf|pict?|image|picture|photo|scan|screenshot|foto|fotka|fotografia|fotografie|zdjęcie"
    r"|obraz|obrazek|obrázek|rysunek|rys|ilustracja|ilustrace|skan|grafika|logo|snímek|wykres|graf|mapa)"
    r"[\s_.-]*\d*|[\w-]*_\w*\d+|\d+)\.?",
    re.IGNORECASE,
)
"""A camera's or a program's name for a file, or a bare word for “picture”."""


def check_alternative_words(case: Case) -> Iterator[Outcome]:
    """An alternative text says what is seen: not the caption again, no file's name, no word for “picture”."""
    structure = case.facts.structure
    if structure is None:
        return
    captions: dict[int, str] = {}
    for passage in read_passages(case.facts, structure):
        for index in ancestors(structure, passage.element):
            if structure.elements[index].kind == "Caption":
                captions[index] = f"{captions.get(index, '')} {passage.text}"
    repeated = {_plain(text) for text in captions.values()}
    pages = {leaf.element: leaf.page for leaf in reversed(structure.leaves)}
    for index, element in enumerate(structure.elements):
        words = (element.alternative or "").strip()
        if element.kind != "Figure" or not words:
            continue
        if _BARE_NAME.fullmatch(words) or _plain(words) in repeated:
            said = excerpt(words)
            yield Hit(page=pages.get(index, 0), kind="figure", name=said, values={"found": said})


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


MAIL = (Aim.MAIL,)
WARNING, NOTE = Severity.WARNING, Severity.NOTE
RULES: tuple[JudgeRule, ...] = (
    JudgeRule("access-contrast", WARNING, PAINTED, (WCAG.at("1.4.3"),), check_contrast, MAIL),
    JudgeRule("access-target", NOTE, FILE, (WCAG.at("2.5.8"),), check_targets, MAIL),
    JudgeRule("access-alternative-words", WARNING, FILE, (WCAG.at("1.1.1"),), check_alternative_words, MAIL),
)
